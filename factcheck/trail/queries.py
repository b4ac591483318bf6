"""Reading the trail for a sentence on a page. Rules never do."""

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from django.db import models

from factcheck.trail.models import Event
from factcheck.trail.record import reference

if TYPE_CHECKING:
    from factcheck.people.models import User


@dataclass(frozen=True, slots=True)
class Change:
    """Who changed something last, and when."""

    by: "User | None"
    at: datetime


def last_change(row: models.Model) -> Change | None:
    """Who changed a row last, from the trail: for a sentence on a page, never for a rule."""
    event = (
        Event.objects.filter(subject=reference(row)).select_related("actor").order_by("-pk").first()
    )
    return Change(event.actor, event.at) if event else None
