"""A text is read for claims: asked for, begun, and its suggestions written.

Reading takes long and writes nothing, so it happens between these actions, outside of any
transaction (`factcheck/claims/tasks.py`). The row of the version keeps how far it has come, so
that a reading that was killed is noticed and started again.
"""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.placing import current_text
from factcheck.claims.actions.proposing import add_suggestions
from factcheck.claims.jobs import reading_job
from factcheck.claims.models import Claim, SplitState, Splitting, Weighing
from factcheck.claims.queries import spoken_for
from factcheck.core.spans import joined
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.splitting import Split, SuggestedClaim
from factcheck.trail.record import record

AT_ONCE = 3_000  # words that are read while the page waits; a longer text is the worker's
SILENCE = timedelta(minutes=2)  # without a sign of life for so long, a reading is dead
MOST_TRIES = 3
GIVEN_UP = "Reading this text ended early several times. Mark its claims by hand."

UNDER_WAY = [SplitState.WAITING, SplitState.RUNNING]


@transaction.atomic
def begin(*, article: Article, by: User, at_once: bool = False) -> Article:
    """Have the current version of an article read for claims.

    A short text, or any text with `at_once`, is read when the transaction commits. A long text is
    left to the worker. Nothing happens if the text was read or is being read; a reading that
    failed is started again.
    """
    article = hold(article.pk)
    version = current_text(article)
    rules.may_begin(by, article).enforce()
    splitting = Splitting.objects.filter(version=version).first() or Splitting(version=version)
    if splitting.pk and splitting.state != SplitState.FAILED:
        return article
    splitting.state, splitting.note, splitting.ended_at = SplitState.WAITING, "", None
    splitting.words, splitting.words_read, splitting.tries = version.words, 0, 0
    splitting.asked_by, splitting.asked_at = by, timezone.now()
    splitting.touched_at = splitting.asked_at
    splitting.save()
    if at_once or version.words <= AT_ONCE:
        transaction.on_commit(partial(reading_job().call, version.pk))
    else:
        reading_job().enqueue(version.pk)
    return article


@transaction.atomic
def propose(
    *, version: Version, by: User, split: Split, weighing: Weighing | None = None
) -> list[Claim]:
    """Write what the splitter found as suggested claims, with their chains. One event for all.

    `weighing` has the weights that ordered them, or is None for our own weights. Nothing is
    suggested on words that belong to a claim, a suggestion or an exemption already, nor twice for
    one version, nor for a text that is no longer the current one.
    """
    article = hold(version.article_id)
    offered = _free(version, split) if article.current_version_id == version.pk else []
    now = timezone.now()
    unread = Splitting.objects.filter(version=version).exclude(state=SplitState.DONE)
    if not unread.update(
        state=SplitState.DONE,
        engine=split.engine,
        note=split.note[:300],
        weighing=weighing,
        words_read=F("words"),
        proposed=len(offered),
        touched_at=now,
        ended_at=now,
    ):
        return []
    claims = add_suggestions(article=article, version=version, by=by, offered=offered)
    record(
        "claims.suggested",
        by=by,
        thread=article,
        on=version,
        numbers=[claim.number for claim in claims],
        engine=split.engine,
    )
    return claims


def _free(version: Version, split: Split) -> list[SuggestedClaim]:
    """The suggestions that overlap nothing that exists. Linear, apart from one sort."""
    taken = joined(spoken_for(version))
    free, at = [], 0
    for one in sorted(split.suggestions, key=lambda one: one.parts[0].start):
        while at < len(taken) and taken[at].end <= one.parts[0].start:
            at += 1
        end = max(part.end for part in one.parts)
        near = (span for span in taken[at:] if span.start < end)
        if not any(part.overlaps(span) for span in near for part in one.parts):
            free.append(one)
    return free


@transaction.atomic
def start_reading(*, version: int) -> bool:
    """Mark a version as being read, unless it was read or somebody reads it. One query."""
    now = timezone.now()
    dead = Q(state=SplitState.RUNNING, touched_at__lt=now - SILENCE)
    rows = Splitting.objects.filter(dead | Q(state=SplitState.WAITING), version=version)
    taken = rows.update(
        state=SplitState.RUNNING, touched_at=now, words_read=0, tries=F("tries") + 1
    )
    return bool(taken)


@transaction.atomic
def report_progress(*, version: int, words_read: int) -> None:
    """Store how many words are read, which also shows that the reader is alive. One query."""
    rows = Splitting.objects.filter(version=version, state=SplitState.RUNNING)
    rows.update(words_read=words_read, touched_at=timezone.now())


@transaction.atomic
def fail_reading(*, version: int, note: str) -> None:
    """Mark a reading as failed, with what the page says about it."""
    now = timezone.now()
    rows = Splitting.objects.filter(version=version, state__in=UNDER_WAY)
    rows.update(state=SplitState.FAILED, note=note, touched_at=now, ended_at=now)


@transaction.atomic
def requeue_stalled() -> list[int]:
    """Hand readings without a sign of life to the worker again. Returns their versions by key.

    May be called by several processes at once: each row is found by one of them. A reading that
    was started several times in vain is given up.
    """
    now = timezone.now()
    dead = Splitting.objects.filter(state__in=UNDER_WAY, touched_at__lt=now - SILENCE)
    dead.filter(tries__gte=MOST_TRIES).update(
        state=SplitState.FAILED, note=GIVEN_UP, touched_at=now, ended_at=now
    )
    woken = []
    for version in list(dead.values_list("version_id", flat=True)):
        if dead.filter(version=version).update(state=SplitState.WAITING, touched_at=now):
            reading_job().enqueue(version)
            woken.append(version)
    return woken
