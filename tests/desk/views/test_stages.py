"""Claims are set aside, taken back, concluded, reopened, waived; what happens to their text."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import dispose, mark, set_aside
from factcheck.claims.models import Claim
from factcheck.intake.models import Article
from factcheck.review.models import LegalRelease
from factcheck.trail.models import Event
from tests.story import verified


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


def url(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


class TestClaimReopen:
    def test_doors(self, settled, doors):
        doors.get(
            "desk:claim_reopen",
            settled.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=200,
            reviewer=200,
            publisher=200,
        )

    def test_fine(self, settled, publisher, signed_in):
        response = signed_in(publisher).post(
            url("claim_reopen", settled), {"because": "A reader wrote to us."}, follow=True
        )

        settled.refresh_from_db()
        assert settled.stage == "checking"
        assert Event.objects.get(verb="claim.reopened").words["because"] == "A reader wrote to us."
        assert "Claim 1 is open again." in response.content.decode()

    def test_without_a_reason_is_refused(self, settled, publisher, signed_in):
        response = signed_in(publisher).post(url("claim_reopen", settled), {"because": ""})

        assert response.status_code == 422

    def test_open_already_is_not_now(self, claim, doors):
        doors.get("desk:claim_reopen", claim.pk, checker=409)


class TestClaimWaive:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:claim_waive",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            reviewer=403,
            publisher=200,
        )

    def test_what_readers_will_see_is_said_first(self, claim, publisher, signed_in):
        text = signed_in(publisher).get(url("claim_waive", claim)).content.decode()

        assert "Published on the responsibility of Pia Publisher" in text
        assert "no verdict" in text
        assert "reason, and" not in text  # which is for the desk alone

    def test_fine(self, claim, publisher, signed_in):
        response = signed_in(publisher).post(
            url("claim_waive", claim), {"because": "The council meets tonight."}, follow=True
        )

        claim.refresh_from_db()
        assert (claim.stage, claim.waived_by) == ("waived", publisher)
        assert claim.waived_because == "The council meets tonight."
        assert "Claim 1 is waived." in response.content.decode()

    def test_without_a_reason_is_refused(self, claim, publisher, signed_in):
        response = signed_in(publisher).post(url("claim_waive", claim), {"because": ""})

        claim.refresh_from_db()
        assert response.status_code == 422
        assert claim.stage == "open"

    def test_by_somebody_who_worked_on_it_is_refused(self, article, newcomer, signed_in):
        both = newcomer("both", roles=["checker", "publisher"])
        own = mark(article=article, by=both, start=0, end=7)

        response = signed_in(both).get(url("claim_waive", own))

        assert response.status_code == 403

    def test_waived_already_is_not_now(self, waived, doors):
        doors.get("desk:claim_waive", waived.pk, publisher=409)


class TestClaimEndWaiver:
    def test_doors(self, waived, doors):
        doors.get(
            "desk:claim_end_waiver",
            waived.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            publisher=200,
        )

    def test_fine(self, waived, publisher, signed_in):
        response = signed_in(publisher).post(
            url("claim_end_waiver", waived), {"because": "It can wait."}, follow=True
        )

        waived.refresh_from_db()
        assert (waived.stage, waived.waived_by) == ("checking", None)
        assert "Claim 1 is back with the checkers." in response.content.decode()

    def test_not_waived_is_not_now(self, claim, doors):
        doors.get("desk:claim_end_waiver", claim.pk, publisher=409)

    def test_without_a_reason_is_refused(self, waived, publisher, signed_in):
        response = signed_in(publisher).post(url("claim_end_waiver", waived), {"because": ""})

        assert response.status_code == 422


class TestClaimRelease:
    @pytest.fixture
    def held(self, claim, checker):
        """The first claim, with the lawyers."""
        dispose(claim=claim, by=checker, disposition="legal_review")
        return Claim.objects.get(pk=claim.pk)

    def test_doors(self, held, doors):
        doors.get(
            "desk:claim_release",
            held.pk,
            anonymous="login",
            stranger=404,
            checker=403,
            publisher=403,
            lawyer=200,
        )

    @pytest.mark.parametrize(
        ("decision", "after"), [("cleared", "stands"), ("fix", "fix_requested")]
    )
    def test_fine(self, held, lawyer, signed_in, decision, after):
        response = signed_in(lawyer).post(
            url("claim_release", held),
            {"decision": decision, "reason": "The record is public."},
            follow=True,
        )

        held.refresh_from_db()
        assert held.disposition == after
        assert LegalRelease.objects.get().released_by == lawyer
        assert Event.objects.filter(verb="claim.released").count() == 1
        assert "The legal review of claim 1 is over." in response.content.decode()

    def test_without_a_decision_keeps_the_reason(self, held, lawyer, signed_in):
        response = signed_in(lawyer).post(
            url("claim_release", held), {"reason": "The record is public."}
        )

        held.refresh_from_db()
        assert response.status_code == 422
        assert "The record is public.</textarea>" in response.content.decode()
        assert held.disposition == "legal_review"

    def test_of_somebody_elses_text_it_is_not_asked_whether_to_change_it(
        self, held, lawyer, signed_in
    ):
        Article.objects.filter(pk=held.article_id).update(rights="third_party")

        sentence = signed_in(lawyer).get(url("claim_release", held)).content.decode()
        response = signed_in(lawyer).post(
            url("claim_release", held), {"decision": "fix", "reason": "It names a child."}
        )

        assert "May stand" in sentence
        assert "Must be changed" not in sentence
        assert response.status_code == 422

    def test_not_with_the_lawyers_is_not_now(self, claim, doors):
        doors.get("desk:claim_release", claim.pk, lawyer=409)


class TestClaimConclude:
    def test_doors(self, claim, checker, doors):
        verified(claim, checker)

        doors.post(
            "desk:claim_conclude",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            publisher=403,
            checker=302,
        )

    def test_fine(self, claim, checker, signed_in):
        verified(claim, checker)

        response = signed_in(checker).post(
            reverse("desk:claim_conclude", args=[claim.pk]), follow=True
        )

        claim.refresh_from_db()
        assert claim.stage == "checked"
        assert Event.objects.filter(verb="claim.concluded").count() == 1
        assert "Claim 1 is checked." in response.content.decode()

    def test_without_a_verdict_is_not_now(self, claim, piece, checker, signed_in):
        response = signed_in(checker).post(reverse("desk:claim_conclude", args=[claim.pk]))

        assert response.status_code == 409
        assert "Nobody has checked yet whether Harbour commission said it." in (
            response.content.decode()
        )
        assert Claim.objects.get(pk=claim.pk).stage == "checking"

    def test_is_no_link(self, claim, doors):
        doors.get("desk:claim_conclude", claim.pk, checker=405)
