"""May this person do this at all?"""

from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.people.models import Membership, RoleChoice, User
from factcheck.people.roles import REFUSALS, Ability


def able(user: User, ability: Ability) -> Ruling:
    """Whether a person holds an ability; the refusal says who does."""
    return ALLOWED if user.can(ability) else never(REFUSALS[ability])


def may_look_after_people(user: User) -> Ruling:
    """Accounts and roles are an administrator's."""
    return able(user, Ability.ADMINISTER)


def may_lose_administrator(person: User) -> Ruling:
    """Somebody must remain who can look after people."""
    return _not_the_last(person, RoleChoice.ADMINISTRATOR)


def may_lose_publisher(person: User) -> Ruling:
    """Somebody must remain who can publish and correct."""
    return _not_the_last(person, RoleChoice.PUBLISHER)


def may_deactivate(user: User, person: User) -> Ruling:
    """An administrator closes an account, but for the last administrator's and publisher's."""
    return (
        may_look_after_people(user)
        and may_lose_administrator(person)
        and may_lose_publisher(person)
    )


def may_take_role(user: User, person: User, role: str) -> Ruling:
    """An administrator takes a role, but for the last administrator's and publisher's."""
    may_lose = {
        RoleChoice.ADMINISTRATOR.value: may_lose_administrator,
        RoleChoice.PUBLISHER.value: may_lose_publisher,
    }.get(role)
    return may_look_after_people(user) and (may_lose(person) if may_lose else ALLOWED)


def _not_the_last(person: User, role: RoleChoice) -> Ruling:
    """Refused where nobody else who is active holds the role."""
    holders = Membership.objects.filter(role=role, user__is_active=True)
    mine = holders.filter(user=person)
    if mine.exists() and not holders.exclude(user=person).exists():
        return not_now(f"{person} is the last {role.label.lower()}. Name another one first.")
    return ALLOWED
