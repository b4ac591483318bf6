"""Where a claim stands in one version, and words that are no claim."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.utils import timezone

from factcheck.claims.models.claims import Claim
from factcheck.claims.models.pairs import together
from factcheck.intake.models import Version
from factcheck.people.models import User


class Placed(models.TextChoices):
    """How an anchor came to stand where it stands."""

    BY_HAND = "hand", "Marked by hand"
    SUGGESTED = "suggested", "Suggested"
    CARRIED = "carried", "Carried over"


class Anchor(models.Model):
    """One stretch of one version in which a claim stands. Offsets count code points."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="anchors")
    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="anchors")
    place = models.PositiveSmallIntegerField(default=1)  # a further place says the same again
    part = models.PositiveSmallIntegerField(default=1)  # parts of a place are one statement
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    prefix = models.CharField(max_length=32, blank=True)
    suffix = models.CharField(max_length=32, blank=True)
    placed = models.CharField(max_length=10, choices=Placed, default=Placed.BY_HAND)

    class Meta:
        ordering = ["version_id", "claim_id", "place", "part"]
        constraints = [
            CheckConstraint(condition=Q(end__gt=F("start")), name="anchor_is_not_empty"),
            CheckConstraint(condition=~Q(quote=""), name="anchor_has_a_quote"),
            CheckConstraint(condition=Q(placed__in=Placed.values), name="anchor_placed_known"),
            UniqueConstraint(
                fields=["claim", "version", "place", "part"], name="anchor_once_per_part"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.start}–{self.end}"


class ExemptReason(models.TextChoices):
    """Why words of the text are no claim."""

    OPINION = "opinion", "Opinion of the article"
    NO_STATEMENT = "no_statement", "No statement"
    COMMON_KNOWLEDGE = "common_knowledge", "Common knowledge"
    REPEATS = "repeats", "Repeats a claim"


class Exemption(models.Model):
    """Any selected text marked as not a claim. Lifted when it no longer counts."""

    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="exemptions")
    start = models.PositiveIntegerField()
    end = models.PositiveIntegerField()
    quote = models.TextField()
    reason = models.CharField(max_length=20, choices=ExemptReason)
    repeats = models.ForeignKey(
        Claim, null=True, on_delete=models.PROTECT, related_name="repetitions"
    )
    exempted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    exempted_at = models.DateTimeField(default=timezone.now)
    lifted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    lifted_at = models.DateTimeField(null=True)
    carried_from = models.ForeignKey(  # the row as it was made, in an earlier version
        "self", null=True, on_delete=models.PROTECT, related_name="carried"
    )

    class Meta:
        ordering = ["version_id", "start", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["version", "carried_from"], name="exemption_carried_once_per_version"
            ),
            CheckConstraint(
                condition=Q(carried_from__isnull=True) | ~Q(carried_from=F("pk")),
                name="exemption_is_not_carried_from_itself",
            ),
            CheckConstraint(condition=Q(end__gt=F("start")), name="exemption_is_not_empty"),
            CheckConstraint(
                condition=Q(reason__in=ExemptReason.values), name="exemption_reason_known"
            ),
            CheckConstraint(
                condition=Q(reason="repeats", repeats__isnull=False)
                | (~Q(reason="repeats") & Q(repeats__isnull=True)),
                name="exemption_repeats_names_the_claim",
            ),
            together("lifted_by", "lifted_at", "exemption_lifted_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return f"{self.get_reason_display()}: {self.quote[:60]}"

    @property
    def accounts(self) -> bool:
        """Whether its words are accounted for: what repeats a claim is so while the claim counts."""
        return self.repeats is None or self.repeats.is_live
