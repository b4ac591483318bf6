"""The library of sources: the six questions of every page, and what a confidential source hides."""

from datetime import date

import pytest
from django.contrib.messages import get_messages
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from factcheck.claims.models import LinkDraft
from factcheck.verification.actions import add_source, change_source, cite, store_capture
from factcheck.verification.models import Capture, Source
from tests import secret, story
from tests.world import fresh, verbs

pytestmark = pytest.mark.django_db

MARCH = date(2026, 3, 1)
TYPED = {"kind": "web_page", "title": "Winter timetable", "publisher": "Harbour office"}
HIDDEN = {
    **TYPED,
    "kind": "interview",
    "title": "Jane Doe",
    "confidential": "on",
    "public_description": secret.PUBLIC,
}


def said(response):
    return [str(message) for message in get_messages(response.wsgi_request)]


class TestSources:
    def test_doors(self, doors):
        doors.get("verification:sources", anonymous="login", stranger=404, reviewer=200, writer=200)

    def test_empty(self, signed_in, checker):
        page = signed_in(checker).get("/desk/sources/").content.decode()

        assert "No source yet" in page

    @pytest.mark.parametrize("words", ["timetable", "HARBOUR", "harbour timetable", "afp", ""])
    def test_found_by_words(self, signed_in, checker, reviewer, words):
        add_source(
            by=checker, kind="web_page", title="Timetable", publisher="Harbour", origin="AFP"
        )

        page = signed_in(reviewer).get("/desk/sources/", {"q": words}).content.decode()

        assert "Timetable" in page

    def test_not_found_by_other_words(self, signed_in, checker, timetable):
        text = signed_in(checker).get("/desk/sources/", {"q": "railway"}).content.decode()

        assert "No source has these words" in text

    @pytest.mark.parametrize("words", ["Jane", "J.D.", "official", "interview", ""])
    def test_a_confidential_one_is_not_found_by_who_does_not_see_it(
        self, signed_in, hidden, reviewer, words
    ):
        text = signed_in(reviewer).get("/desk/sources/", {"q": words}).content.decode()

        assert secret.found_in(text.replace(f'value="{words}"', "")) == []
        assert secret.PUBLIC not in text

    def test_a_confidential_one_is_found_by_who_sees_it(self, signed_in, hidden, ben):
        text = signed_in(ben).get("/desk/sources/", {"q": "jane"}).content.decode()

        assert "Jane Doe" in text

    def test_more_than_a_page_goes_on_from_the_last(self, signed_in, checker, monkeypatch, queries):
        monkeypatch.setattr("factcheck.verification.queries.sources.PAGE", 2)
        for title in ("First", "Second", "Third"):
            add_source(by=checker, kind="web_page", title=title)
        client = signed_in(checker)

        newest = client.get("/desk/sources/").content.decode()
        second = Source.objects.get(title="Second")
        older = client.get("/desk/sources/", {"before": second.pk}).content.decode()

        assert ("Third" in newest, "First" in newest) == (True, False)
        assert f"before={second.pk}" in newest
        assert ("Third" in older, "First" in older) == (False, True)

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 40, "٣"])
    def test_a_place_that_makes_no_sense(self, signed_in, checker, before):
        assert signed_in(checker).get("/desk/sources/", {"before": before}).status_code == 200


class TestSource:
    def test_doors(self, timetable, doors):
        doors.get(
            "verification:source", timetable.pk, anonymous="login", stranger=404, reviewer=200
        )

    def test_doors_of_a_confidential_one(self, hidden, doors):
        doors.get(
            "verification:source",
            hidden.pk,
            anonymous="login",
            reviewer=404,
            administrator=404,
            anna=404,
            checker=200,
            ben=200,
        )

    def test_its_copies_and_where_it_is_cited(self, signed_in, checker):
        claim = secret.in_review_on(secret.hidden_source(checker), checker)
        source = Source.objects.get()
        store_capture(source=source, by=checker, text="forty days", taken_on=MARCH)

        text = signed_in(checker).get(source.get_absolute_url()).content.decode()

        assert claim.wording in text
        assert Capture.objects.get().sha256 in text


