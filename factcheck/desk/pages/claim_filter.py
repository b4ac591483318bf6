"""Claims as a filter asks for them, a page at a time. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.http import urlencode

from factcheck.claims.models import Stage
from factcheck.core.verdicts import CONTENT_SCALE, Aspect
from factcheck.desk.pages.queue import QueueRow
from factcheck.desk.workspace.counts import in_words
from factcheck.policy.house_rules import Rules

WHOSE = (("mine", "Mine"), ("nobody", "Nobody’s yet"), ("all", "Everybody’s"))
DUE = (("", "Any time"), ("late", "Overdue"), ("today", "Today"), ("week", "Within a week"))


class ClaimFilter:
    """What the rail beside the queue asks for, read from the address."""

    def __init__(self, asked: Mapping[str, str], rules: Rules) -> None:
        self.rules = rules  # the desk's words for what is chosen and for what is found
        lists = getattr(asked, "getlist", lambda name: [asked[name]] if name in asked else [])
        self.who = asked.get("who", "")
        self.stages = [stage for stage in lists("stage") if stage in Stage.values]
        self.due = asked.get("due", "")
        self.verdict = asked.get("verdict", "") if asked.get("verdict") in CONTENT_SCALE else ""
        self.after = asked.get("after", "")

    @property
    def is_used(self) -> bool:
        return bool(self.who or self.stages or self.due or self.verdict)

    @property
    def whose(self) -> list[tuple[str, str, bool]]:
        """Value, word, whether it is chosen."""
        who = self.who or "mine"
        return [(code, word, code == who) for code, word in WHOSE]

    @property
    def stage_choices(self) -> list[tuple[str, str, bool]]:
        return [(code, str(word), code in self.stages) for code, word in Stage.choices]

    @property
    def due_choices(self) -> list[tuple[str, str, bool]]:
        return [(code, word, code == self.due) for code, word in DUE]

    @property
    def verdict_choices(self) -> list[tuple[str, str, bool]]:
        words = [
            (code, self.rules.label(Aspect.CONTENT, code, meant.word))
            for code, meant in CONTENT_SCALE.items()
        ]
        return [("", "Any", not self.verdict)] + [
            (str(code), word, code == self.verdict) for code, word in words
        ]

    def query(self, **more: str) -> str:
        """The filter as the end of an address."""
        asked = {"who": self.who, "due": self.due, "verdict": self.verdict, **more}
        kept = [(name, value) for name, value in asked.items() if value]
        return urlencode([*kept, *(("stage", stage) for stage in self.stages)])


@dataclass(frozen=True, slots=True)
class FilteredClaims:
    """One page of claims, and the address of the next."""

    rows: tuple[QueueRow, ...]
    more: str

    @property
    def heading(self) -> str:
        """Three claims."""
        if self.more:
            return f"{len(self.rows)} claims, and more"
        return "1 claim" if len(self.rows) == 1 else f"{in_words(len(self.rows))} claims"
