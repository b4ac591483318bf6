"""What every table keeps."""

import pytest
from django.apps import apps
from django.db import connection, models

from factcheck.core.immutable import Immutable, missing_triggers, tables

# When without who: the machine's own times, with the reason.
NOBODYS = {
    "User.joined_at": "the trail says who added a person",
    "Event.at": "the event's actor is its who",
    "Presence.seen_at": "the row is one person's",
    "Splitting.touched_at": "the machine's sign of life",
    "Splitting.ended_at": "the machine ends it",
}
OURS = [model for model in apps.get_models() if model._meta.app_label == "factcheck"]


def moments():
    """Every field that says when a person did something."""
    for model in OURS:
        for field in model._meta.fields:
            if isinstance(field, models.DateTimeField) and field.name.endswith("_at"):
                yield pytest.param(model, field.name, id=f"{model.__name__}.{field.name}")


@pytest.mark.parametrize(("model", "name"), list(moments()))
def test_who_stands_beside_when(model, name):
    names = {field.name for field in model._meta.fields}
    plans = name == "due_at"  # a time that somebody asks for, not a thing that somebody did

    assert plans or f"{name[:-3]}_by" in names or f"{model.__name__}.{name}" in NOBODYS


@pytest.mark.parametrize("model", OURS)
def test_a_row_is_evidence(model):
    cascades = [
        field.name
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete is models.CASCADE
    ]

    assert cascades == []


@pytest.mark.parametrize("model", OURS)
def test_a_table_says_what_one_row_is(model):
    assert model.__doc__
    assert not model.__doc__.startswith(f"{model.__name__}(")


@pytest.mark.django_db
def test_two_triggers_guard_every_append_only_table():
    guarded = {model._meta.db_table for model in OURS if issubclass(model, Immutable)}

    assert missing_triggers(connection) == []
    assert guarded == set(tables())