class TestSourceAdd:
    def test_doors(self, doors):
        doors.get(
            "verification:source_add", anonymous="login", stranger=404, reviewer=403, writer=200
        )

    def test_a_crafted_post_is_refused(self, doors):
        doors.post("verification:source_add", data=TYPED, reviewer=403, administrator=403)

        assert not Source.objects.exists()

    def test_what_was_typed_comes_back(self, signed_in, checker):
        answer = signed_in(checker).post("/desk/sources/new/", {**TYPED, "title": ""})

        assert answer.status_code == 422
        assert "Harbour office" in answer.content.decode()

    def test_fine(self, signed_in, checker):
        answer = signed_in(checker).post("/desk/sources/new/", TYPED)

        source = Source.objects.get()
        assert answer["Location"] == source.get_absolute_url()
        assert (source.title, source.added_by) == ("Winter timetable", checker)
        assert verbs(source) == ["source.added"]
        assert said(answer) == ["The source is in the library."]

    def test_a_confidential_one_needs_its_description(self, signed_in, checker):
        answer = signed_in(checker).post("/desk/sources/new/", {**HIDDEN, "public_description": ""})

        assert answer.status_code == 422
        assert "Say what readers are told instead of the name." in answer.content.decode()

    @pytest.mark.parametrize("name", ["public_description", "aliases", "private_note"])
    def test_an_open_one_hides_nothing(self, signed_in, checker, name):
        answer = signed_in(checker).post("/desk/sources/new/", {**TYPED, name: "Jane"})

        assert answer.status_code == 422
        assert not Source.objects.exists()

    def test_whoever_adds_a_confidential_one_sees_it(self, signed_in, writer):
        answer = signed_in(writer).post("/desk/sources/new/", HIDDEN, follow=True)

        assert "Jane Doe" in answer.content.decode()


class TestSourceChange:
    def url(self, source):
        return reverse("verification:source_change", args=[source.pk])

    def test_doors(self, timetable, doors):
        doors.get(
            "verification:source_change", timetable.pk, anonymous="login", stranger=404, reviewer=403,
            writer=403, publisher=200, checker=200,
        )  # fmt: skip

    def test_doors_of_a_confidential_one(self, hidden, doors):
        doors.post("verification:source_change", hidden.pk, data=HIDDEN, anna=404, publisher=404)

        assert fresh(hidden).revision == 1

    def test_fine(self, signed_in, timetable, checker):
        answer = signed_in(checker).post(self.url(timetable), {**TYPED, "seen": 1})

        assert answer["Location"] == timetable.get_absolute_url()
        assert fresh(timetable).title == "Winter timetable"
        assert verbs(timetable) == ["source.added", "source.changed"]
        assert said(answer) == ["The source is changed."]

    def test_what_was_typed_comes_back(self, signed_in, timetable, checker):
        answer = signed_in(checker).post(self.url(timetable), {**TYPED, "title": "", "seen": 1})

        assert answer.status_code == 422
        assert "Harbour office" in answer.content.decode()

    def test_two_who_change_it_at_once_are_both_heard(
        self, signed_in, timetable, checker, publisher
    ):
        change_source(source=timetable, by=publisher, title="Summer timetable")
        client = signed_in(checker)

        answer = client.post(self.url(timetable), {**TYPED, "seen": 1})
        text = answer.content.decode()

        assert answer.status_code == 409
        assert "Summer timetable" in text
        assert "Winter timetable" in text
        assert fresh(timetable).title == "Summer timetable"
        assert client.post(self.url(timetable), {**TYPED, "seen": 2}).status_code == 302
        assert fresh(timetable).title == "Winter timetable"

    def test_it_can_be_said_behind_whom_it_stands(self, signed_in, hidden, checker):
        article = story.bring_in(checker)
        claim = story.marked(article, checker, links=[LinkDraft("unnamed", "a clerk")])
        clerk = claim.links.get().speaker
        url, sent = self.url(hidden), {**HIDDEN, "seen": 1, "stands_behind": clerk.pk}
        client = signed_in(checker)
        before = client.get(url).content.decode()
        cite(
            claim=claim, by=checker, source=hidden, aspect="attribution", link=claim.links.get(),
            stance="supports",
        )  # fmt: skip

        offered = client.get(url).content.decode()
        answer = client.post(url, sent)

        assert "stands_behind" not in before
        assert "a clerk · Ferries are late" in offered
        assert answer.status_code == 302
        assert fresh(hidden).stands_behind == clerk
        page = client.get(hidden.get_absolute_url()).content.decode()
        assert "Stands behind" in page

    def test_of_an_open_one_it_is_not_asked(self, signed_in, timetable, checker):
        article = story.bring_in(checker)
        claim = story.marked(article, checker, links=[LinkDraft("unnamed", "a clerk")])
        cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")

        page = signed_in(checker).get(self.url(timetable)).content.decode()

        assert "stands_behind" not in page

    def test_a_confidential_one_stays_so(self, signed_in, hidden, checker):
        sent = {k: v for k, v in HIDDEN.items() if k != "confidential"}

        answer = signed_in(checker).post(self.url(hidden), {**sent, "seen": 1})

        assert answer.status_code == 302
        assert fresh(hidden).confidential


