"""Finding people."""

from datetime import timedelta

from django.db.models import Q, QuerySet, Value
from django.db.models.functions import Coalesce, NullIf
from django.utils import timezone

from factcheck.people.models import GrantChoice, Presence, User
from factcheck.people.roles import ABILITIES, Ability

GONE_AFTER = timedelta(seconds=90)


def hold_people() -> None:
    """Lock every account, in order, so that the last administrator cannot change meanwhile."""
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


def called(person: str) -> Coalesce:
    """The name of a person as `str` gives it, as an expression for queries."""
    return Coalesce(NullIf(f"{person}__name", Value("")), f"{person}__username")


def who_is_at(about: str) -> list[Presence]:
    """Who has a piece of work open just now, the latest first. One query."""
    since = timezone.now() - GONE_AFTER
    rows = Presence.objects.filter(about=about, seen_at__gte=since, user__is_active=True)
    return list(rows.select_related("user").order_by("-seen_at", "pk"))
