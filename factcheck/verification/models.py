"""Each claim is checked against sources."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.models import Claim, Link, Speaker, together
from factcheck.core.immutable import Immutable, ImmutableQuerySet
from factcheck.core.indexing import Searched
from factcheck.core.verdicts import QUESTIONS, SCALES, AttributionCode, ContentCode
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


class SourceChange(Immutable):
    """Somebody changed what an approval covers of a source after it was added: it is theirs too."""

    source = models.ForeignKey(Source, on_delete=models.PROTECT, related_name="changes")
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    changed_at = models.DateTimeField(default=timezone.now)

    class Meta:
        ordering = ["source_id", "pk"]

    def __str__(self) -> str:
        return f"Change {self.pk} of source {self.source_id}"


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


# "unchecked" is on both scales, under one word
VERDICTS = {
    code: definition.word for scale in SCALES.values() for code, definition in scale.items()
}


class VerdictQuerySet(ImmutableQuerySet):
    """Verdicts, of which only the latest on each question counts."""

    def current(self) -> Self:
        """The last verdict on the content, and on each link that still stands in the chain."""
        later = Verdict.objects.filter(
            models.Q(link=models.OuterRef("link"))
            | models.Q(link__isnull=True, aspect=models.OuterRef("aspect")),
            claim=models.OuterRef("claim"),
            aspect=models.OuterRef("aspect"),
            pk__gt=models.OuterRef("pk"),
        )
        return self.filter(~models.Exists(later), link__retired_at__isnull=True)


class Verdict(Immutable):
    """One dated finding on the content, or on one link, of a claim. A later one supersedes it."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="verdicts")
    aspect = models.CharField(max_length=12, choices=QUESTIONS)
    link = models.ForeignKey(Link, null=True, on_delete=models.PROTECT, related_name="verdicts")
    code = models.CharField(max_length=24, choices=VERDICTS)
    rationale = models.TextField(max_length=4000, blank=True)
    searched = models.TextField(max_length=2000, blank=True)
    as_of = models.DateField(null=True)
    look_again = models.DateField(null=True)
    evidence = models.ManyToManyField(Evidence, related_name="verdicts", through="VerdictEvidence")
    found_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    found_at = models.DateTimeField(default=timezone.now)

    objects = VerdictQuerySet.as_manager()  # type: ignore[misc]  # reads more than its base's

    class Meta:
        ordering = ["claim_id", "pk"]
        constraints = [
            CheckConstraint(condition=ABOUT_A_LINK, name="verdict_attribution_is_on_a_link"),
            CheckConstraint(
                condition=Q(aspect="attribution", code__in=[code.value for code in AttributionCode])
                | Q(aspect="content", code__in=[code.value for code in ContentCode]),
                name="verdict_code_fits_its_aspect",
            ),
            CheckConstraint(
                condition=Q(code__in=["accurate", "confirmed_verbatim"]) | ~Q(rationale=""),
                name="verdict_says_why",
            ),
            CheckConstraint(
                condition=~Q(code="unverifiable") | Q(look_again__isnull=False),
                name="verdict_unverifiable_says_when_to_look_again",
            ),
            CheckConstraint(
                condition=~Q(code="outdated") | Q(as_of__isnull=False),
                name="verdict_outdated_names_a_date",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.claim_id} {self.code}"


class VerdictEvidence(Immutable):
    """A verdict rests on a piece of evidence."""

    verdict = models.ForeignKey(Verdict, on_delete=models.PROTECT, related_name="rests_on")
    evidence = models.ForeignKey(Evidence, on_delete=models.PROTECT, related_name="bears")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["verdict", "evidence"], name="verdict_evidence_once")
        ]

    def __str__(self) -> str:
        return f"{self.verdict_id} {self.evidence_id}"


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
