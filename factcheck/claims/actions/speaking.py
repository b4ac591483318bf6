"""Speakers are renamed, merged where two are one, and taken apart again."""

from collections.abc import Iterable

from django.db import transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.chaining import lock_speakers
from factcheck.claims.actions.moving import reopen
from factcheck.claims.models import Claim, Link, Speaker, SpeakerKind, SpeakerMerge
from factcheck.claims.queries.speaking import fresh_merge, remade_since
from factcheck.claims.search import index_speakers
from factcheck.core.rulings import ALLOWED, Ruling, not_now, unchanged
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record

RENAMED = "A speaker in its chain was renamed."
MERGED = "A speaker in its chain was merged into another."
TAKEN_APART = "A speaker in its chain was taken apart from another."


@transaction.atomic
def rename_speaker(
    *, speaker: Speaker, by: User, kind: str, name: str, note: str, seen: int | None = None
) -> Speaker:
    """Change the name, kind or note of a speaker. Editions stay as they are.

    Claims that were checked or approved with the former name are reopened. Claims in review stay
    there; a reviewer who has one open is told that it changed.
    """
    _hold_articles_naming(speaker)
    [speaker] = lock_speakers([speaker.pk])
    (rules.may_change_speaker(by, speaker) and unchanged(seen, speaker.revision)).enforce()
    was = [speaker.kind, speaker.name, speaker.note]
    if was == [kind, name, note]:
        return speaker
    _is_told_apart(speaker, kind, name, note).enforce()
    speaker.kind, speaker.name, speaker.note = kind, name, note
    speaker.revision += 1
    speaker.renamed_by, speaker.renamed_at = by, timezone.now()
    speaker.save(update_fields=["kind", "name", "note", "revision", "renamed_by", "renamed_at"])
    index_speakers([speaker])
    record("speaker.renamed", by=by, thread=speaker, on=speaker, was=was, now=[kind, name, note])
    for claim in _claims_naming(speaker):
        reopen(claim=claim, by=by, because=RENAMED)
    return speaker


@transaction.atomic
def merge_speakers(
    *, speaker: Speaker, into: Speaker, by: User, seen: int | None = None
) -> SpeakerMerge:
    """Merge a speaker into another. Its links go over, and its name becomes one of the other's.

    Editions stay as they are. Claims that were checked or approved are reopened if their chain now
    shows another name. Claims in review stay there, as when a speaker is renamed.
    """
    _hold_articles_naming(speaker, into)
    held = {row.pk: row for row in lock_speakers([speaker.pk, into.pk])}
    speaker, into = held[speaker.pk], held[into.pk]
    (rules.may_merge(by, speaker, into) and unchanged(seen, speaker.revision)).enforce()
    claims = _claims_naming(speaker)
    links = list(Link.objects.filter(speaker=speaker).order_by("pk"))
    for link in links:
        link.speaker = into
    Link.objects.bulk_update(links, ["speaker"])
    _set_merged_into(speaker, into)
    merge = SpeakerMerge.objects.create(
        speaker=speaker, into=into, links=[link.pk for link in links], merged_by=by
    )
    index_speakers([speaker, into])
    numbers = [[claim.article_id, claim.number] for claim in claims]
    record(
        "speaker.merged", by=by, thread=into, on=speaker,
        was=_name(speaker), now=_name(into), claims=numbers,
    )  # fmt: skip
    _reopen(claims, by, MERGED)
    return merge


@transaction.atomic
def unmerge_speakers(*, merge: SpeakerMerge, by: User) -> Speaker:
    """Take a merge back: the links that went over go back. Returns the speaker that is one
    again.

    Refused if a chain was changed since and names the speaker that was kept.
    """
    merge = fresh_merge(merge)
    _hold_articles_naming(merge.into)
    held = {row.pk: row for row in lock_speakers([merge.speaker_id, merge.into_id])}
    merge = fresh_merge(merge)
    speaker, into = held[merge.speaker_id], held[merge.into_id]
    rules.may_unmerge(by, merge).enforce()
    _is_unchanged_since(merge).enforce()
    links = list(Link.objects.filter(pk__in=merge.links).order_by("pk"))
    for link in links:
        link.speaker = speaker
    Link.objects.bulk_update(links, ["speaker"])
    _set_merged_into(speaker, None)
    merge.undone_by, merge.undone_at = by, timezone.now()
    merge.save(update_fields=["undone_by", "undone_at"])
    index_speakers([speaker, into])
    claims = _claims_naming(speaker)
    numbers = [[claim.article_id, claim.number] for claim in claims]
    record(
        "speaker.unmerged", by=by, thread=into, on=speaker,
        was=_name(into), now=_name(speaker), claims=numbers,
    )  # fmt: skip
    _reopen(claims, by, TAKEN_APART)
    return speaker


def _set_merged_into(speaker: Speaker, into: Speaker | None) -> None:
    """Set which speaker this one, and all that were merged into it, stand for."""
    speaker.merged_into = into
    speaker.revision += 1
    speaker.save(update_fields=["merged_into", "revision"])
    names = Speaker.objects.filter(merges__undone_at__isnull=True, merges__into=speaker)
    for other in names.order_by("pk"):
        other.merged_into = into or speaker
        other.save(update_fields=["merged_into"])
    if into is not None:
        into.revision += 1
        into.save(update_fields=["revision"])


def _name(speaker: Speaker) -> list[str]:
    return [speaker.kind, speaker.name, speaker.note]


def _reopen(claims: Iterable[Claim], by: User, because: str) -> None:
    """Reopen what was checked or approved: no two speakers have the same name."""
    for claim in claims:
        reopen(claim=claim, by=by, because=because)


def _is_unchanged_since(merge: SpeakerMerge) -> Ruling:
    """Whether no chain with the speaker was changed since to name the one that was kept."""
    claim = remade_since(merge)
    if claim is None:
        return ALLOWED
    return not_now(
        f"The chain of claim {claim.number} was made anew since they were merged, and names "
        f"{merge.into}. Take that out of the chain first, and say who it is afterwards."
    )


def _claims_naming(*speakers: Speaker) -> list[Claim]:
    """Claims with one of these speakers in their chain, ordered by article."""
    rows = Claim.objects.filter(links__speaker__in=speakers, links__retired_at__isnull=True)
    return list(rows.distinct().order_by("article_id", "pk"))


def _hold_articles_naming(*speakers: Speaker) -> None:
    """Lock the articles in whose chains the speakers stand, in order, before the speakers.

    Articles that are added while this waits for a lock are locked as well.
    """
    held: set[int] = set()
    while more := {claim.article_id for claim in _claims_naming(*speakers)} - held:
        for article in sorted(more):
            hold(article)
        held |= more


def _is_told_apart(speaker: Speaker, kind: str, name: str, note: str) -> Ruling:
    """Whether the speaker stays named or unnamed, and no other speaker has the same name and
    note.
    """
    if (kind == SpeakerKind.UNNAMED) == speaker.is_named:
        return not_now("A named speaker and an unnamed one are not made into each other.")
    rows = Speaker.objects.filter(article=speaker.article_id, kind=kind, name=name, note=note)
    twin = rows.exclude(pk=speaker.pk).first()
    if twin is None:
        return ALLOWED
    if twin.merged_into_id == speaker.pk:
        return not_now(
            "This is one of their names already. Take it apart, then merge the other way."
        )
    return not_now("There is a speaker of this name already. Tell the two apart.")
