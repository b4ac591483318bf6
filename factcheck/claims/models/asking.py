"""Questions on a claim."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from factcheck.claims.models.claims import Claim
from factcheck.claims.models.pairs import together
from factcheck.people.models import User


class Question(models.Model):
    """Asked on a claim, to the writer or a colleague. Only closed stops blocking."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="questions")
    text = models.CharField(max_length=1000)
    to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    blocking = models.BooleanField(default=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["claim_id", "pk"]
        constraints = [
            CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
            together("answered_by", "answered_at", "question_answered_by_and_at_together"),
            together("closed_by", "closed_at", "question_closed_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def stamp(self) -> str:
        """Which answer stands, for forms that were shown with it; empty before the first."""
        return self.answered_at.isoformat() if self.answered_at else ""

    @property
    def state(self) -> str:
        """open, answered or closed."""
        if self.closed_at:
            return "closed"
        return "answered" if self.answered_at else "open"
