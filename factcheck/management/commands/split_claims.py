"""Split a text into suggested claims, and save nothing."""

import json
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from django.core.management.base import CommandError, CommandParser

from factcheck.intake.readers.languages import language
from factcheck.management.refusal import ContractCommand
from factcheck.management.splitting import in_json
from factcheck.splitting import split

_NO_LINE = "The line is no object with a “doc” and a “text”."


class Command(ContractCommand):
    help = "Split a text into suggested claims, each with who says it. Saves nothing."
    requires_system_checks = []

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("file", nargs="?", metavar="FILE", help="default: standard input")
        parser.add_argument(
            "--jsonl", action="store_true", help='lines {"doc","text"} in, {"doc","claims"} out'
        )
        parser.add_argument(
            "--plain", action="store_true", help="by rules alone, without the model"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """A table for people, or with --jsonl one line of JSON for each line read."""
        if options["jsonl"]:
            self._lines(self._opened(options["file"]), plain=options["plain"])
        else:
            self._table(self._decoded(self._read(options["file"])), plain=options["plain"])

    def _opened(self, path: str | None) -> Iterable[bytes]:
        """The lines as they come: each is answered before the next is waited for."""
        return sys.stdin.buffer if path is None else self._read(path).splitlines()

    def _read(self, path: str | None) -> bytes:
        if path is None:
            return sys.stdin.buffer.read()
        try:
            return Path(path).read_bytes()
        except OSError as trouble:
            raise CommandError(f"The file cannot be read: {trouble.strerror}.") from None

    def _decoded(self, data: bytes) -> str:
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise CommandError("The text is not UTF-8.") from None

    def _lines(self, lines: Iterable[bytes], *, plain: bool) -> None:
        failed = False
        for line in lines:
            if not line.strip():
                continue
            answer = self._answer(line, plain=plain)
            failed = failed or "error" in answer
            # escaped, so that half a character of a broken text can be written as well
            self.stdout.write(json.dumps(answer))
            self.stdout.flush()
        if failed:
            raise SystemExit(1)

    def _answer(self, line: bytes, *, plain: bool) -> dict[str, Any]:
        """What one line of the contract is answered with; a bad one with its reason."""
        name: Any = None
        try:
            request = json.loads(line)
            name = request["doc"]
            text = request["text"]
            if not isinstance(text, str):
                raise TypeError
        except (ValueError, KeyError, TypeError, RecursionError):
            return {"doc": name if isinstance(name, str | int) else None, "error": _NO_LINE}
        found = split(text, language=language(text), plain=plain)
        return {"doc": name, "claims": in_json(text, found)}

    def _table(self, text: str, *, plain: bool) -> None:
        found = split(text, language=language(text), plain=plain)
        self.stdout.write(found.note)
        for entry in in_json(text, found):
            self.stdout.write(f"\n{entry['group']:>4}  {' '.join(entry['text'].split())}")
            self.stdout.write(f"      {entry['kind']}, {entry['claim_kind']}: {entry['reason']}")
            for link in reversed(entry["chain"]):
                said_by = link["speaker"]["name"] if link["speaker"] else "somebody"
                cue = link["cue"]["text"] if link["cue"] else ""
                self.stdout.write(f"      {said_by} — {' '.join(cue.split())}")
