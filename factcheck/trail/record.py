"""Adding to the trail, and verifying it.

Each thread is one hash chain. The thread is the row that the action locked first, so the chain
needs no lock of its own; a race that slips past the lock ends in an IntegrityError.
"""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple

from django.db import models
from django.utils import timezone

from factcheck.core.digests import digest
from factcheck.trail.models import Event

if TYPE_CHECKING:
    from factcheck.people.models import User


class Head(NamedTuple):
    """The number and digest of a thread's last event; before the first there is neither."""

    number: int = 0
    digest: str = ""


def reference(row: models.Model) -> str:
    """A row as the trail names it: `claim:42`."""
    return f"{row._meta.model_name}:{row.pk}"


def record(
    verb: str,
    *,
    by: "User | None",
    thread: models.Model,
    on: models.Model,
    **words: Any,
) -> Event:
    """Add one event to the thread of a row. Call it last, inside the action's transaction.

    `words` is what a reader of the history needs; of a confidential field only that it changed.
    """
    return record_after(head(thread), verb, by=by, thread=thread, on=on, words=words)


def record_all(
    verb: str,
    *,
    by: "User | None",
    thread: models.Model,
    each: Sequence[tuple[models.Model, dict[str, Any]]],
) -> None:
    """Add one event for each row, with its own words. The number of queries does not grow."""
    after = head(thread)
    events = []
    for on, words in each:
        event = _event(after, verb, by=by, thread=thread, on=on, words=words)
        events.append(event)
        after = Head(event.number, event.digest)
    Event.objects.bulk_create(events)


def record_after(
    after: Head,
    verb: str,
    *,
    by: "User | None",
    thread: models.Model,
    on: models.Model,
    words: dict[str, Any],
) -> Event:
    """The same, if the head of the thread was read already, under its lock."""
    event = _event(after, verb, by=by, thread=thread, on=on, words=words)
    event.save()
    return event


def _event(
    after: Head,
    verb: str,
    *,
    by: "User | None",
    thread: models.Model,
    on: models.Model,
    words: dict[str, Any],
) -> Event:
    """The event that comes next, not yet saved."""
    event = Event(
        thread=reference(thread),
        number=after.number + 1,
        at=timezone.now(),
        verb=verb,
        actor=by,
        subject=reference(on),
        words=words,
        previous=after.digest,
    )
    event.digest = digest_of(event)
    return event


def digest_of(event: Event) -> str:
    """SHA-256 over everything the event says and the digest before it."""
    return digest(
        {
            "thread": event.thread,
            "number": event.number,
            "at": event.at.isoformat(timespec="microseconds"),
            "verb": event.verb,
            "actor": event.actor_id,
            "subject": event.subject,
            "words": event.words,
            "previous": event.previous,
        }
    )


def head(thread: models.Model) -> Head:
    """The last event of a thread. One query."""
    events = Event.objects.filter(thread=reference(thread)).order_by("-number")
    last = events.values_list("number", "digest").first()
    return Head(*last) if last else Head()


def faults() -> Iterator[str]:
    """What is wrong in the trail, by thread and number: gaps, wrong links, wrong digests."""
    thread, number, previous = "", 0, ""
    for event in Event.objects.order_by("thread", "number").iterator():
        if event.thread != thread:
            thread, number, previous = event.thread, 0, ""
        if event.number != number + 1:
            yield f"{thread}: event {number + 1} is missing"
        elif event.previous != previous:
            yield f"{thread}: event {event.number} does not follow the one before"
        if event.digest != digest_of(event):
            yield f"{thread}: event {event.number} does not match its digest"
        number, previous = event.number, event.digest


def heads() -> dict[str, str]:
    """The last digest of every thread."""
    last: dict[str, str] = {}
    for thread, digest_ in Event.objects.order_by("thread", "number").values_list(
        "thread", "digest"
    ):
        last[thread] = digest_
    return last
