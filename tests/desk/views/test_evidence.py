"""Evidence is brought, changed, taken back."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.desk.forms import BringForm
from factcheck.trail.models import Event
from factcheck.verification.actions import (
    add_source,
    change_evidence,
    cite,
    withdraw_evidence,
)
from factcheck.verification.models import Capture, Evidence, Source
from tests.story import in_review

HIDDEN = "Ottilie Quist"


def evidence_url(claim, query="?aspect=content"):
    return reverse("desk:evidence_add", args=[claim.pk]) + query


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
            ({"source": "9" * 40}, "Select a valid choice."),
            ({"capture": "9" * 40}, "Select a valid choice."),
            ({"find": "a\x00b", "stance": ""}, "This field is required."),
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

    def test_a_copy_we_have_and_a_new_one_are_one_too_many(self, claim, plan, checker, signed_in):
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
