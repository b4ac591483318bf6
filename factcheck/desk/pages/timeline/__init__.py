"""What happened, told in sentences: one for every verb that the trail knows. Pure."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from itertools import groupby

from django.utils import timezone

from factcheck.desk.pages.timeline.event_words import EventWords
from factcheck.desk.pages.timeline.sentences import SENTENCES
from factcheck.trail.models import Event


@dataclass(frozen=True, slots=True)
class EventLine:
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
class TimelineDay:
    """The events of one day, latest first."""

    date: date
    lines: tuple[EventLine, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """A page of events; the next page begins before the number `more`."""

    days: tuple[TimelineDay, ...]
    more: int | None


def timeline_from(
    events: Sequence[Event],
    claims: Mapping[str, tuple[int, int]],
    people: Mapping[int, str],
    more: int | None,
) -> Timeline:
    """A page of events, latest first; `claims` are by the subject of the event: key and number."""
    days = groupby(_lines(events, claims, people), key=lambda line: timezone.localdate(line.at))
    return Timeline(tuple(TimelineDay(day, tuple(lines)) for day, lines in days), more)


def _lines(
    events: Sequence[Event], claims: Mapping[str, tuple[int, int]], people: Mapping[int, str]
) -> Iterator[EventLine]:
    for event in events:
        key, number = claims.get(event.subject, (None, None))
        told = EventWords(event.words, number, people, event.subject)
        yield EventLine(
            at=event.at,
            actor=str(event.actor) if event.actor else "The desk",
            sentence=SENTENCES[event.verb](told),
            because=str(event.words.get("because") or ""),
            claim=key,
            named=told.claim if key else "",
        )
