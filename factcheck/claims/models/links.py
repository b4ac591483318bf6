"""The chain of a claim: who says it, through whom."""

from dataclasses import dataclass

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from factcheck.claims.models.claims import Claim
from factcheck.claims.models.pairs import together
from factcheck.claims.models.speakers import Speaker
from factcheck.people.models import User


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
