"""The words by which claims and speakers are found."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import F

from factcheck.claims.models import Claim, ClaimWords, Speaker, SpeakerWords
from factcheck.core.search.index import find_rows
from factcheck.core.search.terms import SearchTerms, words_of
from factcheck.core.search.words import Hits, entry

TELLING = 3  # letters
NAME_WORDS = 4
SHARED = 200


def index(claims: Iterable[Claim]) -> None:
    """Keep the words of these claims as they stand now. Two queries for any number.

    Called by whatever makes claims, words them, or changes where they stand.
    """
    ClaimWords.objects.bulk_create(
        entries(claim.pk for claim in claims),
        update_conflicts=True,
        unique_fields=["claim"],
        update_fields=["head", "words"],
    )


def index_made(claims: Iterable[tuple[Claim, Sequence[str]]], speakers: Iterable[Speaker]) -> None:
    """Keep the words of rows that were just made: claims with their quotes, and speakers.

    Nothing is read for it. Somebody else may have made one of the speakers a moment ago.
    """
    ClaimWords.objects.bulk_create(
        entry(ClaimWords, claim.pk, claim.wording or " ".join(quotes), *quotes)
        for claim, quotes in claims
    )
    SpeakerWords.objects.bulk_create(
        (entry(SpeakerWords, row.pk, row.name, row.note) for row in speakers),
        ignore_conflicts=True,
    )


def entries(claims: Iterable[int]) -> list[ClaimWords]:
    """The words of claims, by key, to be kept: the wording, and the quotes of the current text.

    A claim that stands nowhere in it is found by what it was quoted with before.
    """
    rows = (
        Claim.objects.filter(pk__in=list(claims))
        .annotate(here=F("article__current_version"), quoted=F("anchors__quote"))
        .order_by("pk", "anchors__version", "anchors__place", "anchors__part")
        .values_list("pk", "wording", "quoted", "anchors__version", "here")
    )
    wordings: dict[int, str] = {}
    now: dict[int, list[str]] = {}
    ever: dict[int, list[str]] = {}
    for key, wording, quote, version, current in rows:
        wordings[key] = wording
        ever.setdefault(key, []).append(quote or "")
        if version == current:
            now.setdefault(key, []).append(quote or "")
    found = []
    for key, wording in wordings.items():
        quotes = now.get(key) or ever[key]
        found.append(entry(ClaimWords, key, wording or " ".join(quotes), *quotes))
    return found


def index_speakers(speakers: Iterable[Speaker]) -> None:
    """Keep the words of these speakers as they are called now, and of those merged into them."""
    SpeakerWords.objects.bulk_create(
        speaker_entries(speaker.pk for speaker in speakers),
        update_conflicts=True,
        unique_fields=["speaker"],
        update_fields=["head", "words"],
    )


def speaker_entries(speakers: Iterable[int]) -> list[SpeakerWords]:
    """The words of speakers, by key, to be kept. One that is another's name is found by that one."""
    keys = list(speakers)
    also: dict[int, list[str]] = {}
    for into, name, note in Speaker.objects.filter(merged_into__in=keys).values_list(
        "merged_into", "name", "note"
    ):
        also.setdefault(into or 0, []).extend([name, note])
    return [
        entry(SpeakerWords, pk, "")
        if merged
        else entry(SpeakerWords, pk, name, note, *also.get(pk, ()))
        for pk, name, note, merged in Speaker.objects.filter(pk__in=keys).values_list(
            "pk", "name", "note", "merged_into"
        )
    ]


def found(wanted: SearchTerms, *, before: int | None = None, limit: int) -> Hits:
    """The newest claims with these words."""
    return find_rows(ClaimWords, wanted, before=before, limit=limit)


def speakers_found(wanted: SearchTerms, *, before: int | None = None, limit: int) -> Hits:
    """The newest speakers with these words; merged ones by the name that was kept."""
    return find_rows(SpeakerWords, wanted, before=before, limit=limit)


def likely_speakers(speaker: Speaker) -> list[int]:
    """Who may be the same: speakers that share words of the name, the most telling first, by key.

    The fewer names a word stands in, the more it tells; in very many it tells nothing.
    """
    shared: dict[int, float] = defaultdict(float)
    telling = [word for word in words_of(speaker.name) if len(word) >= TELLING]
    for word in telling[:NAME_WORDS]:
        hits = find_rows(SpeakerWords, SearchTerms((word,)), limit=SHARED)
        for key in () if hits.more is not None else hits.keys:
            shared[key] += 1 / len(hits.keys)
    shared.pop(speaker.pk, None)
    return sorted(shared, key=lambda key: (-shared[key], key))
