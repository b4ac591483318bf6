"""The chain of a claim: its links are written, changed, placed in the text and retired."""

from collections.abc import Iterable, Sequence

from django.utils import timezone

from factcheck.claims.models import Claim, Link, LinkDraft, Speaker, SpeakerKind
from factcheck.claims.queries import chain
from factcheck.claims.search import index_speakers
from factcheck.core.spans import Span, find_all, nearest
from factcheck.intake.models import Article, Version
from factcheck.people.models import User

ChainWords = list[list[str]]
SpeakerKey = tuple[str, str, str]  # kind, name and note
PLACED = ("position", "words", "words_start", "cue", "cue_start", "quote_kind", "governs")
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
    """Make the chain what the drafts say. Returns the chain in words, before and after.

    A link keeps its row, and with it its evidence and verdicts, if a draft names it and the
    speaker is the same. All other links are retired.
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


def retire_links(links: Sequence[Link], by: User) -> None:
    """Take links out of the chain. Evidence and verdicts on them stay with them."""
    for link in links:
        link.retired_by, link.retired_at = by, timezone.now()
        link.save(update_fields=["retired_by", "retired_at"])


def free_positions(links: Sequence[Link]) -> None:
    """Move links out of the way before positions and `governs`, which are unique, are set anew."""
    for link in links:
        link.position, link.governs = link.position + 1000, False
        link.save(update_fields=["position", "governs"])


def place_links(*, claim: Claim, text: Version, span: Span) -> None:
    """Find speakers and cues again near the words where the claim stands now."""
    passage = passage_at(text, span)
    for link in chain(claim):
        link.words_start = position_near(text.text, passage, span, link.words)
        link.cue_start = position_near(text.text, passage, span, link.cue)
        link.save(update_fields=["words_start", "cue_start"])


def _links(
    claim: Claim, text: Version, span: Span, drafts: Sequence[LinkDraft], by: User
) -> list[Link]:
    """Unsaved rows for the drafts, with their speakers and their positions in the text."""
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


def speaker_key(draft: LinkDraft) -> SpeakerKey:
    """What tells one speaker from another."""
    return draft.speaker_kind, draft.speaker_name, draft.speaker_note


def find_or_create_speakers(
    drafts: Sequence[LinkDraft], article: Article, by: User
) -> dict[SpeakerKey, Speaker]:
    """The speakers of these drafts by key; missing ones are created.

    They are created in a fixed order, so that two transactions with the same new speakers do not
    deadlock. The name of a merged speaker stands for the speaker who was kept. All speakers are
    locked, so that none is merged before its link is written.
    """
    wanted = {speaker_key(draft): draft for draft in drafts}
    found: dict[SpeakerKey, Speaker] = {}
    made: list[Speaker] = []
    for key in sorted(wanted):
        found[key], is_new = _find_or_create_speaker(wanted[key], article, by)
        made += [found[key]] if is_new else []
    if made:
        index_speakers(made)
    held = lock_kept_speakers({speaker.pk for speaker in found.values()})
    return {key: held[speaker.pk] for key, speaker in found.items()}


def _find_or_create_speaker(draft: LinkDraft, article: Article, by: User) -> tuple[Speaker, bool]:
    """The speaker of this draft, and whether it is new. An unnamed one belongs to the article."""
    owner = article if draft.speaker_kind == SpeakerKind.UNNAMED else None
    return Speaker.objects.get_or_create(
        kind=draft.speaker_kind,
        name=draft.speaker_name,
        note=draft.speaker_note,
        article=owner,
        defaults={"added_by": by},
    )


def lock_kept_speakers(keys: Iterable[int]) -> dict[int, Speaker]:
    """Lock these speakers in order of key. Returns, by key, each one or the one it was merged into."""
    held: dict[int, Speaker] = {}
    more = set(keys)
    while more:
        held |= {speaker.pk: speaker for speaker in lock_speakers(more)}
        more = {row.merged_into_id for row in held.values() if row.merged_into_id} - held.keys()
    found = {}
    for key in keys:
        speaker = held[key]
        while speaker.merged_into_id:
            speaker = held[speaker.merged_into_id]
        found[key] = speaker
    return found


def lock_speakers(keys: Iterable[int]) -> list[Speaker]:
    """Lock these speakers in order of key, and read them afresh."""
    return list(Speaker.objects.select_for_update(no_key=True).filter(pk__in=keys).order_by("pk"))


def position_near(text: str, passage: Span, span: Span, words: str) -> int | None:
    """The position of these words in the passage, nearest to the claim; None if they are not there."""
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
    """Whether the span is not part of a longer word, as "he" is in "the"."""
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
    """A chain in words, as an event records it."""
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
