"""A new text: claims, exemptions and links whose words stand in it unchanged get places there."""

from bisect import bisect_right
from collections.abc import Iterable, Iterator
from typing import Any

from django.db import transaction
from django.db.models import F, Model

from factcheck.claims.actions.chaining import position_near
from factcheck.claims.actions.moving import set_aside_suggestions
from factcheck.claims.lifecycle import MOVES
from factcheck.claims.models import (
    Anchor,
    Claim,
    Exemption,
    Link,
    Placed,
    SetAsideCause,
    Stage,
)
from factcheck.claims.placement import Placement, UnplacedClaim, placement_in, text_of
from factcheck.claims.search import index
from factcheck.core.spans import Span, context
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import passages
from factcheck.intake.reanchoring import Text
from factcheck.people.models import User
from factcheck.trail.record import record, record_all


@transaction.atomic(savepoint=False)  # only ever inside an action
def reanchor(*, article: Article, by: User, old: Version, new: Version) -> Placement:
    """Anchor in the new version what stands there unchanged. Stage and approval are kept.

    Live claims without a place go back to checking; suggestions without one are set aside.
    Returns what was found, with the stages as they were, so that the review room can close the
    rounds of claims that were in review. The number of queries does not grow with the claims.
    """
    text = text_of(new, passages(new))
    found = placement_in(article, old, text)
    Anchor.objects.bulk_create(_anchors(found, new))
    Exemption.objects.bulk_create(_exemptions(found, new))
    _move_links(article, found, text)
    set_aside_suggestions(
        [row.claim.pk for row in found.lost if row.claim.stage == Stage.SUGGESTED],
        by,
        f"These words do not stand in version {new.number} of the text.",
        SetAsideCause.NOT_IN_TEXT,
    )
    again = [row for row in found.lost if _move_to_checking_from(row.claim.stage) is not None]
    Claim.objects.filter(pk__in=[row.claim.pk for row in again]).update(stage=Stage.CHECKING)
    Claim.objects.filter(article=article).update(revision=F("revision") + 1)
    _record_events(article, by, new, found, again)
    index(row.claim for row in found.lost)
    return found


def _anchors(found: Placement, new: Version) -> Iterator[Anchor]:
    """Anchors for the same words in the new version, with their context there."""
    for pairs in found.anchors.values():
        for old, span in pairs:
            prefix, suffix = context(new.text, span)
            yield Anchor(
                version=new,
                claim_id=old.claim_id,
                place=old.place,
                part=old.part,
                start=span.start,
                end=span.end,
                quote=old.quote,
                prefix=prefix,
                suffix=suffix,
                placed=Placed.CARRIED,
            )


def _exemptions(found: Placement, new: Version) -> Iterator[Exemption]:
    """Exemptions of the same words by the same person; a confirmation of the first row still counts."""
    for old, span in found.exemptions:
        yield Exemption(
            version=new,
            start=span.start,
            end=span.end,
            quote=old.quote,
            reason=old.reason,
            repeats_id=old.repeats_id,
            exempted_by_id=old.exempted_by_id,
            exempted_at=old.exempted_at,
            carried_from_id=old.carried_from_id or old.pk,
        )


def _move_links(article: Article, found: Placement, text: Text) -> None:
    """Find speakers and cues by their context, or else nearest to their claim.

    All other positions are cleared: offsets of the old text mean nothing in the new one.
    """
    ordered = sorted(text.passages)
    starts = [passage.start for passage in ordered]
    for link in found.links:
        pairs = found.anchors.get(link.claim_id)
        span = pairs[0][1] if pairs else None
        home = ordered[max(0, bisect_right(starts, span.start) - 1)] if span else None
        link.words_start = _new_position(link, "words", found, text.text, home, span)
        link.cue_start = _new_position(link, "cue", found, text.text, home, span)
    Link.objects.filter(claim__article=article).update(words_start=None, cue_start=None)
    Link.objects.bulk_update(found.links, ["words_start", "cue_start"], batch_size=300)


def _new_position(
    link: Link, name: str, found: Placement, text: str, home: Span | None, span: Span | None
) -> int | None:
    """The position of the speaker, or of the cue, of a link in the new text."""
    if span is None or home is None:
        return None
    seed = found.seeds.get((link.pk, name))
    return seed.start if seed else position_near(text, home, span, getattr(link, name))


def _move_to_checking_from(stage: str) -> str | None:
    """The name of the step that sends a claim in this stage back to checking, if there is one."""
    if stage == Stage.IN_REVIEW:
        return "withdraw"
    return "reopen" if stage in MOVES["reopen"].sources else None


def _record_events(
    article: Article, by: User, new: Version, found: Placement, again: Iterable[UnplacedClaim]
) -> None:
    """Record one event for the article, and one for each claim that goes back to checking."""
    record(
        "article.carried",
        by=by,
        thread=article,
        on=article,
        version=new.number,
        kept=found.kept,
        lost=[row.claim.number for row in found.lost_live],
        exemptions_lost=len(found.exemptions_lost),
    )
    because = f"Its words do not stand in version {new.number} of the text."
    moved: dict[str, list[tuple[Model, dict[str, Any]]]] = {}
    for row in again:
        move = MOVES[_move_to_checking_from(row.claim.stage) or "reopen"]
        words = {"was": row.claim.stage, "now": move.target, "because": because}
        moved.setdefault(move.event, []).append((row.claim, words))
    for verb, each in moved.items():
        record_all(verb, by=by, thread=article, each=each)
