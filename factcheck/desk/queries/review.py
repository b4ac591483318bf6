"""What waits for a second person, and what a signature would cover."""

from django.db.models import Count

from factcheck.claims.lifecycle import SETTLED
from factcheck.claims.models import Claim, ClaimQuerySet, Stage
from factcheck.core.spans import join_quotes
from factcheck.core.verdicts import contrast
from factcheck.desk.pages.review import ReviewLine, ReviewProgress, Signing, signing_from
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.verdict_marks import attribution_mark, content_mark
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.queries import house_rules
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Round
from factcheck.review.queries import contributors
from factcheck.review.rules import may_approve
from factcheck.verification.queries import facts


def in_review(article: Article, user: User) -> list[ReviewLine]:
    """The claims of an article that wait for a signature, in text order. Constant queries."""
    claims = list(_waiting(article.pk))
    found, rules = facts(claims), house_rules()
    lines = []
    for claim in claims:
        of = found[claim.pk]
        lines.append(
            ReviewLine(
                claim=claim,
                quote=claim.wording or join_quotes(of.quotes),
                attribution=attribution_mark(rules, of.attribution),
                content=content_mark(rules, of.content),
                contrast=contrast(of.attribution, of.content),
                may=may_approve(user, claim, of),
                digest=digest_of(of),
            )
        )
    return lines


def next_in_review(claim: Claim, user: User) -> Claim | None:
    """The next claim of the article that this person may sign, from the top again at the end."""
    lines = [line.claim for line in in_review(claim.article, user) if line.may]
    return min(lines, key=lambda other: (other.number < claim.number, other.number), default=None)


def progress(article: Article) -> ReviewProgress:
    """How many claims count, how many of them are signed off or waived. One query."""
    rows = Claim.objects.live().filter(article=article).order_by()
    by_stage = dict(rows.values_list("stage").annotate(n=Count("pk")))
    return ReviewProgress(
        settled=sum(by_stage.get(stage, 0) for stage in SETTLED),
        live=sum(by_stage.values()),
        checked=by_stage.get(Stage.CHECKED, 0),
    )


def signing(card: Card) -> Signing:
    """What a signature on this claim would mean."""
    rounds = Round.objects.filter(claim=card.claim).select_related("opened_by").order_by("-number")
    return signing_from(
        card,
        list(_waiting(card.claim.article_id)),
        rounds.first(),
        digest_of(card.facts),
        list(User.objects.in_bulk(contributors(card.facts)).values()),
    )


def _waiting(article: int) -> ClaimQuerySet:
    """The claims of an article in review, in text order."""
    return Claim.objects.filter(article=article, stage=Stage.IN_REVIEW).in_text_order()
