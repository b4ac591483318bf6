"""A claim is moved, split, merged, and found at further words."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.claims.actions import add_place, reword
from factcheck.claims.models import Claim

EVERY = "Every ferry will plug in by 2029, the commission said on Monday"
FIRST, SECOND = "Every ferry will plug in by 2029", "The seven members meet today"


def url(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


def again(row):
    return Claim.objects.get(pk=row.pk)


def at(article, word):
    return article.current_version.text.index(word)


def sent(article, claim, **more):
    return {"seen": claim.revision, "version": article.current_version_id, **more}


@pytest.fixture
def whole(marked):
    return marked(EVERY)


class TestSplit:
    def test_doors(self, article, whole, doors):
        doors.get(
            "desk:claim_split", whole.pk, anonymous="login", stranger=404, writer=403, checker=200
        )
        doors.post(
            "desk:claim_split",
            whole.pk,
            data=sent(article, whole, at=at(article, "the commission")),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_a_button_stands_between_any_two_words(self, whole, checker, signed_in):
        page = signed_in(checker).get(url("claim_split", whole)).content.decode()

        assert page.count('class="split__point"') == len(EVERY.split()) - 1
        assert "Split before commission" in page

    def test_a_point_that_was_asked_for_stands_first(self, article, whole, checker, signed_in):
        point = at(article, "plug")

        page = signed_in(checker).get(f"{url('claim_split', whole)}?at={point}").content.decode()

        assert re.search(rf'class="button button--main" name="at" value="{point}"', page)

    @pytest.mark.parametrize("asked", ["", "x", "0", "99999999999999", "-4"])
    def test_a_point_that_is_none_is_left_out(self, whole, checker, signed_in, asked):
        response = signed_in(checker).get(f"{url('claim_split', whole)}?at={asked}")

        assert response.status_code == 200
        assert "Split here" not in response.content.decode()

    def test_one_press(self, article, whole, checker, signed_in):
        point = at(article, "the commission")

        response = signed_in(checker).post(
            url("claim_split", whole), sent(article, whole, at=point)
        )

        first, second = Claim.objects.order_by("pk")
        assert response["Location"].endswith(f"?claim={whole.pk}#claim")
        assert (first.wording, second.wording) == (FIRST, "the commission said on Monday")

    @pytest.mark.parametrize("point", ["", "x", "0", "999999", "3"])
    def test_a_point_in_a_word_or_nowhere_is_refused(
        self, article, whole, checker, signed_in, point
    ):
        response = signed_in(checker).post(
            url("claim_split", whole), sent(article, whole, at=point)
        )

        assert response.status_code == 422
        assert "between two of its words" in response.content.decode()
        assert Claim.objects.count() == 1

    def test_changed_meanwhile_it_is_shown_as_it_stands(
        self, article, whole, checker, anna, signed_in
    ):
        data = sent(article, whole, at=at(article, "plug"))
        reword(claim=whole, by=anna, wording="Ferries plug in.", kind="fact")

        response = signed_in(checker).post(url("claim_split", whole), data)

        page = response.content.decode()
        assert response.status_code == 409
        assert "Somebody changed this" in page
        assert f'name="seen" value="{again(whole).revision}"' in page

    def test_a_single_word_says_why_not(self, marked, checker, signed_in):
        page = signed_in(checker).get(url("claim_split", marked("Monday"))).content.decode()

        assert "nothing to split" in page

    def test_one_that_stands_nowhere_says_why_not(self, whole, checker, signed_in):
        whole.anchors.all().delete()

        page = signed_in(checker).get(url("claim_split", whole)).content.decode()

        assert "Mark it again before it is split." in page

    def test_the_page_asks_as_much_for_a_long_claim(
        self, article, marked, whole, checker, signed_in, queries
    ):
        client = signed_in(checker)
        counted = _asked(client, url("claim_split", marked("meet today")))

        assert _asked(client, url("claim_split", whole)) == counted


def _asked(client, address):
    with CaptureQueriesContext(connection) as captured:
        client.get(address)
    return len(captured)


class TestMerge:
    @pytest.fixture
    def other(self, claim, marked):
        return marked(SECOND)

    def data(self, claim, other):
        return {"other": other.pk, "seen": claim.revision, "seen_other": other.revision}

    def test_doors(self, claim, other, doors):
        doors.get(
            "desk:claim_merge", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )
        doors.post(
            "desk:claim_merge",
            claim.pk,
            data=self.data(claim, other),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_it_shows_what_the_two_would_be(self, claim, other, checker, signed_in):
        page = signed_in(checker).get(url("claim_merge", claim)).content.decode()

        assert f"{FIRST} … {SECOND}" in page
        assert "not said by the same speakers" in page
        assert "Merge with claim 2" in page

    def test_from_either_side(self, claim, other, checker, signed_in):
        response = signed_in(checker).post(url("claim_merge", other), self.data(other, claim))

        assert response["Location"].endswith(f"?claim={claim.pk}#claim")
        assert again(other).set_aside_because == "Merged into claim 1."

    def test_a_neighbour_in_review_says_why_not(self, claim, other, checker, signed_in):
        Claim.objects.filter(pk=other.pk).update(stage="in_review")

        page = signed_in(checker).get(url("claim_merge", claim)).content.decode()

        assert "Claim 2 is in review" in page
        assert "Merge with claim 2" not in page

    def test_without_a_neighbour(self, claim, checker, signed_in):
        page = signed_in(checker).get(url("claim_merge", claim)).content.decode()

        assert "It cannot be merged" in page

    def test_without_a_choice_it_is_refused(self, claim, other, checker, signed_in):
        response = signed_in(checker).post(url("claim_merge", claim), {})

        assert response.status_code == 422
        assert "Choose the claim" in response.content.decode()

    def test_changed_meanwhile(self, claim, other, checker, anna, signed_in):
        data = self.data(claim, other)
        reword(claim=other, by=anna, wording="Seven meet.", kind="fact")

        response = signed_in(checker).post(url("claim_merge", claim), data)

        assert response.status_code == 409
        assert again(other).stage == "open"


class TestEnds:
    def nudges(self, page):
        found = re.findall(r'href="(\?start=[^"]*)"[^>]*>([^<]*)</a>', page)
        return {label: query.replace("&amp;", "&") for query, label in found}

    def test_its_words_are_shown_with_four_ways_to_move_them(self, claim, checker, signed_in):
        page = signed_in(checker).get(url("claim_span", claim)).content.decode()

        assert f"<mark>{FIRST}</mark>" in page
        assert set(self.nudges(page)) == {
            "One word less at the start",
            "One word less at the end",
            "One word more at the end",
        }

    def test_a_word_less_is_shown_before_it_is_saved(self, claim, checker, signed_in):
        client = signed_in(checker)
        page = client.get(url("claim_span", claim)).content.decode()

        query = self.nudges(page)["One word less at the start"]
        page = client.get(url("claim_span", claim) + query).content.decode()

        assert "<mark>ferry will plug in by 2029</mark>" in page
        assert claim.anchors.get().quote == FIRST

    def test_the_script_sends_nothing_but_the_ends(self, article, claim, checker, signed_in):
        start = at(article, "ferry")

        response = signed_in(checker).post(
            url("claim_span", claim),
            sent(article, claim, start=start, end=start + len("ferry will plug in")),
        )

        assert response["Location"].endswith(f"?claim={claim.pk}#claim")
        assert claim.anchors.get().quote == "ferry will plug in"

    def test_one_part_of_several(self, article, claim, checker, signed_in):
        start = at(article, SECOND)
        add_place(claim=claim, by=checker, start=start, end=start + len(SECOND), part_of=1)
        client = signed_in(checker)

        page = client.get(url("claim_span", claim) + "?part=1.2").content.decode()
        client.post(
            url("claim_span", claim),
            sent(article, again(claim), start=start, end=start + 9, part="1.2"),
        )

        assert f"<mark>{SECOND}</mark>" in page
        assert 'value="1.2"' in page
        quotes = claim.anchors.order_by("part").values_list("quote", flat=True)
        assert list(quotes) == [FIRST, "The seven"]

    def test_the_words_can_be_written_down_instead(self, claim, checker, signed_in):
        page = signed_in(checker).get(url("claim_span", claim) + "?write=1").content.decode()

        assert "exactly as they stand" in page

    @pytest.mark.parametrize("part", ["1.9", "x", "1", "0.0"])
    def test_a_part_that_is_not_there_is_refused(self, article, claim, checker, signed_in, part):
        response = signed_in(checker).post(
            url("claim_span", claim), sent(article, claim, start=0, end=7, part=part)
        )

        assert response.status_code == 422
        assert claim.anchors.get().quote == FIRST


class TestAlso:
    def sent(self, article, claim, **more):
        start = at(article, SECOND)
        return sent(article, claim, start=start, end=start + len(SECOND), how="again", **more)

    def test_doors(self, article, claim, doors):
        doors.get(
            "desk:claim_also", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )
        doors.post(
            "desk:claim_also",
            claim.pk,
            data=self.sent(article, claim),
            anonymous="login",
            stranger=404,
            writer=403,
            checker=302,
        )

    def test_a_further_place(self, article, claim, checker, signed_in):
        signed_in(checker).post(url("claim_also", claim), self.sent(article, claim))

        places = claim.anchors.order_by("place").values_list("place", "part")
        assert list(places) == [(1, 1), (2, 1)]

    def test_words_that_go_on_with_it(self, article, claim, checker, signed_in):
        data = self.sent(article, claim) | {"how": "on"}

        signed_in(checker).post(url("claim_also", claim), data)

        places = claim.anchors.order_by("part").values_list("place", "part")
        assert list(places) == [(1, 1), (1, 2)]

    def test_without_a_script_the_words_are_written_down(self, article, claim, checker, signed_in):
        data = sent(article, claim, words=SECOND, how="again")

        response = signed_in(checker).post(url("claim_also", claim), data)

        assert response.status_code == 302
        assert claim.anchors.count() == 2

    def test_nowhere_is_refused(self, article, claim, checker, signed_in):
        response = signed_in(checker).post(
            url("claim_also", claim), sent(article, claim, words="nowhere", how="again")
        )

        assert response.status_code == 422

    def test_words_that_it_stands_on_leave_the_form(self, article, claim, checker, signed_in):
        data = sent(article, claim, words=FIRST, how="again")

        response = signed_in(checker).post(url("claim_also", claim), data)

        assert response.status_code == 409
        assert "some of these words already" in response.content.decode()


WORDS = "Every ferry will plug in by 2029"


class TestClaimSpan:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_span", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )

    def test_fine(self, article, claim, checker, signed_in):
        words = "Every ferry will plug in"
        start = at(article, words)

        response = signed_in(checker).post(
            reverse("desk:claim_span", args=[claim.pk]),
            {
                "seen": claim.revision,
                "version": article.current_version_id,
                "start": start,
                "end": start + len(words),
            },
        )

        assert response.status_code == 302
        assert claim.anchors.get().quote == words

    def test_a_span_outside_the_text_is_refused(self, article, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_span", args=[claim.pk]),
            {
                "seen": claim.revision,
                "version": article.current_version_id,
                "start": "0",
                "end": "999999",
            },
        )

        assert response.status_code == 422
        assert claim.anchors.get().quote == WORDS
