"""Evidence is brought, verdicts are recorded, speakers are asked, a claim is concluded."""

from datetime import UTC, date, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.claims.actions import rechain
from factcheck.claims.models import Claim, LinkDraft
from factcheck.desk.forms import BringForm
from factcheck.trail.models import Event
from factcheck.verification.actions import (
    add_source,
    capture,
    change_evidence,
    cite,
    find,
    withdraw_evidence,
)
from factcheck.verification.models import Capture, Contact, Evidence, Source, Verdict
from tests.story import in_review, verified

HIDDEN = "Ottilie Quist"


def evidence_url(claim, query="?aspect=content"):
    return reverse("desk:evidence_add", args=[claim.pk]) + query


def verdict_url(claim, link=None):
    query = f"?aspect=attribution&link={link.pk}" if link else "?aspect=content"
    return reverse("desk:verdict_add", args=[claim.pk]) + query


def sent(**more):
    """The form on which evidence is brought, with a source that is described in it."""
    return {
        "question": "content",
        "source": "",
        "stance": "supports",
        "primary": "on",
        "locator": "page 7",
        "excerpt": "by 2029",
        "new-title": "Clean air plan",
        "new-kind": "document",
        "new-publisher": "Port authority",
        "copy-text": "Every ferry by 2029.",
        "copy-taken_on": "2026-03-01",
        **more,
    }


@pytest.fixture
def link(claim):
    return claim.links.get()


@pytest.fixture
def plan(checker):
    """A source of the library with a stored copy."""
    source = add_source(by=checker, kind="document", title="Harbour plan", publisher="Port")
    capture(source=source, by=checker, text="By 2029.", taken_on=date(2026, 3, 1))
    return source


@pytest.fixture
def hidden(ben):
    """A confidential source that Ben alone may see."""
    return add_source(
        by=ben,
        kind="interview",
        title=HIDDEN,
        confidential=True,
        public_description="A member of the commission",
        private_note="Spoke by telephone.",
    )


@pytest.fixture
def piece(claim, plan, checker):
    """Evidence on the content of the claim."""
    return cite(
        claim=claim,
        by=checker,
        source=plan,
        aspect="content",
        stance="supports",
        primary=True,
        locator="page 7",
        excerpt="By 2029.",
        capture=plan.captures.get(),
    )


