"""Reading articles, their versions and passages."""

from dataclasses import replace
from hashlib import sha256

from django.db.models import Q

from factcheck.core.paging import Page, page_before
from factcheck.core.search.terms import search_words
from factcheck.intake.models import Article, Passage, PassageRole, Version
from factcheck.intake.readers import Reading, ReadPassage

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


def elsewhere(article: Article, reading: Reading) -> Article | None:
    """Another article that has this very text in one of its versions, the oldest first."""
    version = (
        Version.objects.filter(text_digest=text_digest(reading.text))
        .exclude(article=article)
        .select_related("article__current_version")
        .order_by("pk")
        .first()
    )
    return version.article if version else None


def as_before(reading: Reading, version: Version) -> Reading:
    """A new text with what it no longer says of itself taken from the version before.

    A passage that stood there in the same words keeps its role: somebody may have corrected it.
    """
    roles: dict[str, set[str]] = {}
    for row in passages(version):
        roles.setdefault(version.text[row.start : row.end], set()).add(row.role)
    return replace(
        reading,
        byline=reading.byline or version.byline or None,
        dateline=reading.dateline or version.dateline or None,
        published=reading.published or version.published,
        language=version.language or reading.language,
        passages=tuple(
            replace(passage, role=_role_before(passage, roles.get(passage.text, set())))
            for passage in reading.passages
        ),
    )


def _role_before(passage: ReadPassage, roles: set[str]) -> str:
    """The one role that these words had, unless they were or are the title."""
    if len(roles) != 1 or PassageRole.TITLE in {passage.role, *roles}:
        return passage.role
    return next(iter(roles))


def versions(article: Article) -> list[Version]:
    """The versions of an article without their texts, newest first. One query."""
    rows = Version.objects.filter(article=article).select_related("brought_by").defer("text")
    return list(rows.order_by("-number"))


def passages(version: Version) -> list[Passage]:
    """The blocks of a version, in order. One query."""
    return list(version.passages.order_by("position"))


def article_page(q: str = "", before: int | None = None) -> Page[Article]:
    """Articles whose title, publisher or byline has these words, newest first. One query."""
    rows = Article.objects.select_related("current_version", "writer", "brought_by")
    for word in search_words(q):
        rows = rows.filter(
            Q(given_title__icontains=word)
            | Q(current_version__title__icontains=word)
            | Q(publisher__icontains=word)
            | Q(current_version__byline__icontains=word)
        )
    return page_before(rows, before, PAGE)
