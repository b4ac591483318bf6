"""Finding people."""

from django.db.models import Q, QuerySet

from factcheck.people.models import GrantChoice, User
from factcheck.people.roles import ABILITIES, Ability


def hold_people() -> None:
    """Lock every account, in order: who is last can then not change under our eyes."""
    list(User.objects.select_for_update(no_key=True).order_by("pk").values_list("pk", flat=True))


def able_people(ability: Ability) -> list[User]:
    """Everybody active who holds an ability, by name."""
    return list(holders(ability).order_by("name", "pk"))


def holders(ability: Ability) -> QuerySet[User]:
    """Everybody active who holds an ability, in no order: for a question inside another."""
    roles = [role.value for role, held in ABILITIES.items() if ability in held]
    granted = ability.value in GrantChoice.values
    by_grant = Q(grants__ability=ability.value) if granted else Q(pk__in=[])
    rows = User.objects.filter(Q(memberships__role__in=roles) | by_grant, is_active=True)
    return rows.order_by().distinct()


def colleagues() -> list[User]:
    """Everybody who is active, by name."""
    return list(User.objects.filter(is_active=True).order_by("name", "pk"))
