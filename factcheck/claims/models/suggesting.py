"""What the splitter proposed, and how far it has come with a version."""

from collections.abc import Mapping

from django.db import models
from django.db.models import CheckConstraint, F, Q
from django.utils import timezone

from factcheck.claims.models.claims import Claim
from factcheck.core.immutable import Immutable
from factcheck.intake.models import Version
from factcheck.people.models import User
from factcheck.splitting.proposals.learning import FEWEST_DECISIONS, in_words
from factcheck.splitting.proposals.worth import WEIGHTS


class Engine(models.TextChoices):
    """Which reader of sentences spoke."""

    PARSER = "parser", "With the language model"
    PLAIN = "plain", "By rules alone"


class SplitState(models.TextChoices):
    """How far the splitter has come with a text."""

    WAITING = "waiting", "Waiting"
    RUNNING = "running", "Reading"
    DONE = "done", "Done"
    FAILED = "failed", "Stopped"


class Weighing(Immutable):
    """What the reasons for a check weigh from a moment on: as learned from decisions, or our own.

    The latest row is in force. It keeps numbers by the names of the reasons, and no word of a text.
    """

    weights = models.JSONField(default=dict)  # by name of the reason; empty: our own again
    was = models.JSONField()  # the same before
    decisions = models.PositiveIntegerField(default=0)  # what was learned from
    accepted = models.PositiveIntegerField(default=0)
    # of a pair, one accepted and one set aside, how often the accepted one is first
    in_order = models.FloatField("pairs in order", null=True)
    in_order_ours = models.FloatField("pairs in order by our own weights", null=True)
    set_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    set_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-pk"]
        verbose_name_plural = "what to check first"
        constraints = [
            CheckConstraint(
                condition=Q(decisions=0) | Q(decisions__gte=FEWEST_DECISIONS),
                name="weighing_learned_from_enough",
            ),
            CheckConstraint(
                condition=Q(accepted__lte=F("decisions")), name="weighing_accepted_were_decided"
            ),
        ]

    def __str__(self) -> str:
        if not self.weights:
            return "Our starting weights"
        return f"Learned from {self.decisions} decisions"

    @property
    def in_force(self) -> Mapping[str, float]:
        """What every reason weighs; one of which nothing was learned weighs what it does with us."""
        return weights_of(self)

    @property
    def set_aside(self) -> int:
        """How many of the decisions left a suggestion out."""
        return self.decisions - self.accepted

    @property
    def changes(self) -> list[str]:
        """What weighs more or less than before, in words."""
        return in_words({**WEIGHTS, **self.was}, self.in_force)


def weights_of(weighing: Weighing | None) -> Mapping[str, float]:
    """What every reason weighs now; our own where nothing was learned. Unknown names are dropped."""
    learned = weighing.weights if weighing else {}
    return {name: learned.get(name, weight) for name, weight in WEIGHTS.items()}


class Splitting(models.Model):
    """The splitter's work on one version. The row carries its own state, so that a job which was
    killed is seen and started again."""

    version = models.OneToOneField(Version, on_delete=models.PROTECT, related_name="splitting")
    state = models.CharField(max_length=8, choices=SplitState, default=SplitState.WAITING)
    engine = models.CharField(max_length=8, choices=Engine, blank=True)
    note = models.CharField(max_length=300, blank=True)  # what this engine cannot do, for the page
    words = models.PositiveIntegerField(default=0)
    words_read = models.PositiveIntegerField(default=0)
    proposed = models.PositiveIntegerField(default=0)
    weighing = models.ForeignKey(  # by which its suggestions are in order; none: our own weights
        Weighing, null=True, on_delete=models.PROTECT, related_name="+"
    )
    tries = models.PositiveSmallIntegerField(default=0)  # a text that ends its reader is given up
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    touched_at = models.DateTimeField(default=timezone.now)  # the last sign of life
    ended_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["version_id"]
        constraints = [
            CheckConstraint(condition=Q(state__in=SplitState.values), name="splitting_state_known"),
            CheckConstraint(
                condition=Q(state__in=["waiting", "running"], ended_at__isnull=True)
                | Q(state__in=["done", "failed"], ended_at__isnull=False),
                name="splitting_ends_once",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.get_state_display()}: version {self.version_id}"


class Suggestion(Immutable):
    """Why the splitter proposed a claim. Offsets count code points of the version's text."""

    claim = models.OneToOneField(Claim, on_delete=models.PROTECT, related_name="suggestion")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=300)
    worth = models.FloatField(default=0.0)  # 0 to 1: how much it is worth checking first
    weighed = models.JSONField(null=True)  # the reasons of its worth, by name; unknown of old ones
    hedges = models.JSONField(default=list)  # [[start, end], …]
    splits = models.JSONField(default=list)  # natural split points

    class Meta:
        ordering = ["claim_id"]
        constraints = [
            CheckConstraint(
                condition=Q(worth__gte=0) & Q(worth__lte=1), name="suggestion_worth_is_a_share"
            ),
        ]

    def __str__(self) -> str:
        return self.reason
