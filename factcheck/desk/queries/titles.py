"""What articles are called in lists, without reading their texts."""

from collections.abc import Iterable

from django.db.models.functions import Substr

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
