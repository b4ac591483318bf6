"""Who else has the article open, and when they are gone."""

from datetime import timedelta

import pytest
import time_machine
from django.urls import reverse
from django.utils import timezone

from factcheck.desk.queries.workspace.presence import presence_at
from factcheck.people.actions import note_presence
from factcheck.people.models import Presence
from factcheck.people.queries import who_is_at
from factcheck.trail.models import Event


@pytest.fixture
def about(article):
    return f"article:{article.pk}"


class TestBeHere:
    def test_is_one_row_for_each_person_and_piece_of_work(self, reviewer, about, claim):
        note_presence(by=reviewer, about=about)
        note_presence(by=reviewer, about=about, at=f"claim:{claim.pk}")

        assert [(row.user, row.at) for row in who_is_at(about)] == [(reviewer, f"claim:{claim.pk}")]

    def test_leaves_no_event(self, reviewer, about):
        before = Event.objects.count()

        note_presence(by=reviewer, about=about)

        assert Event.objects.count() == before

    def test_is_one_query(self, reviewer, about, queries):
        with queries(1):
            note_presence(by=reviewer, about=about)

    @pytest.mark.parametrize(("seconds", "there"), [(80, 1), (100, 0)])
    def test_somebody_is_gone_after_a_while(self, reviewer, about, seconds, there):
        note_presence(by=reviewer, about=about)

        with time_machine.travel(timezone.now() + timedelta(seconds=seconds)):
            assert len(who_is_at(about)) == there


class TestWhoIsHere:
    def test_names_others_and_the_claim_they_are_on(self, article, claim, checker, reviewer, about):
        note_presence(by=checker, about=about)
        note_presence(by=reviewer, about=about, at=f"claim:{claim.pk}")

        found = presence_at(article, checker, None)

        assert [one.sentence for one in found.others] == [f"{reviewer.name} is on claim 1"]

    def test_names_nobody_of_another_article(self, article, checker, reviewer):
        note_presence(by=reviewer, about="article:0")

        assert presence_at(article, checker, None).others == ()

    def test_counts_who_is_not_named(
        self, article, checker, reviewer, publisher, writer, anna, about
    ):
        for person in (reviewer, publisher, writer, anna):
            note_presence(by=person, about=about)

        found = presence_at(article, checker, None)

        assert (len(found.others), found.more) == (3, 1)

    def test_notes_a_person_again_only_after_a_moment_or_at_another_claim(
        self, article, claim, checker, about
    ):
        assert presence_at(article, checker, claim.pk).stale

        note_presence(by=checker, about=about, at=f"claim:{claim.pk}")

        assert not presence_at(article, checker, claim.pk).stale
        assert presence_at(article, checker, None).stale
        with time_machine.travel(timezone.now() + timedelta(seconds=30)):
            assert presence_at(article, checker, claim.pk).stale


class TestHere:
    def test_doors(self, article, doors):
        doors.get(
            "desk:presence", article.pk, anonymous="login", stranger=404, checker=200, writer=200
        )

    def test_answers_with_who_is_here_and_notes_who_asks(
        self, article, claim, checker, reviewer, about, signed_in
    ):
        note_presence(by=reviewer, about=about)
        url = reverse("desk:presence", args=[article.pk])

        html = signed_in(checker).get(f"{url}?claim={claim.pk}").content.decode()

        assert f"{reviewer.name} is here" in html
        assert "<html" not in html
        assert Presence.objects.get(user=checker).at == f"claim:{claim.pk}"

    def test_the_workspace_shows_it_and_notes_who_looks(
        self, article, claim, checker, reviewer, about, signed_in
    ):
        note_presence(by=reviewer, about=about, at=f"claim:{claim.pk}")

        html = signed_in(checker).get(reverse("desk:workspace", args=[article.pk])).content.decode()

        assert f"{reviewer.name} is on claim 1" in html
        assert Presence.objects.filter(user=checker, about=about).exists()
