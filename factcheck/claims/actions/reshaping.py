"""One claim becomes several, and two that stand side by side become one."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.accepting import acceptance_fields
from factcheck.claims.actions.chaining import place_links
from factcheck.claims.actions.moving import set_aside_fields, step
from factcheck.claims.actions.placing import (
    create_anchor,
    current_text,
    default_wording,
    same_version,
    shortened_quote,
)
from factcheck.claims.actions.undoing import record_undo_step, snapshot
from factcheck.claims.models import Claim, Link, SetAsideCause, Stage
from factcheck.claims.queries import chain, fresh, hold_claim, neighbours, parts_of
from factcheck.claims.search import index
from factcheck.claims.span_parts import Parts, parts_joined, parts_split_at
from factcheck.core.rulings import unchanged
from factcheck.core.spans import Span, words_at
from factcheck.intake.models import Version
from factcheck.people.models import User
from factcheck.trail.record import record

# what each piece of a claim has from the whole
KEPT = (
    *("kind", "kinded_by", "kinded_at", "chained_by", "chained_at", "accepted_by", "accepted_at"),
    *("disposition", "fix_ordered", "assignee", "due_at"),
)


@transaction.atomic
def split_claim(
    *,
    claim: Claim,
    by: User,
    at: int | Sequence[int],
    seen: int | None = None,
    version: int | None = None,
) -> list[Claim]:
    """Split a claim between two of its words, or at several points: all of it, in text order.

    `at` counts code points of the current version, whose key was `version` on the page. The first
    piece keeps the id, the evidence, the verdicts and any further place. All pieces are open, keep
    the chain, and are worded as they stand in the text. Raises ValueError for a point at which the
    claim cannot be split.
    """
    claim = hold_claim(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = current_text(claim.article)
    (same_version(version, text) and rules.stands_here(claim)).enforce()
    points = [at] if isinstance(at, int) else at
    pieces = parts_split_at(text.text, parts_of(claim), points)
    for piece in pieces:
        if len(piece) == 1:
            rules.words_are_free(text, piece[0], claim).enforce()
    stood = snapshot(claim)
    accepted = acceptance_fields(claim, by) if claim.accepted_by_id is None else {}
    claim = step("split", claim, by=by, **accepted)
    _place_at(claim, text, pieces[0], by)
    new = [_split_off(claim, text, piece, by) for piece in pieces[1:]]
    numbers = _listed([claim, *new])
    record_undo_step(
        article=claim.article,
        by=by,
        verb="split",
        sentence=f"Claim {claim.number} is split: {numbers}.",
        inverse={**stood, "made": [row.pk for row in new]},
        touched=[claim, *new],
    )
    index([claim, *new])
    return [claim, *new]


@transaction.atomic
def merge_claims(
    *,
    claim: Claim,
    other: Claim,
    by: User,
    seen: int | None = None,
    seen_other: int | None = None,
) -> Claim:
    """Make one claim of two that stand side by side. The one that was made first stays.

    It keeps its id, number, chain, kind and findings, stands where both stood, and is worded as it
    stands. It goes to checking; two suggestions become one open claim. The other claim is set
    aside and keeps what was found on it.
    """
    claim, other = hold_claim(claim), fresh(other)
    (
        rules.may_merge_claims(by, claim, other)
        and unchanged(seen, claim.revision)
        and unchanged(seen_other, other.revision)
    ).enforce()
    text = current_text(claim.article)
    rules.are_neighbours(claim, other, neighbours(claim)).enforce()
    kept, gone = sorted((claim, other), key=lambda row: row.pk)
    rules.may_be_left_out(gone).enforce()
    parts = parts_joined(text.text, [*parts_of(kept), *parts_of(gone)])
    if len(parts) == 1:
        rules.words_are_free(text, parts[0], kept).enforce()
    stood = snapshot(kept, gone)
    proposed = {kept.stage, gone.stage} == {Stage.SUGGESTED}
    because = f"Merged into claim {kept.number}."
    fields = set_aside_fields(by, because, SetAsideCause.MERGED)
    gone = step("set_aside", gone, by=by, because=because, **fields)
    if kept.stage == Stage.SUGGESTED:
        kept = step("accept", kept, by=by, **acceptance_fields(kept, by))
    words = shortened_quote(words_at(text.text, parts_of(gone)))
    with_it = f"With claim {gone.number}: “{words}”"
    if proposed:
        record("claim.merged", by=by, thread=claim.article, on=kept, because=with_it)
    else:
        kept = step("merge", kept, by=by, because=with_it)
    _add_further_places(kept, gone, text)
    _place_at(kept, text, parts, by)
    record_undo_step(
        article=claim.article,
        by=by,
        verb="merge",
        sentence=f"Claims {_listed([kept, gone])} are one.",
        inverse=stood,
        touched=[kept, gone],
    )
    index([kept])
    return kept


def _place_at(claim: Claim, text: Version, parts: Parts, by: User) -> None:
    """Anchor the first place of a claim at these parts, and word it so. Further places stay."""
    rows = claim.anchors.filter(version=text).order_by("place", "part")
    place = rows.values_list("place", flat=True).first() or 1
    claim.anchors.filter(version=text, place=place).delete()
    made = [
        create_anchor(claim, text, span, place=place, part=number)
        for number, span in enumerate(parts, start=1)
    ]
    place_links(claim=claim, text=text, span=parts[0])
    now = timezone.now()
    claim.spanned_by, claim.spanned_at = by, now
    claim.wording = default_wording(row.quote for row in made)
    claim.worded_by, claim.worded_at = by, now
    claim.revision += 1
    claim.save(
        update_fields=["spanned_by", "spanned_at", "wording", "worded_by", "worded_at", "revision"]
    )


def _split_off(first: Claim, text: Version, piece: Parts, by: User) -> Claim:
    """Create a further piece of a claim. Kind and chain keep their authors; the wording is by `by`.

    The disposition is kept too: a legal review or an ordered fix concerned the whole claim.
    """
    last = Claim.objects.filter(article=first.article_id).aggregate(last=Max("number"))["last"]
    claim = Claim.objects.create(
        article=first.article,
        number=last + 1,
        stage=Stage.OPEN,
        **{name: getattr(first, name) for name in KEPT},
    )
    for link in chain(first):
        Link.objects.create(
            claim=claim,
            position=link.position,
            speaker=link.speaker,
            words=link.words,
            cue=link.cue,
            quote_kind=link.quote_kind,
            governs=link.governs,
        )
    _place_at(claim, text, piece, by)
    quote = words_at(text.text, piece)
    record(
        "claim.split_off",
        by=by,
        thread=first.article,
        on=claim,
        number=claim.number,
        of=first.number,
        quote=quote,
    )
    return claim


def _add_further_places(kept: Claim, gone: Claim, text: Version) -> None:
    """Give the claim that stays the further places of the claim that goes."""
    mine = [Span(row.start, row.end) for row in kept.anchors.filter(version=text)]
    theirs = list(gone.anchors.filter(version=text).order_by("place", "part"))
    last = max(row.place for row in kept.anchors.filter(version=text))
    first = theirs[0].place
    for row in theirs:
        span = Span(row.start, row.end)
        if row.place != first and not any(here.contains(span) for here in mine):
            create_anchor(kept, text, span, place=last + row.place, part=row.part)


def _listed(claims: Sequence[Claim]) -> str:
    """The numbers of claims in a sentence: 3, 4 and 5."""
    numbers = [str(claim.number) for claim in claims]
    return " and ".join([", ".join(numbers[:-1]), numbers[-1]])
