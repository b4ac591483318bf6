"""Who asks, answers and closes a question."""

from factcheck.claims.models import Claim, Question
from factcheck.claims.rules.counting import counts
from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.people.models import User
from factcheck.people.roles import Ability


def may_ask(user: User, claim: Claim) -> Ruling:
    """Reviewers, checkers and publishers ask about a claim that counts."""
    return _asks(user) and counts(claim)


def may_answer(user: User, question: Question) -> Ruling:
    """Whoever was asked answers; where nobody was named, whoever brings in articles."""
    return _was_asked(user, question) and _not_closed(question)


def may_close(user: User, question: Question) -> Ruling:
    """The asker closes a question; a publisher does where the asker is gone."""
    return _asked_it(user, question) and _not_closed(question)


def _asks(user: User) -> Ruling:
    if any(user.can(ability) for ability in (Ability.REVIEW, Ability.VERIFY, Ability.PUBLISH)):
        return ALLOWED
    return never("Questions are asked by reviewers, checkers and publishers.")


def _not_closed(question: Question) -> Ruling:
    return not_now("This question is closed.") if question.closed_at else ALLOWED


def _was_asked(user: User, question: Question) -> Ruling:
    if question.to_id is None:
        brings = user.can(Ability.BRING_IN)
        return ALLOWED if brings else never("Writers, checkers and publishers answer questions.")
    if question.to_id == user.pk and user.abilities:
        return ALLOWED
    return never(f"{question.to} was asked, and answers.")


def _asked_it(user: User, question: Question) -> Ruling:
    if question.asked_by_id == user.pk:
        return ALLOWED
    if user.can(Ability.PUBLISH) and not question.asked_by.abilities:
        return ALLOWED
    return never(f"{question.asked_by} asked this, and closes it.")
