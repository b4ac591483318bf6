"""A new text beside the one before: what changes, and what of the check keeps its place."""

from factcheck.claims.placement import placement_in
from factcheck.core.text_changes import TextChanges, changes
from factcheck.desk.pages.new_text import NewTextComparison, comparison_from, passage_texts, text_of
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import as_before, passages
from factcheck.intake.readers import Reading


def compare(article: Article, reading: Reading) -> NewTextComparison:
    """The comparison before a new text is kept. Eight queries, for any number of claims."""
    old = article.current_version
    if old is None:
        raise ValueError("An article is kept together with its first version.")
    reading = as_before(reading, old)
    placement = placement_in(article, old, text_of(reading))
    return comparison_from(passage_texts(old, passages(old)), reading, placement)


def changes_since_before(version: Version) -> TextChanges | None:
    """What a version changed of the one before; nothing for the first. Three queries."""
    before = (
        Version.objects.filter(article=version.article_id, number__lt=version.number)
        .order_by("-number")
        .first()
    )
    if before is None:
        return None
    return changes(
        passage_texts(before, passages(before)), passage_texts(version, passages(version))
    )
