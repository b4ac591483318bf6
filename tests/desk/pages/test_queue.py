"""What waits for whom."""

from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from factcheck.claims.actions import ask, assign, exempt, mark, set_aside
from factcheck.claims.models import Stage
from factcheck.desk.pages.claim_filter import ClaimFilter
from factcheck.desk.queries.claim_filter import PAGE, claims_filtered
from factcheck.desk.queries.queue import queue
from factcheck.desk.workspace.counts import in_words
from factcheck.people.actions import deactivate, take_role
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.review.actions import send_back
from tests import story
from tests.factories.claims import ClaimFactory


def titles(user):
    return [section.title for section in queue(user, house_rules()).sections]


class TestQueue:
    def test_doors(self, doors):
        doors.get(
            "desk:queue",
            anonymous="login",
            stranger=200,
            writer=200,
            checker=200,
            reviewer=200,
            publisher=200,
        )

    def test_nothing_waits(self, reviewer, signed_in):
        response = signed_in(reviewer).get(reverse("desk:queue"))

        assert "Nothing waits for you" in response.content.decode()

    def test_an_article_without_claims_waits_for_checkers(self, article, checker, reviewer):
        assert titles(checker) == ["Just brought in"]
        assert titles(reviewer) == []

    def test_an_article_with_suggestions_alone_says_how_many_wait(self, article, checker):
        for number in (1, 2):
            ClaimFactory(article=article, number=number, stage=Stage.SUGGESTED)

        (section,) = queue(checker, house_rules()).sections

        assert section.title == "Just brought in"
        assert [row.note for row in section.rows] == ["2 claims suggested"]

    def test_a_claim_without_a_checker_waits_for_every_checker(self, claim, checker, anna):
        assert titles(checker) == ["Nobody’s yet"]
        assert titles(anna) == ["Nobody’s yet"]

    def test_an_assigned_claim_waits_for_its_checker_alone(self, claim, checker, anna):
        assign(claim=claim, by=checker, to=anna)

        assert titles(anna) == ["To check"]
        assert titles(checker) == []

    @pytest.mark.parametrize("leave", ["deactivate", "take_role"])
    def test_a_claim_whose_checker_left_waits_for_every_checker(
        self, claim, checker, anna, administrator, leave
    ):
        assign(claim=claim, by=checker, to=anna)
        if leave == "deactivate":
            deactivate(person=anna, by=administrator)
        else:
            take_role(person=anna, role="checker", by=administrator)

        (section,) = queue(checker, house_rules()).sections

        assert section.title == "Nobody’s yet"
        assert section.rows[0].note == "Anna Adler has it and checks no more."
        assert len(claims_filtered(ClaimFilter({"who": "nobody"}, Rules()), checker).rows) == 1

    def test_a_returned_claim_whose_checker_left_waits_for_every_checker(
        self, waiting, checker, reviewer, anna, administrator
    ):
        send_back(claim=waiting, by=reviewer, because="Which year?")
        assign(claim=waiting, by=checker, to=anna)
        assert titles(checker) == []
        deactivate(person=anna, by=administrator)

        (section,) = queue(checker, house_rules()).sections

        assert section.title == "Sent back"
        assert section.rows[0].note == "Anna Adler has it and checks no more. Which year?"

    def test_a_claim_in_review_waits_for_reviewers_when_its_checker_left(
        self, waiting, checker, reviewer, administrator
    ):
        deactivate(person=checker, by=administrator)

        assert titles(reviewer) == ["To review"]

    def test_exemptions_wait_for_reviewers_who_did_not_make_them(
        self, article, claim, checker, reviewer
    ):
        words = "The seven members meet today."
        start = article.current_version.text.index(words)
        exempt(
            article=article,
            by=checker,
            start=start,
            end=start + len(words),
            reason="no_statement",
        )

        (section,) = queue(reviewer, house_rules()).sections

        assert section.title == "Left out of the check"
        assert section.rows[0].note == "1 exemption"

    def test_the_most_pressing_comes_first(self, claim, marked, checker):
        later = marked("We breathe this every day")
        assign(claim=claim, by=checker, to=checker, due_at=timezone.now() + timedelta(days=2))
        assign(claim=later, by=checker, to=checker, due_at=timezone.now() - timedelta(days=1))

        (section,) = queue(checker, house_rules()).sections

        assert [row.number for row in section.rows] == [later.number, claim.number]
        assert [row.late for row in section.rows] == [True, False]

    @pytest.mark.parametrize("more", [(), ("The seven members", "We breathe", "every day")])
    def test_more_rows_cost_no_further_query(
        self, claim, marked, checker, signed_in, queries, more
    ):
        for words in more:
            marked(words)
        door = signed_in(checker)

        with queries(8):
            answer = door.get(reverse("desk:queue"))

        assert answer.context["queue"].count == 1 + len(more)

    def test_every_kind_of_work_is_found_at_once(
        self, waiting, second, marked, checker, reviewer, anna, signed_in, queries
    ):
        mine, nobodys = marked("We breathe this every day"), marked("The seven members")
        story.bring_in(checker)
        send_back(claim=waiting, by=reviewer, because="Which year?")
        assign(claim=mine, by=checker, to=checker)
        ask(claim=nobodys, by=anna, text="Which seven?", to=checker, blocking=True)
        door = signed_in(checker)

        with queries(9):  # one of them for the question
            answer = door.get(reverse("desk:queue"))

        found = [
            (section.title, [(row.number, row.note) for row in section.rows])
            for section in answer.context["queue"].sections
        ]
        assert found == [
            ("Sent back", [(waiting.number, "Which year?")]),
            ("To check", [(mine.number, "")]),
            ("Nobody’s yet", [(nobodys.number, "")]),
            ("Questions", [(nobodys.number, "Anna Adler asks: Which seven?")]),
            ("Just brought in", [(None, "")]),
        ]

    def test_everything_left_out_is_counted_for_who_can_confirm_it(
        self, article, claim, checker, reviewer
    ):
        words = "The seven members meet today."
        start = article.current_version.text.index(words)
        at = {"start": start, "end": start + len(words)}
        exempt(article=article, by=checker, reason="no_statement", **at)
        set_aside(claim=claim, by=checker, because="Nobody can check it.")

        (section,) = queue(reviewer, house_rules()).sections

        assert [row.note for row in section.rows] == ["1 exemption, 1 claim set aside"]
        assert titles(checker) == ["Just brought in"]


