"""What was found in a text, shown before anything is kept. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from django.utils.formats import date_format

from factcheck.core.spans import first_words, words
from factcheck.intake.dates import RelativeDate, relative_dates
from factcheck.intake.models import PassageRole
from factcheck.intake.readers import Reading

SWITCHED = 400  # passages whose role can be changed here; further ones are only shown
_OFFERED = {
    "heading": "Make it a heading",
    "body": "Make it text",
    "caption": "Make it a caption",
    "title": "Make it the title",
    "boilerplate": "Leave it out",
}


@dataclass(frozen=True, slots=True)
class RoleButton:
    """A button that gives a passage another role."""

    value: str
    label: str


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """Words of a passage; for a relative date also the day that it means."""

    text: str
    day: str = ""
    meant: str = ""
    is_day: bool = False


@dataclass(frozen=True, slots=True)
class PreviewPassage:
    """One passage of what was found."""

    number: int
    role: str
    label: str
    parts: list[PreviewWords]
    first_words: str
    turns: list[RoleButton]
    keep: RoleButton | None
    touched: bool


@dataclass(frozen=True, slots=True)
class PassageRun:
    """Passages one after another that are all kept or all left out."""

    left_out: bool
    is_open: bool
    passages: list[PreviewPassage]


@dataclass(frozen=True, slots=True)
class Preview:
    """Everything that was found in one text."""

    runs: list[PassageRun]
    kept: int
    words: int
    left_out: int
    days: int
    unswitched: int


def preview(reading: Reading, published: date | None, *, touched: int | None = None) -> Preview:
    """A reading as the page shows it; `touched` is the passage that was switched last."""
    shown = list(_shown(reading, published, touched))
    left_out = sum(passage.role == "boilerplate" for passage in shown)
    return Preview(
        runs=list(_runs(shown, touched)),
        kept=len(shown) - left_out,
        words=sum(len(words(p.text)) for p in reading.passages if p.role != "boilerplate"),
        left_out=left_out,
        days=sum(part.is_day for passage in shown for part in passage.parts),
        unswitched=max(0, len(shown) - SWITCHED),
    )


def _shown(
    reading: Reading, published: date | None, touched: int | None
) -> Iterator[PreviewPassage]:
    for number, passage in enumerate(reading.passages):
        role = passage.role
        switched = number < SWITCHED
        left_out = role == "boilerplate"
        turns = [
            RoleButton(f"{number}:{to}", label) for to, label in _OFFERED.items() if to != role
        ]
        yield PreviewPassage(
            number=number,
            role=role,
            label=str(PassageRole(role).label),
            parts=[] if left_out else list(_parts(passage.text, published)),
            first_words=first_words(passage.text, 30),
            turns=turns if switched and not left_out else [],
            keep=RoleButton(f"{number}:body", "Keep it") if switched and left_out else None,
            touched=number == touched,
        )


def _parts(text: str, published: date | None) -> Iterator[PreviewWords]:
    at = 0
    for found in relative_dates(text, published):
        if found.start > at:
            yield PreviewWords(text[at : found.start])
        yield _dated(text[found.start : found.end], found)
        at = found.end
    if at < len(text):
        yield PreviewWords(text[at:])


def _dated(words: str, found: RelativeDate) -> PreviewWords:
    if found.meant:
        return PreviewWords(words, f"{found.meant}", date_format(found.meant, "j F"), is_day=True)
    if found.stretch:
        first, last = found.stretch
        told = f"{date_format(first, 'j F')} – {date_format(last, 'j F')}"
        return PreviewWords(words, f"{first}", told, is_day=True)
    return PreviewWords(words, is_day=True)


def _runs(shown: list[PreviewPassage], touched: int | None) -> Iterator[PassageRun]:
    """Passages grouped by whether they are left out; a group with the passage just changed is open."""
    for left_out, run in groupby(shown, key=lambda passage: passage.role == "boilerplate"):
        passages = list(run)
        near = touched is not None and (
            passages[0].number - 1 <= touched <= passages[-1].number + 1
        )
        yield PassageRun(left_out, left_out and near, passages)
