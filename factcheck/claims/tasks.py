"""Background work: texts are read for claims.

Safe to run twice: the second run finds the row taken, or the work done.
"""

import logging
import time
from collections.abc import Callable

from django_tasks import task

from factcheck.claims import actions
from factcheck.claims.actions import suggesting
from factcheck.claims.models import weights_of
from factcheck.claims.queries import checked_passages
from factcheck.claims.queries.deciding import weighing_in_force
from factcheck.core.spans import Span
from factcheck.intake.models import Version
from factcheck.splitting import split

STOPPED = "Reading this text for claims went wrong. Try again, or mark its claims by hand."
BETWEEN_SIGNS = 1.0  # seconds

logger = logging.getLogger(__name__)


@task()
def read_later(version: int) -> None:
    """Read a text for claims, in the worker."""
    read(version)


def read(version: int) -> None:
    """Read a text for claims: compute first, outside of any transaction, and write last.

    Whatever goes wrong in the reading is said by its row: an article is there without it.
    """
    if not suggesting.start_reading(version=version):
        return
    row = Version.objects.select_related("splitting__asked_by").get(pk=version)
    try:
        weighing = weighing_in_force()
        found = split(
            row.text,
            [Span(passage.start, passage.end) for passage in checked_passages(row)],
            language=row.language or None,
            weights=weights_of(weighing),
            progress=_signs_of_life(row),
        )
        actions.propose(version=row, by=row.splitting.asked_by, split=found, weighing=weighing)
    except Exception:  # a splitter may stumble over any text, and nobody's work waits for it
        logger.exception("Version %s could not be read for claims.", version)
        suggesting.fail_reading(version=version, note=STOPPED)


def _signs_of_life(version: Version) -> Callable[[int, int], None]:
    """A splitter tells how far it is as often as it likes; the row is written once a second."""
    last = time.monotonic()

    def progress(done: int, of: int) -> None:
        nonlocal last
        if time.monotonic() - last >= BETWEEN_SIGNS:
            last = time.monotonic()
            suggesting.report_progress(
                version=version.pk, words_read=version.words * done // max(of, 1)
            )

    return progress
