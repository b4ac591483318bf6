"""Accounts, roles and personal grants. Each act leaves its event in the person's own thread."""

from collections.abc import Sequence

from django.contrib.auth.hashers import make_password
from django.db import transaction
from django.utils import timezone

from factcheck.people.models import Grant, Membership, Presence, User
from factcheck.people.queries import hold_people
from factcheck.people.rules import may_deactivate, may_look_after_people, may_take_role
from factcheck.trail.record import record


@transaction.atomic
def add_person(
    *,
    by: User | None,
    username: str,
    name: str,
    email: str = "",
    password: str | None = None,
    roles: Sequence[str] = (),
    grants: Sequence[str] = (),
) -> User:
    """Make an account with its roles. `by` is None only for a desk that has nobody yet.

    Without a password the person cannot sign in until an administrator sets one.
    """
    hold_people()
    if by is not None:
        may_look_after_people(by).enforce()
    elif User.objects.exists():
        raise ValueError("Only the first person of a desk is added by nobody.")
    person = User(username=username, name=name, email=email, password=make_password(password))
    person.save()
    record("person.added", by=by, thread=person, on=person, name=name)
    for role in roles:
        _give_role(person=person, role=role, by=by)
    for ability in grants:
        _grant(person=person, ability=ability, by=by)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def rename_person(*, person: User, by: User, name: str, email: str) -> User:
    """Change how a person is named and reached. Editions keep the name they were signed with."""
    hold_people()
    may_look_after_people(by).enforce()
    person = User.objects.get(pk=person.pk)
    was = person.name
    person.name, person.email = name, email
    person.save(update_fields=["name", "email"])
    record("person.renamed", by=by, thread=person, on=person, was=was, now=name)
    return person


@transaction.atomic
def set_password(*, person: User, by: User, password: str) -> User:
    """Give a person a new password; the old one stops working."""
    hold_people()
    may_look_after_people(by).enforce()
    person = User.objects.get(pk=person.pk)
    person.password = make_password(password)
    person.save(update_fields=["password"])
    record("person.password_set", by=by, thread=person, on=person)
    return person


@transaction.atomic
def give_role(*, person: User, role: str, by: User) -> User:
    """Give a person a role; nothing happens where they hold it."""
    hold_people()
    may_look_after_people(by).enforce()
    _give_role(person=person, role=role, by=by)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def take_role(*, person: User, role: str, by: User) -> User:
    """Take a role from a person. What they did stands under their name."""
    hold_people()
    may_take_role(by, person, role).enforce()
    if Membership.objects.filter(user=person, role=role).delete()[0]:
        record("person.role_taken", by=by, thread=person, on=person, role=role)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def grant(*, person: User, ability: str, by: User) -> User:
    """Give a person an ability by name: legal, or confidential."""
    hold_people()
    may_look_after_people(by).enforce()
    _grant(person=person, ability=ability, by=by)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def revoke(*, person: User, ability: str, by: User) -> User:
    """Take an ability that was given by name."""
    hold_people()
    may_look_after_people(by).enforce()
    if Grant.objects.filter(user=person, ability=ability).delete()[0]:
        record("person.grant_taken", by=by, thread=person, on=person, ability=ability)
    return User.objects.get(pk=person.pk)


@transaction.atomic
def deactivate(*, person: User, by: User) -> User:
    """Close an account. Approvals and verdicts stand under the person's name."""
    hold_people()
    may_deactivate(by, person).enforce()
    return _set_active(person=person, by=by, active=True, now=False)


@transaction.atomic
def reactivate(*, person: User, by: User) -> User:
    """Open a closed account again."""
    hold_people()
    may_look_after_people(by).enforce()
    return _set_active(person=person, by=by, active=False, now=True)


def _set_active(*, person: User, by: User, active: bool, now: bool) -> User:
    """Switch the account, with its event, where it was the other way."""
    if User.objects.filter(pk=person.pk, is_active=active).update(is_active=now):
        verb = "person.reactivated" if now else "person.deactivated"
        record(verb, by=by, thread=person, on=person)
    return User.objects.get(pk=person.pk)


def _give_role(*, person: User, role: str, by: User | None) -> None:
    """Add the role and its event where it is new."""
    _, new = Membership.objects.get_or_create(
        user=person, role=role, defaults={"given_by": by, "given_at": timezone.now()}
    )
    if new:
        record("person.role_given", by=by, thread=person, on=person, role=role)


def _grant(*, person: User, ability: str, by: User | None) -> None:
    """Add the grant and its event where it is new."""
    _, new = Grant.objects.get_or_create(
        user=person, ability=ability, defaults={"given_by": by, "given_at": timezone.now()}
    )
    if new:
        record("person.granted", by=by, thread=person, on=person, ability=ability)


@transaction.atomic
def note_presence(*, by: User, about: str, at: str = "") -> None:
    """Note that somebody has a piece of work open, and what of it. Leaves no event. One query.

    `about` and `at` are text references: "article:7", "claim:42".
    """
    Presence.objects.bulk_create(
        [Presence(user=by, about=about, at=at, seen_at=timezone.now())],
        update_conflicts=True,
        unique_fields=["user", "about"],
        update_fields=["at", "seen_at"],
    )
