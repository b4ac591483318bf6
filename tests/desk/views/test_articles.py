"""A text is brought in: looked at first, then kept as it was shown."""

from datetime import UTC, datetime

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from factcheck.intake.models import Article, Passage
from factcheck.intake.queries import same_text
from factcheck.intake.readers import ReadingRefused, read_text
from factcheck.trail.models import Event
from tests.previews import BRING_IN as URL
from tests.previews import fields, kept

TEXT = "A headline\n\nThe sea is blue, he said.\n\nThe sand is white, she said on Tuesday."
LONG = f"{TEXT}\n\nRelated:\n\nSeven kinds of sand\n\n© 2026 Shore Post"


def sent(**more):
    return {"title": "", "text": TEXT, "rights": "third_party", **more}


def roles(article):
    version = article.current_version
    rows = Passage.objects.filter(version=version).order_by("position")
    return [(row.role, version.text[row.start : row.end]) for row in rows]


@pytest.fixture
def desk(writer, signed_in):
    return signed_in(writer)


class TestBringIn:
    def test_doors(self, doors):
        doors.get(
            "desk:bring_in",
            anonymous="login",
            stranger=403,
            reviewer=403,
            writer=200,
            checker=200,
            publisher=200,
        )
        doors.post("desk:bring_in", data=sent(), anonymous="login", stranger=403, reviewer=403)
        marks = {"marks": "", "text": TEXT, "keep": "1"}
        doors.post("desk:bring_in", data=marks, anonymous="login", stranger=403, reviewer=403)

    def test_nothing_is_kept_before_it_was_looked_at(self, desk):
        found = desk.post(URL, sent())

        assert found.status_code == 200
        assert "Keep it and split" in found.content.decode()
        assert not Article.objects.exists()

    def test_fine(self, desk, writer):
        response = kept(desk, sent(rights="own", publisher="Courier"))

        article = Article.objects.get()
        assert response.redirect_chain[0] == (reverse("desk:workspace", args=[article.pk]), 302)
        assert article.title == "A headline"
        assert article.publisher == "Courier"
        assert article.rights == "own"
        assert article.brought_by == writer
        assert article.current_version.text == TEXT
        assert Event.objects.filter(thread=f"article:{article.pk}").exists()

    def test_a_file_need_not_be_chosen_again(self, desk):
        file = SimpleUploadedFile("piece.txt", TEXT.encode(), content_type="text/plain")

        kept(desk, sent(text="", file=file))

        version = Article.objects.get().current_version
        assert (version.file_name, version.origin, version.text) == ("piece.txt", "file", TEXT)

    def test_a_web_page_says_who_published_it_and_where(self, desk):
        page = (
            "<!doctype html><html lang=en><head><title>Sea</title>"
            "<meta property='og:site_name' content='Shore Post'>"
            "<link rel=canonical href='https://shore.example/sea'></head><body><article>"
            "<h1>Sea</h1><p>The sea is as blue as it has ever been, a keeper of the shore said.</p>"
            "<p>The sand is as white as the snow on the hills, said the other keeper.</p>"
            "</article></body></html>"
        )
        file = SimpleUploadedFile("sea.html", page.encode(), content_type="text/html")

        kept(desk, sent(text="", file=file))

        article = Article.objects.get()
        assert article.publisher == "Shore Post"
        assert article.original_url == "https://shore.example/sea"

    def test_the_same_text_again_is_offered_at_once(self, desk, checker, signed_in):
        kept(desk, sent())

        response = signed_in(checker).post(URL, sent())

        article = Article.objects.get()
        assert response.status_code == 200
        assert article.get_absolute_url() in response.content.decode()
        assert "marks" not in fields(response)

    def test_a_text_that_came_in_between_is_offered(self, desk, checker, signed_in):
        found = fields(desk.post(URL, sent()))
        kept(signed_in(checker), sent())

        response = desk.post(URL, {**found, "keep": "1"})

        assert Article.objects.get().get_absolute_url() in response.content.decode()

    @pytest.mark.parametrize("text", ["", "   \n ", "\x00"])
    def test_an_empty_text_is_refused(self, desk, text):
        response = desk.post(URL, sent(text=text, publisher="Courier"))

        assert response.status_code == 422
        assert 'value="Courier"' in response.content.decode()
        assert not Article.objects.exists()

    def test_too_much_text_comes_back_whole(self, desk):
        text = "word " * 400_000

        response = desk.post(URL, sent(text=text))

        page = response.content.decode()
        assert response.status_code == 422
        assert text.strip() in page
        assert "1 MB" in page

    def test_a_pdf_named_txt_is_refused(self, desk):
        file = SimpleUploadedFile("piece.txt", b"%PDF-1.7\n\xe2\xe3\xcf\xd3", "text/plain")

        response = desk.post(URL, sent(text="", file=file))

        assert response.status_code == 422
        assert not Article.objects.exists()


