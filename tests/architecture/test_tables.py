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


def test_who_stands_beside_when():
    alone = [
        f"{model.__name__}.{field.name}"
        for model in OURS
        for field in model._meta.fields
        if isinstance(field, models.DateTimeField)
        and field.name.endswith("_at")
        and field.name != "due_at"  # a time that somebody asks for, not a thing that somebody did
        and f"{field.name[:-3]}_by" not in {other.name for other in model._meta.fields}
    ]

    assert set(alone) - set(NOBODYS) == set()


def test_a_row_is_evidence():
    cascades = [
        f"{model.__name__}.{field.name}"
        for model in OURS
        for field in model._meta.fields
        if field.remote_field and field.remote_field.on_delete is models.CASCADE
    ]

    assert cascades == []


def test_a_table_says_what_one_row_is():
    silent = [
        model.__name__
        for model in OURS
        if not model.__doc__ or model.__doc__.startswith(f"{model.__name__}(")
    ]

    assert silent == []


@pytest.mark.django_db
def test_two_triggers_guard_every_append_only_table():
    guarded = {model._meta.db_table for model in OURS if issubclass(model, Immutable)}

    assert missing_triggers(connection) == []
    assert guarded == set(tables())
