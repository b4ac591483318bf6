"""What waits for a second person, and what a signature would cover."""

from dataclasses import dataclass

from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import Ruling
from factcheck.desk.queries.card import Card
from factcheck.desk.queries.words import Mark, content_mark, said_mark
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.queries import house_rules
from factcheck.review.models import Round
from factcheck.review.queries import contributors, digest_of
from factcheck.review.rules import may_approve
from factcheck.verification.queries import facts
from factcheck.verification.scale import but


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One claim in review: its two verdicts, and whether this person may sign it."""

    claim: Claim
    quote: str
    said: Mark
    true: Mark
    but: str
    may: Ruling


def in_review(article: Article, user: User) -> list[ReviewLine]:
    """The claims of an article that wait for a signature, in text order. Constant queries."""
    claims = list(Claim.objects.filter(article=article, stage=Stage.IN_REVIEW).in_text_order())
    found, rules = facts(claims), house_rules()
    lines = []
    for claim in claims:
        of = found[claim.pk]
        lines.append(
            ReviewLine(
                claim=claim,
                quote=claim.wording or " … ".join(of.quotes),
                said=said_mark(rules, of.said),
                true=content_mark(rules, of.true),
                but=but(of.said, of.true),
                may=may_approve(user, claim, of),
            )
        )
    return lines


def next_in_review(claim: Claim, user: User) -> Claim | None:
    """The next claim of the article that this person may sign, or nothing."""
    for line in in_review(claim.article, user):
        if line.may:
            return line.claim
    return None


@dataclass(frozen=True, slots=True)
class Signing:
    """What stands beside the button: who worked on it, who sent it, which digest is signed."""

    digest: str
    hands: list[User]
    round: Round | None


def signing(card: Card, user: User) -> Signing:
    """What a signature on this claim would mean for this person."""
    hands = User.objects.filter(pk__in=contributors(card.facts)).order_by("name", "pk")
    last = Round.objects.filter(claim=card.claim).select_related("opened_by").order_by("-number")
    return Signing(digest_of(card.facts), list(hands), last.first())
