"""An article is split into attributed claims."""

from dataclasses import dataclass
from typing import Self

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint
from django.urls import reverse
from django.utils import timezone

from factcheck.intake.models import Article, Version
from factcheck.people.models import User


def together(first: str, second: str, name: str) -> CheckConstraint:
    """A constraint: who and when are both known, or neither is."""
    return CheckConstraint(
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
        name=name,
    )


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

    class Meta:
        ordering = ["name", "note", "pk"]
        constraints = [
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
    set_aside_because = models.CharField(max_length=300, blank=True)
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


class QuoteKind(models.TextChoices):
    """In whose words a link passes it on."""

    DIRECT = "direct", "In their own words"
    INDIRECT = "indirect", "In other words"
    MIXED = "mixed", "Partly in their own words"


class Link(models.Model):
    """One step of a claim's chain of attribution; position 0 is the innermost.

    A link that was taken out of the chain is retired, not deleted: evidence and verdicts on it
    remain where they were found, and count no more.
    """

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="links")
    position = models.PositiveSmallIntegerField()
    speaker = models.ForeignKey(Speaker, on_delete=models.PROTECT, related_name="links")
    words = models.CharField("speaker, as written", max_length=200, blank=True)
    words_start = models.PositiveIntegerField(null=True)
    cue = models.CharField(max_length=80, blank=True)
    cue_start = models.PositiveIntegerField(null=True)
    quote_kind = models.CharField(max_length=10, choices=QuoteKind, default=QuoteKind.INDIRECT)
    governs = models.BooleanField(default=False)
    retired_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    retired_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ["claim_id", "position", "pk"]
        constraints = [
            UniqueConstraint(
                fields=["claim", "position"],
                condition=Q(retired_at__isnull=True),
                name="link_once_per_position",
            ),
            UniqueConstraint(
                fields=["claim"],
                condition=Q(governs=True, retired_at__isnull=True),
                name="link_one_governs",
            ),
            CheckConstraint(condition=Q(quote_kind__in=QuoteKind.values), name="link_kind_known"),
            together("retired_by", "retired_at", "link_retired_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return f"{self.speaker_id} {self.cue}"


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

    class Meta:
        ordering = ["version_id", "start", "pk"]
        constraints = [
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


class Question(models.Model):
    """Asked on a claim, to the writer or a colleague. Only closed stops blocking."""

    claim = models.ForeignKey(Claim, on_delete=models.PROTECT, related_name="questions")
    text = models.CharField(max_length=1000)
    to = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    blocking = models.BooleanField(default=False)
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField(default=timezone.now)
    answer = models.CharField(max_length=2000, blank=True)
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)
    closed_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    closed_at = models.DateTimeField(null=True)
    closed_because = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["claim_id", "pk"]
        constraints = [
            CheckConstraint(condition=~Q(text=""), name="question_asks_something"),
            together("answered_by", "answered_at", "question_answered_by_and_at_together"),
            together("closed_by", "closed_at", "question_closed_by_and_at_together"),
        ]

    def __str__(self) -> str:
        return self.text[:60]

    @property
    def stamp(self) -> str:
        """Which answer stands, for forms that were shown with it; empty before the first."""
        return self.answered_at.isoformat() if self.answered_at else ""

    @property
    def state(self) -> str:
        """open, answered or closed."""
        if self.closed_at:
            return "closed"
        return "answered" if self.answered_at else "open"


@dataclass(frozen=True, slots=True)
class LinkDraft:
    """One link of a chain as somebody wrote it down; `pk` names the link that it replaces."""

    speaker_kind: str
    speaker_name: str
    speaker_note: str = ""
    words: str = ""
    cue: str = ""
    quote_kind: str = QuoteKind.INDIRECT
    governs: bool = False
    pk: int | None = None
