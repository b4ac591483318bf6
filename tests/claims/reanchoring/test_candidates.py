"""Where the old words of a claim may stand in a new text."""

import pytest

from factcheck.claims.candidates import candidates
from factcheck.core.spans import Span

TEXT = (
    "The ferries were late on 44 days in 2025, the harbour office said. The pilots sleep.\n\n"
    "Pilots were late on two days. The ferries were late in spring."
)
PASSAGES = [Span(0, TEXT.index("\n\n")), Span(TEXT.index("Pilots"), len(TEXT))]


@pytest.mark.parametrize(
    ("old", "words"),
    [
        ("The ferries were late on 40 days in 2025", "The ferries were late on 44 days in 2025"),
        ("The harbour office said so", "the harbour office said"),
        ("The pilots sleep", "The pilots sleep"),
        ("Submarines are yellow", None),
        ("", None),
    ],
)
def test_candidates_are_the_words_most_like_the_old_ones(old, words):
    found = candidates(TEXT, PASSAGES, old)

    assert (found[0].words if found else None) == words
    assert all(TEXT[one.start : one.end] == one.words for one in found)


def test_the_very_words_elsewhere_come_first_and_alone():
    found = candidates(TEXT, PASSAGES, "late on")

    assert [(one.words, one.same) for one in found] == [("late on", True), ("late on", True)]


def test_what_is_not_under_check_is_no_candidate():
    assert candidates(TEXT, PASSAGES[1:], "The pilots sleep") == []
