"""Claims go to review and come back; what was left out is confirmed; approvals are opened again."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import exempt, lift, set_aside
from factcheck.claims.models import Claim, Stage
from factcheck.review.models import Confirmation, Round
from factcheck.review.queries.left_out import to_confirm
from factcheck.trail.models import Event
from factcheck.verification.actions import conclude
from tests.story import verified
from tests.world import claim_at, fresh

STATION = "The air station on Quay 3 has measured since 2021"
REOPEN = reverse("desk:reopen_all")


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


@pytest.fixture
def signed(checker, reviewer):
    return claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)


def of(person):
    return f"{REOPEN}?person={person.pk}"


class TestReopenAll:
    def test_doors(self, signed, doors):
        doors.get(
            "desk:reopen_all",
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            reviewer=403,
            publisher=200,
        )
        doors.post("desk:reopen_all", anonymous="login", stranger=404, checker=403, publisher=422)

    def test_what_will_be_opened_is_listed_first(self, signed, reviewer, publisher, signed_in):
        page = signed_in(publisher).get(of(reviewer)).content.decode()

        assert "1 claim would be opened" in page
        assert signed.wording in page
        assert fresh(signed).stage == Stage.APPROVED

    def test_fine(self, signed, reviewer, publisher, signed_in):
        answer = signed_in(publisher).post(of(reviewer), {"because": "She is gone."}, follow=True)

        assert fresh(signed).stage == Stage.CHECKING
        assert Event.objects.latest("pk").words["because"] == "She is gone."
        assert "1 claim that Rosa Reviewer approved is open again." in answer.content.decode()

    def test_without_a_reason_nothing_is_opened(self, signed, reviewer, publisher, signed_in):
        answer = signed_in(publisher).post(of(reviewer), {"because": " "})

        assert answer.status_code == 422
        assert fresh(signed).stage == Stage.APPROVED

    @pytest.mark.parametrize("person", ["0", "x", "9" * 30, "\0"])
    def test_nobody_of_that_key(self, signed, publisher, signed_in, person):
        answer = signed_in(publisher).post(REOPEN + "?person=" + person, {"because": "Gone."})

        assert answer.status_code == 422
        assert fresh(signed).stage == Stage.APPROVED

    def test_who_approved_nothing_is_not_offered(self, signed, checker, publisher, signed_in):
        page = signed_in(publisher).get(REOPEN).content.decode()

        assert "Rosa Reviewer" in page
        assert checker.name not in page

    def test_nothing_stands_approved(self, publisher, signed_in):
        assert "Nothing is approved" in signed_in(publisher).get(REOPEN).content.decode()

    def test_a_publisher_is_led_there_from_review(self, signed, publisher, reviewer, signed_in):
        review = reverse("desk:review", args=[signed.article_id])

        assert REOPEN in signed_in(publisher).get(review).content.decode()
        assert REOPEN not in signed_in(reviewer).get(review).content.decode()
