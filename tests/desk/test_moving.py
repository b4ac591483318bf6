"""Claims set aside, taken back, given to somebody, disposed of; words exempt."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import exempt, set_aside
from factcheck.claims.models import Claim, Exemption


@pytest.fixture
def exemption(article, checker):
    words = "The seven members meet today."
    start = article.current_version.text.index(words)
    return exempt(
        article=article, by=checker, start=start, end=start + len(words), reason="opinion"
    )


class TestSetAside:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_set_aside",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=200,
        )

    def test_without_a_reason_is_refused(self, claim, checker, signed_in):
        response = signed_in(checker).post(reverse("desk:claim_set_aside", args=[claim.pk]), {})

        assert response.status_code == 422
        assert Claim.objects.get().stage == "open"

    def test_fine(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_set_aside", args=[claim.pk]), {"because": "No claim."}, follow=True
        )

        claim.refresh_from_db()
        assert claim.stage == "set_aside"
        assert claim.set_aside_because == "No claim."
        assert "Claim 1 is set aside." in response.content.decode()

    def test_from_review_closes_the_round(self, waiting, checker, signed_in):
        signed_in(checker).post(
            reverse("desk:claim_set_aside", args=[waiting.pk]), {"because": "No claim."}
        )

        waiting.refresh_from_db()
        assert waiting.stage == "set_aside"
        assert waiting.rounds.get().outcome == "withdrawn"

    def test_twice_is_not_now(self, claim, checker, signed_in):
        set_aside(claim=claim, by=checker, because="No claim.")

        response = signed_in(checker).post(
            reverse("desk:claim_set_aside", args=[claim.pk]), {"because": "Again, at length."}
        )

        assert response.status_code == 409
        assert "Again, at length." in response.content.decode()


class TestTakeBack:
    def test_doors(self, claim, checker, doors):
        set_aside(claim=claim, by=checker, because="No claim.")

        doors.post(
            "desk:claim_take_back",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=302,
        )

    def test_one_that_has_all_its_verdicts_can_be_concluded(
        self, checked, checker, signed_in, doors
    ):
        set_aside(claim=checked, by=checker, because="No claim.")
        door = signed_in(checker)

        response = door.post(reverse("desk:claim_take_back", args=[checked.pk]), follow=True)

        url = reverse("desk:claim_conclude", args=[checked.pk])
        assert f'action="{url}"' in response.content.decode()
        door.post(url)
        checked.refresh_from_db()
        assert checked.stage == "checked"

    def test_not_now(self, claim, doors):
        doors.post("desk:claim_take_back", claim.pk, checker=409)

    def test_is_no_link(self, claim, doors):
        doors.get("desk:claim_take_back", claim.pk, checker=405)


class TestAssign:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_assign", claim.pk, anonymous="login", stranger=404, writer=403, checker=200
        )

    def test_fine(self, claim, checker, anna, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": anna.pk, "due_at": ""}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.assignee == anna

    def test_to_nobody(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": "", "due_at": ""}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.assignee is None

    def test_to_somebody_unknown_is_refused(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_assign", args=[claim.pk]), {"to": "999999"}
        )

        assert response.status_code == 422


class TestDispose:
    def test_doors(self, claim, doors):
        doors.get("desk:claim_dispose", claim.pk, anonymous="login", stranger=404, checker=200)

    def test_fine(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_dispose", args=[claim.pk]), {"disposition": "fix_requested"}
        )

        claim.refresh_from_db()
        assert response.status_code == 302
        assert claim.disposition == "fix_requested"

    def test_what_only_a_new_version_shows_is_no_choice(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:claim_dispose", args=[claim.pk]), {"disposition": "fixed"}
        )

        assert response.status_code == 422


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
