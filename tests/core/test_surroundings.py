"""Words in the passage that they stand in."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.surroundings import AFTER, BEFORE, Surroundings, surroundings

TEXT = "First passage.\n\nThe sea is 🌊 blue.\n\nLast one."


def test_around_shows_the_passage():
    start = TEXT.index("sea")

    assert surroundings(TEXT, start, start + 3) == Surroundings("The ", "sea", " is 🌊 blue.")


def test_around_the_first_and_the_last_words():
    assert surroundings(TEXT, 0, 5) == Surroundings("", "First", " passage.")
    assert surroundings(TEXT, len(TEXT) - 4, len(TEXT)) == Surroundings("Last ", "one.", "")


def test_around_shortens_a_long_passage():
    text = "a" * 1000 + "word" + "b" * 1000

    found = surroundings(text, 1000, 1004)

    assert found == Surroundings("…" + "a" * BEFORE, "word", "b" * AFTER + "…")


@pytest.mark.parametrize(
    ("start", "end"), [(None, 5), (5, None), (5, 5), (6, 5), (-1, 3), (0, 10_000)]
)
def test_around_nothing_where_there_is_no_such_stretch(start, end):
    assert surroundings(TEXT, start, end) is None


@given(st.text(max_size=100), st.integers(-5, 110), st.integers(-5, 110))
def test_around_never_changes_the_words(text, start, end):
    found = surroundings(text, start, end)

    assert (found is not None) == (0 <= start < end <= len(text))
    if found:
        assert found.words == text[start:end]
