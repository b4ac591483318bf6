"""How long a claim change, a publication and a public page take, and a text to be split into
claims. Prints two tables.

Measured in one process with Django's test client, settings as in production, in a throw-away
database: SQLite, or beside the database that DATABASE_URL names. Wall times on a shared machine
say little, so what is shown is CPU time of this process; the work of a PostgreSQL server is not in
it. Nothing here fails because of a figure: the budgets stand beside the figures.
"""

import io
import os
import re
import secrets
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from dataclasses import dataclass, field
from pathlib import Path
from statistics import median
from typing import Any
from urllib.parse import urlencode

import bench_splitting

REPEATS = int(os.environ.get("BENCH_REPEATS", "15"))
QUEUE = int(os.environ.get("BENCH_QUEUE", "10000"))
FRAME = re.compile(r"^(BEGIN|COMMIT|ROLLBACK|SAVEPOINT|RELEASE)", re.IGNORECASE)
HTMX = {"HX-Request": "true", "HX-Target": "main", "Desk-Part": "claim"}
SEEN = re.compile(r'data-version="(\d+)"|id="(?:p\d+|appendix)" data-seen="(\w+)"')


@contextmanager
def as_in_production() -> Iterator[None]:
    """The settings of a desk that serves readers, and an empty database that goes again."""
    sys.path[:0] = [str(Path(__file__).resolve().parent.parent)]
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        os.environ.setdefault("DATABASE_URL", f"sqlite:///{folder}/desk.sqlite3")
        os.environ |= {
            "DESK_ENV": "production",
            "DESK_VAR": folder,
            "DESK_HTTPS": "false",
            "DESK_MAIL": "dummy",
            "DJANGO_ALLOWED_HOSTS": "testserver",
            "DJANGO_SECRET_KEY": secrets.token_urlsafe(60),
            "DJANGO_SETTINGS_MODULE": "factcheck.settings",
            "TEST_DB": f"bench{os.getpid()}",
        }
        import django

        django.setup()
        from django.core.management import call_command
        from django.db import connection

        call_command("collectstatic", interactive=False, verbosity=0)
        named = connection.settings_dict["NAME"]
        connection.creation.create_test_db(verbosity=0, autoclobber=True, serialize=False)
        try:
            yield
        finally:
            connection.creation.destroy_test_db(named, verbosity=0)


@dataclass
class Work:
    """One thing that is measured: an act that answers, and what it may take."""

    name: str
    act: Callable[[], Any]
    budget: str = ""
    before: Callable[[], Any] = lambda: None  # not measured
    around: Callable[[], Any] = nullcontext
    many: int = 1  # how often in a row, where once is too short to be measured
    cpu: list[float] = field(default_factory=list)
    queries: int = 0
    size: int = 0

    def once(self) -> None:
        """Measure it, undisturbed by counting."""
        self.before()
        with self.around():
            start = time.process_time()
            for _ in range(self.many):
                self.act()
            self.cpu.append((time.process_time() - start) * 1000 / self.many)

    def count(self) -> None:
        """Count what it asks the database and how much it sends."""
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        self.before()
        with self.around(), CaptureQueriesContext(connection) as captured:
            answer = self.act()
        asked = [query["sql"] for query in captured if not FRAME.match(query["sql"])]
        self.queries, self.size = len(asked), len(getattr(answer, "content", b""))
        if os.environ.get("BENCH_SHOW", "") == self.name:
            print("\n".join(f"{at:3} {sql[:400]}" for at, sql in enumerate(asked, 1)))


