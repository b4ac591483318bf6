"""Words are exempt from the check, with a reason; an exemption is lifted."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import exempt
from factcheck.claims.models import Exemption


@pytest.fixture
def exemption(article, checker):
    words = "The seven members meet today."
    start = article.current_version.text.index(words)
    return exempt(
        article=article, by=checker, start=start, end=start + len(words), reason="opinion"
    )


class TestExempt:
    def test_doors(self, article, doors):
        doors.get(
            "desk:exempt", article.pk, anonymous="login", stranger=404, writer=403, checker=200
        )

    def test_fine(self, article, checker, signed_in):
        words = "The seven members meet today."
        start = article.current_version.text.index(words)

        response = signed_in(checker).post(
            reverse("desk:exempt", args=[article.pk]),
            {
                "version": article.current_version_id,
                "start": start,
                "end": start + len(words),
                "reason": "opinion",
            },
        )

        assert response.status_code == 302
        assert Exemption.objects.get().quote == words

    def test_words_that_are_exempt_already_leave_the_form_as_it_was_filled_in(
        self, article, exemption, checker, signed_in
    ):
        response = signed_in(checker).post(
            reverse("desk:exempt", args=[article.pk]),
            {
                "version": article.current_version_id,
                "start": exemption.start,
                "end": exemption.end,
                "reason": "no_statement",
            },
        )

        html = response.content.decode()
        assert response.status_code == 409
        assert "exempt already" in html
        assert response.context["form"]["reason"].value() == "no_statement"
        assert f'name="start" value="{exemption.start}"' in html

    def test_without_a_script(self, article, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:exempt", args=[article.pk]),
            {
                "version": article.current_version_id,
                "start": "",
                "end": "",
                "words": "The seven members meet today.",
                "reason": "no_statement",
            },
        )

        assert response.status_code == 302
        assert Exemption.objects.get().reason == "no_statement"

    def test_a_repetition_names_its_claim(self, article, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:exempt", args=[article.pk]),
            {
                "version": article.current_version_id,
                "words": "The seven members meet today.",
                "reason": "repeats",
                "repeats": "",
            },
        )

        assert response.status_code == 422
        assert "The seven members meet today." in response.content.decode()


class TestLift:
    def test_doors(self, exemption, doors):
        doors.post(
            "desk:exemption_lift",
            exemption.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=302,
        )

    def test_twice_is_not_now(self, exemption, doors):
        doors.post("desk:exemption_lift", exemption.pk, checker=302)
        doors.post("desk:exemption_lift", exemption.pk, checker=409)
