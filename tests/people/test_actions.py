"""Accounts, roles and grants: the row, the event, and nothing when refused."""

import pytest
from django.contrib.auth import authenticate

from factcheck.core.rulings import Never, NotNow
from factcheck.people import actions
from factcheck.people.models import Grant, Membership, User
from factcheck.people.roles import Ability
from factcheck.trail.models import Event

pytestmark = pytest.mark.django_db


def verbs(person):
    return list(Event.objects.filter(thread=f"user:{person.pk}").values_list("verb", flat=True))


@pytest.fixture
def chief():
    """The only administrator, and the only publisher."""
    return actions.add_person(
        by=None, username="chief", name="Chief", roles=["administrator", "publisher"]
    )


def test_add_person_gives_roles_and_leaves_events(chief):
    person = actions.add_person(
        by=chief,
        username="nora",
        name="Nora",
        password="a-long-word-1",
        roles=["checker"],
        grants=["legal"],
    )

    assert person.can(Ability.VERIFY)
    assert person.can(Ability.LEGAL)
    assert not person.can(Ability.REVIEW)
    assert authenticate(username="nora", password="a-long-word-1") == person
    assert verbs(person) == ["person.added", "person.role_given", "person.granted"]


def test_add_person_without_a_password_cannot_sign_in(chief):
    person = actions.add_person(by=chief, username="nora", name="Nora")

    assert not person.has_usable_password()


def test_only_the_first_person_is_added_by_nobody(chief):
    with pytest.raises(ValueError, match="first person"):
        actions.add_person(by=None, username="second", name="Second")


def test_who_is_no_administrator_adds_nobody(chief):
    nora = actions.add_person(by=chief, username="nora", name="Nora", roles=["publisher"])

    with pytest.raises(Never):
        actions.add_person(by=nora, username="third", name="Third")

    assert not User.objects.filter(username="third").exists()


@pytest.mark.parametrize("role", ["administrator", "publisher"])
def test_the_last_holder_keeps_the_role(chief, role):
    with pytest.raises(NotNow, match="is the last"):
        actions.take_role(person=chief, role=role, by=chief)

    assert Membership.objects.filter(user=chief, role=role).exists()


@pytest.mark.parametrize("role", ["administrator", "publisher"])
def test_a_role_is_taken_once_somebody_else_holds_it(chief, role):
    actions.add_person(by=chief, username="nora", name="Nora", roles=[role])

    person = actions.take_role(person=chief, role=role, by=chief)

    assert verbs(person)[-1] == "person.role_taken"
    assert not Membership.objects.filter(user=chief, role=role).exists()


def test_a_deactivated_holder_does_not_count(chief):
    nora = actions.add_person(by=chief, username="nora", name="Nora", roles=["publisher"])
    actions.deactivate(person=nora, by=chief)

    with pytest.raises(NotNow, match="last publisher"):
        actions.take_role(person=chief, role="publisher", by=chief)


def test_the_last_administrator_is_not_deactivated(chief):
    with pytest.raises(NotNow, match="last administrator"):
        actions.deactivate(person=chief, by=chief)

    assert User.objects.get(pk=chief.pk).is_active


def test_who_is_deactivated_can_do_nothing_and_comes_back_with_the_same_roles(chief):
    nora = actions.add_person(by=chief, username="nora", name="Nora", roles=["checker"])

    gone = actions.deactivate(person=nora, by=chief)
    back = actions.reactivate(person=nora, by=chief)

    assert gone.abilities == frozenset()
    assert back.can(Ability.VERIFY)
    assert verbs(nora)[-2:] == ["person.deactivated", "person.reactivated"]


def test_doing_it_twice_leaves_one_event(chief):
    nora = actions.add_person(by=chief, username="nora", name="Nora")
    for _ in range(2):
        actions.give_role(person=nora, role="checker", by=chief)
        actions.grant(person=nora, ability="confidential", by=chief)
    for _ in range(2):
        actions.take_role(person=nora, role="checker", by=chief)
        actions.revoke(person=nora, ability="confidential", by=chief)
        actions.deactivate(person=nora, by=chief)

    assert not Grant.objects.filter(user=nora).exists()
    assert verbs(nora) == [
        "person.added",
        "person.role_given",
        "person.granted",
        "person.role_taken",
        "person.grant_taken",
        "person.deactivated",
    ]


def test_a_new_password_replaces_the_old_and_is_not_in_the_trail(chief):
    nora = actions.add_person(by=chief, username="nora", name="Nora", password="first-word-9")

    actions.set_password(person=nora, by=chief, password="second-word-9")

    assert authenticate(username="nora", password="first-word-9") is None
    assert authenticate(username="nora", password="second-word-9") == nora
    assert "second-word-9" not in str(list(Event.objects.values_list("words", flat=True)))


def test_abilities_cost_one_query(chief, django_assert_num_queries):
    person = User.objects.get(pk=chief.pk)

    with django_assert_num_queries(1):
        assert person.can(Ability.PUBLISH)
        assert person.is_administrator
        assert person.is_staff
