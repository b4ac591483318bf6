"""What was done is said with the button that undoes it; pressed too late, it says so."""

import re

import pytest
from django.urls import reverse

from factcheck.claims.actions import set_aside
from factcheck.claims.models import Claim


def url(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


def again(row):
    return Claim.objects.get(pk=row.pk)


class TestUndo:
    def pressed(self, page):
        found = re.search(r'<form method="post" action="([^"]*/undo/[^"]*)"', page)
        return found[1].replace("&amp;", "&") if found else None

    def test_doors(self, article, claim, doors):
        step = article.steps.get()
        doors.post(
            "desk:undo",
            article.pk,
            data={"step": step.pk},
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            anna=403,
            checker=302,
        )

    def test_what_was_done_is_said_with_the_button_for_it(self, article, claim, checker, signed_in):
        client = signed_in(checker)
        page = client.post(
            url("claim_set_aside", claim), {"because": "No claim."}, follow=True
        ).content.decode()

        response = client.post(self.pressed(page), follow=True)

        assert "Claim 1 is set aside." in page
        assert again(claim).stage == "open"
        assert "Undone: Claim 1 is set aside." in response.content.decode()
        assert response.redirect_chain[0][0].endswith(f"?claim={claim.pk}#claim")

    def test_where_nothing_changed_there_is_nothing_to_undo(
        self, article, claim, checker, signed_in
    ):
        data = {"seen": claim.revision, "wording": claim.wording, "kind": claim.kind}
        page = signed_in(checker).post(url("claim_words", claim), data, follow=True)

        assert "Claim 1 is as it was." in page.content.decode()
        assert self.pressed(page.content.decode()) is None

    def test_a_claim_that_was_marked_leads_back_to_the_text(
        self, article, claim, checker, signed_in
    ):
        response = signed_in(checker).post(url("undo", article), {"step": article.steps.get().pk})

        assert response["Location"] == reverse("desk:workspace", args=[article.pk])
        assert again(claim).stage == "set_aside"

    def test_too_late_is_a_page_that_says_so(self, article, claim, checker, anna, signed_in):
        step = article.steps.get()
        set_aside(claim=claim, by=anna, because="No claim.")

        response = signed_in(checker).post(url("undo", article), {"step": step.pk})

        assert response.status_code == 409
        assert "worked on this since" in response.content.decode()

    def test_too_late_for_htmx_is_words_alone(self, article, claim, checker, anna, signed_in, htmx):
        step = article.steps.get()
        set_aside(claim=claim, by=anna, because="No claim.")

        response = signed_in(checker).post(
            url("undo", article), {"step": step.pk}, headers=htmx("claim")
        )

        assert response.status_code == 409
        assert "<main" not in response.content.decode()

    @pytest.mark.parametrize("step", ["", "x", "999999", "99999999999999999999999"])
    def test_an_act_that_never_was_is_not_found(self, article, claim, checker, signed_in, step):
        response = signed_in(checker).post(url("undo", article), {"step": step})

        assert response.status_code == 404

    def test_a_message_beside_a_fragment_carries_the_button_and_its_token(
        self, article, claim, checker, signed_in, htmx
    ):
        client = signed_in(checker)
        client.post(url("claim_set_aside", claim), {"because": "No claim."})

        page = client.get(
            reverse("desk:workspace", args=[article.pk]), headers=htmx("claim")
        ).content.decode()

        assert self.pressed(page)
        assert "csrfmiddlewaretoken" in page
