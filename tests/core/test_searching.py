import pytest

from factcheck.core.searching import search_words


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        (" late  ferries\n", ["late", "ferries"]),
        ("\0", []),
        ("late\0ferries", ["late", "ferries"]),
        ("a b c d e f g h i j", list("abcdefgh")),
    ],
)
def test_words_of_what_was_typed(typed, words):
    assert search_words(typed) == words
