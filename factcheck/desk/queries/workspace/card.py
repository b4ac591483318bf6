"""One claim, read for its card."""

from django.db.models import Prefetch, prefetch_related_objects

from factcheck.claims.models import Claim, Question, Stage
from factcheck.desk.workspace import card as cards
from factcheck.desk.workspace.card import Card, ClaimRecord
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.review.models import Decision, Verb
from factcheck.review.queries import approval_of
from factcheck.verification.queries import attempts, cited, facts_from
from factcheck.verification.queries.findings import findings_on

# read once for the card, and for the rule that asks whether one of them holds the claim up
QUESTIONS = Prefetch(
    "questions", Question.objects.select_related("asked_by", "answered_by", "closed_by", "to")
)


def card(claim: Claim, user: User) -> Card:
    """The card of one claim for one person, in a constant number of queries."""
    rows = Claim.objects.select_related(
        "article__current_version__splitting", "article__writer", "assignee",
        "set_aside_by", "waived_by", "suggestion",
    )  # fmt: skip
    return card_from(rows.get(pk=claim.pk), user, house_rules())


def card_from(claim: Claim, user: User, rules: Rules) -> Card:
    """The same, for a row that was just read with its article, version, writer and people."""
    evidence = list(cited([claim.pk]).select_related("added_by"))
    tried = list(attempts([claim.pk]).select_related("contact__source", "contact__added_by"))
    findings = list(findings_on([claim.pk]))
    prefetch_related_objects([claim], QUESTIONS)
    record = ClaimRecord(
        claim=claim,
        facts=facts_from([claim], evidence, tried, findings)[claim.pk],
        evidence=evidence,
        findings=findings,
        contacts=[row.contact for row in reversed(tried)],
        questions=list(claim.questions.all()),
        approval=approval_of(claim),
        sent_back=_sent_back(claim),
    )
    return cards.card_from(record, user, rules)


def _sent_back(claim: Claim) -> Decision | None:
    """The decision that sent the claim back, while it has not gone to review again."""
    if claim.stage != Stage.CHECKING:
        return None
    rows = Decision.objects.filter(round__in=claim.rounds.sent_back(), verb=Verb.SEND_BACK)
    return rows.select_related("decided_by").first()
