"""What waits for one person.

What waits is asked with one query for all kinds, then the rows are read: claims, articles and
questions with one each, whatever their number. What this person could not do is not asked for.
"""

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from django.db.models import Count, F, OuterRef, QuerySet, Subquery
from django.utils import timezone

from factcheck.claims.models import Claim, Question, Stage
from factcheck.desk.pages.queue import (
    CLAIM_SECTIONS,
    SHOWN,
    Queue,
    TitlesAndMarks,
    Waiting,
    queue_from,
)
from factcheck.desk.pages.titles import title_of
from factcheck.desk.queries.titles import with_quotes, with_titles
from factcheck.desk.queries.verdict_marks import marks_of_claims
from factcheck.desk.queries.waiting import by_due, keys_by_kind, left_out_by_others
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.review.models import Decision, Verb


def queue(user: User, rules: Rules) -> Queue:
    """What waits for a person, the most pressing kind first."""
    keys = keys_by_kind(user, SHOWN + 1)
    questions = _questions(keys["questions"])
    asked_on = {question.claim_id for question in questions}
    claims = _claims(asked_on.union(*(keys[kind] for kind in CLAIM_SECTIONS)), keys["returned"])
    articles = _articles({claim.article_id for claim in claims}, keys, user)
    names = titles_and_marks(claims, {row.pk: title_of(row) for row in articles}, rules)
    return queue_from(Waiting(keys, claims, questions, articles, names), user, timezone.now())


def titles_and_marks(
    claims: Iterable[Claim], titles: Mapping[int, str], rules: Rules
) -> TitlesAndMarks:
    """What rows of claims show besides the claim, their articles having these titles. One query."""
    return TitlesAndMarks(titles, marks_of_claims([claim.pk for claim in claims], rules))


def _claims(keys: Collection[int], returned: Collection[int]) -> list[Claim]:
    """These claims, the most pressing first. One query or none.

    Where some were returned, each with why it was last sent back.
    """
    if not keys:
        return []
    rows = with_quotes(by_due(Claim.objects.filter(pk__in=keys))).select_related("assignee")
    if returned:
        back = Decision.objects.filter(round__claim=OuterRef("pk"), verb=Verb.SEND_BACK)
        reason = Subquery(back.order_by("-pk").values("reason")[:1])
        rows = rows.annotate(sent_back_because=reason)
    return list(rows)


def _questions(keys: Collection[int]) -> list[Question]:
    """These questions, those that hold up publication first. One query or none."""
    if not keys:
        return []
    rows = Question.objects.filter(pk__in=keys).select_related("asked_by")
    return list(rows.order_by("-blocking", "pk"))


def _articles(named: set[int], waits: Mapping[str, frozenset[int]], user: User) -> list[Article]:
    """The articles that wait, and those that are named, the most pressing first. One query or none.

    Each with its title, and with how much of it waits for this person.
    """
    keys = named.union(waits["confirm"], waits["publish"], waits["fresh"])
    if not keys:
        return []
    rows = with_titles(Article.objects.filter(pk__in=keys))
    if waits["fresh"]:
        suggested = Claim.objects.filter(stage=Stage.SUGGESTED)
        rows = rows.annotate(suggested=_counted(suggested, "article"))
    if waits["confirm"]:
        exempt, aside = left_out_by_others(user)
        rows = rows.annotate(
            exempt=_counted(exempt, "version__article"), aside=_counted(aside, "article")
        )
    return list(rows.order_by(F("due_at").asc(nulls_last=True), "pk"))


def _counted(rows: QuerySet[Any], article: str) -> Subquery:
    """How many of these rows an article has; nothing where it has none."""
    of_one = rows.filter(**{article: OuterRef("pk")}).order_by().values(article)
    return Subquery(of_one.annotate(n=Count("pk")).values("n"))
