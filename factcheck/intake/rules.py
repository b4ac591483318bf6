"""Who brings in articles and says what they are."""

from factcheck.core.rulings import ALLOWED, Ruling, never
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_bring_in(user: User) -> Ruling:
    """Writers, checkers and publishers bring in articles."""
    return able(user, Ability.BRING_IN)


def may_describe(user: User, article: Article) -> Ruling:
    """A checker or publisher says what an article is, and a writer of an own one."""
    return may_bring_in(user) and _is_own_or_desk(user, article)


def _is_own_or_desk(user: User, article: Article) -> Ruling:
    """Writers look after articles that are theirs."""
    own = user.pk in {article.writer_id, article.brought_by_id}
    if own or user.can(Ability.CITE):
        return ALLOWED
    return never("This article belongs to another writer.")
