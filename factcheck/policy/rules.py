"""Who decides what the desk demands."""

from factcheck.core.rulings import Ruling
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_set_house_rules(user: User) -> Ruling:
    """House rules and labels are an administrator's."""
    return able(user, Ability.ADMINISTER)
