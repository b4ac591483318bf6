"""May this person do this at all?"""

from factcheck.core.rulings import ALLOWED, Ruling, never
from factcheck.people.models import User
from factcheck.people.roles import REFUSALS, Ability


def able(user: User, ability: Ability) -> Ruling:
    """Whether a person holds an ability; the refusal says who does."""
    return ALLOWED if user.can(ability) else never(REFUSALS[ability])


def may_look_after_people(user: User) -> Ruling:
    """Accounts and roles are an administrator's."""
    return able(user, Ability.ADMINISTER)
