"""The questions on a claim, read with its chain."""

from collections.abc import Mapping

from factcheck.claims.models import Claim
from factcheck.claims.queries import chain
from factcheck.core.verdicts import Aspect
from factcheck.desk.workspace.verdict_questions import VerdictQuestion, verdict_questions


def questions_on(claim: Claim) -> list[VerdictQuestion]:
    """All questions on a claim, the innermost link first, the content last. One query."""
    return verdict_questions(claim, chain(claim))


def question_named(query: Mapping[str, str], claim: Claim) -> VerdictQuestion | None:
    """The question that an address names (`?aspect=&link=`): the content where it names no link.

    Nothing where its link is no part of the chain any more: a finding on a speaker must never
    turn into one on the content.
    """
    wanted = query.get("link", "")
    if not wanted and query.get("aspect") != Aspect.ATTRIBUTION:
        return VerdictQuestion(claim, Aspect.CONTENT.value, None)
    return next((q for q in questions_on(claim) if q.link and str(q.link.pk) == wanted), None)