class TestPreview:
    def test_what_is_left_out_is_folded_and_can_be_kept(self, desk):
        found = desk.post(URL, sent(text=LONG))

        again = desk.post(URL, {**fields(found), "turn": "4:body"})
        desk.post(URL, {**fields(again), "keep": "1"})

        assert "3 left out" in found.content.decode()
        assert [role for role, _ in roles(Article.objects.get())] == [
            "title",
            "body",
            "body",
            "boilerplate",
            "body",
            "boilerplate",
        ]

    @pytest.mark.parametrize("role", ["heading", "caption", "boilerplate"])
    def test_a_passage_can_have_another_role(self, desk, role):
        found = desk.post(URL, sent())

        again = desk.post(URL, {**fields(found), "turn": f"1:{role}"})
        desk.post(URL, {**fields(again), "keep": "1"})

        assert roles(Article.objects.get())[1] == (role, "The sea is blue, he said.")

    def test_another_passage_can_be_the_title(self, desk):
        found = desk.post(URL, sent(text="EXCLUSIVE\n\nOn the sea\n\nThe sea is blue, he said."))

        again = desk.post(URL, {**fields(found), "turn": "1:title"})
        desk.post(URL, {**fields(again), "keep": "1"})

        assert roles(Article.objects.get()) == [
            ("title", "On the sea"),
            ("body", "EXCLUSIVE"),
            ("body", "The sea is blue, he said."),
        ]

    def test_what_was_taken_for_the_title_can_be_text(self, desk):
        found = desk.post(URL, sent())

        again = desk.post(URL, {**fields(found), "turn": "0:body"})
        desk.post(URL, {**fields(again), "keep": "1"})

        article = Article.objects.get()
        assert article.current_version.title == ""
        assert article.current_version.text == TEXT

    def test_what_was_found_can_be_corrected(self, desk):
        kept(
            desk,
            sent(),
            title="On the sea",
            byline="Nell Farrow",
            dateline="WEIRTON",
            published_on="2026-10-06",
            published_at="23:30",
            zone="-05:00",
            language="nl",
        )

        version = Article.objects.get().current_version
        assert (version.title, version.byline) == ("On the sea", "Nell Farrow")
        assert (version.dateline, version.language) == ("WEIRTON", "nl")
        assert version.published == datetime(2026, 10, 7, 4, 30, tzinfo=UTC)
        assert version.text.startswith("On the sea\n\nThe sea is blue")

    def test_the_date_stands_in_its_own_zone(self, desk):
        text = "Sea\n\nBy Nell Farrow\n\nOct. 6, 2026, 23:30 EST\n\nThe sea is blue, he said."

        found = fields(desk.post(URL, sent(text=text)))

        assert (found["published_on"], found["published_at"]) == ("2026-10-06", "23:30")
        assert (found["zone"], found["byline"]) == ("-05:00", "Nell Farrow")

    def test_a_relative_date_says_which_day_it_is(self, desk):
        found = desk.post(URL, sent(text=f"Sea\n\nOct. 8, 2026\n\n{TEXT}"))

        assert 'data-meant="6 October"' in found.content.decode()

    def test_a_day_that_is_none_comes_back(self, desk):
        found = desk.post(URL, sent())

        response = desk.post(URL, {**fields(found), "published_on": "soon", "keep": "1"})

        assert response.status_code == 422
        assert "Enter a valid date" in response.content.decode()
        assert 'value="soon"' in response.content.decode()

    def test_a_time_without_a_day_is_refused(self, desk):
        response = kept(desk, sent(), published_at="10:00")

        assert "A time needs its date." in response.content.decode()

    def test_everything_left_out_is_refused(self, desk):
        found = desk.post(URL, sent(title="Sea", text="The sea is blue, he said."))
        again = desk.post(URL, {**fields(found), "turn": "1:boilerplate"})

        response = desk.post(URL, {**fields(again), "keep": "1"})

        assert response.status_code == 422
        assert "Keep at least one passage." in response.content.decode()

    def test_a_long_passage_is_no_title(self, desk):
        found = desk.post(URL, sent(text=f"Sea\n\n{'The sea is blue. ' * 20}"))

        response = desk.post(URL, {**fields(found), "turn": "1:title"})

        assert response.status_code == 422
        assert "at most 200 characters" in response.content.decode()

    def test_htmx_gets_the_form_alone(self, desk):
        found = desk.post(URL, sent(text=LONG))

        part = desk.post(
            URL,
            {**fields(found), "turn": "3:body"},
            headers={"HX-Request": "true", "HX-Target": "found"},
        )

        assert part.content.decode().strip().startswith('<form class="found-in" id="found"')
        assert "<html" not in part.content.decode()


