"""Sources brought to bear on claims."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from factcheck.claims.models import Claim, Link, together
from factcheck.core.immutable import Immutable
from factcheck.core.verdicts import QUESTIONS
from factcheck.people.models import User
from factcheck.verification.models.sources import Capture, Source


class Stance(models.TextChoices):
    """Which way a piece of evidence points."""

    SUPPORTS = "supports", "Supports"
    REFUTES = "refutes", "Refutes"
    CONTEXT = "context", "Gives context"


ABOUT_A_LINK = Q(aspect="attribution", link__isnull=False) | Q(aspect="content", link__isnull=True)


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    """Evidence that was not taken back."""

    def standing(self) -> Self:
        return self.filter(withdrawn_at__isnull=True)


class Evidence(models.Model):
    """A source brought to bear on a claim: on one link of its chain, or on its content."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="evidence")
    aspect = models.CharField(max_length=12, choices=QUESTIONS)
    link = models.ForeignKey(Link, null=True, on_delete=models.PROTECT, related_name="evidence")
    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="evidence")
    capture = models.ForeignKey(
        Capture, null=True, on_delete=models.PROTECT, related_name="evidence"
    )
    stance = models.CharField(max_length=10, choices=Stance)
    primary = models.BooleanField(default=False)
    locator = models.CharField(max_length=200, blank=True)
    excerpt = models.TextField(max_length=2000, blank=True)
    note = models.TextField(max_length=2000, blank=True)
    revision = models.PositiveIntegerField(default=1)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    withdrawn_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering = ["claim_id", "pk"]
        verbose_name_plural = "evidence"
        constraints = [
            CheckConstraint(condition=ABOUT_A_LINK, name="evidence_attribution_is_on_a_link"),
            CheckConstraint(condition=Q(stance__in=Stance.values), name="evidence_stance_known"),
            together("withdrawn_by", "withdrawn_at", "evidence_withdrawn_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return f"{self.get_stance_display()}: source {self.source_id}"


class EvidenceChange(Immutable):
    """Somebody wrote a part of a piece of evidence after it was added: it is theirs too."""

    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="changes")
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["evidence_id", "pk"]

    def __str__(self) -> str:
        return f"Change {self.pk} of evidence {self.evidence_id}"
