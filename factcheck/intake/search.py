"""The words by which articles are found."""

from collections.abc import Iterable

from factcheck.core.search.index import find_rows
from factcheck.core.search.terms import SearchTerms
from factcheck.core.search.words import Hits, entry
from factcheck.intake.models import Article, ArticleWords, Passage, PassageRole


def index(article: Article) -> None:
    """Keep the words of an article as it stands now. Called by whatever changes them."""
    index_all([article])


def index_all(articles: Iterable[Article]) -> None:
    """The same for several, read with their current versions. Two queries."""
    ArticleWords.objects.bulk_create(
        entries(articles),
        update_conflicts=True,
        unique_fields=["article"],
        update_fields=["head", "words"],
    )


def entries(articles: Iterable[Article]) -> list[ArticleWords]:
    """The words of articles, to be kept. What was left out of the check is not searched."""
    rows = list(articles)
    versions = {article.pk: article.current_version for article in rows}
    texts = {version.pk: version.text for version in versions.values() if version}
    checked: dict[int, list[str]] = {key: [] for key in texts}
    passages = Passage.objects.filter(version__in=texts).exclude(role=PassageRole.BOILERPLATE)
    for version, start, end in passages.order_by("version_id", "position").values_list(
        "version_id", "start", "end"
    ):
        checked[version].append(texts[version][start:end])
    return [
        entry(
            ArticleWords,
            article.pk,
            article.title,
            *_about(article),
            *checked.get(article.current_version_id or 0, ()),
        )
        for article in rows
    ]


def _about(article: Article) -> list[str]:
    """What is known of an article beside its text."""
    version = article.current_version
    about = [article.given_title, article.publisher]
    return about + ([version.title, version.byline, version.dateline] if version else [])


def found(wanted: SearchTerms, *, before: int | None = None, limit: int) -> Hits:
    """The newest articles with these words."""
    return find_rows(ArticleWords, wanted, before=before, limit=limit)
