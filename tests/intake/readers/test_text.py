"""Plain text becomes passages; what is no article is refused with a sentence."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.intake.readers import (
    ReadingRefused,
    ReadPassage,
    normalised,
    read_bytes,
    read_text,
)

BODY = "The ferry to Grey Island stopped running on Monday. Nobody was told why."
PIECES = [
    *(
        "\n\n",
        "\n",
        "\r\n",
        "\x00",
        "\ufeff",
        "\ud800",
        "\u2028",
        " ",
        "\t",
        "e\u0301",
        "שלום",
        "👩\u200d🚒",
    ),
    *("Related:", "A headline", "A sentence.", "By Nell Farrow", "Oct. 6, 2026", "© 2026 Us"),
]
RAW = st.text(max_size=200) | st.lists(
    st.sampled_from(PIECES),
    max_size=30,
).map("".join)


def roles(reading):
    return [passage.role for passage in reading.passages]


def blocks(*parts):
    return "\n\n".join(parts)


class TestNormalising:
    @pytest.mark.parametrize(
        ("raw", "text"),
        [
            ("a\r\nb\rc\u2028d\u2029e\x85f\x0bg\x0ch", "a\nb\nc\nd\ne\nf\ng\nh"),
            ("a\x00b\x07c\x1bd\x7fe\x9ff\tg", "abcdef\tg"),
            ("cafe\u0301", "café"),
            ("a\ud800b", "a\ufffdb"),
            ("\ufeffa\n\ufeffb", "a\nb"),
            ("a\u202eb\u200dc\u2066d\u00ad", "a\u202eb\u200dc\u2066d\u00ad"),
        ],
    )
    def test_what_it_does(self, raw, text):
        assert normalised(raw) == text

    @given(RAW)
    def test_twice_changes_nothing(self, raw):
        once = normalised(raw)

        assert normalised(once) == once
        assert unicodedata.is_normalized("NFC", once)
        assert not any(unicodedata.category(c) in ("Cc", "Cs") and c not in "\n\t" for c in once)


class TestPassages:
    @given(RAW)
    def test_every_passage_stands_where_it_is_said_to(self, raw):
        try:
            reading = read_text(raw)
        except ReadingRefused:
            return

        assert reading.text == "\n\n".join(p.text for p in reading.passages)
        assert normalised(reading.text) == reading.text
        assert [reading.text[a:b] for a, b in reading.spans()] == [p.text for p in reading.passages]
        assert all(p.text and p.text == p.text.strip() for p in reading.passages)
        assert (reading.title is None) is ("title" not in roles(reading))
        assert "title" not in roles(reading)[1:]

    @given(RAW)
    def test_nothing_is_lost_but_what_stands_beside_the_text(self, raw):
        try:
            reading = read_text(raw)
        except ReadingRefused:
            return
        taken = reading.byline or reading.published

        kept = "".join(reading.text.split())
        assert taken or kept == "".join(normalised(raw).split())

    def test_lines_are_blocks_where_no_blank_line_stands(self):
        reading = read_text(f"Ferry stops\n{BODY}\nIt was old.")

        assert [p.text for p in reading.passages] == ["Ferry stops", BODY, "It was old."]

    def test_lines_of_a_block_stay_together(self):
        reading = read_text(f"{BODY}\nIt was old.  \n \t\nIt rusted.")

        assert [p.text for p in reading.passages] == [f"{BODY}\nIt was old.", "It rusted."]

    def test_a_broken_paragraph_has_no_headings(self):
        reading = read_text("The ferry that goes\nto the island and\nback again was\nold.")

        assert reading.title is None
        assert roles(reading) == ["body"] * 4

    def test_a_short_block_between_text_is_a_heading(self):
        reading = read_text(blocks("Ferry stops", BODY, "What the islanders say", BODY))

        assert roles(reading) == ["title", "body", "heading", "body"]

    @pytest.mark.parametrize(
        "block", ["“We knew,” she said.", "They asked for:", "and no more", "A line\nand another"]
    )
    def test_other_short_blocks_are_no_headings(self, block):
        assert roles(read_text(blocks(BODY, BODY, block, BODY))) == ["body"] * 4

    @pytest.mark.parametrize(
        "block", ["Photo: Nell Farrow / Weir Gazette", "(File photo by N. Farrow)"]
    )
    def test_a_caption_is_known_by_its_opening(self, block):
        assert roles(read_text(blocks(BODY, block, BODY))) == ["body", "caption", "body"]


class TestTitle:
    @pytest.mark.parametrize(
        ("first", "is_title"),
        [
            ("Ferry stops", True),
            ("x" * 150, True),
            ("x" * 151, False),
            ("The ferry stopped.", False),
            ("Has the ferry stopped?", False),
            ("The ferry stopped!", False),
            ("And then…", False),
            ("“The ferry stopped.”", False),
            ("Ferry “stops”", True),
        ],
    )
    def test_the_first_block_is_the_title_where_it_is_no_sentence(self, first, is_title):
        reading = read_text(blocks(first, BODY))

        assert reading.title == (first if is_title else None)
        assert reading.passages[0] == ReadPassage("title" if is_title else "body", first)

    def test_a_single_block_is_no_title(self):
        assert read_text("Ferry stops").title is None

    def test_a_block_with_nothing_but_a_list_after_it_is_no_title(self):
        assert read_text(blocks("Ferry stops", "Related:", "Boat sails")).title is None

    def test_a_typed_title_stands_before_the_text(self):
        reading = read_text(blocks("Ferry stops", BODY), title=" No ferry\tto  the island ")

        assert reading.title == "No ferry to the island"
        assert [p.text for p in reading.passages] == ["No ferry to the island", "Ferry stops", BODY]

    def test_a_typed_title_that_stands_above_the_text_is_there_once(self):
        reading = read_text(blocks("FERRY  stops", BODY), title="Ferry stops")

        assert [(p.role, p.text) for p in reading.passages] == [
            ("title", "Ferry stops"),
            ("body", BODY),
        ]

    def test_another_title_takes_no_words_away(self):
        reading = read_text(blocks("Ferry stops", BODY)).with_title("Other words")

        assert [p.text for p in reading.passages] == ["Other words", "Ferry stops", BODY]
        assert roles(reading) == ["title", "body", "body"]


class TestBoilerplate:
    @pytest.mark.parametrize(
        "label",
        ["Related coverage:", "READ MORE", "See also:", "Recommended for you", "More on this"],
    )
    def test_a_label_takes_the_headlines_after_it(self, label):
        reading = read_text(blocks(BODY, BODY, label, "Boat sails", "Will it float?", "Dock\nShip"))

        assert roles(reading) == ["body", "body"] + ["boilerplate"] * 4

    def test_text_after_the_list_is_text_again(self):
        reading = read_text(blocks(BODY, "Related:", "Boat sails", BODY, "The end of it", BODY))

        assert roles(reading)[1:] == ["boilerplate", "boilerplate", "body", "heading", "body"]

    @pytest.mark.parametrize(
        "block",
        [
            "© 2026 Weir Gazette",
            "Copyright 2026 Weir Gazette. All rights reserved.",
            "(c) 2026 Weir Gazette",
            "Sign up for our newsletter",
            "Subscribe now",
            "Advertisement",
            "Read more: Boat sails at last",
            "Share this article",
        ],
    )
    def test_notices_and_adverts_are_left_out(self, block):
        assert roles(read_text(blocks(BODY, block, BODY))) == ["body", "boilerplate", "body"]

    @pytest.mark.parametrize(
        "block",
        [
            "Copyright law was changed by the council in March.",
            "Register to vote by Friday, the council said.",
            "Subscribe to that view and 300 boats sink, Roe said.",
            "Related companies lost 4 million, Roe said.",
        ],
    )
    def test_a_sentence_of_the_text_is_never_left_out(self, block):
        assert roles(read_text(blocks(BODY, block, BODY))) == ["body"] * 3


class TestRefusals:
    @pytest.mark.parametrize("raw", ["", " \n\t ", "\x00\x01", "\ufeff"])
    def test_nothing(self, raw):
        with pytest.raises(ReadingRefused, match="There is no text in it"):
            read_text(raw)

    def test_too_large_names_the_limit_and_the_size(self):
        with pytest.raises(ReadingRefused, match=r"2\.0 MB \(2,000,000 bytes\).* up to 1 MB"):
            read_text("é" * 1_000_000)

    def test_too_many_words_names_the_limit_and_the_count(self):
        with pytest.raises(ReadingRefused, match=r"20,001 words.* up to 20,000"):
            read_text("a " * 20_001)

    @pytest.mark.parametrize(
        "raw",
        ["a" * 1_000_000, "“" * 30_000 + "a", "a\n" * 20_000, "By " + "A" * 900_000, "." * 999_999],
        ids=["no space", "quotes", "lines", "byline", "stops"],
    )
    def test_the_largest_is_read(self, raw):
        assert read_text(raw).text.replace("\n", "") == raw.replace("\n", "")

    def test_a_file_far_too_large_is_refused_before_it_is_read(self):
        with pytest.raises(ReadingRefused, match=r"5\.0 MB.* up to 1 MB"):
            read_bytes(b"a" * 5_000_000, name="a.txt")

    @pytest.mark.parametrize(
        ("data", "kind"),
        [
            (b"%PDF-1.7\n1 0 obj", "a PDF"),
            (b"\xef\xbb\xbf%PDF-1.7", "a PDF"),
            (b"PK\x03\x04\x14\x00", "a ZIP or an office document"),
            (b"\x89PNG\r\n\x1a\n", "a picture"),
            (b"{\\rtf1\\ansi", "a rich-text document"),
        ],
    )
    def test_another_kind_of_file_under_a_plain_name(self, data, kind):
        with pytest.raises(ReadingRefused, match=f"This file is {kind}, whatever its name says"):
            read_bytes(data, name="article.txt")

    @pytest.mark.parametrize("data", [b"a\x00" * 600, bytes(range(256)) * 4])
    def test_what_is_no_text_at_all(self, data):
        with pytest.raises(ReadingRefused, match="This file is not text"):
            read_bytes(data, name="article.txt")


class TestFiles:
    @pytest.mark.parametrize(
        "data",
        [
            "Größe — 5 €".encode(),
            "Größe — 5 €".encode("utf-8-sig"),
            "Größe — 5 €".encode("utf-16"),
            b"\xfe\xff" + "Größe — 5 €".encode("utf-16-be"),
            "Größe — 5 €".encode("windows-1252"),
        ],
        ids=["utf-8", "with mark", "utf-16", "utf-16-be", "windows-1252"],
    )
    def test_characters_are_read_in_their_encoding(self, data):
        assert read_bytes(data, name="a.txt").text == "Größe — 5 €"

    def test_a_stray_null_is_dropped(self):
        assert (
            read_bytes(b"The fer\x00ry stopped on Monday.").text == "The ferry stopped on Monday."
        )

    def test_a_web_page_quoted_in_a_text_is_text(self):
        assert read_bytes(b"The page began with <html> and ended.").passages[0].role == "body"

    def test_a_title_goes_with_a_file(self):
        assert read_bytes(BODY.encode(), title="Ferry stops").title == "Ferry stops"
