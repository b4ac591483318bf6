"""What the desk has decided about suggestions, and what was learned from that."""

from django.db.models import Q, QuerySet
from django.utils.formats import date_format
from django.utils.timezone import localtime

from factcheck.claims.models import SetAsideCause, Stage, Suggestion, Weighing
from factcheck.splitting.proposals.learning import FEWEST_DECISIONS, Decision

# causes that do not say whether a check would have been worth it
_NOT_JUDGED = Q(
    claim__set_aside_cause__in=[
        SetAsideCause.SAID_TWICE,
        SetAsideCause.WRONG_WORDS,
        SetAsideCause.MERGED,
        SetAsideCause.NOT_IN_TEXT,
        SetAsideCause.WORDS_TAKEN,
    ]
)


def _decided() -> QuerySet[Suggestion]:
    """Suggestions that somebody accepted, as they were or changed, or thought not worth a check.

    One that was set aside because another act left it without its words, because they were the
    wrong ones, or because another claim says the same is no decision about its worth; nor is one
    that was waived: it went out unchecked. Whoever accepts a suggestion and sets it aside later has
    set it aside.
    """
    rows: QuerySet[Suggestion] = Suggestion.objects.filter(weighed__isnull=False)
    rows = rows.exclude(claim__stage__in=[Stage.SUGGESTED, Stage.WAIVED])
    return rows.exclude(_NOT_JUDGED)


def decisions() -> list[Decision]:
    """The reasons of each, by name, and whether it was accepted; as they were made. One query.

    Words that were cut from our own text had been worth the check.
    """
    rows = _decided().order_by("claim_id")
    return [
        (names or [], stage != Stage.SET_ASIDE or cause == SetAsideCause.CUT)
        for names, stage, cause in rows.values_list(
            "weighed", "claim__stage", "claim__set_aside_cause"
        )
    ]


def decided_so_far() -> int:
    """How many there are, as far as it matters: no more are counted than are needed. One query."""
    return _decided().order_by()[:FEWEST_DECISIONS].count()


def weighing_in_force() -> Weighing | None:
    """What was learned last; None where our own weights count. One query."""
    last: Weighing | None = Weighing.objects.order_by("-pk").first()
    return last if last and last.weights else None


def order_in_words(weighing: Weighing | None) -> str:
    """By what the suggestions of a text are in order, which were weighed so when it was read.

    No query where that was learned, one while there is too little to learn from, else two.
    """
    if weighing is not None:
        on = date_format(localtime(weighing.set_at), "j F Y")
        return (
            "Ordered by what this desk accepted and set aside: "
            f"{weighing.decisions} decisions, {on}."
        )
    count = decided_so_far()
    if count < FEWEST_DECISIONS:
        return (
            f"Starting weights: {count} of {FEWEST_DECISIONS} decisions "
            "until the desk can learn its own."
        )
    if weighing_in_force():
        return "Starting weights: the desk has learned its own since this text was read."
    return (
        f"Starting weights. {FEWEST_DECISIONS} decisions are there for the desk to learn its own."
    )
