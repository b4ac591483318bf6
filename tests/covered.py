"""Which words of a version are accounted for, as the workspace asks it."""

from factcheck.claims.models import Link
from factcheck.claims.queries import coverage_from


def coverage_of(version):
    """The coverage that stands in the database now."""
    article = version.article
    return coverage_from(
        version,
        article.claims.all(),
        version.passages.all(),
        version.anchors.all(),
        Link.objects.filter(claim__article=article, retired_at__isnull=True),
        version.exemptions.filter(lifted_at__isnull=True).select_related("repeats"),
    )