class TestSourceOpen:
    def test_doors(self, hidden, doors):
        doors.get(
            "verification:source_open", hidden.pk, anonymous="login", stranger=404, reviewer=404,
            administrator=404, checker=200, ben=200,
        )  # fmt: skip

    def test_an_open_one_is_open_already(self, timetable, doors):
        doors.post(
            "verification:source_open", timetable.pk, data={"because": "Because."}, checker=409
        )

    def test_not_without_a_reason(self, signed_in, hidden, checker):
        answer = signed_in(checker).post(
            reverse("verification:source_open", args=[hidden.pk]), {"because": " "}
        )

        assert answer.status_code == 422
        assert fresh(hidden).confidential

    def test_fine(self, signed_in, hidden, checker, reviewer):
        answer = signed_in(checker).post(
            reverse("verification:source_open", args=[hidden.pk]),
            {"because": "She agrees to be named."},
        )

        assert answer["Location"] == hidden.get_absolute_url()
        assert verbs(hidden)[-1] == "source.opened"
        assert signed_in(reviewer).get(hidden.get_absolute_url()).status_code == 200


class TestCaptureAdd:
    def url(self, source):
        return reverse("verification:capture_add", args=[source.pk])

    def test_doors(self, timetable, doors):
        doors.get(
            "verification:capture_add", timetable.pk, anonymous="login", stranger=404, reviewer=403,
            writer=200, checker=200,
        )  # fmt: skip

    def test_doors_of_a_confidential_one(self, hidden, doors):
        doors.post("verification:capture_add", hidden.pk, data={"text": "x"}, anna=404)

    @pytest.mark.parametrize("both", [True, False])
    def test_a_file_or_words(self, signed_in, timetable, checker, both):
        sent = {"taken_on": "2026-03-01", "taken_from": "The office"}
        if both:
            sent |= {"text": "forty", "file": SimpleUploadedFile("a.txt", b"forty")}

        answer = signed_in(checker).post(self.url(timetable), sent)

        assert answer.status_code == 422
        assert "The office" in answer.content.decode()
        assert not Capture.objects.exists()

    def test_a_file_that_is_too_large(self, signed_in, timetable, checker, monkeypatch):
        monkeypatch.setattr("factcheck.verification.forms.sources.LARGEST", 3)

        answer = signed_in(checker).post(
            self.url(timetable), {"file": SimpleUploadedFile("a.txt", b"forty")}
        )

        assert answer.status_code == 422
        assert "the desk takes up to 20 MB" in answer.content.decode()

    def test_fine(self, signed_in, timetable, checker):
        answer = signed_in(checker).post(
            self.url(timetable), {"file": SimpleUploadedFile("log.pdf", b"%PDF-1.7")}
        )

        assert answer["Location"] == timetable.get_absolute_url()
        assert Capture.objects.get().media_type == "application/pdf"
        assert said(answer) == ["The copy is stored."]


class TestCapture:
    def test_doors(self, hidden, timetable, checker, doors):
        secret_copy = store_capture(source=hidden, by=checker, text="x", taken_on=MARCH)
        copy = store_capture(source=timetable, by=checker, text="x", taken_on=MARCH)

        doors.get("verification:capture", copy.pk, anonymous="login", stranger=404, reviewer=200)
        doors.get(
            "verification:capture", secret_copy.pk, anonymous="login", reviewer=404,
            administrator=404, anna=404, checker=200, ben=200,
        )  # fmt: skip

    @pytest.mark.parametrize(
        ("content", "media_type"),
        [
            (b"%PDF-1.7", "application/pdf"),
            (b"<html><script>alert(1)</script>", "text/plain; charset=utf-8"),
            (
                b"<svg xmlns='http://www.w3.org/2000/svg' onload='x()'/>",
                "text/plain; charset=utf-8",
            ),
            (b"\x00\x01", "application/octet-stream"),
        ],
    )
    def test_it_is_a_download_and_never_runs(
        self, signed_in, timetable, checker, content, media_type
    ):
        sent = SimpleUploadedFile("seite.html", content, content_type="text/html")
        copy = store_capture(source=timetable, by=checker, file=sent, taken_on=MARCH)

        answer = signed_in(checker).get(reverse("verification:capture", args=[copy.pk]))

        assert answer["Content-Type"] == media_type
        assert answer["Content-Disposition"] == 'attachment; filename="seite.html"'
        assert answer["X-Content-Type-Options"] == "nosniff"
        assert answer["Content-Security-Policy"].startswith("sandbox")
        assert b"".join(answer.streaming_content) == content
        answer.close()

    def test_pasted_words_are_a_text_file(self, signed_in, timetable, checker):
        copy = store_capture(
            source=timetable, by=checker, text="vierzig Tage, übrigens", taken_on=MARCH
        )

        answer = signed_in(checker).get(reverse("verification:capture", args=[copy.pk]))

        assert answer["Content-Disposition"] == f'attachment; filename="copy-{copy.pk}.txt"'
        assert answer.content.decode() == "vierzig Tage, übrigens"
