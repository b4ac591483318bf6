"""The web server and the worker, under one parent."""

import contextlib
import errno
import os
import signal
import socket
import subprocess
import sys
import time
from argparse import ArgumentParser
from collections.abc import Callable, Iterator
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError
from django.db import DatabaseError, connection

from factcheck.claims.actions.suggesting import requeue_stalled

GRACE = 10.0  # seconds between "please end" and the end
A_WHILE = 60.0  # seconds between two looks for work that got stuck
MANAGE = str(settings.BASE / "manage.py")


class Command(BaseCommand):
    help = "Run the web server and the worker until Ctrl-C or SIGTERM ends both."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--host", default="127.0.0.1")
        parser.add_argument("--port", type=int, default=8000)
        parser.add_argument("--workers", type=int, default=2)
        parser.add_argument("--threads", type=int, default=4)

    def handle(self, *, host: str, port: int, workers: int, threads: int, **_options: Any) -> None:
        _refuse_taken_port(host, port)
        commands = {
            "web server": _gunicorn(host, port, workers, threads),
            "worker": [sys.executable, MANAGE, "db_worker", "--no-reload"],
        }
        household = Household(commands, chore=_requeue_stalled)
        # By hand: a script's "&" ignores SIGINT, and then KeyboardInterrupt never comes.
        signal.signal(signal.SIGINT, household.end)
        signal.signal(signal.SIGTERM, household.end)
        self.stdout.write(f"The desk answers on http://{host}:{port}/ (Ctrl-C ends it).")
        for sentence in household.live():
            self.stderr.write(sentence)
        self.stdout.write("The desk has stopped.")


class Household:
    """Children that live together: one that dies is started again, and they end together.

    `chore` is done once in a while; what it says is passed on.
    """

    def __init__(
        self, commands: dict[str, list[str]], chore: Callable[[], str] = lambda: ""
    ) -> None:
        self.commands = commands
        self.chore = chore
        self.done_at = time.monotonic()
        self.children: dict[str, subprocess.Popen[bytes]] = {}
        self.ending = False

    def end(self, _signal: int, _frame: FrameType | None) -> None:
        """Ask for the end; the loop sees to it."""
        self.ending = True

    def live(self) -> Iterator[str]:
        """Keep everybody alive until the end is asked for. Yields a sentence for each restart."""
        try:
            for name in self.commands:
                self._start(name)
            while not self.ending:
                time.sleep(0.2)
                for name, child in list(self.children.items()):
                    if not self.ending and child.poll() is not None:
                        yield f"The {name} ended with {child.returncode} and is started again."
                        time.sleep(1)
                        self._start(name)
                if time.monotonic() - self.done_at >= A_WHILE:
                    self.done_at = time.monotonic()
                    if said := self.chore():
                        yield said
        finally:
            self._end_all()

    def _start(self, name: str) -> None:
        """In a session of its own, so that Ctrl-C reaches the parent alone."""
        self.children[name] = subprocess.Popen(self.commands[name], start_new_session=True)  # noqa: S603  # our own words

    def _end_all(self) -> None:
        """Ask every child to end, wait, and then make it."""
        for child in self.children.values():
            _send(child, signal.SIGTERM)
        deadline = time.monotonic() + GRACE
        for child in self.children.values():
            with contextlib.suppress(subprocess.TimeoutExpired):
                child.wait(max(0.0, deadline - time.monotonic()))
            _send(child, signal.SIGKILL)
            child.wait()


def _requeue_stalled() -> str:
    """Begin again what was killed. A database that does not answer is no reason to end."""
    try:
        woken = requeue_stalled()
    except DatabaseError as error:
        return f"Work that got stuck could not be looked for: {error}"
    finally:
        connection.close()
    return f"Reading texts for claims is begun again: {len(woken)}." if woken else ""


def _send(child: subprocess.Popen[bytes], what: signal.Signals) -> None:
    """To the child's whole session, as far as it still lives."""
    with contextlib.suppress(ProcessLookupError):
        os.killpg(child.pid, what)


def _gunicorn(host: str, port: int, workers: int, threads: int) -> list[str]:
    """Gunicorn's command line."""
    options = ["--bind", f"{host}:{port}", "--workers", str(workers), "--threads", str(threads)]
    options += ["--worker-class", "gthread", "--log-level", "warning", "--no-control-socket"]
    return [sys.executable, "-m", "gunicorn", *options, "factcheck.wsgi"]


def _refuse_taken_port(host: str, port: int) -> None:
    """Say so now: gunicorn would try five times and then die."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError as error:
            if error.errno != errno.EADDRINUSE:
                raise CommandError(f"The desk cannot listen on {host}:{port}: {error}.") from error
            message = f"Port {port} is taken. Choose another, as in: make demo PORT=8001"
            raise CommandError(message) from error
