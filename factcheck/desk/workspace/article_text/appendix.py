"""What stands below the text: what was left out, exempt or set aside."""

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from zlib import crc32

from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.timezone import localtime

from factcheck.claims.models import Stage
from factcheck.desk.workspace.rows import ArticleRows, ClaimRow, ExemptionRow
from factcheck.intake.models import PassageRole, Version


@dataclass(frozen=True, slots=True)
class Appendix:
    """The lists below the text. `listed` are the exemptions, with a button each to lift it."""

    left_out: tuple[str, ...]
    exemptions: tuple[ExemptionRow, ...]
    set_aside: tuple[ClaimRow, ...]
    listed: SafeString
    seen: str  # changes with anything in it


def appendix_of(version: Version, rows: ArticleRows, *, may_lift: bool) -> Appendix:
    """The lists below the text of a version."""
    left_out = tuple(
        version.text[row.start : row.end]
        for row in rows.passages
        if row.role == PassageRole.BOILERPLATE
    )
    set_aside = tuple(row for row in rows.claims.values() if row.stage == Stage.SET_ASIDE)
    base = reverse("desk:queue")
    listed = _exemptions(rows, (lambda row: _lift_button(row, base)) if may_lift else _no_button)
    known = repr((listed, [(row.pk, row.wording, row.because) for row in set_aside]))
    return Appendix(
        left_out=left_out,
        exemptions=tuple(rows.exemptions),
        set_aside=set_aside,
        listed=listed,
        seen=f"{crc32(known.encode()):x}",
    )


def _exemptions(rows: ArticleRows, button: Callable[[ExemptionRow], str]) -> SafeString:
    """A row each; written by hand for the same reason as the text itself."""
    return mark_safe(  # noqa: S308  # escaped piece by piece
        "".join([_exemption(row, rows, button(row)) for row in rows.exemptions])
    )


def _exemption(row: ExemptionRow, rows: ArticleRows, button: str) -> str:
    number = f" {rows.claims[row.repeats].number}" if row.repeats else ""
    dead = "" if rows.accounts(row) else NO_MORE
    at = localtime(row.at)
    when = f"{at.day} {at:%B, %H:%M}"
    return (
        f'<li id="exempt-{row.pk}"><span><span class="quoted">{escape(row.quote)}</span><br>'
        f'<span class="label">{row.reason_word}{number}{dead} · {escape(row.by)}, {when}</span>'
        f"</span>{button}</li>"
    )


NO_MORE = ", which counts no more: lift it, and account for these words anew"


def _lift_button(row: ExemptionRow, base: str) -> str:
    words = escape(row.quote if len(row.quote) <= 40 else row.quote[:39] + "…")
    return (
        f'<button class="button button--small" formaction="{base}exemptions/{row.pk}/lift/">'
        f'Lift<span class="vh"> {words}</span></button>'
    )


def _no_button(row: ExemptionRow) -> str:
    return ""
