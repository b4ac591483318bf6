"""Articles and claims with what they are called, and without their texts."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Substr

from factcheck.claims.models import Anchor, Claim
from factcheck.desk.pages.titles import title_of
from factcheck.intake.models import Article


def with_titles(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Articles with what `title_of` needs, without their texts."""
    return articles.annotate(
        came_with=F("current_version__title"),
        beginning=Substr("current_version__text", 1, 200),
    )


def titles_of(articles: Iterable[int]) -> dict[int, str]:
    """The title of each article, or its first words, by key. One query."""
    rows = with_titles(Article.objects.filter(pk__in=set(articles))).only("given_title")
    return {row.pk: title_of(row) for row in rows}


def with_quotes(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their words in the current text as `quote`, for those without a wording."""
    first = Anchor.objects.filter(
        claim=OuterRef("pk"), version=OuterRef("article__current_version"), place=1, part=1
    )
    return claims.annotate(quote=Subquery(first.values("quote")))
