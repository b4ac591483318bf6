"""What was found by words, as rows of a page: a constant number of queries for each kind."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Count, Q
from django.urls import reverse
from django.utils.http import urlencode

from factcheck.claims.lifecycle import LIVE
from factcheck.claims.models import Claim, Speaker
from factcheck.core.indexing import HITS, Hits
from factcheck.core.searching import Asked, Run, excerpt, runs
from factcheck.desk.pages.queue import Words, in_workspace
from factcheck.desk.queries.search import everywhere, of_kind
from factcheck.desk.queries.titles import titles_of, with_quotes, wording_of
from factcheck.desk.queries.verdict_marks import Marks
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.queries import house_rules
from factcheck.verification.models import Evidence, Source, sees

PAGE = 25
FIRST = {"articles": 5, "claims": 10, "speakers": 5, "sources": 5}
NOUNS = {
    "articles": ("article", "Articles"),
    "claims": ("claim", "Claims"),
    "speakers": ("speaker", "Speakers"),
    "sources": ("source", "Sources"),
}


@dataclass(frozen=True, slots=True)
class FoundRow:
    """One thing that was found. `url` is empty where this person may not open it."""

    url: str
    title: tuple[Run, ...]
    notes: tuple[tuple[Run, ...], ...] = ()
    number: int | None = None
    stage: str = ""
    stage_word: str = ""
    marks: Marks | None = None
    excerpt: tuple[Run, ...] = ()
    badge: str = ""
    cited_at: str = ""
    cited: str = ""


@dataclass(frozen=True, slots=True)
class Group:
    """What was found of one kind; `every` leads to all of it, `more` to the next page."""

    kind: str
    title: str
    count: str
    rows: tuple[FoundRow, ...]
    every: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """The answer to a question: one group or all that have something."""

    q: str
    wanted: Asked
    kind: str
    groups: tuple[Group, ...]
    without: tuple[str, ...] = ()

    @property
    def summary(self) -> str:
        """2 articles, 12 claims."""
        return ", ".join(group.count for group in self.groups)

    @property
    def without_in_words(self) -> str:
        """Claims, speakers and sources."""
        *first, last = self.without
        return f"{', '.join(first)} and {last}" if first else last


def results(q: str, wanted: Asked, user: User) -> Results:
    """The best of each kind."""
    found = everywhere(wanted, user)
    groups = []
    for kind, hits in found.items():
        if not hits.rows:
            continue
        best = hits.best(wanted, FIRST[kind])
        all_of_them = len(hits.rows) > len(best) or hits.more is not None
        groups.append(
            Group(
                kind=kind,
                title=NOUNS[kind][1],
                count=_count(kind, hits),
                rows=_rows(kind, best, wanted, user),
                every=_address(q, kind) if all_of_them else "",
            )
        )
    without = tuple(NOUNS[kind][1].lower() for kind in found if not found[kind].rows)
    return Results(q, wanted, "", tuple(groups), without)


def results_of(kind: str, q: str, wanted: Asked, user: User, before: int | None) -> Results:
    """One page of one kind, newest first."""
    hits = of_kind(kind, wanted, user, before=before, limit=PAGE)
    group = Group(
        kind=kind,
        title=NOUNS[kind][1],
        count="newest first",
        rows=_rows(kind, hits.keys, wanted, user),
        more=_address(q, kind, hits.more) if hits.more is not None else "",
    )
    return Results(q, wanted, kind, (group,) if hits.rows or group.more else ())


def _count(kind: str, hits: Hits) -> str:
    """12 claims; 500 claims and more."""
    noun, many = len(hits.rows), NOUNS[kind][0]
    if hits.more is not None:
        return f"more than {HITS} {many}s" if noun >= HITS else f"many {many}s"
    return f"1 {many}" if noun == 1 else f"{noun} {many}s"


def _address(q: str, kind: str, before: int | None = None) -> str:
    asked = {"q": q, "in": kind, **({"before": str(before)} if before is not None else {})}
    return f"{reverse('desk:search')}?{urlencode(asked)}"


def _rows(kind: str, keys: Sequence[int], wanted: Asked, user: User) -> tuple[FoundRow, ...]:
    """The rows with these keys, in this order."""
    if not keys:
        return ()
    found = READ[kind](keys, wanted, user)
    return tuple(found[key] for key in keys if key in found)


def _articles(keys: Sequence[int], wanted: Asked, user: User) -> Mapping[int, FoundRow]:
    rows = Article.objects.filter(pk__in=keys).select_related("current_version")
    return {row.pk: _article(row, wanted) for row in rows}


def _article(article: Article, wanted: Asked) -> FoundRow:
    version = article.current_version
    title = runs(article.title, wanted)
    about = [article.publisher, version.byline if version else ""]
    brought = f"brought in {article.brought_at:%-d %B %Y}"
    shown = any(run.hit for run in title)
    return FoundRow(
        url=article.get_absolute_url(),
        title=title,
        notes=tuple(runs(words, wanted) for words in [*filter(None, about), brought]),
        excerpt=excerpt(version.text, wanted) if version and not shown else (),
    )


def _claims(keys: Sequence[int], wanted: Asked, user: User) -> Mapping[int, FoundRow]:
    rows = list(with_quotes(Claim.objects.filter(pk__in=keys)))
    words = Words.of(rows, titles_of(row.article_id for row in rows), house_rules())
    return {
        row.pk: FoundRow(
            url=in_workspace(row),
            title=runs(wording_of(row), wanted),
            notes=((Run(words.titles[row.article_id], hit=False),),),
            number=row.number,
            stage=row.stage,
            stage_word=row.get_stage_display(),
            marks=words.marks[row.pk],
        )
        for row in rows
    }


def _speakers(keys: Sequence[int], wanted: Asked, user: User) -> Mapping[int, FoundRow]:
    said = Q(links__retired_at__isnull=True, links__claim__stage__in=LIVE)
    rows = list(
        Speaker.objects.filter(pk__in=keys)
        .annotate(claims=Count("links__claim", filter=said, distinct=True))
        .prefetch_related("aliases")
    )
    titles = titles_of([row.article_id for row in rows if row.article_id])
    return {row.pk: _speaker(row, wanted, titles) for row in rows}


def _speaker(speaker: Speaker, wanted: Asked, titles: Mapping[int, str]) -> FoundRow:
    others = sorted(str(other) for other in speaker.aliases.all())
    notes = [
        speaker.get_kind_display(),
        speaker.note,
        f"in {titles[speaker.article_id]}" if speaker.article_id else "",
        f"also {', '.join(others)}" if others else "",
        f"{speaker.claims} claim{'' if speaker.claims == 1 else 's'}",  # type: ignore[attr-defined]
    ]
    return FoundRow(
        url=speaker.get_absolute_url(),
        title=runs(speaker.name, wanted),
        notes=tuple(runs(words, wanted) for words in notes if words),
    )


def _sources(keys: Sequence[int], wanted: Asked, user: User) -> Mapping[int, FoundRow]:
    rows = list(Source.objects.filter(pk__in=keys))
    hidden = [row.pk for row in rows if not sees(user, row)]
    cited = _cited(hidden)
    return {
        row.pk: _hidden(row, wanted, cited.get(row.pk))
        if row.pk in hidden
        else _source(row, wanted)
        for row in rows
    }


def _source(source: Source, wanted: Asked) -> FoundRow:
    published = f"{source.published_on:%-d %B %Y}" if source.published_on else ""
    copies = f"copies {source.origin}" if source.origin else ""
    notes = [source.get_kind_display(), source.publisher, source.author, published, copies]
    readers = f"readers see “{source.public_description}”" if source.confidential else ""
    return FoundRow(
        url=source.get_absolute_url(),
        title=runs(source.title, wanted),
        notes=tuple(runs(words, wanted) for words in [*notes, readers] if words),
        badge="Confidential" if source.confidential else "",
    )


def _hidden(source: Source, wanted: Asked, claim: Claim | None) -> FoundRow:
    """A confidential source before somebody who may not see it: what readers see, and where."""
    return FoundRow(
        url="",
        title=runs(source.public_description, wanted),
        badge="Confidential",
        cited_at=claim.get_absolute_url() if claim else "",
        cited=f"cited for claim {claim.number}" if claim else "",
    )


def _cited(sources: Sequence[int]) -> dict[int, Claim]:
    """The newest claim that each of these is cited for. No query for none."""
    if not sources:
        return {}
    rows = Evidence.objects.standing().filter(source__in=sources).select_related("claim")
    return {row.source_id: row.claim for row in rows.order_by("pk")}


READ: dict[str, Callable[[Sequence[int], Asked, User], Mapping[int, FoundRow]]] = {
    "articles": _articles,
    "claims": _claims,
    "speakers": _speakers,
    "sources": _sources,
}
