"""The words that are searched, written anew from what is at the desk; or only compared with it."""

from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Sequence
from typing import Any

from django.core.management.base import BaseCommand, CommandError
from django.db import models, transaction

from factcheck.claims import search as claims
from factcheck.claims.models import Claim, ClaimWords, Speaker, SpeakerWords
from factcheck.core.search.words import Searched
from factcheck.intake import search as intake
from factcheck.intake.models import Article, ArticleWords
from factcheck.verification import search as verification
from factcheck.verification.models import HiddenWords, Source, SourceWords

BATCH = 500
Entries = Callable[[Sequence[Any]], Sequence[Searched]]
ROWS: list[tuple[str, models.QuerySet[Any], Callable[[Sequence[Any]], None]]] = [
    ("articles", Article.objects.select_related("current_version"), intake.index_all),
    ("claims", Claim.objects.all(), claims.index),
    ("speakers", Speaker.objects.all(), claims.index_speakers),
    ("sources", Source.objects.all(), verification.index_all),
]
KEPT: list[tuple[models.QuerySet[Any], type[Searched], Entries]] = [
    (ROWS[0][1], ArticleWords, intake.entries),
    (ROWS[1][1], ClaimWords, lambda rows: claims.entries(row.pk for row in rows)),
    (ROWS[2][1], SpeakerWords, lambda rows: claims.speaker_entries(row.pk for row in rows)),
    (ROWS[3][1], SourceWords, verification.open_entries),
    (ROWS[3][1], HiddenWords, verification.hidden_entries),
]


class Command(BaseCommand):
    help = "Write the words that are searched anew; --check only names, by key, what would change."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true")

    def handle(self, *args: Any, check: bool, **options: Any) -> None:
        """Never prints a word of what is stored: a source may be confidential."""
        if not check:
            for name, rows, index in ROWS:
                self.stdout.write(f"{_written(rows, index)} {name}")
            return
        found = 0
        for fault in differences():
            found += 1
            self.stdout.write(fault)
        if found:
            raise CommandError(f"{found} would change. Run it without --check.")
        self.stdout.write("The search has what is at the desk.")


def _written(rows: models.QuerySet[Any], index: Callable[[Sequence[Any]], None]) -> int:
    """Batch by batch, so that nobody who works meanwhile waits for long."""
    count = 0
    for batch in _batches(rows):
        with transaction.atomic():
            index(batch)
        count += len(batch)
    return count


def _batches(rows: models.QuerySet[Any]) -> Iterator[list[Any]]:
    last = 0
    while batch := list(rows.filter(pk__gt=last).order_by("pk")[:BATCH]):
        yield batch
        last = batch[-1].pk


def differences() -> Iterator[str]:
    """What the search does not have as it is at the desk, by table and key."""
    for rows, model, entries in KEPT:
        for batch in _batches(rows):
            kept = model._default_manager.in_bulk([row.pk for row in batch])
            for entry in entries(batch):
                there = kept.get(entry.pk)
                if there is None or (there.head, there.words) != (entry.head, entry.words):
                    yield f"{model._meta.model_name} {entry.pk}"
