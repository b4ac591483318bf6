"""Sources that can be consulted, their stored copies, and their words for the search."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.models import Speaker
from factcheck.core.immutable import Immutable
from factcheck.core.search.words import Searched
from factcheck.people.models import User
from factcheck.people.roles import Ability


class SourceKind(models.TextChoices):
    """What can be consulted to settle a claim."""

    WEB_PAGE = "web_page", "Web page"
    DOCUMENT = "document", "Document"
    DATASET = "dataset", "Dataset"
    INTERVIEW = "interview", "Interview"
    RECORDING = "recording", "Recording"
    EARLIER_CHECK = "earlier_check", "Earlier check"


class SourceQuerySet(models.QuerySet["Source"]):
    """Sources, as far as a person may see them."""

    def visible_to(self, user: User) -> Self:
        """The sources that `sees` lets this person see."""
        if not user.abilities:
            return self.none()
        if user.can(Ability.CONFIDENTIAL):
            return self
        return self.filter(Q(confidential=False) | Q(added_by=user))


def sees(user: User, source: "Source") -> bool:
    """Whether a person may see who or what a source is.

    Open ones, those this person added, and all for who may see confidential ones. None for who has
    no work at the desk.
    """
    theirs = not source.confidential or source.added_by_id == user.pk
    return bool(user.abilities) and (theirs or user.can(Ability.CONFIDENTIAL))


class Source(models.Model):
    """Something that can be consulted to settle a claim; kept in a library and reused.

    Of a confidential one, everything but `public_description` is for those who may see it.
    """

    kind = models.CharField(max_length=16, choices=SourceKind)
    title = models.CharField(max_length=300)
    publisher = models.CharField(max_length=160, blank=True)
    author = models.CharField(max_length=160, blank=True)
    url = models.URLField(max_length=500, blank=True)
    published_on = models.DateField(null=True)
    origin = models.CharField(
        max_length=120, blank=True, help_text="Whose story it copies, for example a wire service."
    )
    interests = models.CharField(max_length=300, blank=True)
    confidential = models.BooleanField(default=False)
    public_description = models.CharField(max_length=200, blank=True)
    aliases = models.CharField(max_length=300, blank=True)
    private_note = models.TextField(blank=True)
    stands_behind = models.ForeignKey(
        Speaker, null=True, on_delete=models.PROTECT, related_name="+"
    )
    revision = models.PositiveIntegerField(default=1)
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    objects = SourceQuerySet.as_manager()

    class Meta:
        ordering = ["-pk"]
        constraints = [
            CheckConstraint(condition=Q(kind__in=SourceKind.values), name="source_kind_known"),
            CheckConstraint(condition=~Q(title=""), name="source_has_a_title"),
            CheckConstraint(
                condition=Q(confidential=False) | ~Q(public_description=""),
                name="source_confidential_is_described",
            ),
            CheckConstraint(
                condition=Q(confidential=True)
                | (Q(stands_behind__isnull=True, aliases="", private_note="")),
                name="source_open_hides_nothing",
            ),
        ]

    def __str__(self) -> str:
        """What anybody may read: never the name of a confidential source."""
        return self.shown

    def get_absolute_url(self) -> str:
        return reverse("verification:source", args=[self.pk])

    @property
    def shown(self) -> str:
        """What stands for this source before everybody."""
        return self.public_description if self.confidential else self.title


class Capture(Immutable):
    """A stored copy of a source at one moment: a file or text, with its digest."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="captures")
    file = models.FileField(upload_to="captures/%Y/%m/", blank=True)
    text = models.TextField(blank=True)
    file_name = models.CharField(max_length=200, blank=True)
    media_type = models.CharField(max_length=80)
    size = models.PositiveIntegerField()
    sha256 = models.CharField(max_length=64)
    taken_from = models.CharField(max_length=500, blank=True)
    taken_on = models.DateField()
    added_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    added_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["source_id", "-pk"]
        constraints = [
            CheckConstraint(
                condition=(Q(file="") & ~Q(text="")) | (~Q(file="") & Q(text="")),
                name="capture_is_a_file_or_a_text",
            ),
        ]

    def __str__(self) -> str:
        return f"Copy of {self.taken_on}"


class SourceChange(Immutable):
    """Somebody changed what an approval covers of a source after it was added: it is theirs too."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="changes")
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["source_id", "pk"]

    def __str__(self) -> str:
        return f"Change {self.pk} of source {self.source_id}"


class SourceWords(Searched):
    """The words of a source that everybody at the desk may read."""

    source = models.OneToOneField(
        Source, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-source_id"]

    def __str__(self) -> str:
        return f"Words of source {self.source_id}"


class HiddenWords(Searched):
    """The words of a confidential source, for those who may see it: in a table of their own."""

    source = models.OneToOneField(
        Source, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-source_id"]

    def __str__(self) -> str:
        return f"Hidden words of source {self.source_id}"
