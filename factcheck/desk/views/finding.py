"""The rows that the desk's addresses name, or 404."""

from django.shortcuts import get_object_or_404

from factcheck.claims.models import Claim, Exemption
from factcheck.intake.models import Article


def article_or_404(pk: int) -> Article:
    """An article with its current version."""
    rows = Article.objects.select_related("current_version", "writer", "brought_by")
    return get_object_or_404(rows, pk=pk)


def claim_or_404(pk: int) -> Claim:
    """A claim with its article and the article's current version."""
    rows = Claim.objects.select_related("article__current_version", "article__writer", "assignee")
    return get_object_or_404(rows, pk=pk)


def exemption_or_404(pk: int) -> Exemption:
    """An exemption with the article it belongs to."""
    rows = Exemption.objects.select_related("version__article", "exempted_by")
    return get_object_or_404(rows, pk=pk)