class TestChangedText:
    def test_it_is_read_again_and_what_was_said_holds(self, desk):
        found = desk.post(URL, sent(text=LONG))
        once = fields(desk.post(URL, {**fields(found), "turn": "1:caption", "byline": "Nell"}))
        text = once["text"] + "\r\n\r\nIt rains, he said."

        again = fields(desk.post(URL, {**once, "text": text, "again": "1"}))
        desk.post(URL, {**again, "keep": "1"})

        article = Article.objects.get()
        assert roles(article)[1] == ("caption", "The sea is blue, he said.")
        assert roles(article)[-1] == ("body", "It rains, he said.")
        assert article.current_version.byline == "Nell"
        assert article.current_version.title == "A headline"

    def test_another_text_is_read_from_the_beginning(self, desk):
        once = fields(desk.post(URL, sent(text=f"Sea\n\nBy Nell Farrow\n\n{TEXT}")))
        other = "Snow\r\n\r\nBy Jo Weir\r\n\r\nSnow fell on the pass, the keeper said."

        again = fields(desk.post(URL, {**once, "text": other, "again": "1"}))

        assert (again["title"], again["byline"]) == ("Snow", "Jo Weir")
        assert again["text"] == "Snow fell on the pass, the keeper said."

    def test_kept_without_a_look_it_is_shown_first(self, desk):
        once = fields(desk.post(URL, sent()))
        changed = {**once, "text": once["text"] + "\r\n\r\nIt rains.", "keep": "1"}

        response = desk.post(URL, changed)

        assert response.status_code == 422
        assert "not the one that was read before" in response.content.decode()
        assert not Article.objects.exists()
        desk.post(URL, {**fields(response), "keep": "1"})
        assert Article.objects.get().current_version.text == f"{TEXT}\n\nIt rains."

    @pytest.mark.parametrize("marks", ["", "t", "b00000000", "x" * 9, "b" * 1000, "\x00"])
    def test_crafted_marks_are_read_as_a_new_text(self, desk, marks):
        once = fields(desk.post(URL, sent()))

        response = desk.post(URL, {**once, "marks": marks, "keep": "1"})

        assert response.status_code == 422
        assert not Article.objects.exists()
        assert fields(response)["marks"] == once["marks"]

    @pytest.mark.parametrize("turn", ["9:body", "999999:title", "-1:body", "1:owner", "1"])
    def test_a_crafted_turn_changes_nothing(self, desk, turn):
        once = fields(desk.post(URL, sent()))

        response = desk.post(URL, {**once, "turn": turn, "text": "", "keep": ""})

        assert response.status_code == 422
        assert not Article.objects.exists()

    def test_an_emptied_text_says_what_to_do(self, desk):
        once = fields(desk.post(URL, sent()))

        response = desk.post(URL, {**once, "text": " ", "again": "1"})

        assert response.status_code == 422
        assert "There is no text" in response.content.decode()
        assert fields(response)["title"] == "A headline"


class TestLargest:
    def test_a_megabyte_in_many_passages_is_kept(self, desk):
        text = "\n\n".join("🚧" * 12 + f" {n}" for n in range(9_000)) + "\n\n" + "é" * 200_000

        kept(desk, sent(title="Signs", text=text))

        assert Article.objects.get().current_version.text == f"Signs\n\n{text}"


LINES = st.lists(
    st.one_of(
        st.text(st.characters(), max_size=40),
        st.sampled_from(
            ["Related:", "A headline", "By Nell Farrow", "Oct. 6, 2026", "", "  x  y "]
        ),
    ),
    min_size=1,
    max_size=8,
)


@settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(LINES, st.sampled_from(["\n", "\n\n"]))
@example(["A  headline", "", "It was.", "\ttabs\there"], "\n\n")
@example(["&amp; <b>", '"', "\u00a0x\u00a0", "\u200fשלום\u200e", "e\u0301"], "\n\n")
def test_what_was_shown_is_what_is_kept(desk, lines, between):
    try:
        reading = read_text(between.join(lines))
    except ReadingRefused:
        return
    there = same_text(reading)
    before = Article.objects.count()

    kept(desk, sent(text=between.join(lines)))

    if there or {p.role for p in reading.passages} <= {"title", "boilerplate"}:
        assert Article.objects.count() == before
        return
    article = Article.objects.latest("pk")
    version = article.current_version
    assert Article.objects.count() == before + 1
    assert version.text == reading.text
    assert roles(article) == [(p.role, p.text) for p in reading.passages]
    assert (version.title or None, version.byline or None) == (reading.title, reading.byline)
    assert (version.published, version.language or None) == (reading.published, reading.language)
