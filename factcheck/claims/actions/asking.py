"""Questions on a claim: asked, answered, closed."""

from django.db import transaction
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.models import Claim, Question
from factcheck.claims.queries import hold_claim
from factcheck.core.rulings import unchanged
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic
def ask(
    *, claim: Claim, by: User, text: str, to: User | None = None, blocking: bool = False
) -> Question:
    """Ask something on a claim. A blocking question holds publication up until it is closed."""
    claim = hold_claim(claim)
    (rules.may_ask(by, claim) and rules.may_be_given(to)).enforce()
    question = Question.objects.create(
        claim=claim, text=text, to=to, blocking=blocking, asked_by=by
    )
    record(
        "question.asked",
        by=by,
        thread=claim.article,
        on=question,
        claim=claim.number,
        text=text,
        to=to.pk if to else None,
        blocking=blocking,
    )
    return question


@transaction.atomic
def answer(*, question: Question, by: User, text: str, seen: str | None = None) -> Question:
    """Answer a question; a further answer replaces the first until it is closed.

    `seen` is the stamp of the answer that the form was shown with.
    """
    article = hold(question.claim.article_id)
    question = _fresh(question)
    (rules.may_answer(by, question) and unchanged(seen, question.stamp)).enforce()
    question.answer, question.answered_by, question.answered_at = text, by, timezone.now()
    question.save(update_fields=["answer", "answered_by", "answered_at"])
    record(
        "question.answered",
        by=by,
        thread=article,
        on=question,
        claim=question.claim.number,
        text=text,
    )
    return question


@transaction.atomic
def close(*, question: Question, by: User, because: str = "") -> Question:
    """Close a question. A blocking question blocks until it is closed."""
    article = hold(question.claim.article_id)
    question = _fresh(question)
    rules.may_close(by, question).enforce()
    if question.asked_by_id != by.pk and not because:
        raise ValueError("Closing somebody else's question takes a reason.")
    question.closed_by, question.closed_at = by, timezone.now()
    question.closed_because = because
    question.save(update_fields=["closed_by", "closed_at", "closed_because"])
    record(
        "question.closed",
        by=by,
        thread=article,
        on=question,
        claim=question.claim.number,
        because=because,
    )
    return question


def _fresh(question: Question) -> Question:
    return Question.objects.select_related("claim", "asked_by", "to").get(pk=question.pk)
