"""What articles and claims are called where only their names are shown, without their texts."""

from collections.abc import Iterable

from django.db.models import F, OuterRef, QuerySet, Subquery
from django.db.models.functions import Substr

from factcheck.claims.models import Anchor, Claim
from factcheck.intake.models import Article

WORDS = 12


def with_titles(articles: QuerySet[Article]) -> QuerySet[Article]:
    """Articles with what `title_of` needs, without their texts."""
    return articles.annotate(
        came_with=F("current_version__title"),
        beginning=Substr("current_version__text", 1, 200),
    )


def title_of(article: Article) -> str:
    """The title of an article that was read `with_titles`: the one given to it, if there is one."""
    came_with, beginning = article.came_with, article.beginning  # type: ignore[attr-defined]
    return article.given_title or came_with or first_words(beginning)


def titles_of(articles: Iterable[int]) -> dict[int, str]:
    """The title of each article, or its first words, by key. One query."""
    rows = with_titles(Article.objects.filter(pk__in=set(articles))).only("given_title")
    return {row.pk: title_of(row) for row in rows}


def first_words(text: str | None) -> str:
    """The first dozen words, where there is no title."""
    words = (text or "").split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "") or "Untitled"


def with_quotes(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their words in the current text as `quote`, for those without a wording."""
    first = Anchor.objects.filter(
        claim=OuterRef("pk"), version=OuterRef("article__current_version"), place=1, part=1
    )
    return claims.annotate(quote=Subquery(first.values("quote")))


def wording_of(claim: Claim) -> str:
    """What a claim that was read `with_quotes` says: its wording, else its words in the text."""
    return claim.wording or claim.quote or ""  # type: ignore[attr-defined]


def quotes_in_text(claim: Claim) -> list[str]:
    """The words of the current text in which a claim stands, part by part. One query."""
    rows = Anchor.objects.filter(claim=claim, version=claim.article.current_version_id)
    return list(rows.order_by("place", "part").values_list("quote", flat=True))
