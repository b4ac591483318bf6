"""What was found by words, as rows of a page. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.http import urlencode

from factcheck.claims.models import Claim, Speaker
from factcheck.core.search.excerpts import MatchRun, excerpt, runs
from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import HITS, Hits
from factcheck.desk.pages.queue import TitlesAndMarks
from factcheck.desk.pages.titles import wording_of
from factcheck.desk.workspace.page import in_workspace
from factcheck.desk.workspace.verdict_marks import VerdictPair
from factcheck.intake.models import Article
from factcheck.verification.models import Source

NOUNS = {
    "articles": ("article", "Articles"),
    "claims": ("claim", "Claims"),
    "speakers": ("speaker", "Speakers"),
    "sources": ("source", "Sources"),
}


@dataclass(frozen=True, slots=True)
class ResultRow:
    """One thing that was found. `url` is empty where this person may not open it."""

    url: str
    title: tuple[MatchRun, ...]
    notes: tuple[tuple[MatchRun, ...], ...] = ()
    number: int | None = None
    stage: str = ""
    stage_word: str = ""
    marks: VerdictPair | None = None
    excerpt: tuple[MatchRun, ...] = ()
    badge: str = ""
    cited_at: str = ""
    cited: str = ""


@dataclass(frozen=True, slots=True)
class ResultGroup:
    """What was found of one kind; `every` leads to all of it, `more` to the next page."""

    kind: str
    title: str
    count: str
    rows: tuple[ResultRow, ...]
    every: str = ""
    more: str = ""


@dataclass(frozen=True, slots=True)
class SearchResults:
    """The answer to a question: one group or all that have something."""

    q: str
    wanted: SearchTerms
    kind: str
    groups: tuple[ResultGroup, ...]
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


def count_in_words(kind: str, hits: Hits) -> str:
    """12 claims; 500 claims and more."""
    noun, many = len(hits.rows), NOUNS[kind][0]
    if hits.more is not None:
        return f"more than {HITS} {many}s" if noun >= HITS else f"many {many}s"
    return f"1 {many}" if noun == 1 else f"{noun} {many}s"


def address_of(q: str, kind: str, before: int | None = None) -> str:
    """The page of one kind, or of what comes before a key."""
    asked = {"q": q, "in": kind, **({"before": str(before)} if before is not None else {})}
    return f"{reverse('desk:search')}?{urlencode(asked)}"


def article_row(article: Article, wanted: SearchTerms) -> ResultRow:
    """An article, with the place where the words stand where its title has none of them."""
    version = article.current_version
    title = runs(article.title, wanted)
    about = [article.publisher, version.byline if version else ""]
    brought = f"brought in {article.brought_at:%-d %B %Y}"
    shown = any(run.hit for run in title)
    return ResultRow(
        url=article.get_absolute_url(),
        title=title,
        notes=tuple(runs(words, wanted) for words in [*filter(None, about), brought]),
        excerpt=excerpt(version.text, wanted) if version and not shown else (),
    )


def claim_row(claim: Claim, wanted: SearchTerms, names: TitlesAndMarks) -> ResultRow:
    """A claim that was read `with_quotes`, in the workspace of its article."""
    return ResultRow(
        url=in_workspace(claim),
        title=runs(wording_of(claim), wanted),
        notes=((MatchRun(names.titles[claim.article_id], hit=False),),),
        number=claim.number,
        stage=claim.stage,
        stage_word=claim.get_stage_display(),
        marks=names.marks[claim.pk],
    )


def speaker_row(speaker: Speaker, wanted: SearchTerms, titles: Mapping[int, str]) -> ResultRow:
    """A speaker, `titles` being those of the articles that unnamed ones belong to."""
    others = sorted(str(other) for other in speaker.aliases.all())
    notes = [
        speaker.get_kind_display(),
        speaker.note,
        f"in {titles[speaker.article_id]}" if speaker.article_id else "",
        f"also {', '.join(others)}" if others else "",
        f"{speaker.claims} claim{'' if speaker.claims == 1 else 's'}",  # type: ignore[attr-defined]
    ]
    return ResultRow(
        url=speaker.get_absolute_url(),
        title=runs(speaker.name, wanted),
        notes=tuple(runs(words, wanted) for words in notes if words),
    )


def source_row(source: Source, wanted: SearchTerms) -> ResultRow:
    """A source, before somebody who may see it."""
    published = f"{source.published_on:%-d %B %Y}" if source.published_on else ""
    copies = f"copies {source.origin}" if source.origin else ""
    notes = [source.get_kind_display(), source.publisher, source.author, published, copies]
    readers = f"readers see “{source.public_description}”" if source.confidential else ""
    return ResultRow(
        url=source.get_absolute_url(),
        title=runs(source.title, wanted),
        notes=tuple(runs(words, wanted) for words in [*notes, readers] if words),
        badge="Confidential" if source.confidential else "",
    )


def hidden_source_row(source: Source, wanted: SearchTerms, claim: Claim | None) -> ResultRow:
    """A confidential source before somebody who may not see it: what readers see, and where."""
    return ResultRow(
        url="",
        title=runs(source.public_description, wanted),
        badge="Confidential",
        cited_at=claim.get_absolute_url() if claim else "",
        cited=f"cited for claim {claim.number}" if claim else "",
    )
