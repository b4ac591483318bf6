"""What waits for one person: the conditions on rows, and the keys of the rows."""

from collections import defaultdict
from collections.abc import Mapping
from typing import Any

from django.db.models import DateTimeField, Exists, F, OuterRef, Q, QuerySet, Value
from django.db.models.functions import Coalesce

from factcheck.claims.lifecycle import LIVE, SETTLED
from factcheck.claims.models import Claim, Disposition, Question, Stage
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.queries import holders
from factcheck.people.roles import Ability
from factcheck.publishing.models import Edition
from factcheck.review.queries import is_sent_back, not_by
from factcheck.review.queries.left_out import unconfirmed_claims, unconfirmed_exemptions

PRESSING = Coalesce("due_at", "article__due_at", output_field=DateTimeField())
BY_DUE = (PRESSING.asc(nulls_last=True), "pk")


def by_due(claims: QuerySet[Claim]) -> QuerySet[Claim]:
    """Claims with their due time, or their article's, the most pressing first."""
    return claims.annotate(article_due=F("article__due_at"), pressing=PRESSING).order_by(*BY_DUE)


def in_no_checkers_hands() -> Q:
    """Claims that are nobody's, or somebody's who left or checks no more."""
    return ~Q(assignee__in=holders(Ability.VERIFY))


def keys_by_kind(user: User, limit: int) -> Mapping[str, frozenset[int]]:
    """The keys of what waits for a person, the most pressing of each kind of work. One query.

    Only keys are asked for: the rows of all kinds are read together afterwards.
    """
    kinds = {**_claims(user), "questions": _questions(user), **_articles(user)}
    arms = [
        rows.model._default_manager.filter(pk__in=rows.values("pk")[:limit])
        .order_by()
        .values_list(Value(kind), "pk")
        for kind, rows in kinds.items()
    ]
    found: dict[str, set[int]] = defaultdict(set)
    for kind, key in arms[0].union(*arms[1:], all=True):
        found[kind].add(key)
    return defaultdict(frozenset, {kind: frozenset(keys) for kind, keys in found.items()})


def _claims(user: User) -> dict[str, QuerySet[Any]]:
    """Claims by the kind of work they mean to this person."""
    rows = Claim.objects.order_by(*BY_DUE)
    kinds: dict[str, QuerySet[Any]] = {}
    if user.can(Ability.VERIFY):
        at_work = rows.filter(stage__in=[Stage.OPEN, Stage.CHECKING, Stage.CHECKED])
        nobodys, returned = in_no_checkers_hands(), is_sent_back()
        kinds["returned"] = at_work.filter(Q(assignee=user) | nobodys, returned)
        kinds["mine"] = at_work.filter(~returned, assignee=user)
        kinds["nobodys"] = at_work.filter(~returned, nobodys)
    if user.can(Ability.REVIEW):
        kinds["review"] = rows.filter(not_by(user), stage=Stage.IN_REVIEW)
    if user.can(Ability.LEGAL):
        kinds["legal"] = rows.filter(disposition=Disposition.LEGAL_REVIEW, stage__in=LIVE)
    return kinds


def _questions(user: User) -> QuerySet[Any]:
    """Questions that this person can answer, and answers that this person can close."""
    to_me = Q(to=user) | Q(to__isnull=True, claim__article__writer=user)
    return Question.objects.filter(
        (to_me & Q(answered_at__isnull=True)) | Q(asked_by=user, answered_at__isnull=False),
        closed_at__isnull=True,
    ).order_by("-blocking", "pk")


def _articles(user: User) -> dict[str, QuerySet[Any]]:
    """Articles by the kind of work they mean to this person."""
    claims = Claim.objects.filter(article=OuterRef("pk"))
    settled = claims.filter(stage__in=SETTLED)
    unsettled = claims.filter(stage__in=set(LIVE) - SETTLED)
    open_ones = Article.objects.filter(
        ~Exists(Edition.objects.filter(article=OuterRef("pk")))
    ).order_by(F("due_at").asc(nulls_last=True), "pk")
    kinds: dict[str, QuerySet[Any]] = {}
    if user.can(Ability.REVIEW):
        exempt, aside = left_out_by_others(user)
        kinds["confirm"] = Article.objects.filter(
            Q(pk__in=exempt.values("version__article")) | Q(pk__in=aside.values("article"))
        ).order_by("pk")
    if user.can(Ability.PUBLISH):
        kinds["publish"] = open_ones.filter(Exists(settled), ~Exists(unsettled))
    if user.can(Ability.SPLIT):
        kinds["fresh"] = open_ones.filter(~Exists(claims.filter(stage__in=LIVE)))
    return kinds


def left_out_by_others(user: User) -> tuple[QuerySet[Any], QuerySet[Any]]:
    """Exemptions and set-aside claims that this person can confirm: somebody else's doing."""
    return (
        unconfirmed_exemptions().exclude(exempted_by=user),
        unconfirmed_claims().exclude(set_aside_by=user),
    )
