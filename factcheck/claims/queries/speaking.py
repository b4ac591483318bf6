"""Reading speakers: the list of them, who may be the same, and what was merged."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from django.db.models import Case, Count, F, Q, QuerySet, When

from factcheck.claims.lifecycle import LIVE, MOVES
from factcheck.claims.models import Claim, Link, Speaker, SpeakerMerge
from factcheck.claims.search import likely_speakers, speakers_found
from factcheck.core.paging import Page, page_of, rows_after
from factcheck.core.search.terms import read_terms, search_words

OFFERED = 12
FOUND = 100
KEY = 18  # digits of a key that a database takes
PAGE = 100
BY_NAME = ("name", "note", "pk")


def fresh_merge(merge: SpeakerMerge) -> SpeakerMerge:
    """The merge as it stands now, with both speakers."""
    return SpeakerMerge.objects.select_related("speaker", "into").get(pk=merge.pk)


def remade_since(merge: SpeakerMerge) -> Claim | None:
    """A claim whose chain was made anew since, and names the kept one: who knows which was meant.

    A link of it that went over was retired since, and another one says the same speaker now.
    """
    gone = Link.objects.filter(pk__in=merge.links, retired_at__gt=merge.merged_at)
    anew = Link.objects.filter(
        claim__in=gone.values("claim"), speaker=merge.into, retired_at__isnull=True
    )
    link = anew.exclude(pk__in=merge.links).select_related("claim").order_by("pk").first()
    return link.claim if link else None


def merge_of(speaker: Speaker) -> QuerySet[SpeakerMerge]:
    """The merge by which a speaker became another's name, if that stands."""
    rows = SpeakerMerge.objects.select_related("speaker", "into__merged_into")
    return rows.filter(speaker=speaker, undone_at__isnull=True)


def could_be(speaker: Speaker, q: str = "", chosen: Sequence[str] = ()) -> QuerySet[Speaker]:
    """Who may be the same speaker: those with these words, else the likely ones; and the chosen.

    Of an unnamed speaker, the other unnamed ones of the article.
    """
    rows = counted(Speaker.objects.filter(article=speaker.article_id)).exclude(pk=speaker.pk)
    if speaker.article_id is not None:
        return rows.order_by("name", "note", "pk")
    wanted = read_terms(q)
    found = speakers_found(wanted, limit=FOUND).best(wanted, OFFERED) if wanted else None
    keys = (likely_speakers(speaker) if found is None else found)[:OFFERED]
    keys += [int(key) for key in chosen if key.isdecimal() and len(key) < KEY]
    place = Case(*(When(pk=key, then=n) for n, key in enumerate(keys)), default=len(keys))
    return rows.filter(pk__in=keys).order_by(place, "pk")


def counted(speakers: QuerySet[Speaker]) -> QuerySet[Speaker]:
    """Those that speak for themselves, each with the number of `claims` that count."""
    live = Q(links__retired_at__isnull=True, links__claim__stage__in=LIVE)
    claims = Count("links__claim", filter=live, distinct=True)
    return speakers.filter(merged_into__isnull=True).annotate(claims=claims)


def signed_off_with(speaker: Speaker) -> int:
    """How many claims were checked or approved with this speaker in their chain."""
    rows = Claim.objects.filter(stage__in=MOVES["reopen"].sources)
    rows = rows.filter(links__speaker=speaker, links__retired_at__isnull=True)
    return rows.distinct().count()


def merges_into(speaker: Speaker) -> list[SpeakerMerge]:
    """The names that were found to be this speaker's, as they were merged. One query."""
    rows = SpeakerMerge.objects.filter(undone_at__isnull=True, into=speaker)
    return list(rows.select_related("speaker", "merged_by").order_by("pk"))


def merged_by(speakers: Iterable[Speaker]) -> dict[int, set[int]]:
    """Who found that another name is one of these speakers', by the speaker's key.

    No query where nobody did. What is called the same as before is nobody's work.
    """
    changed = {speaker.pk for speaker in speakers if speaker.revision > 1}
    found: dict[int, set[int]] = defaultdict(set)
    if changed:
        rows = renaming_merges().filter(into__in=changed)
        for into, person in rows.values_list("into_id", "merged_by_id"):
            found[into].add(person)
    return found


def renaming_merges() -> QuerySet[SpeakerMerge]:
    """The merges that stand and by which a chain is called otherwise."""
    same = Q(speaker__kind=F("into__kind"), speaker__name=F("into__name"))
    rows = SpeakerMerge.objects.filter(undone_at__isnull=True)
    return rows.exclude(same & Q(speaker__note=F("into__note")))


def speaker_page(q: str = "", after: int | None = None) -> Page[Speaker]:
    """Named speakers by name, those with these words, behind one speaker."""
    rows = counted(Speaker.objects.filter(article__isnull=True))
    for word in search_words(q):
        rows = rows.filter(Q(name__icontains=word) | Q(note__icontains=word))
    last = Speaker.objects.filter(pk=after).first() if after is not None else None
    if last is not None:
        rows = rows.filter(rows_after(last, BY_NAME))
    return page_of(rows.order_by(*BY_NAME), PAGE)


def said_by(speaker: Speaker) -> list[Claim]:
    """The newest claims that count and have this speaker in their chain. One query."""
    rows = Claim.objects.live().filter(links__speaker=speaker, links__retired_at__isnull=True)
    rows = rows.select_related("article__current_version").distinct()
    return list(rows.order_by("-article_id", "number")[:PAGE])


def speaker_rows() -> QuerySet[Speaker]:
    """Speakers with what their page shows."""
    return Speaker.objects.select_related("article__current_version", "added_by", "merged_into")
