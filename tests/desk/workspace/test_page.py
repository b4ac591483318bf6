"""The text with everything marked in it."""

import re
from html import unescape

import pytest
from django.urls import reverse

from factcheck.claims.actions import exempt, set_aside
from factcheck.claims.models import Claim
from factcheck.desk.queries.workspace.page import workspace
from factcheck.intake.actions import keep
from factcheck.intake.models import Version
from factcheck.intake.readers import read_text
from factcheck.verification.actions import record_verdict
from tests.covered import coverage_of

ANCHOR = re.compile(r'<a class="anchor[^>]*href="\?claim=(\d+)#claim"[^>]*>(.*?)</a>')
CHROME = re.compile(r"<(span|a)[^>]*data-chrome[^>]*>.*?</\1>")
PASSAGE = re.compile(r'<(p|h2) data-start="(\d+)">(.*?)</\1>', re.DOTALL)


def plain(html):
    """The words of the article in a piece of it, as a reader sees them."""
    return unescape(re.sub(r"<[^>]+>", "", CHROME.sub("", html)))


def words_of(response):
    """What each passage of the page says, by where it begins."""
    found = PASSAGE.findall(response.content.decode())
    return {int(start): plain(html) for _, start, html in found}


def marked_words(work):
    """The claims of the text with their words, in order."""
    html = "".join(line.html for line in work.passages)
    return [(int(key), plain(words)) for key, words in ANCHOR.findall(html)]


def page(client, article, query=""):
    return client.get(reverse("desk:workspace", args=[article.pk]) + query)


class TestWorkspace:
    def test_doors(self, article, doors):
        doors.get(
            "desk:workspace",
            article.pk,
            anonymous="login",
            stranger=404,
            writer=200,
            checker=200,
            reviewer=200,
            publisher=200,
            lawyer=200,
        )

    def test_missing_article_is_404(self, checker, signed_in):
        response = signed_in(checker).get(reverse("desk:workspace", args=[999]))

        assert response.status_code == 404

    def test_without_claims_asks_for_the_first(self, article, checker, signed_in):
        response = page(signed_in(checker), article)

        assert response.context["next"].url == reverse("desk:claim_new", args=[article.pk])
        assert "No claim is marked yet." in response.content.decode()

    def test_shows_the_text_word_for_word(self, article, checker, claim, signed_in):
        response = page(signed_in(checker), article)

        text = article.current_version.text
        checked = article.current_version.passages.exclude(role="boilerplate")
        assert words_of(response) == {row.start: text[row.start : row.end] for row in checked}

    def test_chooses_the_claim_that_is_asked_for(self, article, checker, claim, marked, signed_in):
        other = marked("We breathe this every day")

        response = page(signed_in(checker), article, f"?claim={other.pk}")

        assert response.context["card"].claim == other

    @pytest.mark.parametrize("query", ["?claim=999999", "?claim=x", "?claim="])
    def test_chooses_the_first_where_there_is_no_such_claim(
        self, article, checker, claim, signed_in, query
    ):
        response = page(signed_in(checker), article, query)

        assert response.status_code == 200
        assert response.context["card"].claim == claim

    def test_a_claim_inside_another_is_the_one_that_is_chosen(
        self, article, checker, claim, marked
    ):
        inner = marked("by 2029")

        work = workspace(article, checker)

        assert marked_words(work) == [
            (claim.pk, "Every ferry will plug in "),
            (inner.pk, "by 2029"),
        ]

    def test_a_claim_set_aside_is_listed_and_not_marked(self, article, checker, claim):
        set_aside(claim=claim, by=checker, because="Said twice.")

        work = workspace(article, checker)

        assert [row.pk for row in work.appendix.set_aside] == [claim.pk]
        assert marked_words(work) == []

    def test_what_repeats_a_claim_that_is_set_aside_is_open_words(
        self, article, checker, claim, signed_in
    ):
        words = "The seven members meet today"
        start = article.current_version.text.index(words)
        exempt(
            article=article, by=checker, start=start, end=start + len(words),
            reason="repeats", repeats=claim,
        )  # fmt: skip
        before = workspace(article, checker)

        set_aside(claim=claim, by=checker, because="Said twice.")

        response = page(signed_in(checker), article)
        after = response.context["work"]
        assert (before.coverage_bar.exempt_words, after.coverage_bar.exempt_words) == (5, 0)
        assert not any("exempt" in line.html for line in after.passages)
        assert "which counts no more" in response.content.decode()

    def test_open_words_lead_to_marking_them(self, article, checker, claim, signed_in):
        response = page(signed_in(checker), article)

        start, end = response.context["work"].first_open
        url = reverse("desk:claim_new", args=[article.pk])
        assert f'href="{url}?start={start}&amp;end={end}"' in response.content.decode()

    def test_an_exemption_shows_its_reason(self, article, checker, signed_in):
        words = "The seven members meet today."
        start = article.current_version.text.index(words)
        exempt(
            article=article,
            by=checker,
            start=start,
            end=start + len(words),
            reason="common_knowledge",
        )

        response = page(signed_in(checker), article)

        assert "common knowledge" in response.content.decode()

    def test_neighbours_go_by_the_text(self, article, checker, marked):
        later = marked("We breathe this every day")
        first = marked("Every ferry will plug in by 2029")

        work = workspace(article, checker, claim=first.pk)

        assert [line.pk for line in work.claims] == [first.pk, later.pk]
        assert work.before is None
        assert work.after.pk == later.pk

    def test_words_of_the_text_are_escaped(self, anna, signed_in):
        reading = read_text("A title\n\n<script>alert(1)</script> said so.")
        article, _ = keep(reading=reading, by=anna)

        response = page(signed_in(anna), article)

        assert "<script>alert" not in response.content.decode()
        assert "&lt;" in response.content.decode()
        assert "alert(1)&lt;/script" in response.content.decode()

    def test_every_form_carries_its_token(self, article, checker, marked, signed_in):
        found = marked("We breathe this every day")
        record_verdict(
            claim=found, by=checker, aspect="content", code="not_checkable", rationale="A cry."
        )

        response = page(signed_in(checker), article)

        html = response.content.decode()
        assert response.context["next"].url == reverse("desk:claim_conclude", args=[found.pk])
        assert response.context["next"].post
        assert html.count('method="post"') == html.count('name="csrfmiddlewaretoken"')

    def test_coverage_is_what_the_gate_counts(self, article, checker, claim, marked, commission):
        set_aside(claim=marked("We breathe this every day"), by=checker, because="No claim.")
        version = Version.objects.get(article=article)
        start = version.text.index("The seven members")
        exempt(article=article, by=checker, start=start, end=start + 17, reason="opinion")

        work = workspace(article, checker)

        coverage = coverage_of(version)
        assert work.first_open == coverage.open_spans[0]
        assert (
            work.coverage_bar.words,
            work.coverage_bar.claimed_words,
            work.coverage_bar.exempt_words,
        ) == (
            coverage.words,
            coverage.claimed,
            coverage.exempt,
        )

    def test_more_claims_cost_no_further_query(
        self, article, checker, claim, marked, signed_in, django_assert_max_num_queries
    ):
        client = signed_in(checker)
        page(client, article, f"?claim={claim.pk}")  # who is here is noted once in a while
        with django_assert_max_num_queries(100) as few:
            page(client, article, f"?claim={claim.pk}")
        for words in ("The seven members", "We breathe", "every day", "has measured since 2021"):
            marked(words)

        with django_assert_max_num_queries(100) as many:
            page(client, article, f"?claim={claim.pk}")

        assert Claim.objects.count() == 5
        assert len(many) == len(few)
