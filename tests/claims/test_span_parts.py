"""Where a statement is cut, and how two become one: of plain texts, with every kind of sign."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.span_parts import (
    moved_by_a_word,
    natural_split_points,
    parts_joined,
    parts_split_at,
    split_points,
)
from factcheck.core.spans import Span, words

RAIL = "Rail is to close in May, and “the fleet” will grow; but costs rise."


def whole(text):
    return (Span(0, len(text)),)


def said(text, parts):
    return [text[part.start : part.end] for part in parts]


def cut_before(text, word, parts=None):
    pieces = parts_split_at(text, parts or whole(text), [text.index(word)])
    return [said(text, piece) for piece in pieces]


class TestCut:
    def test_what_joined_the_halves_is_in_neither(self):
        assert cut_before(RAIL, "and “the") == [
            ["Rail is to close in May"],
            ["“the fleet” will grow; but costs rise."],
        ]

    def test_after_the_and_is_as_good_as_before_it(self):
        assert cut_before(RAIL, "“the fleet") == cut_before(RAIL, "and “the")

    def test_at_several_points_at_once(self):
        points = natural_split_points(RAIL, whole(RAIL))

        pieces = parts_split_at(RAIL, whole(RAIL), points)

        assert [said(RAIL, piece) for piece in pieces] == [
            ["Rail is to close in May"],
            ["“the fleet” will grow"],
            ["costs rise."],
        ]

    def test_between_the_parts_of_a_broken_quotation(self):
        text = "“We pay,” he said, “and we win.”"
        parts = (Span(0, 9), Span(text.index("“and"), len(text)))

        assert cut_before(text, "“and", parts) == [["“We pay,”"], ["“and we win.”"]]

    def test_inside_one_part_the_others_go_where_they_stand(self):
        text = "“We pay,” he said, “and we win.”"
        parts = (Span(0, 9), Span(text.index("“and"), len(text)))

        assert cut_before(text, "pay", parts) == [["“We"], ["pay,”", "“and we win.”"]]

    @pytest.mark.parametrize("at", [-1, 0, 1, 6, 9, len(RAIL), 10_000])
    def test_nowhere_else_than_between_two_words(self, at):
        with pytest.raises(ValueError, match="between two of its words"):
            parts_split_at(RAIL, whole(RAIL), [at])

    def test_no_point_is_no_cut(self):
        with pytest.raises(ValueError, match="between two of its words"):
            parts_split_at(RAIL, whole(RAIL), [])

    def test_half_of_nothing_but_an_and_is_refused(self):
        text = "Rail closes and costs rise"
        both = [text.index("and"), text.index("costs")]

        with pytest.raises(ValueError, match="words of its own"):
            parts_split_at(text, whole(text), both)

    @pytest.mark.parametrize(
        ("text", "word", "halves"),
        [
            ("Bread 🥖🏽 rose and fell", "and", [["Bread 🥖🏽 rose"], ["fell"]]),
            ("Cafe\u0301 is closed, bar is not", "bar", [["Cafe\u0301 is closed"], ["bar is not"]]),
            ("الخبز غال والماء رخيص", "والماء", [["الخبز غال"], ["والماء رخيص"]]),
            ("Rain ;\u0301fog", "fog", [["Rain"], ["fog"]]),
            ("4\u00a0100 cars, two ships", "two", [["4\u00a0100 cars"], ["two ships"]]),
        ],
    )
    def test_in_every_script(self, text, word, halves):
        assert cut_before(text, word) == halves


@given(st.text(alphabet="ab ,;“”.é\u0301🚧🏽\u200dא \n", min_size=1, max_size=60), st.data())
def test_pieces_are_the_text_and_no_word_is_lost(text, data):
    points = split_points(text, whole(text)) if text else []
    if not points:
        return
    at = data.draw(st.sampled_from(points))

    first, second = parts_split_at(text, whole(text), [at])

    kept = [word for piece in (first, second) for part in piece for word in words(text, part)]
    assert kept == words(text)
    assert first[-1].end <= at <= second[0].start
    assert not unicodedata.combining(text[second[0].start])


class TestNatural:
    def test_semicolons_and_commas_before_an_and(self):
        assert [RAIL[at : at + 3] for at in natural_split_points(RAIL, whole(RAIL))] == [
            "and",
            "but",
        ]

    def test_what_the_splitter_proposed_goes_before(self):
        at = RAIL.index("will")

        assert natural_split_points(RAIL, whole(RAIL), [at]) == [at]

    def test_a_proposal_in_a_word_is_none(self):
        assert natural_split_points(RAIL, whole(RAIL), [RAIL.index("ail")]) == natural_split_points(
            RAIL, whole(RAIL)
        )


class TestOne:
    def test_with_an_and_between_them_they_are_one_stretch(self):
        text = "Rail closes and costs rise"

        assert parts_joined(text, [Span(0, 11), Span(16, len(text))]) == (Span(0, len(text)),)

    def test_one_sentence_after_the_other_is_one_stretch(self):
        assert parts_joined("It rose. It fell.", [Span(9, 17), Span(0, 8)]) == (Span(0, 17),)

    def test_with_other_words_between_them_they_are_parts(self):
        text = "“We pay,” he said, “and we win.”"
        parts = (Span(0, 9), Span(19, len(text)))

        assert parts_joined(text, parts) == parts

    def test_two_passages_are_never_one_stretch(self):
        assert len(parts_joined("It rose.\n\nIt fell.", [Span(0, 8), Span(10, 18)])) == 2

    def test_what_overlaps_is_one_stretch(self):
        assert parts_joined("It rose and fell", [Span(0, 11), Span(3, 16)]) == (Span(0, 16),)


class TestByAWord:
    TEXT = "He said “the bridge” closes (soon), he said."

    def moved(self, words_):
        start = self.TEXT.index(words_)
        found = moved_by_a_word(
            self.TEXT, Span(start, start + len(words_)), Span(0, len(self.TEXT))
        )
        return {way: span and self.TEXT[span.start : span.end] for way, span in found.items()}

    def test_signs_go_with_their_word(self):
        assert self.moved("bridge” closes") == {
            "start_out": "“the bridge” closes",
            "start_in": "closes",
            "end_in": "bridge”",
            "end_out": "bridge” closes (soon)",
        }

    def test_one_word_does_not_vanish(self):
        moved = self.moved("closes")

        assert (moved["start_in"], moved["end_in"]) == (None, None)

    def test_at_the_ends_of_the_text_there_is_no_more(self):
        moved = self.moved(self.TEXT)

        assert (moved["start_out"], moved["end_out"]) == (None, None)
