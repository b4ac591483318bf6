"""Is everything still what it was? Recomputes every digest, and names by id what does not agree."""

import hashlib
from collections.abc import Iterator
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import connection

from factcheck.core.digests import digest
from factcheck.core.immutable import missing_triggers
from factcheck.intake.models import Version
from factcheck.publishing.models import Edition
from factcheck.trail.models import Event
from factcheck.trail.record import faults, heads
from factcheck.verification.models import Capture


class Command(BaseCommand):
    help = "Recompute every digest and the trail's chains; exit 1 and name what does not agree."

    def handle(self, *args: Any, **options: Any) -> None:
        """Never prints a word of what is stored: a capture may be confidential."""
        found = 0
        for fault in every_fault():
            found += 1
            self.stdout.write(fault)
        if found:
            raise CommandError(
                "One thing does not agree." if found == 1 else f"{found} things do not agree."
            )
        for thread, head in heads().items():
            self.stdout.write(f"{thread} {head}")
        self.stdout.write("Everything agrees.")


def every_fault() -> Iterator[str]:
    """What does not agree, each in a line, by id only."""
    yield from (f"trigger {name} is missing" for name in missing_triggers(connection))
    yield from faults()
    yield from _versions()
    yield from _captures()
    yield from _editions()


def _versions() -> Iterator[str]:
    """A version's text has the digest that was taken when it came in."""
    for pk, text, kept in (
        Version.objects.order_by("pk").values_list("pk", "text", "text_digest").iterator()
    ):
        if hashlib.sha256(text.encode()).hexdigest() != kept:
            yield f"version {pk}: the text does not match its digest"


def _captures() -> Iterator[str]:
    """A stored copy has the digest that was taken when it was stored."""
    for capture in Capture.objects.order_by("pk").iterator():
        try:
            now = _sha256(capture)
        except OSError:
            yield f"capture {capture.pk}: the file cannot be read"
            continue
        if now != capture.sha256:
            yield f"capture {capture.pk}: the copy does not match its digest"


def _sha256(capture: Capture) -> str:
    if not capture.file:
        return hashlib.sha256(capture.text.encode()).hexdigest()
    with capture.file.open("rb") as stored:
        return hashlib.file_digest(stored, "sha256").hexdigest()


def _editions() -> Iterator[str]:
    """A report has its digest, and the trail still has the event that it was published after."""
    events = set(
        Event.objects.filter(thread__startswith="article:").values_list("thread", "digest")
    )
    for edition in Edition.objects.order_by("pk").iterator():
        if digest(edition.report) != edition.digest:
            yield f"edition {edition.pk}: the report does not match its digest"
        thread = f"article:{edition.article_id}"
        if (thread, edition.trail_digest) not in events:
            yield f"edition {edition.pk}: the trail does not have what it was published after"
