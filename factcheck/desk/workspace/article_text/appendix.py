"""What stands below the text: what was left out, exempt or set aside. Pure."""

from dataclasses import dataclass
from datetime import datetime
from functools import lru_cache
from typing import NamedTuple
from zlib import crc32

from django.template.loader import render_to_string
from django.utils.safestring import SafeString

from factcheck.claims.models import Stage
from factcheck.desk.workspace.rows import ArticleRows, ClaimRow, ExemptionRow
from factcheck.intake.models import PassageRole, Version

KEPT = 4096  # exemptions in memory, half a kilobyte each


class ExemptionLine(NamedTuple):
    """Words that are no claim, and who said so. `accounts` is False where they count no more."""

    pk: int
    quote: str
    reason: str
    accounts: bool
    by: str
    at: datetime
    may_lift: bool


@dataclass(frozen=True, slots=True)
class Appendix:
    """The lists below the text. `seen` changes with anything in them."""

    left_out: tuple[str, ...]
    exemptions: tuple[SafeString, ...]  # a row each, with the button that lifts it
    set_aside: tuple[ClaimRow, ...]
    seen: str


def appendix_of(version: Version, rows: ArticleRows, *, may_lift: bool) -> Appendix:
    """The lists below the text of a version."""
    left_out = tuple(
        version.text[row.start : row.end]
        for row in rows.passages
        if row.role == PassageRole.BOILERPLATE
    )
    lines = [_line(row, rows, may_lift) for row in rows.exemptions]
    set_aside = tuple(row for row in rows.claims.values() if row.stage == Stage.SET_ASIDE)
    known = repr((lines, [(row.pk, row.wording, row.because) for row in set_aside]))
    return Appendix(
        left_out=left_out,
        exemptions=tuple([exemption_html(line) for line in lines]),
        set_aside=set_aside,
        seen=f"{crc32(known.encode()):x}",
    )


@lru_cache(maxsize=KEPT)
def exemption_html(line: ExemptionLine) -> SafeString:
    """The row of one exemption. The same again is kept in memory: a long text has hundreds."""
    return render_to_string("desk/workspace/_exemption.html", {"exemption": line})


def _line(row: ExemptionRow, rows: ArticleRows, may_lift: bool) -> ExemptionLine:  # noqa: FBT001
    number = f" {rows.claims[row.repeats].number}" if row.repeats else ""
    return ExemptionLine(
        row.pk, row.quote, row.reason_word + number, rows.accounts(row), row.by, row.at, may_lift
    )
