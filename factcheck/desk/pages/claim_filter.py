"""Claims as a filter asks for them, the most pressing first, a page at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from functools import cached_property
from typing import Any

from django.db.models import Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils import timezone
from django.utils.dateparse import parse_datetime
from django.utils.http import urlencode

from factcheck.claims.models import Claim, Stage
from factcheck.core.verdicts import CONTENT_SCALE, UNCHECKED, Aspect
from factcheck.desk.pages.queue import Row, Words, in_words, in_workspace, what_to_do
from factcheck.desk.queries.titles import titles_of, with_quotes
from factcheck.desk.queries.waiting import by_due, in_no_checkers_hands
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.verification.models import Verdict

PAGE = 50
WHOSE = (("mine", "Mine"), ("nobody", "Nobody’s yet"), ("all", "Everybody’s"))
DUE = (("", "Any time"), ("late", "Overdue"), ("today", "Today"), ("week", "Within a week"))


class ClaimFilter:
    """What the rail beside the queue asks for, read from the address."""

    def __init__(self, asked: Mapping[str, str]) -> None:
        lists = getattr(asked, "getlist", lambda name: [asked[name]] if name in asked else [])
        self.who = asked.get("who", "")
        self.stages = [stage for stage in lists("stage") if stage in Stage.values]
        self.due = asked.get("due", "")
        self.verdict = asked.get("verdict", "") if asked.get("verdict") in CONTENT_SCALE else ""
        self.after = asked.get("after", "")

    @property
    def is_used(self) -> bool:
        return bool(self.who or self.stages or self.due or self.verdict)

    @property
    def whose(self) -> list[tuple[str, str, bool]]:
        """Value, word, whether it is chosen."""
        who = self.who or "mine"
        return [(code, word, code == who) for code, word in WHOSE]

    @property
    def stage_choices(self) -> list[tuple[str, str, bool]]:
        return [(code, str(word), code in self.stages) for code, word in Stage.choices]

    @property
    def due_choices(self) -> list[tuple[str, str, bool]]:
        return [(code, word, code == self.due) for code, word in DUE]

    @cached_property
    def rules(self) -> Rules:
        """The desk's words for what is chosen and for what is found."""
        return house_rules()

    @property
    def verdict_choices(self) -> list[tuple[str, str, bool]]:
        words = [
            (code, self.rules.label(Aspect.CONTENT, code, meant.word))
            for code, meant in CONTENT_SCALE.items()
        ]
        return [("", "Any", not self.verdict)] + [
            (str(code), word, code == self.verdict) for code, word in words
        ]

    def query(self, **more: str) -> str:
        """The filter as the end of an address."""
        asked = {"who": self.who, "due": self.due, "verdict": self.verdict, **more}
        kept = [(name, value) for name, value in asked.items() if value]
        return urlencode([*kept, *(("stage", stage) for stage in self.stages)])


@dataclass(frozen=True, slots=True)
class Found:
    """One page of claims, and the address of the next."""

    rows: tuple[Row, ...]
    more: str

    @property
    def heading(self) -> str:
        """Three claims."""
        if self.more:
            return f"{len(self.rows)} claims, and more"
        return "1 claim" if len(self.rows) == 1 else f"{in_words(len(self.rows))} claims"


def filtered(wanted: ClaimFilter, user: User) -> Found:
    """The claims that the filter asks for."""
    now = timezone.now()
    rows = list(_after(_asked(wanted, user, now), wanted.after)[: PAGE + 1])
    shown = rows[:PAGE]
    words = Words.of(shown, titles_of(claim.article_id for claim in shown), wanted.rules)
    more = ""
    if len(rows) > PAGE:
        more = f"{reverse('desk:queue')}?{wanted.query(after=_key(shown[-1]))}"
    return Found(
        tuple(words.row(what_to_do(claim), claim, in_workspace(claim), now) for claim in shown),
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