class TestEvidenceAdd:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:evidence_add",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            anna=200,
            checker=200,
            publisher=200,
        )
        doors.post(
            "desk:evidence_add",
            claim.pk,
            data=sent(),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_of_a_claim_that_is_missing_is_404(self, doors, db):
        doors.get("desk:evidence_add", 999, checker=404)

    def test_a_claim_in_review_is_not_now_and_what_was_typed_comes_back(
        self, claim, checker, signed_in
    ):
        in_review(claim, checker)

        response = signed_in(checker).post(evidence_url(claim), sent())

        assert response.status_code == 409
        assert "Withdraw it from review first." in response.content.decode()
        assert "Clean air plan" in response.content.decode()

    def test_source_copy_and_evidence_come_in_one_post(self, claim, checker, signed_in):
        response = signed_in(checker).post(evidence_url(claim), sent(), follow=True)

        evidence = Evidence.objects.get()
        claim.refresh_from_db()
        assert evidence.source.title == "Clean air plan"
        assert evidence.capture.text == "Every ferry by 2029."
        assert evidence.capture.source == evidence.source
        assert (evidence.aspect, evidence.stance, evidence.primary) == ("content", "supports", True)
        assert evidence.added_by == checker
        assert claim.stage == "checking"
        assert Event.objects.filter(verb="evidence.added").count() == 1
        assert "The evidence is added." in response.content.decode()

    def test_a_file_becomes_the_copy(self, claim, checker, signed_in):
        file = SimpleUploadedFile("plan.pdf", b"%PDF-1.4 plan")

        signed_in(checker).post(evidence_url(claim), sent(**{"copy-text": "", "copy-file": file}))

        copy = Capture.objects.get()
        assert copy.file_name == "plan.pdf"
        assert copy.media_type == "application/pdf"

    def test_on_a_link_of_the_chain(self, claim, link, checker, signed_in):
        signed_in(checker).post(evidence_url(claim), sent(question=f"link-{link.pk}"))

        evidence = Evidence.objects.get()
        assert (evidence.aspect, evidence.link) == ("attribution", link)

    def test_the_address_chooses_the_question(self, claim, link, checker, signed_in):
        query = f"?aspect=attribution&link={link.pk}"

        response = signed_in(checker).get(evidence_url(claim, query))

        assert response.context["form"]["question"].value() == f"link-{link.pk}"

    def test_a_source_of_the_library_with_the_copy_we_have(self, claim, plan, checker, signed_in):
        copy = plan.captures.get()
        data = sent(source=plan.pk, capture=copy.pk, **{"new-title": "", "copy-text": ""})

        signed_in(checker).post(evidence_url(claim), data)

        evidence = Evidence.objects.get()
        assert (evidence.source, evidence.capture) == (plan, copy)
        assert Source.objects.count() == 1

    def test_a_writer_on_an_own_article(self, claim, anna, writer, signed_in):
        claim.article.writer = writer
        claim.article.save()

        response = signed_in(writer).post(evidence_url(claim), sent())

        assert response.status_code == 302
        assert Evidence.objects.get().added_by == writer

    @pytest.mark.parametrize(
        ("wrong", "words"),
        [
            ({"new-title": ""}, "This field is required."),
            ({"stance": "proves"}, "Select a valid choice."),
            ({"question": "link-999999"}, "Select a valid choice."),
            ({"new-confidential": "on"}, "Say what readers are told instead of the name."),
            ({"new-private_note": "Met at noon."}, "Tick “Confidential”, or leave this empty."),
            ({"new-url": "not an address"}, "Enter a valid URL."),
            ({"copy-taken_on": "yesterday"}, "Enter a valid date."),
        ],
    )
    def test_what_is_wrong_is_said_and_what_was_typed_stays(
        self, claim, checker, signed_in, wrong, words
    ):
        response = signed_in(checker).post(evidence_url(claim), sent(**wrong))

        text = response.content.decode()
        assert response.status_code == 422
        assert words in text
        assert "by 2029</textarea>" in text
        assert 'value="page 7"' in text
        assert not Evidence.objects.exists()
        assert not Source.objects.exists()

    def test_a_file_that_cannot_come_back_is_said(self, claim, checker, signed_in):
        file = SimpleUploadedFile("plan.pdf", b"%PDF-1.4 plan")
        data = sent(**{"new-title": "", "copy-text": "", "copy-file": file})

        response = signed_in(checker).post(evidence_url(claim), data)

        assert response.status_code == 422
        assert "choose it again" in response.content.decode()

    def test_a_file_and_words_are_one_too_many(self, claim, checker, signed_in):
        data = sent(**{"copy-file": SimpleUploadedFile("plan.pdf", b"%PDF-1.4 plan")})

        response = signed_in(checker).post(evidence_url(claim), data)

        assert response.status_code == 422
        assert "not both" in response.content.decode()

    def test_a_chosen_source_and_a_described_one_are_one_too_many(
        self, claim, plan, checker, signed_in
    ):
        response = signed_in(checker).post(evidence_url(claim), sent(source=plan.pk))

        text = response.content.decode()
        assert response.status_code == 422
        assert "Either choose a source that we have or describe a new one." in text
        assert 'value="Clean air plan"' in text

    def test_a_copy_we_have_and_a_new_one_are_one_too_many(
        self, claim, plan, checker, signed_in
    ):
        data = sent(source=plan.pk, capture=plan.captures.get().pk, **{"new-title": ""})

        response = signed_in(checker).post(evidence_url(claim), data)

        assert response.status_code == 422
        assert not Evidence.objects.exists()

    def test_a_copy_of_another_source_is_refused(self, claim, plan, checker, signed_in):
        other = add_source(by=checker, kind="document", title="Another plan")
        data = sent(source=other.pk, capture=plan.captures.get().pk)
        data |= {"new-title": "", "copy-text": ""}

        response = signed_in(checker).post(evidence_url(claim), data)

        assert response.status_code == 422
        assert "This copy is of another source." in response.content.decode()

    def test_looking_in_the_library_keeps_what_was_typed(self, claim, plan, checker, signed_in):
        add_source(by=checker, kind="document", title="Berth log")

        response = signed_in(checker).post(
            evidence_url(claim), sent(find="harbour", look="1", **{"new-private_note": "x"})
        )

        text = response.content.decode()
        assert response.status_code == 200
        assert "Harbour plan" in text
        assert "Berth log" not in text
        assert "by 2029</textarea>" in text
        assert 'value="Clean air plan"' in text
        assert 'class="problem"' not in text
        assert not Evidence.objects.exists()

    def test_what_was_chosen_stays_when_one_looks_for_something_else(
        self, claim, plan, checker, signed_in
    ):
        response = signed_in(checker).post(
            evidence_url(claim), sent(find="nothing like it", look="1", source=plan.pk)
        )

        assert [source.title for source in response.context["offered"].sources] == ["Harbour plan"]
        assert response.context["chosen"] == str(plan.pk)

    def test_a_library_of_many_sources_says_that_there_are_more(self, claim, checker, signed_in):
        for number in range(14):
            add_source(by=checker, kind="document", title=f"Plan {number}")

        response = signed_in(checker).get(evidence_url(claim))

        assert len(response.context["offered"].sources) == 12
        assert "These are the latest of those that fit." in response.content.decode()

    def test_a_confidential_source_of_somebody_else_is_neither_shown_nor_taken(
        self, claim, hidden, checker, signed_in
    ):
        client = signed_in(checker)

        shown = client.get(evidence_url(claim))
        response = client.post(
            evidence_url(claim), sent(source=hidden.pk, **{"new-title": "", "copy-text": ""})
        )

        assert HIDDEN not in shown.content.decode()
        assert response.status_code == 422
        assert HIDDEN not in response.content.decode()
        assert not Evidence.objects.exists()

    def test_who_will_see_a_confidential_source_is_said(self, claim, checker, signed_in):
        response = signed_in(checker).get(evidence_url(claim))

        text = response.content.decode()
        assert "Only you, and people who may see confidential sources, will see who it is." in text

    def test_a_confidential_source_leaves_no_name_in_the_trail(self, claim, checker, signed_in):
        data = sent(
            **{
                "new-title": HIDDEN,
                "new-confidential": "on",
                "new-public_description": "A member of the commission",
            }
        )

        signed_in(checker).post(evidence_url(claim), data)

        assert Source.objects.get().title == HIDDEN
        assert HIDDEN not in str(list(Event.objects.values_list("words", flat=True)))

    def test_a_copy_is_named_with_its_source(self, plan):
        form = BringForm(links=[], sources=[plan])

        labels = [label for _, label in form.fields["capture"].choices]

        assert labels == ["None, or a new one below", "Harbour plan: copy of 1 March 2026"]


class TestEvidenceChange:
    def changed(self, piece, **more):
        return {
            "seen": piece.revision,
            "stance": "supports",
            "primary": "on",
            "capture": piece.capture_id,
            "locator": "page 8",
            "excerpt": "By 2029.",
            "note": "",
            **more,
        }

    def test_doors(self, piece, doors):
        doors.get(
            "desk:evidence_change",
            piece.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=200,
            publisher=200,
        )

    def test_fine(self, piece, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:evidence_change", args=[piece.pk]), self.changed(piece), follow=True
        )

        piece.refresh_from_db()
        assert piece.locator == "page 8"
        assert Event.objects.filter(verb="evidence.changed").count() == 1
        assert "The evidence is changed." in response.content.decode()

    def test_wrong_values_stay(self, piece, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:evidence_change", args=[piece.pk]),
            self.changed(piece, stance="proves"),
        )

        assert response.status_code == 422
        assert 'value="page 8"' in response.content.decode()

    def test_a_stale_form_shows_theirs_beside_yours(self, piece, checker, publisher, signed_in):
        seen = piece.revision
        change_evidence(evidence=piece, by=publisher, locator="annex B", stance="context")
        client, url = signed_in(checker), reverse("desk:evidence_change", args=[piece.pk])

        conflict = client.post(url, self.changed(piece, seen=seen))
        again = client.post(url, conflict.context["form"].data)

        text = conflict.content.decode()
        piece.refresh_from_db()
        assert conflict.status_code == 409
        assert "annex" in text
        assert "Gives context" in text
        assert "Pia Publisher changed this while you wrote" in text
        assert again.status_code == 302
        assert piece.locator == "page 8"

    def test_of_a_source_that_one_may_not_see_is_404(self, claim, hidden, ben, doors):
        evidence = cite(claim=claim, by=ben, source=hidden, aspect="content", stance="supports")

        doors.get("desk:evidence_change", evidence.pk, checker=404, ben=200)
        doors.post("desk:evidence_withdraw", evidence.pk, checker=404)

    def test_taken_back_already_is_not_now(self, piece, checker, doors):
        withdraw_evidence(evidence=piece, by=checker)

        doors.get("desk:evidence_change", piece.pk, checker=409)


class TestEvidenceWithdraw:
    def test_doors(self, piece, doors):
        doors.post(
            "desk:evidence_withdraw",
            piece.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_fine(self, piece, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:evidence_withdraw", args=[piece.pk]), follow=True
        )

        piece.refresh_from_db()
        assert piece.withdrawn_by == checker
        assert Event.objects.filter(verb="evidence.withdrawn").count() == 1
        assert "The evidence is taken back." in response.content.decode()

    def test_twice_is_not_now(self, piece, checker, doors):
        withdraw_evidence(evidence=piece, by=checker)

        doors.post("desk:evidence_withdraw", piece.pk, checker=409)

    def test_is_no_link(self, piece, doors):
        doors.get("desk:evidence_withdraw", piece.pk, checker=405)


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
        find(claim=claim, by=checker, aspect="content", code="unsupported", rationale="Nothing.")
        find(claim=claim, by=checker, aspect="content", code="misleading", rationale="Half of it.")

        response = signed_in(checker).get(verdict_url(claim))

        text = response.content.decode()
        assert response.context["form"]["code"].value() == "misleading"
        assert "Half of it.</textarea>" in text
        assert "Nothing." in text
        assert "stands now" in text

    def test_on_a_speaker_who_left_the_chain_is_not_now(self, claim, link, checker, signed_in):
        rechain(
            claim=claim, by=checker, links=[LinkDraft("person", "Ilse Bramwell", cue="said")]
        )

        response = signed_in(checker).post(
            verdict_url(claim, link), {"code": "confirmed_verbatim", "rationale": "On tape."}
        )

        text = response.content.decode()
        assert response.status_code == 409
        assert "The chain of this claim was changed" in text
        assert "On tape." in text
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
