"""What happened, told in sentences: one for every verb that the trail knows.

The trail holds text references and few words. What a reader wants to know besides (which claim a
piece of evidence belongs to, the number it has today) is looked up for a page of events at once.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.db.models import Model, QuerySet
from django.utils import timezone

from factcheck.claims.models import Claim, Link, Question
from factcheck.desk.pages.timeline.sentences import SENTENCES, Told
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.review.models import LegalRelease, Round
from factcheck.trail.models import Event
from factcheck.trail.record import reference
from factcheck.verification.models import Contact, ContactClaim, Evidence, Verdict

__all__ = ["SENTENCES", "Day", "Line", "Past", "of_article", "of_claim", "of_thread"]

PAGE = 100
OF_A_CLAIM = (Evidence, Verdict, Question, Round, Link, LegalRelease)


@dataclass(frozen=True, slots=True)
class Line:
    """One event as a sentence about somebody.

    `claim` is the key of the claim that it is about, `named` the words of the sentence that name it.
    """

    at: datetime
    actor: str
    sentence: str
    because: str
    claim: int | None
    named: str

    @property
    def parts(self) -> tuple[str, str, str]:
        """The sentence before, in and after the words that name the claim."""
        return self.sentence.partition(self.named) if self.named else (self.sentence, "", "")


@dataclass(frozen=True, slots=True)
class Day:
    """The events of one day, latest first."""

    date: date
    lines: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Past:
    """A page of events; the next page begins before the number `more`."""

    days: tuple[Day, ...]
    more: int | None


def of_article(article: Article, *, before: int | None = None) -> Past:
    """Everything that happened to an article, latest first."""
    return of_thread(article, before=before)


def of_thread(row: Model, *, before: int | None = None) -> Past:
    """Everything that happened to a row that is a thread of its own, latest first."""
    return _past(Event.objects.filter(thread=reference(row)), before)


def of_claim(claim: Claim, *, before: int | None = None) -> Past:
    """Everything that happened to one claim, latest first."""
    mine = [reference(claim)]
    for model in OF_A_CLAIM:
        keys = model._default_manager.filter(claim=claim).values_list("pk", flat=True)
        mine += [f"{model._meta.model_name}:{key}" for key in keys]
    contacts = Contact.objects.filter(covers__claim=claim).values_list("pk", flat=True)
    mine += [f"contact:{key}" for key in contacts]
    events = Event.objects.filter(thread=reference(claim.article), subject__in=mine)
    return _past(events, before)


def _past(events: QuerySet[Event], before: int | None) -> Past:
    """One page, told."""
    if before is not None:
        events = events.filter(number__lt=before)
    page = list(events.select_related("actor").order_by("-number")[: PAGE + 1])
    told = page[:PAGE]
    lines = list(_told(told, _claims_of(told)))
    days = groupby(lines, key=lambda line: timezone.localdate(line.at))
    return Past(
        days=tuple(Day(day, tuple(of_day)) for day, of_day in days),
        more=told[-1].number if len(page) > PAGE else None,
    )


def _told(events: list[Event], claims: Mapping[str, tuple[int, int]]) -> Iterator[Line]:
    people = {person.pk: str(person) for person in User.objects.all()}
    for event in events:
        key, number = claims.get(event.subject, (None, None))
        told = Told(event.words, number, people, event.subject)
        yield Line(
            at=event.at,
            actor=str(event.actor) if event.actor else "The desk",
            sentence=SENTENCES[event.verb](told),
            because=str(event.words.get("because") or ""),
            claim=key,
            named=told.claim if key else "",
        )


def _claims_of(events: list[Event]) -> dict[str, tuple[int, int]]:
    """The claim that each subject belongs to: its key and its number of today."""
    keys: dict[str, set[int]] = {}
    for event in events:
        kind, _, key = event.subject.partition(":")
        keys.setdefault(kind, set()).add(int(key))
    found = {
        f"claim:{pk}": (pk, number)
        for pk, number in Claim.objects.filter(pk__in=keys.get("claim", ())).values_list(
            "pk", "number"
        )
    }
    for model in OF_A_CLAIM:
        name = str(model._meta.model_name)
        if keys.get(name):
            rows = model._default_manager.filter(pk__in=keys[name])
            for pk, claim, number in rows.values_list("pk", "claim_id", "claim__number"):
                found[f"{name}:{pk}"] = (claim, number)
    for contact, claim, number in ContactClaim.objects.filter(
        contact__in=keys.get("contact", ())
    ).values_list("contact_id", "claim_id", "claim__number"):
        found.setdefault(f"contact:{contact}", (claim, number))
    return found
