"""Sentences longer than the parser is given at once."""

from itertools import pairwise

import pytest

from factcheck.core.spans import Span
from factcheck.splitting import split
from factcheck.splitting.text.lengths import LONGEST, readable_pieces

BOATS = "the harbour office counted the boats at the northern quay in the rain of the morning"


def pieces(text):
    return [text[span.start : span.end] for span in readable_pieces(text, Span(0, len(text)))]


def long(joint, clause=BOATS):
    """Clauses with the joint between them: longer than the parser is given."""
    return joint.join([clause] * (LONGEST // len(clause) + 2))


@pytest.mark.parametrize(
    ("joint", "opens", "ends"),
    [
        ("; ", "the harbour", ";"),
        ("; and ", "the harbour", ";"),
        (", and ", "the harbour", ","),
        (", while ", "while the harbour", ","),
        (" — ", "the harbour", "—"),
        (",” and ", "the harbour", ",”"),
        ('," ', "the harbour", ',"'),
    ],
)
def test_a_long_sentence_is_cut_where_it_pauses(joint, opens, ends):
    found = pieces(long(joint))

    assert len(found) == 2
    assert found[1].startswith(opens)
    assert found[0].endswith(ends)
    assert all(len(piece) <= LONGEST for piece in found)


@pytest.mark.parametrize(
    "text",
    [
        long("; ")[:LONGEST],
        long(" "),
        long(", "),
        "x" * 2 * LONGEST,
        "Mr. " * LONGEST,
    ],
    ids=["short enough", "no pause", "commas alone", "one word", "titles"],
)
def test_what_is_short_or_has_no_pause_stays_whole(text):
    assert pieces(text) == [text.strip()]


def test_a_semicolon_goes_before_a_comma():
    clauses = [BOATS] * (LONGEST // len(BOATS) + 2)
    half = len(clauses) * 2 // 3
    text = ", and ".join(clauses[:half]) + "; " + ", and ".join(clauses[half:])

    assert pieces(text)[0].endswith(";")


def test_only_the_stretch_without_a_pause_is_left_unread():
    text = f"{BOATS}; {'x' * 2 * LONGEST}; {BOATS}"

    assert [len(piece) <= LONGEST for piece in pieces(text)] == [True, False, True]


def test_no_letter_is_lost_or_read_twice():
    text = long("; ") + long(", while ") + long(",” ") + long(" — ")

    spans = list(readable_pieces(text, Span(0, len(text))))

    assert all(a.end <= b.start for a, b in pairwise(spans))
    assert "".join(pieces(text)).replace(" ", "") == text.replace(" ", "")


def test_somebody_who_is_quoted_in_a_long_sentence_is_found():
    text = f"{long('; ').capitalize()}; Ann Lie said that the bridge was safe."

    found = [one for one in split(text).suggestions if one.chain]

    assert [text[p.start : p.end] for one in found for p in one.parts] == [
        "that the bridge was safe"
    ]


def test_what_stands_twice_in_a_text_is_read_twice():
    text = (
        "Ann Lie said that the bridge was safe. It rained. Ann Lie said that the bridge was safe."
    )

    found = [one for one in split(text).suggestions if one.chain]

    assert [one.parts[0].start for one in found] == [
        text.index("that"),
        text.rindex("that"),
    ]
