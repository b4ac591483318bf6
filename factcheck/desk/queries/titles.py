"""What articles and claims are called where only their names are shown, without their texts."""

from collections.abc import Iterable

from django.db.models.functions import Substr

from factcheck.claims.models import Anchor, Claim
from factcheck.intake.models import Article

WORDS = 12


def titles_of(articles: Iterable[int]) -> dict[int, str]:
    """The title of each article, or its first words, by key. One query."""
    rows = (
        Article.objects.filter(pk__in=set(articles))
        .annotate(beginning=Substr("current_version__text", 1, 200))
        .values_list("pk", "given_title", "current_version__title", "beginning")
    )
    return {pk: given or title or first_words(text) for pk, given, title, text in rows}


def first_words(text: str | None) -> str:
    """The first dozen words, where there is no title."""
    words = (text or "").split()
    return " ".join(words[:WORDS]) + (" …" if len(words) > WORDS else "") or "Untitled"


def quotes_in_text(claim: Claim) -> list[str]:
    """The words of the current text in which a claim stands, part by part. One query."""
    rows = Anchor.objects.filter(claim=claim, version=claim.article.current_version_id)
    return list(rows.order_by("place", "part").values_list("quote", flat=True))
