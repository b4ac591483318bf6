"""Claims as a filter asks for them, the most pressing first, a page at a time."""

from datetime import datetime, time, timedelta
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime

from factcheck.claims.models import Claim
from factcheck.core.paging import page_of
from factcheck.core.verdicts import UNCHECKED, Aspect
from factcheck.desk.pages.claim_filter import ClaimFilter, FilteredClaims
from factcheck.desk.pages.queue import what_to_do
from factcheck.desk.queries.queue import titles_and_marks
from factcheck.desk.queries.titles import titles_of, with_quotes
from factcheck.desk.queries.waiting import by_due, in_no_checkers_hands
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.models import User
from factcheck.verification.models import Verdict

PAGE = 50


def claims_filtered(wanted: ClaimFilter, user: User) -> FilteredClaims:
    """The claims that the filter asks for."""
    now = timezone.now()
    page = page_of(_after(_asked(wanted, user, now), wanted.after), PAGE)
    shown = page.rows
    titles = titles_of(claim.article_id for claim in shown)
    names = titles_and_marks(shown, titles, wanted.rules)
    more = ""
    if page.more is not None:
        more = f"{reverse('desk:queue')}?{wanted.query(after=_key(shown[-1]))}"
    return FilteredClaims(
        tuple(names.row(what_to_do(claim), claim, in_workspace(claim), now) for claim in shown),
        more,
    )


def _asked(wanted: ClaimFilter, user: User, now: datetime) -> QuerySet[Claim]:
    rows = with_quotes(by_due(Claim.objects.all()))
    if wanted.who in {"", "mine"}:
        rows = rows.filter(assignee=user)
    elif wanted.who == "nobody":
        rows = rows.filter(in_no_checkers_hands())
    if wanted.stages:
        rows = rows.filter(stage__in=wanted.stages)
    if wanted.due:
        rows = rows.filter(_due(wanted.due, now))
    return rows.filter(_verdict(wanted.verdict)) if wanted.verdict else rows


def _due(due: str, now: datetime) -> Q:
    local = timezone.localtime(now)
    midnight = timezone.make_aware(
        datetime.combine(local.date() + timedelta(days=1), time.min), local.tzinfo
    )
    latest = {"late": now, "today": midnight, "week": now + timedelta(days=7)}.get(due, now)
    return Q(pressing__lt=latest)


def _verdict(code: str) -> Q:
    """Claims whose current verdict on the content is this one."""
    content = Verdict.objects.filter(claim=OuterRef("pk"), aspect=Aspect.CONTENT)
    if code == UNCHECKED:
        return ~Q(Exists(content.exclude(code=UNCHECKED)))
    return Q(Exists(content.current().filter(code=code)))


def _key(claim: Claim) -> str:
    """Where a page ends: the due time and the claim."""
    pressing = getattr(claim, "pressing", None)
    return f"{pressing.isoformat() if pressing else ''},{claim.pk}"


def _after(rows: QuerySet[Any], key: str) -> QuerySet[Any]:
    """The rows behind a key: those with a due time first, then those without."""
    moment, _, pk = key.rpartition(",")
    if not pk.isdecimal():
        return rows
    at = _moment(moment)
    if at is None:
        return rows.filter(pressing__isnull=True, pk__gt=int(pk))
    return rows.filter(
        Q(pressing__gt=at) | Q(pressing=at, pk__gt=int(pk)) | Q(pressing__isnull=True)
    )


def _moment(written: str) -> datetime | None:
    """A moment as a key has it; nothing for anything else that an address may say."""
    try:
        at = parse_datetime(written)
    except ValueError:
        return None
    return at if at and timezone.is_aware(at) else None
