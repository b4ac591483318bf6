"""Speakers are merged while somebody else names them, each over a connection of their own."""

import pytest

from factcheck.claims.actions import merge_speakers, unmerge_speakers
from factcheck.claims.models import Link, LinkDraft, Speaker, SpeakerMerge
from factcheck.core.rulings import NotNow
from tests import story
from tests.review.test_race import DONE, at_once

pytestmark = pytest.mark.django_db(transaction=True)

OFFICE = LinkDraft("organisation", "Harbour office")
PORT = LinkDraft("organisation", "Port office")


@pytest.fixture
def articles(checker):
    """Three articles; the first names the office, the second the port."""
    rows = [story.bring_in(checker, text=f"{story.TEXT}\nNumber {n}.\n") for n in range(3)]
    story.marked(rows[0], checker, links=[OFFICE])
    story.marked(rows[1], checker, links=[PORT])
    return rows


def named(name):
    return Speaker.objects.get(name=name)


def test_a_chain_written_at_the_same_moment_names_the_kept_one(articles, checker):
    office, port = named("Harbour office"), named("Port office")

    came = at_once(
        lambda: merge_speakers(speaker=port, into=office, by=checker),
        lambda: story.marked(articles[2], checker, links=[PORT, OFFICE]),
        lambda: story.marked(articles[1], checker, story.RAIN, links=[OFFICE, PORT]),
    )

    assert came == [DONE, DONE, DONE]
    assert not Link.objects.filter(speaker__merged_into__isnull=False).exists()
    assert Link.objects.filter(speaker=office).count() == 6


def test_of_two_who_merge_one_is_told(articles, checker, anna):
    office, port = named("Harbour office"), named("Port office")

    came = at_once(
        lambda: merge_speakers(speaker=port, into=office, by=checker),
        lambda: merge_speakers(speaker=office, into=port, by=anna),
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert SpeakerMerge.objects.count() == 1


def test_of_two_who_take_apart_one_is_told(articles, checker, anna):
    office, port = named("Harbour office"), named("Port office")
    merge = merge_speakers(speaker=port, into=office, by=checker)

    came = at_once(
        lambda: unmerge_speakers(merge=merge, by=checker),
        lambda: unmerge_speakers(merge=merge, by=anna),
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Link.objects.get(claim__article=articles[1]).speaker == port
