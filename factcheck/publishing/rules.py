"""Who may publish a report, choose its address and clear words in it."""

from django.conf import settings

from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.publishing.queries import is_published
from factcheck.verification.models import Source, sees

PUBLISHED = (
    "This report is published already. What is published changes through a correction, "
    "which is not possible yet."
)


def may_publish(
    user: User,
    article: Article,
    *,
    published: bool | None = None,
    rules: Rules | None = None,
) -> Ruling:
    """A publisher, once, and in production only under the name of a desk.

    Who has read them already hands in whether it is published, and the house rules.
    """
    return (
        able(user, Ability.PUBLISH)
        and _not_published(article, published=published)
        and _the_desk_is_named(rules)
    )


def may_see_gate(user: User) -> Ruling:
    """Everybody with work at the desk may see what is in the way."""
    return ALLOWED if user.abilities else never("This page is for people of the desk.")


def may_choose_address(user: User, article: Article) -> Ruling:
    """A publisher, until the first edition: afterwards links to it stand elsewhere."""
    if not (refused := able(user, Ability.PUBLISH)):
        return refused
    if is_published(article):
        return not_now("The report is published; its address stays what it is.")
    return ALLOWED


def may_clear(user: User, source: Source) -> Ruling:
    """Somebody who may see the source: nobody else can tell what the words give away."""
    return ALLOWED if sees(user, source) else never("This takes a person who may see the source.")


def _not_published(article: Article, *, published: bool | None) -> Ruling:
    if is_published(article) if published is None else published:
        return not_now(PUBLISHED)
    return ALLOWED


def _the_desk_is_named(rules: Rules | None) -> Ruling:
    """Readers must know who speaks, and where to write when it is wrong."""
    if not settings.DESK_NAME_REQUIRED:
        return ALLOWED
    rules = rules or house_rules()
    if rules.desk_name.strip() and rules.corrections_address.strip():
        return ALLOWED
    return not_now(
        "The desk has no name or no address for reported errors yet. "
        "An administrator enters both in the house rules."
    )
