"""Attempts to reach speakers."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone

from factcheck.claims.models import Claim, Speaker
from factcheck.people.models import User
from factcheck.verification.models.sources import Source


class Contact(models.Model):
    """One attempt to reach a speaker, or the reason why it was not tried."""

    article = models.ForeignKey(
        "factcheck.Article", on_delete=models.PROTECT, related_name="contacts"
    )
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="contacts")
    claims = models.ManyToManyField(Claim, related_name="contacts", through="ContactClaim")
    source = models.ForeignKey(Source, null=True, on_delete=models.PROTECT, related_name="+")
    reached_on = models.DateTimeField(null=True)
    means = models.CharField("how", max_length=80, blank=True)
    asked = models.TextField(max_length=2000, blank=True)
    answer = models.TextField(max_length=4000, blank=True)
    none_by = models.DateTimeField("no answer by", null=True)
    not_tried_because = models.CharField(max_length=500, blank=True)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["article_id", "pk"]
        constraints = [
            CheckConstraint(
                condition=Q(reached_on__isnull=True, asked="", answer="", none_by__isnull=True)
                & ~Q(not_tried_because="")
                | Q(reached_on__isnull=False, not_tried_because=""),
                name="contact_was_tried_or_says_why_not",
            ),
        ]

    def __str__(self) -> str:
        return f"Contact {self.pk}"


class ContactClaim(models.Model):
    """A contact covers a claim."""

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="covers")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="covered_by")

    class Meta:
        constraints = [UniqueConstraint(fields=["contact", "claim"], name="contact_claim_once")]

    def __str__(self) -> str:
        return f"{self.contact_id} {self.claim_id}"
