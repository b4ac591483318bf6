"""The chain of a claim: links are found a speaker and a place in the text, changed, retired."""

from collections.abc import Sequence

from django.db import transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.linking import PLACED, retire, step_aside
from factcheck.claims.actions.moving import reopen
from factcheck.claims.models import Claim, Link, LinkDraft, Speaker, SpeakerKind
from factcheck.claims.queries import chain
from factcheck.core.rulings import ALLOWED, Ruling, not_now, unchanged
from factcheck.core.spans import Span, find_all, nearest
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record

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
    was, now = _in_words(standing), _in_words(wanted)
    if was == now:
        return was, now
    rows = {link.pk: link for link in standing}
    kept = {
        draft.pk: link
        for draft, link in zip(drafts, wanted, strict=True)
        if draft.pk in rows and rows[draft.pk].speaker_id == link.speaker_id
    }
    retire([link for link in standing if link.pk not in kept], by)
    step_aside([rows[pk] for pk in kept if pk is not None])
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
    passage = passage_of(text, span)
    for link in chain(claim):
        link.words_start = place(text.text, passage, span, link.words)
        link.cue_start = place(text.text, passage, span, link.cue)
        link.save(update_fields=["words_start", "cue_start"])


def _links(
    claim: Claim, text: Version, span: Span, drafts: Sequence[LinkDraft], by: User
) -> list[Link]:
    """The drafts as rows that are not saved: speakers found or made, places looked up."""
    governing = next((n for n, draft in enumerate(drafts) if draft.governs), len(drafts) - 1)
    passage = passage_of(text, span)
    speakers = _speakers(drafts, claim.article, by)
    return [
        Link(
            claim=claim,
            position=position,
            speaker=speakers[_called(draft)],
            words=draft.words,
            words_start=place(text.text, passage, span, draft.words),
            cue=draft.cue,
            cue_start=place(text.text, passage, span, draft.cue),
            quote_kind=draft.quote_kind,
            governs=position == governing,
        )
        for position, draft in enumerate(drafts)
    ]


def place(text: str, passage: Span, span: Span, words: str) -> int | None:
    """Where these words stand nearest to the claim in its passage, or None where they do not."""
    if not words:
        return None
    inside = text[passage.start : passage.end]
    found = [
        Span(here.start + passage.start, here.end + passage.start)
        for here in find_all(inside, words)
        if _whole(inside, here)
    ]
    # outside the claim first: the speaker in "X said" stands beside it, a namesake may stand in it
    best = nearest([here for here in found if not span.contains(here)], span) or nearest(
        found, span
    )
    return best.start if best else None


def _whole(text: str, span: Span) -> bool:
    """Not part of a longer word: "he" is not found in "the"."""
    before = text[span.start - 1 : span.start] if span.start else ""
    after = text[span.end : span.end + 1]
    starts = before.isalnum() and text[span.start].isalnum()
    ends = after.isalnum() and text[span.end - 1].isalnum()
    return not (starts or ends)


def passage_of(text: Version, span: Span) -> Span:
    """The passage in which a claim begins."""
    row = text.passages.filter(start__lte=span.start, end__gt=span.start).first()
    return Span(row.start, row.end) if row else Span(0, len(text.text))


def _called(draft: LinkDraft) -> tuple[str, str, str]:
    """What tells one speaker from another."""
    return draft.speaker_kind, draft.speaker_name, draft.speaker_note


def _speakers(
    drafts: Sequence[LinkDraft], article: Article, by: User
) -> dict[tuple[str, str, str], Speaker]:
    """The speakers of a chain, always made in one order.

    So two chains with the same new speakers wait for each other, and not each for the other.
    """
    called = {_called(draft): draft for draft in drafts}
    return {key: _speaker(called[key], article, by) for key in sorted(called)}


def _speaker(draft: LinkDraft, article: Article, by: User) -> Speaker:
    """The speaker of that name, made where there is none yet. Unnamed ones are the article's."""
    owner = article if draft.speaker_kind == SpeakerKind.UNNAMED else None
    speaker, _ = Speaker.objects.get_or_create(
        kind=draft.speaker_kind,
        name=draft.speaker_name,
        note=draft.speaker_note,
        article=owner,
        defaults={"added_by": by},
    )
    return speaker


def _in_words(links: Sequence[Link]) -> ChainWords:
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


@transaction.atomic
def rename_speaker(
    *, speaker: Speaker, by: User, kind: str, name: str, note: str, seen: int | None = None
) -> Speaker:
    """Change how a speaker is called. Editions stay as they are; claims that were checked or
    signed off with the former name are looked at again. Those in review stay there: whoever has
    them open is told that they changed."""
    _hold_where_named(speaker)
    speaker = Speaker.objects.select_for_update(no_key=True).get(pk=speaker.pk)
    (rules.may_change_speaker(by, speaker) and unchanged(seen, speaker.revision)).enforce()
    was = [speaker.kind, speaker.name, speaker.note]
    if was == [kind, name, note]:
        return speaker
    _told_apart(speaker, kind, name, note).enforce()
    speaker.kind, speaker.name, speaker.note = kind, name, note
    speaker.revision += 1
    speaker.renamed_by, speaker.renamed_at = by, timezone.now()
    speaker.save(update_fields=["kind", "name", "note", "revision", "renamed_by", "renamed_at"])
    record("speaker.renamed", by=by, thread=speaker, on=speaker, was=was, now=[kind, name, note])
    for claim in _named_in(speaker):
        reopen(claim=claim, by=by, because="A speaker in its chain was renamed.")
    return speaker


def _named_in(speaker: Speaker) -> list[Claim]:
    """Claims with this speaker in their chain, in the order of their articles."""
    rows = Claim.objects.filter(links__speaker=speaker, links__retired_at__isnull=True)
    return list(rows.distinct().order_by("article_id", "pk"))


def _hold_where_named(speaker: Speaker) -> None:
    """Lock the articles in whose chains the speaker stands, in order, before the speaker.

    What joined them while waiting for the locks is locked as well.
    """
    held: set[int] = set()
    while more := {claim.article_id for claim in _named_in(speaker)} - held:
        for article in sorted(more):
            hold(article)
        held |= more


def _told_apart(speaker: Speaker, kind: str, name: str, note: str) -> Ruling:
    """Unnamed ones stay unnamed, and no two speakers are called the same."""
    if (kind == SpeakerKind.UNNAMED) == speaker.is_named:
        return not_now("A named speaker and an unnamed one are not made into each other.")
    twins = Speaker.objects.filter(article=speaker.article_id, kind=kind, name=name, note=note)
    if twins.exclude(pk=speaker.pk).exists():
        return not_now("There is a speaker of this name already. Tell the two apart.")
    return ALLOWED
