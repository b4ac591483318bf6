"""Dated findings on claims."""

from typing import Self

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint
from django.utils import timezone

from factcheck.claims.models import Claim, Link
from factcheck.core.immutable import Immutable, ImmutableQuerySet
from factcheck.core.verdicts import QUESTIONS, SCALES, AttributionCode, ContentCode
from factcheck.people.models import User
from factcheck.verification.models.evidence import ABOUT_A_LINK, Evidence

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
