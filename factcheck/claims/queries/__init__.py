"""Reading claims, their chains, where they stand, and the questions on them."""

from collections.abc import Iterable

from django.db.models import Min, Q, QuerySet

from factcheck.claims.lifecycle import NOT_LIVE
from factcheck.claims.models import (
    Anchor,
    Claim,
    ClaimQuerySet,
    Exemption,
    Link,
    Question,
    Speaker,
    Splitting,
    Stage,
)
from factcheck.claims.span_parts import Parts
from factcheck.core.spans import Span, sentences
from factcheck.intake.models import Article, Passage, PassageRole, Version
from factcheck.intake.queries import lock
from factcheck.people.models import User

SPEAKERS_SHOWN = 500


def fresh(claim: Claim) -> Claim:
    """The claim as it stands now, with what its rules look at."""
    return Claim.objects.select_related("article__current_version", "assignee").get(pk=claim.pk)


def hold_claim(claim: Claim) -> Claim:
    """Lock the article of a claim for the rest of the transaction, and read both afresh."""
    lock(claim.article_id)
    return fresh(claim)


def chain(claim: Claim) -> list[Link]:
    """The links that stand, innermost first. One query."""
    rows = claim.links.filter(retired_at__isnull=True).select_related("speaker")
    return list(rows.order_by("position"))


def claim_at(version: Version, span: Span, but: Claim | None = None) -> Claim | None:
    """The live claim, other than `but`, that is anchored at exactly this span. One query."""
    live = Claim.objects.live().filter(
        anchors__version=version, anchors__start=span.start, anchors__end=span.end
    )
    return (live.exclude(pk=but.pk) if but else live).first()


def spoken_for(version: Version) -> list[Span]:
    """Spans on which nothing is to be suggested. One query.

    Those of claims, of suggestions (also of ones that were set aside), and of exemptions.
    """
    anchors = Anchor.objects.filter(
        ~Q(claim__stage=Stage.SET_ASIDE) | Q(claim__suggestion__isnull=False), version=version
    )
    exempt = Exemption.objects.filter(version=version, lifted_at__isnull=True)
    both = anchors.order_by().values_list("start", "end")
    rows = both.union(exempt.order_by().values_list("start", "end"))
    return [Span(start, end) for start, end in rows]


def suggested_in(version: Version, within: Span | None = None) -> list[Claim]:
    """The suggestions in a version, or those that begin in `within`, in text order. One query."""
    rows = Claim.objects.filter(
        article=version.article_id, stage=Stage.SUGGESTED, anchors__version=version
    ).annotate(first=Min("anchors__start"))
    if within:
        rows = rows.filter(first__gte=within.start, first__lt=within.end)
    return list(rows.select_related("article__current_version").order_by("first", "pk"))


def on_the_same_words(version: Version) -> set[int]:
    """The keys of suggestions with a span that is also, exactly, the span of a claim. One query."""
    rows = Anchor.objects.filter(version=version).exclude(claim__stage=Stage.SET_ASIDE)
    live: set[tuple[int, int]] = set()
    suggested: list[tuple[int, tuple[int, int]]] = []
    for claim, stage, start, end in rows.values_list("claim", "claim__stage", "start", "end"):
        if stage == Stage.SUGGESTED:
            suggested.append((claim, (start, end)))
        else:
            live.add((start, end))
    return {claim for claim, words in suggested if words in live}


def splitting_of(version: Version) -> Splitting | None:
    """How far the reading of a version has come; None if nobody asked for it. One query."""
    return Splitting.objects.filter(version=version).select_related("asked_by").first()


def sentence_at(claim: Claim) -> Span | None:
    """The sentence of the current version in which a claim begins. Two queries."""
    version = claim.article.current_version
    anchor = claim.anchors.filter(version=version).order_by("start").first()
    if version is None or anchor is None:
        return None
    passage = version.passages.filter(start__lte=anchor.start, end__gt=anchor.start).first()
    within = Span(passage.start, passage.end) if passage else None
    whole = sentences(version.text, within)
    return next((span for span in whole if span.start <= anchor.start < span.end), None)


def parts_of(claim: Claim) -> Parts:
    """The spans of the first place of a claim in the current version."""
    rows = claim.anchors.filter(version=claim.article.current_version_id)
    spots = list(rows.order_by("place", "part").values_list("place", "start", "end"))
    return tuple(Span(start, end) for place, start, end in spots if place == spots[0][0])


