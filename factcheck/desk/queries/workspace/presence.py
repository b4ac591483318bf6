"""Who else has an article open. One query, and one more where the claims' numbers are not at hand."""

from collections.abc import Iterable, Mapping

from factcheck.claims.models import Claim
from factcheck.desk.workspace.presence import (
    ArticlePresence,
    article_reference,
    claim_key,
    presence_from,
)
from factcheck.intake.models import Article
from factcheck.people.models import Presence, User
from factcheck.people.queries import who_is_at


def presence_at(
    article: Article, user: User, claim: int | None, numbers: Mapping[int, int] | None = None
) -> ArticlePresence:
    """Who else has this article open, and whether this person is noted as being on this claim."""
    rows = who_is_at(article_reference(article))
    if numbers is None:
        numbers = _numbers(row for row in rows if row.user_id != user.pk)
    return presence_from(rows, user, claim, numbers)


def _numbers(rows: Iterable[Presence]) -> dict[int, int]:
    """The number of each claim that somebody looks at, by key."""
    keys = [key for row in rows if (key := claim_key(row)) is not None]
    if not keys:
        return {}
    return dict(Claim.objects.filter(pk__in=keys).order_by().values_list("pk", "number"))
