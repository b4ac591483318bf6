"""Reading claims, chains, coverage and speakers."""

from collections.abc import Iterable

from django.db.models import Min, Q

from factcheck.claims.coverage import Coverage, Exempt, cover
from factcheck.claims.models import (
    Anchor,
    Claim,
    ClaimQuerySet,
    Exemption,
    Link,
    Question,
    Speaker,
)
from factcheck.core.spans import Span
from factcheck.intake.models import Article, Passage, PassageRole, Version

SPEAKERS_SHOWN = 500


def fresh(claim: Claim) -> Claim:
    """The claim as it stands now, with what its rules look at."""
    return Claim.objects.select_related("article__current_version", "assignee").get(pk=claim.pk)


def chain(claim: Claim) -> list[Link]:
    """The links that stand, innermost first. One query."""
    rows = claim.links.filter(retired_at__isnull=True).select_related("speaker")
    return list(rows.order_by("position"))


def anchors_of(version: Version) -> list[Anchor]:
    """Every anchor of the version in text order, with its claim. One query."""
    return list(version.anchors.select_related("claim").order_by("start", "-end", "pk"))


def exemptions_of(version: Version) -> list[Exemption]:
    """The exemptions that count, in text order. One query."""
    rows = version.exemptions.filter(lifted_at__isnull=True).select_related(
        "repeats", "exempted_by"
    )
    return list(rows.order_by("start", "pk"))


def checked_passages(version: Version) -> list[Passage]:
    """The passages under check: all but boilerplate, in order."""
    return list(version.passages.exclude(role=PassageRole.BOILERPLATE).order_by("position"))


def coverage_of(version: Version) -> Coverage:
    """Which words of the version are accounted for. Four queries."""
    live = Claim.objects.live().filter(article=version.article_id)
    anchors = version.anchors.filter(claim__in=live).values_list("start", "end")
    links = Link.objects.filter(claim__in=live, retired_at__isnull=True)
    exemptions = version.exemptions.filter(lifted_at__isnull=True)
    return cover(
        version.text,
        passages=[Span(p.start, p.end) for p in checked_passages(version)],
        anchors=[Span(start, end) for start, end in anchors],
        seeds=list(seeds(links)),
        exemptions=[
            Exempt(Span(start, end), reason)
            for start, end, reason in exemptions.values_list("start", "end", "reason")
        ],
    )


def seeds(links: Iterable[Link]) -> Iterable[Span]:
    """Where the speakers and cues of links stand in the text."""
    for link in links:
        if link.words_start is not None and link.words:
            yield Span(link.words_start, link.words_start + len(link.words))
        if link.cue_start is not None and link.cue:
            yield Span(link.cue_start, link.cue_start + len(link.cue))


def numbered(article: Article) -> ClaimQuerySet:
    """The claims of an article that count, by number."""
    return Claim.objects.live().filter(article=article).in_text_order()


def open_blocking(article: Article) -> list[Question]:
    """Blocking questions on live claims that nobody has closed."""
    rows = Question.objects.filter(
        claim__in=Claim.objects.live().filter(article=article),
        blocking=True,
        closed_at__isnull=True,
    )
    return list(rows.select_related("claim", "asked_by", "to").order_by("claim__number", "pk"))


def speakers_for(article: Article) -> list[Speaker]:
    """The article's unnamed speakers and the desk's named ones, by name."""
    rows = Speaker.objects.filter(Q(article=article) | Q(article__isnull=True))
    return list(rows.order_by("name", "note", "pk")[:SPEAKERS_SHOWN])


def number_in_text_order(article: Article) -> dict[int, int]:
    """The number that each claim would have if numbers followed the text, by key.

    Live claims first; claims that stand nowhere in the current version keep their order at the end.
    """
    rows = Claim.objects.filter(article=article).annotate(
        first=Min("anchors__start", filter=Q(anchors__version=article.current_version_id))
    )
    ordered = sorted(
        rows, key=lambda c: (not c.is_live, c.first is None, c.first or 0, c.number, c.pk)
    )
    return {claim.pk: number for number, claim in enumerate(ordered, start=1)}


def speaker_page(q: str = "", after: str = "") -> tuple[list[Speaker], str]:
    """Named speakers by name, from one name on; the name to go on from, or nothing."""
    rows = Speaker.objects.filter(article__isnull=True)
    for word in q.split()[:8]:
        rows = rows.filter(Q(name__icontains=word) | Q(note__icontains=word))
    if after:
        rows = rows.filter(name__gt=after)
    found = list(rows.order_by("name", "note", "pk")[:101])
    return found[:100], found[99].name if len(found) > 100 else ""
