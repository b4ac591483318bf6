"""What may be typed when a piece is brought in or described, and the sentence for what may not."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from factcheck.intake.actions import describe, keep
from factcheck.intake.forms import DescribeForm, PasteForm
from factcheck.people.actions import deactivate

pytestmark = pytest.mark.django_db
TEXT = "Snow on the pass\n\nSnow fell on the pass all night, the keeper said."


@pytest.fixture
def form():
    """form(text=…, file=…): the paste form, sent."""

    def send(file=None, **fields):
        sent = {"rights": "own", **fields}
        return PasteForm(sent, {"file": file} if file else None)

    return send


def upload(content, name="snow.txt"):
    return SimpleUploadedFile(name, content, content_type="text/plain")


class TestPaste:
    def test_a_text_alone_names_its_title(self, form):
        sent = form(text=TEXT)

        assert sent.is_valid(), sent.errors
        assert sent.reading.title == "Snow on the pass"
        assert (sent.kept()["origin"], sent.kept()["file_name"]) == ("paste", "")

    def test_a_title_that_was_typed_is_the_title(self, form):
        sent = form(title="Night of snow", text="Snow fell. It fell all night.")

        assert sent.is_valid()
        assert sent.reading.title == "Night of snow"
        assert sent.reading.text.startswith("Night of snow\n\nSnow fell.")

    def test_a_file_is_read_as_a_text_is(self, form):
        sent = form(file=upload(TEXT.encode()))

        assert sent.is_valid(), sent.errors
        assert sent.reading.title == "Snow on the pass"
        assert (sent.kept()["origin"], sent.kept()["file_name"]) == ("file", "snow.txt")

    def test_a_title_goes_before_that_of_the_file(self, form):
        sent = form(title="  Night \n of snow ", file=upload(TEXT.encode()))

        assert sent.is_valid()
        assert sent.reading.title == "Night of snow"

    def test_it_gives_what_keep_takes(self, form, writer):
        sent = form(
            text=TEXT,
            writer=writer.pk,
            publisher="Hill Post",
            original_url="example.org/snow",
            due_at="2026-03-05T17:00",
        )

        assert sent.is_valid(), sent.errors
        article, _ = keep(by=writer, **sent.kept())
        assert (article.rights, article.writer, article.publisher) == ("own", writer, "Hill Post")
        assert article.original_url == "https://example.org/snow"
        assert article.due_at is not None

    def test_a_null_character_is_dropped(self, form):
        sent = form(text="Snow fell on the\x00 pass.")

        assert sent.is_valid(), sent.errors
        assert sent.reading.text == "Snow fell on the pass."

    @pytest.mark.parametrize("text", ["", " \n\t ", "\x00\x01", "\ufeff"])
    def test_nothing_is_refused_at_the_text(self, form, text):
        sent = form(text=text)

        assert not sent.is_valid()
        assert sent.errors["text"][0].startswith("There is no text in it.")

    @pytest.mark.parametrize(
        ("text", "sentence"),
        [
            ("word " * 20_001, "The text has 20,001 words; the desk takes up to 20,000."),
            ("x" * 2_000_000, "The text has 2.0 MB"),
        ],
    )
    def test_too_much_is_refused_and_still_there(self, form, text, sentence):
        sent = form(text=text)

        assert not sent.is_valid()
        assert sent.errors["text"][0].startswith(sentence)
        assert sent["text"].value() == text

    @pytest.mark.parametrize(
        "content", [b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n", b"\x89PNG\r\n\x1a\n", b"PK\x03\x04\x14\x00"]
    )
    def test_what_is_no_text_is_refused_at_the_file(self, form, content):
        sent = form(file=upload(content))

        assert not sent.is_valid()
        assert sent.errors["file"][0].endswith(".")

    def test_a_file_beyond_all_measure_is_not_read(self, form):
        sent = form(file=upload(b"a " * 1_100_000))

        assert sent.errors["file"] == ["The file has 2.2 MB; the desk takes up to 1 MB of text."]

    def test_one_of_both_is_taken(self, form):
        sent = form(text=TEXT, file=upload(TEXT.encode()))

        assert sent.errors["file"] == ["Either paste the text or choose a file, not both."]

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("rights", "nobody"),
            ("rights", ""),
            ("writer", "999999"),
            ("original_url", "javascript:alert(1)"),
            ("due_at", "soon"),
            ("title", "x" * 201),
            ("publisher", "x" * 121),
        ],
    )
    def test_what_the_table_cannot_hold_is_refused(self, form, field, value):
        sent = form(text=TEXT, **{field: value})

        assert not sent.is_valid()
        assert list(sent.errors) == [field]

    def test_whoever_has_left_is_no_writer(self, form, writer, administrator):
        deactivate(person=writer, by=administrator)

        assert "writer" in form(text=TEXT, writer=writer.pk).errors


class TestDescribe:
    def test_sent_back_as_shown_nothing_changes(self, article, checker):
        shown = DescribeForm(article=article).initial

        sent = DescribeForm({**shown, "writer": "", "due_at": ""}, article=article)

        assert sent.is_valid(), sent.errors
        same = describe(article=article, by=checker, **sent.cleaned_data)
        assert same.revision == article.revision

    def test_a_writer_who_has_left_remains_the_writer(
        self, article, described, checker, writer, administrator
    ):
        article = describe(article=article, by=checker, **described(writer=writer))
        deactivate(person=writer, by=administrator)
        shown = {**DescribeForm.shown(article), "writer": writer.pk, "due_at": ""}

        assert DescribeForm(shown, article=article).is_valid()

    def test_without_the_revision_it_was_made_from_it_is_refused(self, article):
        assert "seen" in DescribeForm({"rights": "own"}, article=article).errors

    def test_values_are_told_in_words(self, article, writer):
        form = DescribeForm(article=article)

        said = form.said({"rights": "third_party", "writer": writer, "given_title": ""})

        assert said["Whose article is it?"] == "Somebody else’s article"
        assert said["Written by"] == "Will Writer"
        assert said["Title for readers"] == ""
