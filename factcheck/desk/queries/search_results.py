"""What is found by words: a constant number of queries for each kind."""

from collections.abc import Callable, Mapping, Sequence

from django.db.models import Count, Q

from factcheck.claims.lifecycle import LIVE
from factcheck.claims.models import Claim, Speaker
from factcheck.core.search.terms import SearchTerms
from factcheck.desk.pages.search_results import (
    NOUNS,
    ResultGroup,
    ResultRow,
    SearchResults,
    address_of,
    article_row,
    claim_row,
    count_in_words,
    hidden_source_row,
    source_row,
    speaker_row,
)
from factcheck.desk.queries.queue import titles_and_marks
from factcheck.desk.queries.search import everywhere, of_kind
from factcheck.desk.queries.titles import titles_of, with_quotes
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.queries import house_rules
from factcheck.verification.models import Evidence, Source, sees

PAGE = 25
FIRST = {"articles": 5, "claims": 10, "speakers": 5, "sources": 5}


def results(q: str, wanted: SearchTerms, user: User) -> SearchResults:
    """The best of each kind."""
    found = everywhere(wanted, user)
    groups = []
    for kind, hits in found.items():
        if not hits.rows:
            continue
        best = hits.best(wanted, FIRST[kind])
        all_of_them = len(hits.rows) > len(best) or hits.more is not None
        groups.append(
            ResultGroup(
                kind=kind,
                title=NOUNS[kind][1],
                count=count_in_words(kind, hits),
                rows=_rows(kind, best, wanted, user),
                every=address_of(q, kind) if all_of_them else "",
            )
        )
    without = tuple(NOUNS[kind][1].lower() for kind in found if not found[kind].rows)
    return SearchResults(q, wanted, "", tuple(groups), without)


def results_of(
    kind: str, q: str, wanted: SearchTerms, user: User, before: int | None
) -> SearchResults:
    """One page of one kind, newest first."""
    hits = of_kind(kind, wanted, user, before=before, limit=PAGE)
    group = ResultGroup(
        kind=kind,
        title=NOUNS[kind][1],
        count="newest first",
        rows=_rows(kind, hits.keys, wanted, user),
        more=address_of(q, kind, hits.more) if hits.more is not None else "",
    )
    return SearchResults(q, wanted, kind, (group,) if hits.rows or group.more else ())


def _rows(kind: str, keys: Sequence[int], wanted: SearchTerms, user: User) -> tuple[ResultRow, ...]:
    """The rows with these keys, in this order."""
    if not keys:
        return ()
    found = READ[kind](keys, wanted, user)
    return tuple(found[key] for key in keys if key in found)


def _articles(keys: Sequence[int], wanted: SearchTerms, user: User) -> Mapping[int, ResultRow]:
    rows = Article.objects.filter(pk__in=keys).select_related("current_version")
    return {row.pk: article_row(row, wanted) for row in rows}


def _claims(keys: Sequence[int], wanted: SearchTerms, user: User) -> Mapping[int, ResultRow]:
    rows = list(with_quotes(Claim.objects.filter(pk__in=keys)))
    titles = titles_of(row.article_id for row in rows)
    names = titles_and_marks(rows, titles, house_rules())
    return {row.pk: claim_row(row, wanted, names) for row in rows}


def _speakers(keys: Sequence[int], wanted: SearchTerms, user: User) -> Mapping[int, ResultRow]:
    said = Q(links__retired_at__isnull=True, links__claim__stage__in=LIVE)
    rows = list(
        Speaker.objects.filter(pk__in=keys)
        .annotate(claims=Count("links__claim", filter=said, distinct=True))
        .prefetch_related("aliases")
    )
    titles = titles_of([row.article_id for row in rows if row.article_id])
    return {row.pk: speaker_row(row, wanted, titles) for row in rows}


def _sources(keys: Sequence[int], wanted: SearchTerms, user: User) -> Mapping[int, ResultRow]:
    rows = list(Source.objects.filter(pk__in=keys))
    hidden = [row.pk for row in rows if not sees(user, row)]
    cited = _cited(hidden)
    return {
        row.pk: hidden_source_row(row, wanted, cited.get(row.pk))
        if row.pk in hidden
        else source_row(row, wanted)
        for row in rows
    }


def _cited(sources: Sequence[int]) -> dict[int, Claim]:
    """The newest claim that each of these is cited for. No query for none."""
    if not sources:
        return {}
    rows = Evidence.objects.standing().filter(source__in=sources).select_related("claim")
    return {row.source_id: row.claim for row in rows.order_by("pk")}


READ: dict[str, Callable[[Sequence[int], SearchTerms, User], Mapping[int, ResultRow]]] = {
    "articles": _articles,
    "claims": _claims,
    "speakers": _speakers,
    "sources": _sources,
}
