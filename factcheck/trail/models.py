"""Who did what, when. The ground floor: it knows no other room."""

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from factcheck.core.immutable import Immutable


class Event(Immutable):
    """One line of the trail: one act of one person (or of the desk itself), in its thread's chain."""

    thread = models.CharField(max_length=40)
    number = models.PositiveIntegerField()
    at = models.DateTimeField()
    verb = models.CharField(max_length=60)
    actor = models.ForeignKey(
        settings.AUTH_USER_MODEL, null=True, on_delete=models.PROTECT, related_name="+"
    )
    subject = models.CharField(max_length=40)
    words = models.JSONField(default=dict)
    previous = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["thread", "number"]
        constraints = [
            UniqueConstraint(fields=["thread", "number"], name="event_once_per_number"),
            CheckConstraint(condition=Q(number__gt=0), name="event_number_starts_at_one"),
        ]
        indexes = [models.Index(fields=["subject", "number"], name="event_by_subject")]

    def __str__(self) -> str:
        return f"{self.thread} {self.number}: {self.verb}"
