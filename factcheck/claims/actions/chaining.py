"""The chain of a claim: links are found a speaker and a place in the text, changed, retired."""

from collections.abc import Sequence

from factcheck.claims.actions.linking import PLACED, free_positions, retire_links
from factcheck.claims.actions.speaking import find_or_create_speakers, speaker_key
from factcheck.claims.models import Claim, Link, LinkDraft
from factcheck.claims.queries import chain
from factcheck.core.spans import Span, find_all, nearest
from factcheck.intake.models import Version
from factcheck.people.models import User

ChainWords = list[list[str]]
FIELDS = ("speaker", *PLACED)


def add_links(
    *, claim: Claim, text: Version, span: Span, drafts: Sequence[LinkDraft], by: User
) -> None:
    """Write the chain of a new claim."""
    for link in _links(claim, text, span, drafts, by):
        link.save()


def change_links(
    *, claim: Claim, text: Version, drafts: Sequence[LinkDraft], by: User
) -> tuple[ChainWords, ChainWords]:
    """Make the chain what the drafts say; gives it in words before and after.

    A link keeps its row, and so its evidence and verdicts, where its draft names it and the
    speaker is the same; all others are retired.
    """
    standing = chain(claim)
    anchor = claim.anchors.filter(version=text).order_by("place", "part").first()
    span = Span(anchor.start, anchor.end) if anchor else Span(0, 1)
    wanted = list(_links(claim, text, span, drafts, by))
    was, now = _as_recorded(standing), _as_recorded(wanted)
    if was == now:
        return was, now
    rows = {link.pk: link for link in standing}
    kept = {
        draft.pk: link
        for draft, link in zip(drafts, wanted, strict=True)
        if draft.pk in rows and rows[draft.pk].speaker_id == link.speaker_id
    }
    retire_links([link for link in standing if link.pk not in kept], by)
    free_positions([rows[pk] for pk in kept if pk is not None])
    for link in wanted:
        old = next((rows[pk] for pk, new in kept.items() if new is link and pk is not None), None)
        if old is None:
            link.save()
            continue
        for field in FIELDS:
            setattr(old, field, getattr(link, field))
        old.save(update_fields=FIELDS)
    return was, now


def place_links(*, claim: Claim, text: Version, span: Span) -> None:
    """Look speakers and cues up anew around the place to which the claim has moved."""
    passage = passage_at(text, span)
    for link in chain(claim):
        link.words_start = position_near(text.text, passage, span, link.words)
        link.cue_start = position_near(text.text, passage, span, link.cue)
        link.save(update_fields=["words_start", "cue_start"])


def _links(
    claim: Claim, text: Version, span: Span, drafts: Sequence[LinkDraft], by: User
) -> list[Link]:
    """The drafts as rows that are not saved: speakers found or made, places looked up."""
    governing = next((n for n, draft in enumerate(drafts) if draft.governs), len(drafts) - 1)
    passage = passage_at(text, span)
    speakers = find_or_create_speakers(drafts, claim.article, by)
    return [
        Link(
            claim=claim,
            position=position,
            speaker=speakers[speaker_key(draft)],
            words=draft.words,
            words_start=position_near(text.text, passage, span, draft.words),
            cue=draft.cue,
            cue_start=position_near(text.text, passage, span, draft.cue),
            quote_kind=draft.quote_kind,
            governs=position == governing,
        )
        for position, draft in enumerate(drafts)
    ]


def position_near(text: str, passage: Span, span: Span, words: str) -> int | None:
    """Where these words stand nearest to the claim in its passage, or None where they do not."""
    if not words:
        return None
    inside = text[passage.start : passage.end]
    found = [
        Span(here.start + passage.start, here.end + passage.start)
        for here in find_all(inside, words)
        if _is_whole_word(inside, here)
    ]
    # outside the claim first: the speaker in "X said" stands beside it, a namesake may stand in it
    best = nearest([here for here in found if not span.contains(here)], span) or nearest(
        found, span
    )
    return best.start if best else None


def _is_whole_word(text: str, span: Span) -> bool:
    """Not part of a longer word: "he" is not found in "the"."""
    before = text[span.start - 1 : span.start] if span.start else ""
    after = text[span.end : span.end + 1]
    starts = before.isalnum() and text[span.start].isalnum()
    ends = after.isalnum() and text[span.end - 1].isalnum()
    return not (starts or ends)


def passage_at(text: Version, span: Span) -> Span:
    """The passage in which a claim begins."""
    row = text.passages.filter(start__lte=span.start, end__gt=span.start).first()
    return Span(row.start, row.end) if row else Span(0, len(text.text))


def _as_recorded(links: Sequence[Link]) -> ChainWords:
    """A chain as the trail keeps it."""
    return [
        [
            str(link.speaker),
            link.words,
            link.cue,
            link.quote_kind,
            "governs" if link.governs else "",
            link.speaker.kind,
        ]
        for link in links
    ]