def neighbours(claim: Claim) -> tuple[Claim | None, Claim | None]:
    """The claims before and after this one in the text. Three queries.

    Claims that were set aside do not count, nor does a claim inside another or around this one.
    """
    mine = parts_of(claim)
    if not mine:
        return None, None
    here = Span(mine[0].start, mine[-1].end)
    others = _outermost(
        {pk: span for pk, span in _extents(claim).items() if not span.contains(here)}
    )
    before = [
        (span.start, pk)
        for pk, span in others.items()
        if span.start < here.start and span.end < here.end
    ]
    after = [
        (span.start, pk)
        for pk, span in others.items()
        if span.start > here.start and span.end > here.end
    ]
    keys = [max(before, default=(0, 0))[1], min(after, default=(0, 0))[1]]
    rows = Claim.objects.select_related("article__current_version").in_bulk(keys)
    return rows.get(keys[0]), rows.get(keys[1])


def _extents(claim: Claim) -> dict[int, Span]:
    """The first and last position of the other claims of an article, by key. One query."""
    rows = Anchor.objects.filter(
        version=claim.article.current_version_id, claim__article=claim.article_id
    ).exclude(claim__stage=Stage.SET_ASIDE)
    found: dict[int, tuple[int, Span]] = {}
    spots = rows.exclude(claim=claim).order_by("claim_id", "place", "part")
    for pk, place, start, end in spots.values_list("claim_id", "place", "start", "end"):
        first, whole = found.setdefault(pk, (place, Span(start, end)))
        if place == first:
            found[pk] = (first, Span(min(start, whole.start), max(end, whole.end)))
    return {pk: span for pk, (_, span) in found.items()}


def _outermost(spans: dict[int, Span]) -> dict[int, Span]:
    """The spans that lie in no other span."""
    kept: dict[int, Span] = {}
    furthest = 0
    for pk, span in sorted(spans.items(), key=lambda item: (item[1].start, -item[1].end)):
        if span.end > furthest:
            kept[pk], furthest = span, span.end
    return kept


def claims_of(article: Article) -> ClaimQuerySet:
    """The claims of an article in the order of its text."""
    return Claim.objects.filter(article=article).in_text_order()


def said_in(article: int, speakers: Iterable[Speaker]) -> list[Claim]:
    """The live claims of an article that are said by one of these speakers. One query."""
    rows = Claim.objects.filter(
        article=article, links__speaker__in=list(speakers), links__retired_at__isnull=True
    )
    return list(rows.live().distinct())


def checked_passages(version: Version) -> list[Passage]:
    """The passages under check: all but boilerplate, in order."""
    return list(version.passages.exclude(role=PassageRole.BOILERPLATE).order_by("position"))


def numbered(article: Article) -> ClaimQuerySet:
    """The live claims of an article, by number."""
    return Claim.objects.live().filter(article=article).in_text_order()


def people_at_work() -> QuerySet[User]:
    """Who can be given a claim or a question: everybody active with a role or a grant, by name."""
    held = Q(memberships__isnull=False) | Q(grants__isnull=False)
    return User.objects.filter(held, is_active=True).distinct().order_by("name", "pk")


def open_blocking(article: Article) -> list[Question]:
    """Blocking questions on live claims that nobody has closed."""
    rows = Question.objects.filter(
        claim__in=Claim.objects.live().filter(article=article),
        blocking=True,
        closed_at__isnull=True,
    )
    return list(rows.select_related("claim", "asked_by", "to").order_by("claim__number", "pk"))


def holding_up(claim: Claim) -> Question | None:
    """The first blocking question on a claim that nobody has closed. One query, unless its
    questions were read with it.
    """
    if "questions" in getattr(claim, "_prefetched_objects_cache", {}):
        known = sorted(claim.questions.all(), key=lambda row: row.pk)
        return next((row for row in known if row.blocking and row.closed_at is None), None)
    rows = Question.objects.filter(claim=claim.pk, blocking=True, closed_at__isnull=True)
    return rows.select_related("asked_by").first()


def speakers_for(article: Article) -> list[Speaker]:
    """The article's unnamed speakers and the desk's named ones, by name."""
    rows = Speaker.objects.filter(Q(article=article) | Q(article__isnull=True))
    return list(rows.order_by("name", "note", "pk")[:SPEAKERS_SHOWN])


def number_in_text_order(article: Article) -> dict[int, int]:
    """The number that each claim would have if numbers followed the text, by key.

    Live claims first; claims that stand nowhere in the current version keep their order at the end.
    """
    first = Min("anchors__start", filter=Q(anchors__version=article.current_version_id))
    rows = Claim.objects.filter(article=article).annotate(first=first).order_by("number", "pk")
    ordered = sorted(
        rows.values_list("pk", "stage", "first"),
        key=lambda row: (row[1] in NOT_LIVE, row[2] is None, row[2] or 0),
    )
    return {row[0]: number for number, row in enumerate(ordered, start=1)}
