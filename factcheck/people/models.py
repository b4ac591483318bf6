"""Who works at the desk."""

from functools import cached_property
from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.validators import UnicodeUsernameValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone

from factcheck.people.roles import GRANTED, Ability, Role, abilities_of


class RoleChoice(models.TextChoices):
    """The roles, as a column holds them."""

    WRITER = Role.WRITER.value, "Writer"
    CHECKER = Role.CHECKER.value, "Checker"
    REVIEWER = Role.REVIEWER.value, "Reviewer"
    PUBLISHER = Role.PUBLISHER.value, "Publisher"
    ADMINISTRATOR = Role.ADMINISTRATOR.value, "Administrator"


class GrantChoice(models.TextChoices):
    """The abilities that are given to persons by name."""

    LEGAL = Ability.LEGAL.value, "Legal"
    CONFIDENTIAL = Ability.CONFIDENTIAL.value, "Confidential"


class UserManager(BaseUserManager["User"]):
    """Finds people; making them is an action."""

    def get_by_natural_key(self, username: str | None) -> "User":
        return self.get(username=username)


class User(AbstractBaseUser):
    """A person of the desk. Deactivated one day, never deleted."""

    username = models.CharField(max_length=60, unique=True, validators=[UnicodeUsernameValidator()])
    name = models.CharField(max_length=120, help_text="As readers and colleagues see it.")
    email = models.EmailField(blank=True)
    is_active = models.BooleanField(default=True)
    joined_at = models.DateTimeField(default=timezone.now)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name"]

    objects = UserManager()

    class Meta:
        ordering = ["name", "pk"]
        verbose_name = "person"
        verbose_name_plural = "people"

    def __str__(self) -> str:
        return self.name or self.username

    def get_full_name(self) -> str:
        return self.name

    def get_short_name(self) -> str:
        return self.name

    @cached_property
    def abilities(self) -> frozenset[Ability]:
        """What this person may do: one query, kept for the life of the object."""
        if not self.is_active or self.pk is None:
            return frozenset()
        rows = (
            Membership.objects.filter(user=self)
            .order_by()
            .values_list(models.Value("role"), "role")
            .union(
                Grant.objects.filter(user=self)
                .order_by()
                .values_list(models.Value("grant"), "ability")
            )
        )
        held: dict[str, set[str]] = {"role": set(), "grant": set()}
        for kind, name in rows:
            held[kind].add(name)
        return abilities_of(held["role"], held["grant"])

    def can(self, ability: Ability) -> bool:
        """Whether this person holds an ability."""
        return ability in self.abilities

    @property
    def is_administrator(self) -> bool:
        return self.can(Ability.ADMINISTER)

    @property
    def is_staff(self) -> bool:
        """Everybody with work at the desk may look things up in the admin."""
        return self.is_active and bool(self.abilities)

    @property
    def is_superuser(self) -> bool:
        """Nobody: abilities come from roles and grants alone."""
        return False

    def has_perm(self, perm: str, obj: Any = None) -> bool:
        """The admin's question. People and rules for administrators, looking up for everybody."""
        act = perm.rpartition(".")[2]
        model = act.partition("_")[2]
        if model in {"user", "membership", "grant", "houserules", "label"}:
            return self.is_administrator
        return act.startswith("view_") and self.is_staff

    def has_perms(self, perms: list[str], obj: Any = None) -> bool:
        return all(self.has_perm(perm, obj) for perm in perms)

    def has_module_perms(self, label: str) -> bool:
        return self.is_staff


class Membership(models.Model):
    """A person holds a role. Roles are taken by removing the row; the trail remembers."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="memberships")
    role = models.CharField(max_length=20, choices=RoleChoice)
    given_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["user_id", "role"]
        constraints = [
            UniqueConstraint(fields=["user", "role"], name="membership_once"),
            CheckConstraint(condition=Q(role__in=RoleChoice.values), name="membership_role_known"),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.role}"


class Grant(models.Model):
    """An ability given to a person by name: legal, or confidential."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="grants")
    ability = models.CharField(max_length=20, choices=GrantChoice)
    given_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    given_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["user_id", "ability"]
        constraints = [
            UniqueConstraint(fields=["user", "ability"], name="grant_once"),
            CheckConstraint(
                condition=Q(ability__in=sorted(ability.value for ability in GRANTED)),
                name="grant_ability_known",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.ability}"


class Presence(models.Model):
    """Who has a piece of work open just now, and what of it. Leaves no event in the trail."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    about = models.CharField(max_length=40)  # a text reference: "article:7"
    at = models.CharField(max_length=40, blank=True)  # "claim:42"
    seen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["about", "-seen_at"]
        constraints = [
            UniqueConstraint(fields=["user", "about"], name="presence_once"),
            CheckConstraint(condition=~Q(about=""), name="presence_is_about_something"),
        ]
        indexes = [models.Index(fields=["about", "seen_at"], name="presence_by_work")]

    def __str__(self) -> str:
        return f"{self.user_id} at {self.about}"
