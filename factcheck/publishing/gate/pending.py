"""G10 and G12: nothing waits for the lawyers or for an answer."""

from collections.abc import Iterator

from django.urls import reverse

from factcheck.claims.models import Disposition, Question
from factcheck.publishing.assemble import Dossier
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.gate.blockers import blocker, shortened


def no_legal_review(found: Dossier) -> Iterator[Blocker]:
    """G10: nothing waits for a legal release."""
    for claim in found.claims:
        if claim.disposition == Disposition.LEGAL_REVIEW:
            yield blocker(
                "G10",
                "It takes a release by a person with the ability “legal” who did not work on it.",
                reverse("desk:claim_release", args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is with the lawyers",
            )


def no_open_question(found: Dossier) -> Iterator[Blocker]:
    """G12: every blocking question is closed."""
    for question in found.questions:
        yield blocker(
            "G12",
            f"{question.asked_by} asks: “{shortened(question.text)}”. {_turn(question)}",
            reverse("desk:claim", args=[question.claim_id]),
            claim=question.claim.number,
            title=f"A question on claim {question.claim.number} is not closed",
        )


def _turn(question: Question) -> str:
    """Whose turn it is with a question."""
    if question.answered_at:
        return f"It is answered; {question.asked_by} closes it."
    return f"{question.to or 'Somebody'} answers, then {question.asked_by} closes it."