class TestFilter:
    @pytest.mark.parametrize(
        ("asked", "found"),
        [
            ({"who": "mine"}, 0),
            ({"who": "nobody"}, 1),
            ({"who": "all"}, 1),
            ({"who": "all", "stage": "open"}, 1),
            ({"who": "all", "stage": "approved"}, 0),
            ({"who": "all", "stage": "nonsense"}, 1),
            ({"who": "all", "due": "late"}, 0),
            ({"who": "all", "due": "nonsense"}, 0),
            ({"who": "all", "verdict": "unchecked"}, 1),
            ({"who": "all", "verdict": "accurate"}, 0),
            ({"who": "all", "verdict": "nonsense"}, 1),
        ],
    )
    def test_filter(self, claim, checker, asked, found):
        assert len(claims_filtered(ClaimFilter(asked, Rules()), checker).rows) == found

    def test_pages_follow_each_other_without_gap_or_repetition(self, article, checker, marked):
        text = article.current_version.text
        start = text.index("Every")
        ends = [end for end in range(start + 1, len(text)) if not text[end - 1].isspace()]
        for end in ends[: PAGE + 5]:
            mark(article=article, by=checker, start=start, end=end)
        first = claims_filtered(ClaimFilter({"who": "all"}, Rules()), checker)

        after = first.more.partition("after=")[2].partition("&")[0].replace("%2C", ",")
        second = claims_filtered(ClaimFilter({"who": "all", "after": after}, Rules()), checker)

        numbers = [row.number for row in (*first.rows, *second.rows)]
        assert len(first.rows) == PAGE
        assert second.more == ""
        assert sorted(numbers) == sorted(set(numbers))
        assert len(numbers) == PAGE + 5

    @pytest.mark.parametrize(
        "after", ["x", ",0", "2026-13-45T99:00:00Z,0", "2026-01-01T00:00:00,0", ","]
    )
    def test_page_whatever_the_address_says(self, claim, checker, signed_in, after):
        response = signed_in(checker).get(
            reverse("desk:queue"), {"who": "all", "stage": "open", "after": after}
        )

        assert response.status_code == 200
        assert "Every ferry will plug in by 2029" in response.content.decode()

    def test_fragment_for_htmx(self, claim, checker, signed_in, htmx):
        response = signed_in(checker).get(
            reverse("desk:queue") + "?who=all", headers=htmx("results")
        )

        assert "<html" not in response.content.decode()
        assert 'id="results"' in response.content.decode()


@pytest.mark.parametrize(("count", "word"), [(0, "No"), (1, "One"), (12, "Twelve"), (13, "13")])
def test_numbers_at_the_beginning_of_a_sentence(count, word):
    assert in_words(count) == word
