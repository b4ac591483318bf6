"""A claim: five facts about it, five fields."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse

from factcheck.claims.models.pairs import together
from factcheck.intake.models import Article
from factcheck.people.models import User


class ClaimKind(models.TextChoices):
    """What sort of statement it is. Who says it is told by the chain."""

    FACT = "fact", "Fact"
    NUMBER = "number", "Number"
    COMPARISON = "comparison", "Comparison"
    CAUSAL = "causal", "Cause"
    PREDICTION = "prediction", "Prediction"
    OPINION = "opinion", "Opinion"


class Stage(models.TextChoices):
    """Where the work on a claim stands. Says nothing about whether it is true."""

    SUGGESTED = "suggested", "Suggested"
    OPEN = "open", "Open"
    CHECKING = "checking", "Being checked"
    CHECKED = "checked", "Checked"
    IN_REVIEW = "in_review", "In review"
    APPROVED = "approved", "Approved"
    SET_ASIDE = "set_aside", "Set aside"
    WAIVED = "waived", "Waived"


class Disposition(models.TextChoices):
    """What happens to the text because of what was found."""

    STANDS = "stands", "Stands"
    FIX_REQUESTED = "fix_requested", "Fix requested"
    FIXED = "fixed", "Fixed"
    HEDGED = "hedged", "Hedged"
    CUT = "cut", "Cut"
    LEGAL_REVIEW = "legal_review", "With the lawyers"


class SetAsideCause(models.TextChoices):
    """Why a claim was set aside, as far as the desk tells the cases apart."""

    EDITOR = "editor", "Another reason"
    NO_STATEMENT = "no_statement", "Not a statement"
    SAID_TWICE = "said_twice", "Says the same as another"
    WRONG_WORDS = "wrong_words", "Wrong words"
    MERGED = "merged", "Merged into another claim"
    NOT_IN_TEXT = "not_in_text", "Its words are not in the new text"
    WORDS_TAKEN = "words_taken", "Its words are another claim"
    CUT = "cut", "Cut from the text"
    UNDONE = "undone", "Undone"


class ClaimQuerySet(models.QuerySet["Claim"]):
    """Claims, chained by adjectives."""

    def live(self) -> Self:
        """Claims that count: accepted once, not set aside."""
        return self.exclude(stage__in=[Stage.SUGGESTED, Stage.SET_ASIDE])

    def in_text_order(self) -> Self:
        """By number: numbers follow the text until the first edition."""
        return self.order_by("number", "pk")


class Claim(models.Model):
    """One checkable statement of one article, wherever it stands in it."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="claims")
    number = models.PositiveIntegerField()
    wording = models.CharField(max_length=300, blank=True)
    kind = models.CharField(max_length=12, choices=ClaimKind, default=ClaimKind.FACT)

    stage = models.CharField(max_length=12, choices=Stage, default=Stage.OPEN)
    disposition = models.CharField(max_length=16, choices=Disposition, default=Disposition.STANDS)
    fix_ordered = models.BooleanField(default=False)  # the last legal release says so
    assignee = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    due_at = models.DateTimeField(null=True)
    revision = models.PositiveIntegerField(default=1)

    spanned_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    spanned_at = models.DateTimeField(null=True)
    worded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    worded_at = models.DateTimeField(null=True)
    kinded_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    kinded_at = models.DateTimeField(null=True)
    chained_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    chained_at = models.DateTimeField(null=True)
    accepted_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    accepted_at = models.DateTimeField(null=True)
    set_aside_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    set_aside_at = models.DateTimeField(null=True)
    set_aside_because = models.CharField(max_length=300, blank=True)  # a sentence for people
    set_aside_cause = models.CharField(max_length=12, choices=SetAsideCause, blank=True, default="")
    waived_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    waived_at = models.DateTimeField(null=True)
    waived_because = models.CharField(max_length=500, blank=True)

    objects = ClaimQuerySet.as_manager()

    class Meta:
        ordering = ["article_id", "number"]
        constraints = [
            CheckConstraint(condition=Q(stage__in=Stage.values), name="claim_stage_known"),
            CheckConstraint(condition=Q(kind__in=ClaimKind.values), name="claim_kind_known"),
            CheckConstraint(
                condition=Q(disposition__in=Disposition.values), name="claim_disposition_known"
            ),
            UniqueConstraint(fields=["article", "number"], name="claim_once_per_number"),
            together("spanned_by", "spanned_at", "claim_spanned_by_and_at_together"),
            together("worded_by", "worded_at", "claim_worded_by_and_at_together"),
            together("kinded_by", "kinded_at", "claim_kinded_by_and_at_together"),
            together("chained_by", "chained_at", "claim_chained_by_and_at_together"),
            together("accepted_by", "accepted_at", "claim_accepted_by_and_at_together"),
            together("set_aside_by", "set_aside_at", "claim_set_aside_by_and_at_together"),
            together("waived_by", "waived_at", "claim_waived_by_and_at_together"),
            CheckConstraint(
                condition=~Q(stage="set_aside")
                | (Q(set_aside_by__isnull=False) & ~Q(set_aside_because="")),
                name="claim_set_aside_with_a_reason",
            ),
            CheckConstraint(
                condition=Q(stage="set_aside", set_aside_cause__in=SetAsideCause.values)
                | (~Q(stage="set_aside") & Q(set_aside_cause="")),
                name="claim_set_aside_has_a_known_cause",
            ),
            CheckConstraint(
                condition=~Q(stage="waived") | (Q(waived_by__isnull=False) & ~Q(waived_because="")),
                name="claim_waived_with_a_reason",
            ),
            CheckConstraint(
                condition=Q(stage__in=["suggested", "set_aside"]) | Q(accepted_by__isnull=False),
                name="claim_live_was_accepted",
            ),
            CheckConstraint(
                condition=~Q(stage__in=["checked", "in_review", "approved"]) | ~Q(wording=""),
                name="claim_checked_has_a_wording",
            ),
        ]
        indexes = [
            models.Index(fields=["stage", "article"], name="claim_by_stage"),
            models.Index(fields=["assignee", "stage"], name="claim_by_assignee"),
        ]

    def __str__(self) -> str:
        return f"{self.number}: {self.wording[:60]}"

    def get_absolute_url(self) -> str:
        return reverse("desk:claim", args=[self.pk])

    @property
    def is_live(self) -> bool:
        return self.stage not in {Stage.SUGGESTED, Stage.SET_ASIDE}
