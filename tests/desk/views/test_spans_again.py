"""A claim that lost its place is marked again: the old words, candidates, and a person's choice."""

import pytest
from django.urls import reverse

from factcheck.claims.models import Claim
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text

WORDS = "The air station on Quay 3 has measured since 2021"
MENDED = WORDS.replace("2021", "2022")


@pytest.fixture
def lost(article, marked, checker):
    """A claim whose words are others in the new text."""
    claim = marked(WORDS)
    text = article.current_version.text.replace(WORDS, MENDED)
    replace_text(article=article, reading=read_text(text), by=checker)
    return Claim.objects.get(pk=claim.pk)


def place(claim, words=MENDED):
    start = Article.objects.get(pk=claim.article_id).current_version.text.index(words)
    return {"start": start, "end": start + len(words), "seen": claim.revision}


def address(claim):
    return reverse("desk:claim_mark_again", args=[claim.pk])


class TestMarkAgain:
    def test_doors(self, lost, doors):
        doors.get(
            "desk:claim_mark_again", lost.pk,
            anonymous="login", stranger=404, writer=403, reviewer=403, checker=200,
        )  # fmt: skip

    def test_shows_old_words_and_takes_nothing_by_itself(self, lost, checker, signed_in):
        page = signed_in(checker).get(address(lost))

        assert [row.quote for row in page.context["old"]] == [WORDS]
        assert [found.words for found in page.context["candidates"]] == [MENDED]
        assert page.context["surroundings"] is None
        assert Claim.objects.get(pk=lost.pk).anchors.count() == 1

    def test_candidate_prefills_the_form(self, lost, checker, signed_in):
        client = signed_in(checker)
        [found] = client.get(address(lost)).context["candidates"]

        page = client.get(f"{address(lost)}?start={found.start}&end={found.end}")

        assert page.context["surroundings"].words == MENDED

    def test_fine(self, lost, checker, signed_in):
        response = signed_in(checker).post(address(lost), place(lost), follow=True)

        assert f"Claim {lost.number} is marked again." in response.text
        assert Claim.objects.get(pk=lost.pk).anchors.count() == 2

    def test_words_written_down_will_do(self, lost, checker, signed_in):
        signed_in(checker).post(address(lost), {"words": MENDED, "shows": "fixed"})

        assert Claim.objects.get(pk=lost.pk).disposition == "fixed"

    def test_bad_words_come_back(self, lost, checker, signed_in):
        response = signed_in(checker).post(address(lost), {"words": "The air station slept"})

        assert response.status_code == 422
        assert "These words do not stand in the text, letter by letter." in response.text
        assert "The air station slept" in response.text

    def test_stale_form_is_refused_and_may_be_sent_again(self, lost, checker, signed_in):
        client = signed_in(checker)
        Claim.objects.filter(pk=lost.pk).update(revision=lost.revision + 1)

        response = client.post(address(lost), place(lost))
        again = {**place(lost), "seen": response.context["form"]["seen"].value()}

        assert response.status_code == 409
        assert client.post(address(lost), again).status_code == 302

    def test_claim_that_stands_is_not_now(self, claim, checker, signed_in):
        assert signed_in(checker).get(address(claim)).status_code == 409


class TestCut:
    def test_doors(self, lost, doors):
        doors.post(
            "desk:claim_cut", lost.pk,
            anonymous="login", stranger=404, writer=403, reviewer=403, checker=302,
        )  # fmt: skip

    def test_claim_that_stands_is_not_now(self, claim, checker, signed_in):
        response = signed_in(checker).post(reverse("desk:claim_cut", args=[claim.pk]))

        assert response.status_code == 409
