"""What one person may do to a claim now: a ruling for every button of its card."""

from dataclasses import dataclass

from factcheck.claims import rules as claims
from factcheck.claims.models import Claim
from factcheck.core.rulings import Ruling
from factcheck.people.models import User
from factcheck.review import rules as review
from factcheck.verification import rules as verification
from factcheck.verification.facts import ClaimFacts


@dataclass(frozen=True, slots=True)
class Rulings:
    """One ruling a button, named for what the button does."""

    accept: Ruling
    change: Ruling  # words, span, chain
    set_aside: Ruling
    take_back: Ruling
    ask: Ruling
    assign: Ruling
    dispose: Ruling
    cite: Ruling
    find: Ruling
    conclude: Ruling
    contact: Ruling
    submit: Ruling
    withdraw: Ruling
    approve: Ruling
    send_back: Ruling
    reopen: Ruling
    waive: Ruling
    end_waiver: Ruling
    release: Ruling


def rulings_for(user: User, claim: Claim, facts: ClaimFacts) -> Rulings:
    """Every ruling on one claim for one person."""
    return Rulings(
        accept=claims.may_accept(user, claim),
        change=claims.may_change(user, claim),
        set_aside=claims.may_set_aside(user, claim),
        take_back=claims.may_take_back(user, claim),
        ask=claims.may_ask(user, claim),
        assign=claims.may_assign(user, claim),
        dispose=claims.may_dispose(user, claim),
        cite=verification.may_cite(user, claim),
        find=verification.may_record_verdict(user, claim),
        conclude=verification.may_conclude(user, claim),
        contact=verification.may_note_contact(user, claim),
        submit=review.may_submit(user, claim),
        withdraw=review.may_withdraw(user, claim),
        approve=review.may_approve(user, claim, facts),
        send_back=review.may_send_back(user, claim),
        reopen=review.may_reopen(user, claim),
        waive=review.may_waive(user, claim, facts),
        end_waiver=review.may_end_waiver(user, claim),
        release=review.may_release(user, claim, facts),
    )
