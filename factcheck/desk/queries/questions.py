"""The questions that are asked of a claim: did each of them say it, and is it true."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse

from factcheck.claims.models import Claim, Link
from factcheck.claims.queries import chain
from factcheck.verification.scale import Aspect


@dataclass(frozen=True, slots=True)
class Asked:
    """One question on a claim: on a link of its chain, or on its content."""

    claim: Claim
    aspect: str
    link: Link | None

    @property
    def value(self) -> str:
        """As a form names it."""
        return f"link-{self.link.pk}" if self.link else "content"

    @property
    def words(self) -> str:
        """As a person asks it."""
        return f"Did {self.link.speaker} say it?" if self.link else "Is it true?"

    @property
    def url(self) -> str:
        """Where its verdict is recorded."""
        query = f"?aspect={self.aspect}" + (f"&link={self.link.pk}" if self.link else "")
        return reverse("desk:verdict_add", args=[self.claim.pk]) + query


def questions_on(claim: Claim) -> list[Asked]:
    """All questions on a claim, the innermost link first, the content last."""
    links = [Asked(claim, Aspect.ATTRIBUTION.value, link) for link in chain(claim)]
    return [*links, Asked(claim, Aspect.CONTENT.value, None)]


def asked(query: Mapping[str, str], claim: Claim) -> Asked:
    """The question that an address names (`?aspect=&link=`), else the one on the content."""
    for question in questions_on(claim):
        if question.link and str(question.link.pk) == query.get("link"):
            return question
    return Asked(claim, Aspect.CONTENT.value, None)
