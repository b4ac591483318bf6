"""Claims and articles at every point of their way, reached by real people through real actions."""

from factcheck.claims.actions import set_aside
from factcheck.claims.models import Claim, Stage
from factcheck.review.actions import waive
from factcheck.trail.models import Event
from factcheck.trail.record import reference
from factcheck.verification.actions import add_source, cite, conclude
from tests import story


def _open(claim, checker):
    return claim


def _checking(claim, checker):
    source = add_source(by=checker, kind="web_page", title="Timetable")
    cite(claim=claim, by=checker, source=source, aspect="content", stance="context")
    return claim


def _checked(claim, checker):
    return conclude(claim=story.verified(claim, checker), by=checker)


def _in_review(claim, checker):
    return story.in_review(claim, checker)


def _set_aside(claim, checker):
    return set_aside(claim=claim, by=checker, because="It is said twice.")


WAYS = {
    Stage.OPEN: _open,
    Stage.CHECKING: _checking,
    Stage.CHECKED: _checked,
    Stage.IN_REVIEW: _in_review,
    Stage.SET_ASIDE: _set_aside,
}


def claim_at(stage, *, checker, reviewer=None, publisher=None, article=None, **marked):
    """A claim that was marked, cited, settled and judged until it stands at this stage.

    `article` is where it is marked (else one is brought in), `marked` is what `story.marked` takes.
    Nothing proposes claims yet, so no claim is ever suggested.
    """
    claim = story.marked(article or story.bring_in(checker), checker, **marked)
    if stage == Stage.APPROVED:
        return story.approved(claim, checker, reviewer)
    if stage == Stage.WAIVED:
        return waive(claim=claim, by=publisher, because="The hall burns; we run it now.")
    WAYS[stage](claim, checker)
    return Claim.objects.get(pk=claim.pk)


def article_ready(*, checker, reviewer, **fields):
    """An article that the gate lets through: claims approved, the rest left out and confirmed."""
    return story.ready(checker, reviewer, **fields)


def fresh(row):
    """The row as it stands now."""
    return type(row).objects.get(pk=row.pk)


def verbs(thread):
    """What happened to a row that is a thread, in order."""
    rows = Event.objects.filter(thread=reference(thread))
    return list(rows.order_by("number").values_list("verb", flat=True))
