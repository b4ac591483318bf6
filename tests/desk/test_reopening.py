"""A publisher opens everything again that one person approved."""

import pytest
from django.urls import reverse

from factcheck.claims.models import Stage
from factcheck.trail.models import Event
from tests.world import claim_at, fresh

URL = reverse("desk:reopen_all")


@pytest.fixture
def signed(checker, reviewer):
    return claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)


def of(person):
    return f"{URL}?person={person.pk}"


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
        answer = signed_in(publisher).post(URL + "?person=" + person, {"because": "Gone."})

        assert answer.status_code == 422
        assert fresh(signed).stage == Stage.APPROVED

    def test_who_approved_nothing_is_not_offered(self, signed, checker, publisher, signed_in):
        page = signed_in(publisher).get(URL).content.decode()

        assert "Rosa Reviewer" in page
        assert checker.name not in page

    def test_nothing_stands_approved(self, publisher, signed_in):
        assert "Nothing stands approved" in signed_in(publisher).get(URL).content.decode()

    def test_a_publisher_is_led_there_from_review(self, signed, publisher, reviewer, signed_in):
        review = reverse("desk:review", args=[signed.article_id])

        assert URL in signed_in(publisher).get(review).content.decode()
        assert URL not in signed_in(reviewer).get(review).content.decode()
