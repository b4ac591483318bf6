"""Who is said to say it, and which of them are one."""

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.models.pairs import together
from factcheck.intake.models import Article
from factcheck.people.models import User


class SpeakerKind(models.TextChoices):
    """Who or what is said to hold or say something."""

    PERSON = "person", "Person"
    ORGANISATION = "organisation", "Organisation"
    DOCUMENT = "document", "Document"
    UNNAMED = "unnamed", "Unnamed"


class Speaker(models.Model):
    """Somebody who is said to say it. Named ones are shared; an unnamed one is one article's."""

    kind = models.CharField(max_length=12, choices=SpeakerKind)
    name = models.CharField(max_length=160)
    note = models.CharField("what tells namesakes apart", max_length=160, blank=True)
    article = models.ForeignKey(
        Article, null=True, blank=True, on_delete=models.PROTECT, related_name="unnamed_speakers"
    )
    revision = models.PositiveIntegerField(default=1)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)
    renamed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    renamed_at = models.DateTimeField(null=True)
    merged_into = models.ForeignKey(
        "self", null=True, on_delete=models.PROTECT, related_name="aliases"
    )  # then this name is only another one for that speaker

    class Meta:
        ordering = ["name", "note", "pk"]
        constraints = [
            CheckConstraint(
                condition=Q(merged_into__isnull=True) | ~Q(merged_into=F("pk")),
                name="speaker_is_not_its_own_alias",
            ),
            together("renamed_by", "renamed_at", "speaker_renamed_by_and_at_together"),
            CheckConstraint(condition=Q(kind__in=SpeakerKind.values), name="speaker_kind_known"),
            CheckConstraint(condition=~Q(name=""), name="speaker_has_a_name"),
            CheckConstraint(
                condition=Q(kind="unnamed", article__isnull=False)
                | (~Q(kind="unnamed") & Q(article__isnull=True)),
                name="speaker_unnamed_belongs_to_one_article",
            ),
            UniqueConstraint(
                fields=["kind", "name", "note"],
                condition=Q(article__isnull=True),
                name="speaker_named_once",
            ),
            UniqueConstraint(
                fields=["article", "name", "note"],
                condition=Q(article__isnull=False),
                name="speaker_unnamed_once_per_article",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.name} ({self.note})" if self.note else self.name

    def get_absolute_url(self) -> str:
        return reverse("claims:speaker", args=[self.pk])

    @property
    def is_named(self) -> bool:
        return self.kind != SpeakerKind.UNNAMED

    @property
    def kept(self) -> "Speaker":
        """The speaker whose name this is: itself, unless it was merged."""
        return self.merged_into or self


class SpeakerMerge(models.Model):
    """Two speakers were found to be one. `links` are those that moved, by key, for the way back."""

    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="merges")
    into = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="absorbed")
    links = models.JSONField(default=list)
    merged_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    merged_at = models.DateTimeField(default=timezone.now)
    undone_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    undone_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=~Q(speaker=F("into")), name="speaker_merge_is_of_two"),
            UniqueConstraint(
                fields=["speaker"],
                condition=Q(undone_at__isnull=True),
                name="speaker_merge_once",
            ),
            together("undone_by", "undone_at", "speaker_merge_undone_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_id} is {self.into_id}"
