"""The chain of a thread."""

import pytest
from django.db import IntegrityError, transaction

from factcheck.core.immutable import AddOnlyError
from factcheck.people.actions import add_person
from factcheck.trail.models import Event
from factcheck.trail.record import faults, head, heads, record

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return add_person(by=None, username="chief", name="Chief")


def test_events_of_a_thread_are_numbered_and_chained(chief):
    first = Event.objects.get()
    second = record("person.noted", by=chief, thread=chief, on=chief, what="this")

    assert (first.number, first.previous) == (1, "")
    assert (second.number, second.previous) == (2, first.digest)
    assert second.subject == f"user:{chief.pk}"
    assert head(chief).digest == second.digest
    assert heads() == {f"user:{chief.pk}": second.digest}
    assert list(faults()) == []


def test_an_event_is_never_written_again(chief):
    event = Event.objects.get()

    with pytest.raises(AddOnlyError):
        event.save()
    with pytest.raises(AddOnlyError):
        event.delete()
    with pytest.raises(AddOnlyError):
        Event.objects.update(verb="x")
    with pytest.raises(AddOnlyError):
        Event.objects.all().delete()


def test_two_events_with_one_number_are_refused_by_the_database(chief):
    event = Event.objects.get()
    event.pk, event._state.adding = None, True

    with pytest.raises(IntegrityError), transaction.atomic():
        event.save()
