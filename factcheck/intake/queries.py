"""Reading articles, their versions and passages."""

from dataclasses import dataclass
from hashlib import sha256

from django.db.models import Q

from factcheck.core.searching import search_words
from factcheck.intake.models import Article, Passage, Version
from factcheck.intake.readers import Reading

PAGE = 50


def hold(pk: int) -> Article:
    """Lock an article for the rest of the transaction; everything of it is then read fresh."""
    lock(pk)
    return Article.objects.select_related("current_version", "writer").get(pk=pk)


def lock(pk: int) -> None:
    """Lock an article, for who reads it afterwards in a query of their own.

    The lock spares those who only point at the row (FOR NO KEY UPDATE). On SQLite the transaction
    holds the only write lock already. What is joined to a row that one waited for may be older
    than the row, so nothing is read together with the lock.
    """
    Article.objects.select_for_update(no_key=True).only("pk").get(pk=pk)


def text_digest(text: str) -> str:
    """SHA-256 of a version's text."""
    return sha256(text.encode()).hexdigest()


def same_text(reading: Reading) -> Article | None:
    """The article that has this very text in one of its versions, the oldest first."""
    version = (
        Version.objects.filter(text_digest=text_digest(reading.text))
        .select_related("article__current_version")
        .order_by("pk")
        .first()
    )
    return version.article if version else None


def passages(version: Version) -> list[Passage]:
    """The blocks of a version, in order. One query."""
    return list(version.passages.order_by("position"))


@dataclass(frozen=True, slots=True)
class ArticlePage:
    """One page of the list of articles, newest first; `older` is the key to go on from."""

    articles: list[Article]
    older: int | None


def article_page(q: str = "", before: int | None = None) -> ArticlePage:
    """Articles whose title, publisher or byline has these words. One query, by keyset."""
    rows = Article.objects.select_related("current_version", "writer", "brought_by")
    for word in search_words(q):
        rows = rows.filter(
            Q(given_title__icontains=word)
            | Q(current_version__title__icontains=word)
            | Q(publisher__icontains=word)
            | Q(current_version__byline__icontains=word)
        )
    if before is not None:
        rows = rows.filter(pk__lt=before)
    found = list(rows.order_by("-pk")[: PAGE + 1])
    return ArticlePage(found[:PAGE], found[PAGE - 1].pk if len(found) > PAGE else None)
