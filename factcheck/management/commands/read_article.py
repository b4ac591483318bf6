"""Read files as the desk would, and save nothing."""

import json
from typing import Any

from django.core.management.base import CommandError, CommandParser

from factcheck.intake.readers import Reading, ReadingRefused
from factcheck.management.reading import in_json, read_path, shown
from factcheck.management.refusal import ContractCommand


class Command(ContractCommand):
    help = "Read files as the desk would, and show what was found. Saves nothing."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("paths", nargs="+", metavar="PATH")
        parser.add_argument("--jsonl", action="store_true", help="one line of JSON per file")

    def handle(self, *args: Any, **options: Any) -> None:
        """With --jsonl a file that cannot be read is a line like the others, and exit 0."""
        unread = 0
        for path in options["paths"]:
            try:
                reading = read_path(path)
            except ReadingRefused as refused:
                unread += 1
                self._refused(path, str(refused), as_json=options["jsonl"])
            else:
                self._found(path, reading, as_json=options["jsonl"])
            self.stdout.flush()
        if unread and not options["jsonl"]:
            raise CommandError(
                "One file was not read." if unread == 1 else f"{unread} files were not read."
            )

    def _refused(self, path: str, sentence: str, *, as_json: bool) -> None:
        if as_json:
            self._line({"file": shown(path), "error": sentence})
        else:
            self.stdout.write(f"{shown(path)}: {sentence}")

    def _found(self, path: str, reading: Reading, *, as_json: bool) -> None:
        found = in_json(reading)
        if as_json:
            self._line({"file": shown(path), **found})
            return
        self.stdout.write(f"{shown(path)}: {found['title'] or 'no title'}")
        for name in ("byline", "published", "language"):
            if found[name]:
                self.stdout.write(f"  {name}: {found[name]}")
        for passage in found["passages"]:
            self.stdout.write(f"  {passage['role']:<12} {passage['text'][:100]!r}")

    def _line(self, data: dict[str, Any]) -> None:
        self.stdout.write(json.dumps(data, ensure_ascii=False))
