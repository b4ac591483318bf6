"""A text is read for claims: it is asked for, taken up, proposed from. Nothing proposed is final.

The reading itself is long and writes nothing, so it happens between these acts and outside of any
transaction (`factcheck/claims/tasks.py`). The row of the version says how far it has come, so that
a reading which was killed is seen, and begun again.
"""

from datetime import timedelta
from functools import partial

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone

from factcheck.claims import rules
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
    """Let the current version of an article be read for claims.

    A short text, or any where `at_once`, has its suggestions when this returns, unless it is
    called inside a longer transaction: then when that is through. A long text is left to the
    worker. Nothing where it was read or is being read; a reading that failed is begun anew.
    """
    article = hold(article.pk)
    version = article.current_version
    if version is None:
        raise ValueError("This article has no text.")
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

    `weighing` is what told it how much each is worth a check; none where our own weights did.

    Nothing is proposed on words that stand in a claim, a suggestion or an exemption already, nor
    twice for one version, nor for a text that is no longer the article's.
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
    """The suggestions that share no word with anything that stands. Linear but for one sort."""
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
    """Begin to read, unless it was read, or somebody else is at it. One query."""
    now = timezone.now()
    dead = Q(state=SplitState.RUNNING, touched_at__lt=now - SILENCE)
    rows = Splitting.objects.filter(dead | Q(state=SplitState.WAITING), version=version)
    taken = rows.update(
        state=SplitState.RUNNING, touched_at=now, words_read=0, tries=F("tries") + 1
    )
    return bool(taken)


@transaction.atomic
def report_progress(*, version: int, words_read: int) -> None:
    """Say how many words are read: the sign of life. One query."""
    rows = Splitting.objects.filter(version=version, state=SplitState.RUNNING)
    rows.update(words_read=words_read, touched_at=timezone.now())


@transaction.atomic
def fail_reading(*, version: int, note: str) -> None:
    """Say that the reading has failed, and what to do instead."""
    now = timezone.now()
    rows = Splitting.objects.filter(version=version, state__in=UNDER_WAY)
    rows.update(state=SplitState.FAILED, note=note, touched_at=now, ended_at=now)


@transaction.atomic
def requeue_stalled() -> list[int]:
    """Give readings without a sign of life to the worker again. Gives their versions by key.

    Called once a minute, by as many as like to: of two at once, one finds each row. A reading
    that was begun several times in vain is given up.
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
