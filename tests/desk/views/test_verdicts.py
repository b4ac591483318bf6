"""Verdicts are recorded, and speakers are asked."""

from datetime import UTC, datetime

import pytest
from django.urls import reverse

from factcheck.claims.actions import rechain
from factcheck.claims.models import LinkDraft
from factcheck.trail.models import Event
from factcheck.verification.actions import cite, record_verdict
from factcheck.verification.models import Contact, Verdict
from tests.story import in_review


def verdict_url(claim, link=None):
    query = f"?aspect=attribution&link={link.pk}" if link else "?aspect=content"
    return reverse("desk:verdict_add", args=[claim.pk]) + query


class TestVerdictAdd:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:verdict_add",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            publisher=403,
            checker=200,
        )
        doors.post(
            "desk:verdict_add",
            claim.pk,
            data={"code": "accurate"},
            anonymous="login",
            stranger=404,
            writer=403,
            publisher=403,
            checker=302,
        )

    def test_every_verdict_stands_with_its_word_and_its_meaning(self, claim, checker, signed_in):
        text = signed_in(checker).get(verdict_url(claim)).content.decode()

        assert "Needs context" in text
        assert "It is true, but misunderstood without what we add." in text
        assert "Said, word for word" not in text

    def test_on_the_content(self, claim, piece, checker, signed_in):
        response = signed_in(checker).post(
            verdict_url(claim),
            {"code": "accurate", "rationale": "The plan says so.", "evidence": [piece.pk]},
            follow=True,
        )

        verdict = Verdict.objects.get()
        text = response.content.decode()
        assert (verdict.aspect, verdict.code, verdict.link) == ("content", "accurate", None)
        assert [rest.evidence for rest in verdict.rests_on.all()] == [piece]
        assert verdict.found_by == checker
        assert "The verdict is recorded." in text
        assert "Before anybody can sign it" not in text

    def test_on_a_link(self, claim, link, checker, signed_in):
        signed_in(checker).post(verdict_url(claim, link), {"code": "confirmed_verbatim"})

        verdict = Verdict.objects.get()
        assert (verdict.aspect, verdict.link) == ("attribution", link)

    def test_evidence_of_the_question_is_ticked_already(
        self, claim, piece, link, plan, checker, signed_in
    ):
        cite(
            claim=claim, by=checker, source=plan, aspect="attribution", link=link, stance="supports"
        )  # fmt: skip

        response = signed_in(checker).get(verdict_url(claim))

        assert response.context["form"]["evidence"].value() == [piece.pk]

    def test_what_the_gate_will_still_miss_is_said(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            verdict_url(claim),
            {"code": "inaccurate", "rationale": "The plan says 2035."},
            follow=True,
        )

        text = response.content.decode()
        assert "It takes one primary source, or three that do not copy each other" in text
        assert "Harbour commission was not asked, and no reason is given." in text

    def test_evidence_that_cannot_be_found_again_is_said(self, claim, plan, checker, signed_in):
        loose = cite(
            claim=claim, by=checker, source=plan, aspect="content", stance="supports", primary=True
        )

        response = signed_in(checker).post(
            verdict_url(claim), {"code": "accurate", "evidence": [loose.pk]}, follow=True
        )

        assert "Harbour plan: it lacks" in response.content.decode()

    @pytest.mark.parametrize(
        ("data", "words"),
        [
            ({}, "This field is required."),
            ({"code": "confirmed_verbatim"}, "Select a valid choice."),
            ({"code": "inaccurate"}, "Say why."),
            ({"code": "unverifiable", "rationale": "Sealed."}, "Say when we shall look again."),
            ({"code": "outdated", "rationale": "Not now."}, "Name the date on which it was true."),
            ({"code": "accurate", "evidence": ["999999"]}, "Select a valid choice."),
            ({"code": "accurate", "evidence": ["9" * 40]}, "Select a valid choice."),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(
        self, claim, checker, signed_in, data, words
    ):
        response = signed_in(checker).post(
            verdict_url(claim), {"searched": "The archive of the port.", **data}
        )

        text = response.content.decode()
        assert response.status_code == 422
        assert words in text
        assert "The archive of the port.</textarea>" in text
        assert not Verdict.objects.exists()

    def test_the_next_one_begins_with_what_stands_and_shows_what_stood(
        self, claim, checker, signed_in
    ):
        record_verdict(
            claim=claim, by=checker, aspect="content", code="unsupported", rationale="Nothing."
        )
        record_verdict(
            claim=claim, by=checker, aspect="content", code="misleading", rationale="Half of it."
        )

        response = signed_in(checker).get(verdict_url(claim))

        text = response.content.decode()
        assert response.context["form"]["code"].value() == "misleading"
        assert "Half of it.</textarea>" in text
        assert "Nothing." in text
        assert "stands now" in text

    @pytest.mark.parametrize("stood", [True, False])
    def test_somebody_elses_meanwhile_is_shown_beside_it_and_not_superseded_unseen(
        self, claim, checker, anna, signed_in, stood
    ):
        if stood:
            record_verdict(
                claim=claim, by=checker, aspect="content", code="unsupported", rationale="Nil."
            )
        seen = signed_in(checker).get(verdict_url(claim)).context["form"]["seen"].value()
        theirs = record_verdict(
            claim=claim, by=anna, aspect="content", code="misleading", rationale="Half of it."
        )
        sent = {"code": "accurate", "rationale": "All of it.", "seen": seen}

        conflict = signed_in(checker).post(verdict_url(claim), sent)

        text = conflict.content.decode()
        assert conflict.status_code == 409
        assert "Anna Adler changed this while you wrote" in text
        assert "All of it.</textarea>" in text
        assert "Misleading" in text
        assert Verdict.objects.latest("pk") == theirs
        again = signed_in(checker).post(verdict_url(claim), {**sent, "seen": theirs.pk})
        assert again.status_code == 302
        assert Verdict.objects.current().get(aspect="content").code == "accurate"

    def test_on_a_speaker_who_left_the_chain_is_not_now(self, claim, link, checker, signed_in):
        rechain(claim=claim, by=checker, links=[LinkDraft("person", "Ilse Bramwell", cue="said")])

        response = signed_in(checker).post(
            verdict_url(claim, link), {"code": "confirmed_verbatim", "rationale": "On tape."}
        )

        text = response.content.decode()
        assert response.status_code == 409
        assert "The chain of this claim was changed" in text
        assert "On tape." in text
        assert "confirmed_verbatim" in text
        assert not Verdict.objects.exists()

    def test_in_review_is_not_now(self, claim, checker, signed_in):
        in_review(claim, checker)

        response = signed_in(checker).post(verdict_url(claim), {"code": "accurate"})

        assert response.status_code == 409


class TestContactAdd:
    def tried(self, claim, **more):
        return {
            "speaker": claim.links.get().speaker_id,
            "claims": [claim.pk],
            "reached_on": "2026-03-02T10:30",
            "means": "By telephone",
            "asked": "Every ferry?",
            "answer": "Every one.",
            **more,
        }

    def test_doors(self, claim, doors):
        doors.get(
            "desk:contact_add",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=200,
            publisher=200,
        )

    def test_an_attempt(self, claim, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:contact_add", args=[claim.pk]), self.tried(claim), follow=True
        )

        contact = Contact.objects.get()
        assert contact.reached_on == datetime(2026, 3, 2, 10, 30, tzinfo=UTC)
        assert list(contact.claims.all()) == [claim]
        assert contact.added_by == checker
        assert Event.objects.filter(verb="contact.noted").count() == 1
        assert "The contact is noted." in response.content.decode()

    def test_why_it_was_not_tried(self, claim, checker, signed_in):
        data = {
            "speaker": claim.links.get().speaker_id,
            "claims": [claim.pk],
            "not_tried_because": "She died in 2019.",
        }

        signed_in(checker).post(reverse("desk:contact_add", args=[claim.pk]), data)

        assert Contact.objects.get().not_tried_because == "She died in 2019."

    def test_other_claims_of_the_speaker_can_be_ticked(
        self, claim, marked, commission, checker, signed_in
    ):
        other = marked("The seven members meet today", commission)
        marked("The air station on Quay 3 has measured since 2021")
        url = reverse("desk:contact_add", args=[claim.pk])

        shown = signed_in(checker).get(url)
        signed_in(checker).post(url, self.tried(claim, claims=[claim.pk, other.pk]))

        text = shown.content.decode()
        assert "The seven members meet today" in text
        assert "The air station" not in text
        assert set(Contact.objects.get().claims.all()) == {claim, other}

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"reached_on": ""}, "Say when it was tried, or below why it was not."),
            ({"not_tried_because": "No number."}, "leave one part empty"),
            ({"speaker": "999999"}, "Select a valid choice."),
            ({"claims": []}, "This field is required."),
            ({"claims": ["9" * 40]}, "Select a valid choice."),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(
        self, claim, checker, signed_in, wrong, words
    ):
        response = signed_in(checker).post(
            reverse("desk:contact_add", args=[claim.pk]), self.tried(claim, **wrong)
        )

        text = response.content.decode()
        assert response.status_code == 422
        assert words in text
        assert "Every one.</textarea>" in text
        assert not Contact.objects.exists()

    def test_through_a_confidential_source(self, claim, hidden, ben, checker, signed_in):
        url = reverse("desk:contact_add", args=[claim.pk])

        response = signed_in(ben).post(url, self.tried(claim, source=hidden.pk))
        seen = signed_in(checker).get(reverse("desk:claim", args=[claim.pk]))

        assert response.status_code == 302
        assert Contact.objects.get().source == hidden
        assert "A confidential conversation." in seen.content.decode()
        assert "Every one." not in seen.content.decode()

    def test_nobody_is_quoted(self, marked, checker, signed_in):
        own = marked("The air station on Quay 3 has measured since 2021")

        response = signed_in(checker).get(reverse("desk:contact_add", args=[own.pk]))

        assert response.status_code == 200
        assert "Nobody is quoted for this claim" in response.content.decode()