def works() -> list[Work]:  # noqa: C901  # one short act after the other
    """Everything that is measured, in a newsroom that is made here."""
    import bench_rows as rows
    from django.core.management import call_command
    from django.db import transaction
    from django.test import Client
    from django.urls import reverse

    from factcheck.claims import tasks
    from factcheck.claims.actions import begin
    from factcheck.claims.models import Claim
    from factcheck.intake.actions import keep
    from factcheck.intake.readers import read_text
    from factcheck.public import pages
    from factcheck.publishing.actions import publish
    from factcheck.publishing.models import Address

    who, text = rows.people(), rows.text("Ferries, a whole season", 300)
    rows.queued(who["checker"], QUEUE)
    call_command("reindex", stdout=io.StringIO())  # rows that no action wrote
    large, small = (rows.ready(who, size, f"Ferries, {size} trips") for size in (300, 30))
    public = rows.ready(who, 120, "Ferries, 120 trips")
    publish(article=public, by=who["head"])
    slug = Address.objects.get(article=public).slug
    doors = {name: Client() for name in who}
    for name, door in doors.items():
        door.force_login(who[name])

    def answered(response: Any, *expected: int) -> Any:
        if response.status_code not in expected:
            raise ValueError(f"{response.request['PATH_INFO']} answered {response.status_code}.")
        return response

    def get(name: str, url: str, *expected: int, **headers: str) -> Any:
        return answered(doors[name].get(url, headers=headers), *(expected or (200,)))

    @contextmanager
    def undone() -> Iterator[None]:
        """What is done inside never happened."""
        with transaction.atomic():
            yield
            transaction.set_rollback(True)

    changed, other = Claim.objects.filter(article=large, number__in=[150, 151]).order_by("number")
    workspace = reverse("desk:workspace", args=[large.pk])

    def seen_of(html: str) -> str:
        """What the browser says of the page that it shows, as workspace.js does."""
        version, *passages, appendix = ["".join(found) for found in SEEN.findall(html)]
        return " ".join([version, appendix, *passages])

    shown = {
        "HX-Request": "true",
        "HX-Target": "claim",
        "Desk-Seen": seen_of(get("checker", workspace).content.decode()),
    }

    def change(**headers: str) -> Any:
        now = Claim.objects.values("revision").get(pk=changed.pk)["revision"]
        data = {"seen": now, "wording": f"The ferry was late {now} times.", "kind": "number"}
        url = reverse("desk:claim_words", args=[changed.pk])
        return lambda: answered(doors["checker"].post(url, data, headers=headers), 302, 200, 204)

    def brought_in() -> None:
        """A text of 10,000 words is kept, read for claims and proposed from."""
        article, _ = keep(reading=read_text(text), by=who["checker"])
        begin(article=article, by=who["checker"], at_once=True)
        tasks.read(article.current_version_id)

    prepared: list[Callable[[], Any]] = []

    def changing(name: str, **headers: str) -> Work:
        return Work(
            name,
            lambda: prepared.pop()(),
            "≤ 18 queries, ≤ 14 ms, ≤ 6 KB",
            before=lambda: prepared.append(change(**headers)),
            around=undone,
        )

    def publishing() -> Any:
        return answered(
            doors["head"].post(reverse("publishing:publish", args=[large.pk]), {"digest": seen}),
            302,
        )

    def search(q: str, **more: str) -> Callable[[], Any]:
        asked = urlencode({"q": q, **more})
        return lambda: get("checker", f"{reverse('desk:search')}?{asked}")

    from factcheck.publishing.assemble import dossier, report_for
    from factcheck.publishing.report import digest_of

    seen = digest_of(report_for(dossier(large)))
    page = reverse("public:report", args=[slug])
    reader = Client()
    etag = reader.get(page)["ETag"]

    def forget() -> None:
        pages.report_page.cache_clear()
        pages.read.cache_clear()

    return [
        changing("claim changed, plain"),
        changing("claim changed, htmx", **HTMX, **{"HX-Current-URL": workspace}),
        Work("  its redirect followed", lambda: get("checker", f"{workspace}?claim={changed.pk}"),
             "as the workspace"),
        Work("  its redirect, htmx",
             lambda: get("checker", f"{workspace}?claim={changed.pk}", **shown),
             "≤ 20 queries, ≤ 6 KB packed"),
        Work("a claim chosen, htmx",
             lambda: get("checker", f"{workspace}?claim={other.pk}", **shown),
             "≤ 20 queries, ≤ 6 KB packed"),
        Work("workspace, 30 claims",
             lambda: get("checker", reverse("desk:workspace", args=[small.pk])), "≤ 20 queries"),
        Work("workspace, 300 claims", lambda: get("checker", workspace),
             "≤ 20 queries, ≤ 35 ms, ≤ 200 KB"),
        Work("publish, 300 claims (action)", lambda: publish(article=large, by=who["head"],
             digest=seen), "≤ 20 queries, ≤ 60 ms", around=undone),
        Work("publish, 300 claims (request)", publishing, "", around=undone),
        Work("gate page, 300 claims",
             lambda: get("head", reverse("publishing:gate", args=[large.pk]))),
        Work("public report, 120 claims, warm", lambda: answered(reader.get(page), 200),
             "≤ 1 query, ≤ 0.8 ms", many=20),
        Work("public report, miss", lambda: answered(reader.get(page), 200), "≤ 2 queries",
             before=forget),
        Work("public report, 304",
             lambda: answered(reader.get(page, headers={"If-None-Match": etag}), 304),
             "cheaper than warm", many=20),
        Work("import and split, 10,000 words", brought_in,
             "≤ 25 queries + 1 per 999 values, ≤ 2 s", around=undone),
        Work(f"queue, {QUEUE:,} articles", lambda: get("checker", reverse("desk:queue")),
             "≤ 8 queries, ≤ 15 ms"),
        Work(f"search, {QUEUE:,} claims, two words", search("pier closed "),
             "claims: ≤ 3 queries"),
        Work("search, a rare word and a beginning", search("9999 da")),
        Work("search, claims alone, newest first", search("pier ", **{"in": "claims"}),
             "claims: ≤ 3 queries"),
    ]  # fmt: skip


def main() -> None:
    """Measure in turns, so that what else the machine does falls on all alike."""
    bench_splitting.show()  # first: it measures how long the model takes to load
    print()
    with as_in_production():
        from django.db import connection

        print(f"Building the newsroom ({connection.vendor}) ...", flush=True)
        measured = works()
        for work in measured:
            work.once()  # templates and statements are made once
            work.cpu.clear()
            work.count()
        for turn in range(REPEATS):
            for work in measured if turn % 2 else reversed(measured):
                work.once()
        print(f"{'work':34} {'queries':>7} {'CPU ms':>8} {'range':>15} {'bytes':>9}  budget")
        for work in measured:
            spread = f"{min(work.cpu):.2f}–{max(work.cpu):.2f}"
            print(
                f"{work.name:34} {work.queries:7} {median(work.cpu):8.2f} {spread:>15} "
                f"{work.size:9,}  {work.budget}"
            )


if __name__ == "__main__":
    main()
