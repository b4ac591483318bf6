"""A second pair of eyes."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Exists, OuterRef, Q, UniqueConstraint
from django.utils import timezone

from factcheck.claims.models import Claim, Exemption, together
from factcheck.core.immutable import Immutable
from factcheck.people.models import User


class Outcome(models.TextChoices):
    """How a round ended."""

    APPROVED = "approved", "Approved"
    SENT_BACK = "sent_back", "Sent back"
    WITHDRAWN = "withdrawn", "Withdrawn"


class RoundQuerySet(models.QuerySet["Round"]):
    """Rounds, chained by adjectives."""

    def sent_back(self) -> Self:
        """Rounds that sent their claim back, as long as no later round was opened."""
        later = Round.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
        return self.filter(~Exists(later), outcome=Outcome.SENT_BACK)


class Round(models.Model):
    """One pass of review of one claim: opened by submit, closed by a decision or a withdrawal."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="rounds")
    number = models.PositiveIntegerField()
    opened_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField(default=timezone.now)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=10, choices=Outcome, blank=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ["claim_id", "number"]
        constraints = [
            UniqueConstraint(fields=["claim", "number"], name="round_once_per_number"),
            UniqueConstraint(
                fields=["claim"], condition=Q(closed_at__isnull=True), name="round_one_open"
            ),
            together("closed_by", "closed_at", "round_closed_by_and_at_together"),
            CheckConstraint(
                condition=Q(closed_at__isnull=True, outcome="")
                | Q(closed_at__isnull=False, outcome__in=Outcome.values),
                name="round_closed_has_an_outcome",
            ),
        ]

    def __str__(self) -> str:
        return f"Round {self.number} of claim {self.claim_id}"


class Verb(models.TextChoices):
    """What a reviewer decided."""

    APPROVE = "approve", "Approved"
    SEND_BACK = "send_back", "Sent back"


class Decision(Immutable):
    """What one reviewer decided in one round. An approval is bound to the digest it covers."""

    round = models.ForeignKey(Round, on_delete=models.PROTECT, related_name="decisions")
    verb = models.CharField(max_length=10, choices=Verb)
    reason = models.TextField(max_length=2000, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    decided_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    decided_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["round_id", "pk"]
        constraints = [
            UniqueConstraint(fields=["round", "decided_by"], name="decision_once_per_reviewer"),
            CheckConstraint(
                condition=(Q(verb="approve") & ~Q(digest=""))
                | (Q(verb="send_back") & ~Q(reason="")),
                name="decision_has_its_digest_or_its_reason",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_verb_display()} in round {self.round_id}"


class Confirmation(Immutable):
    """A second person agrees that words are exempt, or that an accepted claim is set aside.

    `digest` covers what was confirmed, so that it does not outlive a change.
    """

    exemption = models.ForeignKey(
        Exemption, null=True, on_delete=models.PROTECT, related_name="confirmations"
    )
    claim = models.ForeignKey(
        Claim, null=True, on_delete=models.PROTECT, related_name="confirmations"
    )
    digest = models.CharField(max_length=64)
    confirmed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    confirmed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(
                condition=Q(exemption__isnull=True, claim__isnull=False)
                | Q(exemption__isnull=False, claim__isnull=True),
                name="confirmation_is_of_one_thing",
            ),
        ]

    def __str__(self) -> str:
        return f"Confirmation {self.pk}"


class Release(models.TextChoices):
    """What a lawyer decided."""

    CLEARED = "cleared", "May stand"
    FIX = "fix", "Must be changed"


class LegalRelease(Immutable):
    """The decision that ends a legal review, by a person with the ability legal."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="legal_releases")
    decision = models.CharField(max_length=8, choices=Release)
    reason = models.TextField(max_length=2000)
    released_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    released_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=~Q(reason=""), name="legal_release_has_a_reason"),
            CheckConstraint(
                condition=Q(decision__in=Release.values), name="legal_release_decision_known"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_decision_display()}: claim {self.claim_id}"
