"""What the splitter proposed, and how far it has come with a version."""

from django.db import models
from django.db.models import CheckConstraint, Q
from django.utils import timezone

from factcheck.claims.models.claims import Claim
from factcheck.core.immutable import Immutable
from factcheck.intake.models import Version
from factcheck.people.models import User


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
