"""A worker is killed while it reads a text: another one reads it, and proposes once."""

import json
import os
import subprocess
import sys

import pytest
from django.conf import settings

SHELL = [sys.executable, str(settings.BASE / "manage.py"), "shell", "--no-imports", "-c"]

BROUGHT_IN = """
from django.core.management import call_command
from factcheck.claims.actions import begin, suggesting
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.people.actions import add_person
call_command("migrate", verbosity=0)
suggesting.AT_ONCE = 0
ada = add_person(by=None, username="ada", name="Ada", roles=["administrator", "checker"])
article, _ = keep(reading=read_text("It rained on 112 days.", title="Rain"), by=ada)
begin(article=article, by=ada)
"""

WORKER = """
from django.core.management import call_command
from factcheck.claims import tasks
from factcheck.claims.actions import suggesting
from factcheck.splitting import Split, SuggestedClaim
from factcheck.core.spans import Span
def split(text, passages, **rest):
    span = Span(text.index("It rained"), len(text.strip()))
    return Split("plain", "", (SuggestedClaim((span,), "none", "fact", (), None, "Why not.", 0.5),))
tasks.split = split
"""

KILLED = """
import sys, time
def split(text, passages, **rest):
    print("reading", flush=True)
    time.sleep(60)
tasks.split = split
call_command("db_worker", reload=False, startup_delay=False, interval=0)
"""

SWEPT = """
import json
from datetime import timedelta
from django.db.models import F
from factcheck.claims.models import Claim, Splitting
left = Splitting.objects.get().state
Splitting.objects.update(touched_at=F("touched_at") - timedelta(minutes=3))
woken = len(suggesting.requeue_stalled())
call_command("db_worker", batch=True, reload=False, startup_delay=False, interval=0)
row = Splitting.objects.get()
print(json.dumps([left, woken, row.state, row.tries, Claim.objects.count()]))
"""


@pytest.fixture
def desk(tmp_path):
    """What a process needs to work at a desk of its own."""
    return os.environ | {"DATABASE_URL": f"sqlite:///{tmp_path}/desk.sqlite3"}


def test_a_text_whose_worker_was_killed_is_read_by_the_next(desk):
    subprocess.run([*SHELL, BROUGHT_IN], env=desk, check=True)
    worker = subprocess.Popen(
        [*SHELL, WORKER + KILLED], env=desk, stdout=subprocess.PIPE, text=True
    )
    assert worker.stdout.readline() == "reading\n"

    worker.kill()
    worker.wait()
    worker.stdout.close()

    swept = subprocess.run(
        [*SHELL, WORKER + SWEPT], env=desk, check=True, capture_output=True, text=True
    )
    assert json.loads(swept.stdout.splitlines()[-1]) == ["running", 1, "done", 2, 1]
