"""Claims go to review and come back; what was left out is confirmed; claims are waived, released."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import dispose, exempt, lift, mark, set_aside
from factcheck.claims.models import Claim
from factcheck.intake.models import Article
from factcheck.review.models import Confirmation, LegalRelease, Round
from factcheck.review.queries.left_out import to_confirm
from factcheck.trail.models import Event
from factcheck.verification.actions import conclude
from tests.story import verified

STATION = "The air station on Quay 3 has measured since 2021"


def url(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


class TestClaimSubmit:
    def test_doors(self, checked, doors):
        doors.post(
            "desk:claim_submit",
            checked.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            publisher=403,
            checker=302,
        )

    def test_fine(self, checked, checker, signed_in):
        response = signed_in(checker).post(url("claim_submit", checked), follow=True)

        checked.refresh_from_db()
        assert checked.stage == "in_review"
        assert Round.objects.get().opened_by == checker
        assert "Claim 1 is in review." in response.content.decode()

    def test_unchecked_is_not_now(self, claim, doors):
        doors.post("desk:claim_submit", claim.pk, checker=409)

    def test_is_no_link(self, checked, doors):
        doors.get("desk:claim_submit", checked.pk, checker=405)


class TestSubmitAll:
    def test_doors(self, article, doors):
        doors.post("desk:submit_all", article.pk, anonymous="login", stranger=404, checker=302)

    def test_every_checked_claim_goes(self, article, checked, marked, checker, signed_in):
        other = conclude(claim=verified(marked(STATION), checker), by=checker)
        left = marked("The seven members meet today")

        response = signed_in(checker).post(url("submit_all", article), follow=True)

        stages = dict(Claim.objects.values_list("pk", "stage"))
        assert stages == {checked.pk: "in_review", other.pk: "in_review", left.pk: "open"}
        assert "Claims 1, 2 are in review." in response.content.decode()

    def test_who_may_not_is_told_so_for_each(self, article, checked, reviewer, signed_in):
        response = signed_in(reviewer).post(url("submit_all", article), follow=True)

        checked.refresh_from_db()
        assert checked.stage == "checked"
        assert "Claim 1: Claims are verified by checkers." in response.content.decode()

    def test_nothing_to_send_is_said(self, article, claim, checker, signed_in):
        response = signed_in(checker).post(url("submit_all", article), follow=True)

        assert "No claim was chosen." in response.content.decode()


class TestClaimWithdraw:
    def test_doors(self, waiting, doors):
        doors.post(
            "desk:claim_withdraw",
            waiting.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_fine(self, waiting, checker, signed_in):
        response = signed_in(checker).post(url("claim_withdraw", waiting), follow=True)

        waiting.refresh_from_db()
        assert waiting.stage == "checking"
        assert Round.objects.get().outcome == "withdrawn"
        assert "Claim 1 is withdrawn from review." in response.content.decode()

    def test_not_in_review_is_not_now(self, claim, doors):
        doors.post("desk:claim_withdraw", claim.pk, checker=409)


class TestConfirm:
    def test_doors(self, article, exemption, doors):
        data = {"item": [to_confirm(article)[0].digest]}

        doors.post(
            "desk:confirm",
            article.pk,
            data=data,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            reviewer=302,
        )

    def test_all_that_was_left_out_is_one_list_ticked_already(
        self, article, exemption, claim, checker, reviewer, signed_in
    ):
        set_aside(claim=claim, by=checker, because="Nobody can check 2029.")

        text = signed_in(reviewer).get(url("review", article)).content.decode()

        assert "The seven members meet today." in text
        assert "Claim 1 set aside: Nobody can check 2029." in text
        assert text.count('name="item"') == 2
        assert text.count(" checked>") == 2

    def test_fine(self, article, exemption, claim, checker, reviewer, signed_in):
        set_aside(claim=claim, by=checker, because="Nobody can check 2029.")
        digests = [item.digest for item in to_confirm(article)]

        response = signed_in(reviewer).post(url("confirm", article), {"item": digests}, follow=True)

        assert Confirmation.objects.filter(confirmed_by=reviewer).count() == 2
        assert to_confirm(article) == []
        assert "2 left out with your agreement." in response.content.decode()

    def test_what_one_left_out_oneself_is_not_ones_own_to_confirm(
        self, article, newcomer, signed_in
    ):
        both = newcomer("both", roles=["checker", "reviewer"])
        exempt(article=article, by=both, start=0, end=7, reason="opinion")
        item = to_confirm(article)[0]

        page = signed_in(both).get(url("review", article)).content.decode()
        response = signed_in(both).post(url("confirm", article), {"item": [item.digest]})

        assert "You left this out yourself; someone else confirms it." in page
        assert response.status_code == 403
        assert not Confirmation.objects.exists()

    def test_what_was_lifted_in_between_is_passed_over(
        self, article, exemption, checker, reviewer, signed_in
    ):
        seen = to_confirm(article)[0].digest
        lift(exemption=exemption, by=checker)

        response = signed_in(reviewer).post(url("confirm", article), {"item": [seen]}, follow=True)

        assert "Some of it was changed in the meantime. Look again." in response.content.decode()
        assert not Confirmation.objects.exists()

    def test_nothing_ticked_is_said(self, article, exemption, reviewer, signed_in):
        response = signed_in(reviewer).post(url("confirm", article), {}, follow=True)

        assert "Nothing was ticked." in response.content.decode()


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
