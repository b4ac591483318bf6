"""Conditions on claims that the lists ask for in the database itself."""

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce

from factcheck.claims.models import Claim
from factcheck.people.queries import holders
from factcheck.people.roles import Ability
from factcheck.review.models import Decision, Outcome, Round, Verb


def by_due(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their due time, or their article's, the most pressing first."""
    back = Decision.objects.filter(round__claim=OuterRef("pk"), verb=Verb.SEND_BACK)
    return claims.annotate(
        article_due=F("article__due_at"),
        pressing=Coalesce("due_at", "article__due_at", output_field=DateTimeField()),
        sent_back_because=Subquery(back.order_by("-pk").values("reason")[:1]),
    ).order_by(F("pressing").asc(nulls_last=True), "pk")


def in_no_checkers_hands() -> Q:
    """Claims that are nobody's, or somebody's who left or checks no more."""
    return ~Q(Exists(holders(Ability.VERIFY).filter(pk=OuterRef("assignee"))))


def returned_now() -> Exists:
    """Whether the last round of a claim ended with sending it back."""
    later = Round.objects.filter(claim=OuterRef("claim"), number__gt=OuterRef("number"))
    last = Round.objects.filter(claim=OuterRef("pk"), outcome=Outcome.SENT_BACK)
    return Exists(last.filter(~Exists(later)))
