"""The words that an event kept, as its sentence asks for them. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any


@dataclass(frozen=True, slots=True)
class EventWords:
    """What an event kept, the number that its claim has today, and who is who."""

    words: dict[str, Any]
    number: int | None
    people: Mapping[int, str]
    subject: str = ""

    @property
    def claim(self) -> str:
        """The claim as a noun."""
        return f"claim {self.number}" if self.number else "a claim"

    def word(self, name: str) -> str:
        """One kept word, or nothing."""
        value = self.words.get(name)
        return "" if value is None else str(value)

    def quote(self, name: str) -> str:
        """One kept word as a quotation with a space before it, or nothing."""
        value = self.word(name)
        return f" “{value}”" if value else ""

    @property
    def names(self) -> tuple[str, str]:
        """What a speaker was called before and after, each with what tells namesakes apart."""
        was, now = ((self.words.get(side) or ["", "", ""])[1:] for side in ("was", "now"))
        return _with_note(*was), _with_note(*now)

    @property
    def who(self) -> str:
        """The person whom it happened to."""
        kind, _, key = self.subject.partition(":")
        return self.people.get(int(key), "") if kind == "user" else ""

    def person(self, name: str) -> str:
        """The person whose key was kept, or nothing."""
        return self.people.get(self.words.get(name) or 0, "")


def _with_note(name: str, note: str) -> str:
    return f"{name} ({note})" if note else name
