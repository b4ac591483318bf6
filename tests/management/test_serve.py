"""One parent for the web server and the worker: they start, live and end together."""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from pathlib import Path

import pytest
from django.conf import settings
from django.db import OperationalError

from factcheck.management.commands.serve import Household, _requeue_stalled

MANAGE = [sys.executable, str(settings.BASE / "manage.py")]
PATIENCE = 30


def until(answers):
    """Ask again until the answer is something, or fail."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        if answer := answers():
            return answer
        time.sleep(0.1)
    raise AssertionError("It never came.")


def free_port():
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


def children(pid):
    """The whole command lines of a process's children, by their ids."""
    whole = "-ww"  # else cut at the width of some screen
    listed = subprocess.run(
        ["ps", whole, "-o", "pid=,args=", "--ppid", str(pid)], capture_output=True, text=True
    )
    rows = (line.split(maxsplit=1) for line in listed.stdout.splitlines())
    return {int(number): words for number, words in rows}


def answer(port):
    try:
        with urllib.request.urlopen(f"http://127.0.0.1:{port}/accounts/login/") as page:
            return page.status
    except urllib.error.URLError:
        return None


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """The database of a desk on which nobody has worked yet."""
    path = tmp_path_factory.mktemp("empty") / "desk.sqlite3"
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{path}"}
    for command in (["migrate", "-v0"], ["createcachetable"]):
        subprocess.run([*MANAGE, *command], env=environment, check=True)
    return path


@pytest.fixture
def desk(tmp_path, empty):
    """A desk that serves on its own port and database; ended whatever happens."""
    port = free_port()
    shutil.copy(empty, tmp_path / "desk.sqlite3")
    environment = os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/desk.sqlite3"}
    parent = subprocess.Popen(
        [*MANAGE, "serve", "--port", str(port), "--workers", "1"],
        env=environment,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    yield parent, port
    parent.terminate()
    parent.wait()


@pytest.mark.parametrize("end", [signal.SIGTERM, signal.SIGINT])
def test_both_start_and_a_signal_ends_both(desk, end):
    parent, port = desk
    until(lambda: answer(port) == 200)
    family = until(lambda: len(children(parent.pid)) == 2 and children(parent.pid))

    parent.send_signal(end)

    assert parent.wait(PATIENCE) == 0
    assert not [pid for pid in family if Path(f"/proc/{pid}").exists()]


def test_a_dead_worker_is_started_again(desk):
    parent, port = desk
    until(lambda: answer(port) == 200)
    (worker,) = [pid for pid, words in children(parent.pid).items() if "db_worker" in words]

    os.kill(worker, signal.SIGKILL)

    assert until(
        lambda: [
            pid
            for pid, words in children(parent.pid).items()
            if "db_worker --no-reload" in words and pid != worker
        ]
    )


def test_a_taken_port_is_said(tmp_path):
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))
        taken.listen()
        port = taken.getsockname()[1]

        answered = subprocess.run(
            [*MANAGE, "serve", "--port", str(port)], capture_output=True, text=True
        )

    assert answered.returncode == 1
    assert f"Port {port} is taken." in answered.stderr


def test_a_child_that_does_not_listen_is_ended_too(monkeypatch):
    monkeypatch.setattr("factcheck.management.commands.serve.GRACE", 0.5)
    deaf = "import signal, time; signal.signal(signal.SIGTERM, signal.SIG_IGN); time.sleep(60)"
    household = Household({"deaf": [sys.executable, "-c", deaf]})
    household.ending = True

    list(household.live())

    assert household.children["deaf"].returncode is not None


def test_a_chore_is_done_once_in_a_while_and_heard(monkeypatch):
    monkeypatch.setattr("factcheck.management.commands.serve.A_WHILE", 0.0)
    household = Household({}, chore=lambda: "Two texts are read again.")
    told = household.live()

    first = next(told)
    household.ending = True

    assert first == "Two texts are read again."
    assert list(told) == []


def test_a_database_that_does_not_answer_does_not_end_the_desk(monkeypatch):
    def refuse():
        raise OperationalError("it is locked")

    monkeypatch.setattr("factcheck.management.commands.serve.requeue_stalled", refuse)

    assert _requeue_stalled() == "Work that got stuck could not be looked for: it is locked"


@pytest.mark.parametrize(
    ("woken", "said"), [([], ""), ([4, 7], "Reading texts for claims is begun again: 2.")]
)
def test_what_is_begun_again_is_said(monkeypatch, woken, said):
    monkeypatch.setattr("factcheck.management.commands.serve.requeue_stalled", lambda: woken)

    assert _requeue_stalled() == said
