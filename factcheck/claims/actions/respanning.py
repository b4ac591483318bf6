"""Where a claim stands in the text is changed by hand: its ends, its places, or all of it."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.chaining import place_links
from factcheck.claims.actions.moving import (
    reopen,
    set_aside_fields,
    set_aside_suggestions,
    set_disposition,
    step,
)
from factcheck.claims.actions.placing import (
    checked_span,
    create_anchor,
    current_text,
    default_wording,
    quotes_of_first_place,
    same_version,
)
from factcheck.claims.actions.undoing import Inverse, record_undo_step_of, snapshot
from factcheck.claims.models import Anchor, Claim, Disposition, SetAsideCause
from factcheck.claims.placement import last_anchors
from factcheck.claims.queries import hold_claim
from factcheck.claims.search import index
from factcheck.core.rulings import unchanged
from factcheck.core.spans import Span, join_quotes
from factcheck.intake.models import Version
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic
def respan(
    *,
    claim: Claim,
    by: User,
    start: int,
    end: int,
    seen: int | None = None,
    part: tuple[int, int] | None = None,
    version: int | None = None,
) -> Claim:
    """Move the ends of where a claim stands. A wording that was its span follows it.

    `part` names the place and the part whose ends are moved; the others stay. Without it, the
    claim then stands there and nowhere else. `version` is the key of the version on the page.
    """
    claim = hold_claim(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = current_text(claim.article)
    same_version(version, text).enforce()
    span = checked_span(text, start, end)
    old = _anchors_in(claim, text)
    moved = [row for row in old if part in {None, (row.place, row.part)}]
    if part is not None and not moved:
        raise ValueError("The claim has no such part.")
    if [(row.start, row.end) for row in moved] == [(span.start, span.end)]:
        return claim
    others = [row for row in old if row not in moved]
    rules.is_apart(span, [Span(row.start, row.end) for row in others]).enforce()
    rules.words_are_free(text, span, claim).enforce()
    stood = snapshot(claim)
    claim.anchors.filter(pk__in=[row.pk for row in moved]).delete()
    place, number = part or (1, 1)
    create_anchor(claim, text, span, place=place, part=number)
    _renumber_parts(claim, text, place)
    return _finish_respan(claim, text, by, stood, old)


@transaction.atomic
def add_place(
    *,
    claim: Claim,
    by: User,
    start: int,
    end: int,
    seen: int | None = None,
    part_of: int | None = None,
    version: int | None = None,
) -> Claim:
    """Let a claim stand at more words as well.

    They are a further place, which says the same again (in the headline, in a caption); or, with
    `part_of`, a further part of that place, where the text breaks the statement up.
    """
    claim = hold_claim(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = current_text(claim.article)
    same_version(version, text).enforce()
    span = checked_span(text, start, end)
    old = _anchors_in(claim, text)
    rules.is_apart(span, [Span(row.start, row.end) for row in old]).enforce()
    rules.words_are_free(text, span, claim).enforce()
    places = {row.place for row in old}
    if part_of is not None and part_of not in places:
        raise ValueError("The claim has no such place.")
    stood = snapshot(claim)
    if part_of is None:
        create_anchor(claim, text, span, place=max(places, default=0) + 1)
    else:
        parts = [row.part for row in old if row.place == part_of]
        create_anchor(claim, text, span, place=part_of, part=max(parts) + 1)
        _renumber_parts(claim, text, part_of)
    return _finish_respan(claim, text, by, stood, old)


@transaction.atomic
def place_again(
    *,
    claim: Claim,
    by: User,
    start: int,
    end: int,
    shows: str = "",
    seen: int | None = None,
    version: int | None = None,
) -> Claim:
    """Anchor a claim that lost its place in the current version, by hand. An approval is void.

    A wording that was its span follows it, and suggestions on these words are set aside. `shows`
    is the disposition that the new text shows: fixed or hedged. Raises ValueError if the span is
    not in the text under check.
    """
    claim = hold_claim(claim)
    text = current_text(claim.article)
    (
        rules.may_mark_again(by, claim)
        and same_version(version, text)
        and unchanged(seen, claim.revision)
        and rules.may_show(claim, shows)
    ).enforce()
    span = checked_span(text, start, end)
    rules.words_are_free(text, span, claim).enforce()
    old = quotes_of_first_place(last_anchors(claim))
    claim = reopen(claim=claim, by=by, because="It was marked again in a new version of the text.")
    on_them = Anchor.objects.filter(version=text, start__lt=span.end, end__gt=span.start)
    set_aside_suggestions(
        on_them.values("claim"),
        by,
        f"These words are claim {claim.number}.",
        SetAsideCause.WORDS_TAKEN,
    )
    quote = create_anchor(claim, text, span).quote
    place_links(claim=claim, text=text, span=span)
    now = timezone.now()
    claim.spanned_by, claim.spanned_at = by, now
    if claim.wording in {default_wording(old), ""}:
        claim.wording = default_wording([quote])
        claim.worded_by, claim.worded_at = by, now
    claim.revision += 1
    claim.save(
        update_fields=["spanned_by", "spanned_at", "wording", "worded_by", "worded_at", "revision"]
    )
    record(
        "claim.marked_again",
        by=by,
        thread=claim.article,
        on=claim,
        was=join_quotes(old),
        now=quote,
    )
    index([claim])
    return _set_shown_disposition(claim, by, shows)


def _set_shown_disposition(claim: Claim, by: User, shows: str) -> Claim:
    """Set the disposition that the new text shows. A claim that is back is not cut any more."""
    if shows:
        claim.fix_ordered = False
        return set_disposition(claim=claim, by=by, disposition=shows)
    if claim.disposition != Disposition.CUT:
        return claim
    before = Disposition.FIX_REQUESTED if claim.fix_ordered else Disposition.STANDS
    return set_disposition(claim=claim, by=by, disposition=before)


@transaction.atomic
def cut(*, claim: Claim, by: User, seen: int | None = None) -> Claim:
    """The words of a claim were cut from our own text: it is set aside for that reason."""
    claim = hold_claim(claim)
    (rules.may_cut(by, claim) and unchanged(seen, claim.revision)).enforce()
    because = "Cut from the text."
    fields = set_aside_fields(by, because, SetAsideCause.CUT)
    claim = step("set_aside", claim, by=by, because=because, **fields)
    return set_disposition(claim=claim, by=by, disposition=Disposition.CUT)


def _anchors_in(claim: Claim, text: Version) -> list[Anchor]:
    return list(claim.anchors.filter(version=text).order_by("place", "part"))


def _renumber_parts(claim: Claim, text: Version, place: int) -> None:
    """The parts of a place are numbered as the text runs."""
    rows = list(claim.anchors.filter(version=text, place=place).order_by("start"))
    if [row.part for row in rows] == sorted(row.part for row in rows):
        return
    # in two passes, since the numbers of one place are unique
    beyond = max(row.part for row in rows)
    for offset in (beyond, 0):
        for number, row in enumerate(rows, start=1):
            row.part = number + offset
            row.save(update_fields=["part"])


def _finish_respan(
    claim: Claim, text: Version, by: User, stood: Inverse, old: Sequence[Anchor]
) -> Claim:
    """What follows from a claim standing at other words: wording, frames, stage, event, way back."""
    claim = reopen(claim=claim, by=by, because="Where it stands in the text changed.")
    rows = _anchors_in(claim, text)
    place_links(claim=claim, text=text, span=Span(rows[0].start, rows[0].end))
    now = timezone.now()
    claim.spanned_by, claim.spanned_at = by, now
    if claim.wording in {default_wording(quotes_of_first_place(old)), ""}:
        claim.wording = default_wording(quotes_of_first_place(rows))
        claim.worded_by, claim.worded_at = by, now
    claim.revision += 1
    claim.save(
        update_fields=["spanned_by", "spanned_at", "wording", "worded_by", "worded_at", "revision"]
    )
    index([claim])
    words = [join_quotes(row.quote for row in side) for side in (old, rows)]
    record("claim.respanned", by=by, thread=claim.article, on=claim, was=words[0], now=words[1])
    record_undo_step_of(claim, "respan", f"Claim {claim.number} stands at other words.", stood, by)
    return claim
