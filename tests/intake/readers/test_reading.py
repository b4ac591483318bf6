"""A text becomes passages: what is title, byline, text, and what only stands around it."""

import unicodedata

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from factcheck.intake.readers import (
    MAX_BYTES,
    MAX_WORDS,
    ReadingRefused,
    normalised,
    read_bytes,
    read_text,
)

PIECE = """\
Mill bridge to close for a year

By Nell Farrow

WEIRTON, May 3 — The old mill bridge will close, the roads office said.

Cars take the long way

It carries 4,100 cars a day.
"""


def roles(reading):
    return [(passage.role, passage.text) for passage in reading.passages]


class TestReading:
    def test_a_piece_is_told_apart(self):
        reading = read_text(PIECE)

        assert roles(reading) == [
            ("title", "Mill bridge to close for a year"),
            ("body", "WEIRTON, May 3 — The old mill bridge will close, the roads office said."),
            ("heading", "Cars take the long way"),
            ("body", "It carries 4,100 cars a day."),
        ]
        assert reading.byline == "Nell Farrow"
        assert reading.dateline == "WEIRTON, May 3"

    def test_a_typed_title_is_the_title(self):
        reading = read_text("Snow fell.\n\nIt was cold.", title="  On\nsnow ")

        assert reading.title == "On snow"
        assert roles(reading)[0] == ("title", "On snow")

    @pytest.mark.parametrize(
        "text", ["Snow fell.", "Snow fell all night.\n\nIt was cold.", "s" * 151 + "\n\nIt was."]
    )
    def test_what_is_no_headline_is_no_title(self, text):
        assert read_text(text).title is None

    def test_without_blank_lines_every_line_is_a_block(self):
        assert [p.text for p in read_text("One fell.\nTwo fell.").passages] == [
            "One fell.",
            "Two fell.",
        ]

    def test_with_blank_lines_a_line_goes_on(self):
        assert [p.text for p in read_text("One\nfell.\n\nTwo fell.").passages] == [
            "One\nfell.",
            "Two fell.",
        ]

    @pytest.mark.parametrize(
        "label", ["Related:", "related stories", "Read more:", "See also", "Most read"]
    )
    def test_headlines_after_a_label_are_left_out_and_text_is_not(self, label):
        reading = read_text(
            f"Snow fell.\n\n{label}\n\nSeven kinds of snow\n\nIt was cold, she said."
        )

        assert [role for role, _ in roles(reading)] == [
            "body",
            "boilerplate",
            "boilerplate",
            "body",
        ]

    @pytest.mark.parametrize(
        "notice", ["© 2026 Weir Gazette", "All rights reserved.", "Sign up for our letter"]
    )
    def test_notices_are_left_out(self, notice):
        assert roles(read_text(f"Snow fell.\n\n{notice}"))[1] == ("boilerplate", notice)

    def test_a_sentence_about_relations_is_text(self):
        [(role, _)] = roles(read_text("Related firms were asked for their accounts."))

        assert role == "body"

    @pytest.mark.parametrize(
        ("text", "tag"),
        [
            ("The bridge of the town was closed to cars and to the trams of the city.", "en"),
            ("Die Brücke der Stadt ist für die Autos und den Bus nicht mehr offen.", "de"),
            ("Snow.", None),
            ("12 34 56 78", None),
        ],
    )
    def test_language(self, text, tag):
        assert read_text(text).language == tag


class TestRefused:
    @pytest.mark.parametrize("text", ["", "  \n\t\n ", "\x00\x01", "\ufeff"])
    def test_nothing(self, text):
        with pytest.raises(ReadingRefused, match="no text"):
            read_text(text)

    def test_too_many_words(self):
        assert read_text("word " * MAX_WORDS).passages
        with pytest.raises(ReadingRefused, match="20,001 words"):
            read_text("word " * (MAX_WORDS + 1))

    def test_too_large(self):
        with pytest.raises(ReadingRefused, match="1 MB"):
            read_text("w" * (MAX_BYTES + 1))

    def test_a_byline_alone(self):
        assert read_text("By Nell Farrow").passages[0].text == "By Nell Farrow"

    @pytest.mark.parametrize(
        "data",
        [b"%PDF-1.7", b"PK\x03\x04rest", b"\x89PNG\r\n", b"\xff\xd8\xff\xe0", b"{\\rtf1 x}"],
    )
    def test_what_is_no_text_whatever_its_name(self, data):
        with pytest.raises(ReadingRefused, match="whatever its name says"):
            read_bytes(data, name="piece.txt")

    def test_zeros(self):
        with pytest.raises(ReadingRefused, match="not text"):
            read_bytes(b"a\x00b\x00c\x00" * 50)


class TestBytes:
    @pytest.mark.parametrize("code", ["utf-8", "utf-8-sig", "utf-16"])
    def test_what_it_is_written_in_does_not_matter(self, code):
        assert read_bytes("Æble 🚧 fell.".encode(code)).text == "Æble 🚧 fell."

    def test_windows_1252(self):
        assert read_bytes("“Æble” fell.".encode("cp1252")).text == "“Æble” fell."


class TestNormalised:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("a\r\nb\rc\u2028d\x0be", "a\nb\nc\nd\ne"),
            ("e\u0301", "é"),
            ("\ufeffa\x00b\x07\tc", "ab\tc"),
            ("\ud800a", "\ufffda"),
            ("a\u200db\u202e", "a\u200db\u202e"),
        ],
    )
    def test_what_changes_and_what_stays(self, raw, text):
        assert normalised(raw) == text

    @given(st.text(st.characters(), max_size=200))
    @example("\ufeff\ufeffa")
    @example("\r\x00\n\x00\ufeff")
    def test_twice_is_once(self, raw):
        once = normalised(raw)

        assert normalised(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert once.encode().decode() == once


@given(st.text(st.characters(), min_size=1, max_size=300))
def test_passages_slice_the_text(raw):
    try:
        reading = read_text(raw)
    except ReadingRefused as refused:
        assert str(refused).endswith(".")  # noqa: PT017
        return

    cut = [reading.text[start:end] for start, end in reading.spans()]
    assert cut == [passage.text for passage in reading.passages]
    assert all(words.strip() for words in cut)
    assert normalised(reading.text) == reading.text
