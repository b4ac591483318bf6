"""What waits for a second person, asked of the whole desk at once, is what the gate waits for."""

import pytest

from factcheck.claims.actions import lift, set_aside, take_back
from factcheck.review.queries.left_out import to_confirm, unconfirmed_claims, unconfirmed_exemptions
from tests import story
from tests.world import fresh

pytestmark = pytest.mark.django_db


def waiting(article):
    """By the list for the whole desk, and by the article's own."""
    listed = {*unconfirmed_claims(), *unconfirmed_exemptions()}
    return listed, {item.row for item in to_confirm(fresh(article))}


def aside(article, checker):
    claim = story.marked(article, checker, story.RAIN, links=())
    return set_aside(claim=claim, by=checker, because="It is said twice.")


def confirmed_once(article, checker, reviewer):
    aside(article, checker)
    story.left_out(article, checker, "We like the sea.")
    story.confirmed(article, reviewer)
    return 0


def confirmed_and_left_out_again(article, checker, reviewer):
    claim = aside(article, checker)
    left = story.left_out(article, checker, "We like the sea.")
    story.confirmed(article, reviewer)
    take_back(claim=fresh(claim), by=checker)
    set_aside(claim=fresh(claim), by=checker, because="It is said twice.")
    lift(exemption=fresh(left), by=checker)
    story.left_out(article, checker, "We like the sea.")
    return 2


def never_confirmed(article, checker, reviewer):
    aside(article, checker)
    story.left_out(article, checker, "We like the sea.")
    return 2


def taken_back(article, checker, reviewer):
    claim = aside(article, checker)
    left = story.left_out(article, checker, "We like the sea.")
    take_back(claim=fresh(claim), by=checker)
    lift(exemption=fresh(left), by=checker)
    return 0


@pytest.mark.parametrize(
    "way", [never_confirmed, confirmed_once, confirmed_and_left_out_again, taken_back]
)
def test_the_queue_waits_for_what_the_gate_waits_for(checker, reviewer, way):
    article = story.bring_in(checker)
    count = way(article, checker, reviewer)

    listed, asked = waiting(article)

    assert listed == asked
    assert len(asked) == count
