"""What the splitter suggests in an article, and how far it has come."""

from factcheck.claims.models import Claim
from factcheck.claims.queries import splitting_of, suggested_in
from factcheck.desk.workspace.splitting_progress import SplittingProgress, progress_from
from factcheck.intake.models import Article
from factcheck.people.models import User


def splitting_progress(article: Article, user: User) -> SplittingProgress:
    """How the current text stands. Two queries."""
    version = article.current_version
    return progress_from(
        splitting_of(version) if version else None,
        len(suggested_in(version)) if version else 0,
        article,
        user,
    )


def suggestions(article: Article) -> list[Claim]:
    """What is suggested in the current text, as it follows in it. One query."""
    return suggested_in(article.current_version) if article.current_version else []


def next_suggestion(claim: Claim) -> Claim | None:
    """The suggestion after a claim in its text; after the last one, the first that is left.

    Three queries.
    """
    version = claim.article.current_version
    if version is None:
        return None
    left = [row for row in suggested_in(version) if row.pk != claim.pk]
    starts = claim.anchors.filter(version=version).order_by("start").values_list("start", flat=True)
    here = starts.first() or 0
    after = (row for row in left if getattr(row, "first") > here)  # noqa: B009  # annotated
    return next(after, left[0] if left else None)
