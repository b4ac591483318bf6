"""Published reports, their addresses, and words that were cleared."""

from django.core.validators import RegexValidator
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from factcheck.core.immutable import Immutable
from factcheck.intake.models import Article, Version
from factcheck.people.models import User

SLUG = RegexValidator(
    r"^[a-z0-9]+(?:-[a-z0-9]+)*$", "Small letters, digits and single hyphens between them."
)


class Address(models.Model):
    """Where an article's report stands: `/r/<slug>/`. Changed freely until edition 1."""

    article = models.OneToOneField(Article, on_delete=models.PROTECT, related_name="address")
    slug = models.CharField(max_length=60, unique=True, validators=[SLUG])
    chosen_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    chosen_at = models.DateTimeField(default=timezone.now)

    class Meta:
        verbose_name_plural = "addresses"
        constraints = [CheckConstraint(condition=~Q(slug=""), name="address_has_a_slug")]

    def __str__(self) -> str:
        return self.slug


class Tier(models.TextChoices):
    """What kind of edition it is: the first, or a correction of one tier."""

    FIRST = "first", "First edition"
    TYPO = "typo", "Spelling"
    UPDATE = "update", "Update"
    CORRECTION = "correction", "Correction"
    VERDICT_CHANGED = "verdict_changed", "Verdict changed"
    VOID = "void", "Finding withdrawn"
    RETRACTION = "retraction", "Report retracted"


class Edition(Immutable):
    """A frozen, numbered, public report of an article. Editions are only ever added."""

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="editions")
    version = models.ForeignKey(Version, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    tier = models.CharField(max_length=16, choices=Tier, default=Tier.FIRST)
    title = models.CharField(max_length=200)
    report = models.JSONField()
    digest = models.CharField(max_length=64)
    trail_digest = models.CharField(max_length=64)
    past_because = models.TextField(max_length=2000, blank=True)
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    signed = models.CharField(  # readers go on seeing it when the person is renamed
        "published under the name", max_length=120
    )
    published_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["-published_at", "-pk"]
        constraints = [
            UniqueConstraint(fields=["article", "number"], name="edition_once_per_number"),
            CheckConstraint(condition=Q(number__gt=0), name="edition_number_starts_at_one"),
            CheckConstraint(condition=Q(tier__in=Tier.values), name="edition_tier_known"),
            CheckConstraint(
                condition=Q(number=1, tier="first") | (Q(number__gt=1) & ~Q(tier="first")),
                name="edition_first_is_number_one",
            ),
        ]

    def __str__(self) -> str:
        return f"Edition {self.number} of article {self.article_id}"

    def get_absolute_url(self) -> str:
        return reverse("publishing:edition", args=[self.pk])


class Clearance(Immutable):
    """A person who may see a source says why words that look like it may stand (G13).

    `digest` names the hit: the source's id, the place and the words found there, hashed.
    """

    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="clearances")
    digest = models.CharField(max_length=64)
    reason = models.TextField(max_length=500)
    cleared_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    cleared_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["article", "digest"], name="clearance_once_per_hit"),
            CheckConstraint(condition=~Q(reason=""), name="clearance_has_a_reason"),
        ]

    def __str__(self) -> str:
        return f"Clearance {self.pk}"
