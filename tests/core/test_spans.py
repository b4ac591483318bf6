"""Positions in a text: words, sentences, places. Whatever the text, they slice it."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.spans import (
    Span,
    context,
    cut,
    find_all,
    first_words,
    join_quotes,
    joined,
    nearest,
    one_line,
    sentences,
    trimmed,
    word_edges,
    words,
    words_at,
)

TEXTS = st.text(max_size=300)
SPANS = st.builds(
    lambda start, length: Span(start, start + length), st.integers(0, 60), st.integers(1, 20)
)


def said(text, spans):
    return [cut(text, span) for span in spans]


@pytest.mark.parametrize(("start", "end"), [(-1, 3), (3, 3), (5, 2)])
def test_a_span_that_holds_nothing_is_refused(start, end):
    with pytest.raises(ValueError, match="holds no text"):
        Span(start, end)


def test_a_span_past_the_text_is_refused():
    with pytest.raises(ValueError, match="past the end"):
        cut("abc", Span(1, 4))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("It fell by 2.5% to 3,412.", ["It", "fell", "by", "2.5%", "to", "3,412"]),
        ("They don’t; the cease-fire holds", ["They", "don’t", "the", "cease-fire", "holds"]),
        ("🚧 closed 🚧", ["closed"]),
        ("Żółw e\u0301cole Москва", ["Żółw", "e\u0301cole", "Москва"]),
        ("one—two", ["one", "two"]),
        ("“Quoted,” she said.", ["Quoted", "she", "said"]),
        ("Rock-'n'-roll--or not", ["Rock-'n'-roll", "or", "not"]),
        ("It shut,They left.He wept", ["It", "shut", "They", "left", "He", "wept"]),
        ("The U.N. at 10:30, 20% off", ["The", "U.N", "at", "10:30", "20%", "off"]),
        ("हिन्दी भाषा, שָׁלוֹם", ["हिन्दी", "भाषा", "שָׁלוֹם"]),
        ("-- … .5", ["5"]),
    ],
)
def test_words(text, found):
    assert said(text, words(text)) == found


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", []),
        ("   \n\n ", []),
        ("One. Two! Three? Four", ["One.", "Two!", "Three?", "Four"]),
        ("Dr. Moe met Mr. J. R. Lie. They spoke.", ["Dr. Moe met Mr. J. R. Lie.", "They spoke."]),
        ("It fell 2.5 per cent. Then 3.", ["It fell 2.5 per cent.", "Then 3."]),
        ("“We left.” She wept.", ["“We left.”", "She wept."]),
        ("“We left?” she asked. Yes.", ["“We left?” she asked.", "Yes."]),
        ("A heading\n\nA sentence.", ["A heading", "A sentence."]),
        ("She said no. He sat. Then?", ["She said no.", "He sat.", "Then?"]),
        ("See No. 3 of Mar. 4 first. So.", ["See No. 3 of Mar. 4 first.", "So."]),
        ("Wait… no. Yes.", ["Wait… no.", "Yes."]),
        ("He fled to the U.S. The army left.", ["He fled to the U.S.", "The army left."]),
        ("The U.N. Security Council met.", ["The U.N. Security Council met."]),
        ("They met in the U.N.", ["They met in the U.N."]),
        ("It shut at 5 p.m. He ran to St. Olav.", ["It shut at 5 p.m.", "He ran to St. Olav."]),
        ("Acme Inc. said so. (“Yes.”) No.", ["Acme Inc. said so.", "(“Yes.”)", "No."]),
        ("See e.g. Rome. It ends at Mr.", ["See e.g. Rome.", "It ends at Mr."]),
        ("Really?! Yes!!! no.", ["Really?!", "Yes!!! no."]),
        ("彼は言った。「はい。」次に。", ["彼は言った。", "「はい。」", "次に。"]),
    ],
)
def test_sentences(text, found):
    assert said(text, sentences(text)) == found


def test_within_a_stretch_only_that_is_read():
    text = "One two. Three four. Five."

    assert said(text, sentences(text, Span(9, 20))) == ["Three four."]
    assert said(text, words(text, Span(9, 20))) == ["Three", "four"]
    assert word_edges(text, Span(9, 20)) == [(9, 14), (15, 19)]


def test_context_ends_with_the_text():
    assert context("abcdef", Span(2, 4), width=3) == ("ab", "ef")


def test_every_place_is_found_overlapping_ones_too():
    assert find_all("aaa", "aa") == [Span(0, 2), Span(1, 3)]
    assert find_all("aaa", "") == []


def test_places_of_a_long_quote_do_not_overlap():
    assert find_all("a" * 350, "a" * 150) == [Span(0, 150), Span(150, 300)]


@pytest.mark.parametrize(
    "text",
    [
        "." * 100_000 + "a",
        "a" * 100_000,
        '."' * 50_000 + "a",
        "a" + "\u0301" * 100_000,
        "a. " * 30_000,
    ],
    ids=["stops", "no space", "quotes", "marks", "initials"],
)
def test_a_hostile_text_is_read_to_its_end(text):
    found = sentences(text)

    assert found[-1].end == len(text.rstrip())
    assert all(any(s.contains(word) for s in found[-2:]) for word in words(text)[-1:])


def test_the_earlier_of_two_as_near_is_nearest():
    spans = [Span(20, 21), Span(0, 1), Span(8, 9), Span(12, 13)]

    assert nearest(spans, Span(10, 11)) == Span(8, 9)
    assert nearest([], Span(0, 1)) is None


@given(TEXTS)
def test_words_stand_in_order_and_hold_no_space(text):
    found = words(text)

    assert all(one.end <= next_.start for one, next_ in pairwise(found))
    assert not any(char.isspace() for span in found for char in cut(text, span))


@given(TEXTS)
def test_every_word_stands_in_one_sentence(text):
    found = sentences(text)

    inside = [word for sentence in found for word in words(text, sentence)]
    assert inside == words(text)
    assert all(cut(text, span) == cut(text, span).strip() for span in found)


@given(TEXTS, st.data())
def test_trimming_leaves_the_words(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, len(text))))

    found = trimmed(text, span)

    assert (cut(text, found) if found else "") == cut(text, span).strip()


@given(st.lists(SPANS, max_size=12))
def test_joined_stretches_cover_what_they_covered(spans):
    points = {point for span in spans for point in range(span.start, span.end)}

    whole = joined(spans)

    assert {p for span in whole for p in range(span.start, span.end)} == points
    assert all(one.end < next_.start for one, next_ in pairwise(whole))


@given(TEXTS, st.data())
def test_a_quote_is_found_where_it_was_cut(text, data):
    if not text:
        return
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start + 1, min(len(text), start + 100))))
    before, after = context(text, span)

    found = find_all(text, cut(text, span))

    assert span in found
    assert nearest(found, span) is not None
    assert before + cut(text, span) + after in text


def test_a_span_is_as_long_as_its_words():
    assert len(Span(2, 5)) == len(cut("abcdef", Span(2, 5)))


class TestWordsOnOneLine:
    def test_the_words_of_several_spans(self):
        text = "The bridge, he said, is safe."

        assert words_at(text, [Span(0, 10), Span(21, 28)]) == "The bridge … is safe"

    def test_one_span_needs_no_dots(self):
        assert words_at("The bridge is safe.", [Span(4, 10)]) == "bridge"

    def test_quotes_that_are_known(self):
        assert join_quotes(["The bridge", "is safe"]) == "The bridge … is safe"

    def test_white_space_becomes_single_spaces(self):
        assert one_line("  The\nbridge \t is\u00a0safe ") == "The bridge is safe"

    @pytest.mark.parametrize(
        ("count", "shown"),
        [(2, "The bridge …"), (4, "The bridge is safe"), (9, "The bridge is safe")],
    )
    def test_the_first_words(self, count, shown):
        assert first_words("The bridge\nis  safe", count) == shown
