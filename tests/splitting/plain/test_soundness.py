"""What holds for the plain splitter whatever the text is."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.spans import Span
from factcheck.splitting.plain import propose

HOSTILE = [
    '"' * 30_000, "“" * 30_000, "‘" * 30_000, "“a " * 10_000, "Mr. " * 20_000, "A.B.C.D." * 8_000,
    "a" * 1_000_000, "he said " * 5_000, ", he said" * 5_000, "according to X, " * 5_000, "(" * 30_000,
    "X said that " * 5_000, "a.\n" * 10_000, " " * 300_000, "A — " * 10_000, "é\u0301" * 30_000,
]  # fmt: skip


@pytest.mark.parametrize("text", HOSTILE, ids=range(len(HOSTILE)))
def test_hostile_text_is_read_to_its_end(text):
    sound(text, [Span(0, len(text))])


def sound(text, passages):
    """What holds for every text: inside the passages, in order, apart, and no outer white space."""
    suggestions = propose(text, passages)
    parts = [part for one in suggestions for part in one.parts]
    assert parts == sorted(parts)
    assert all(before.end <= after.start for before, after in pairwise(parts))
    for part in parts:
        words = text[part.start : part.end]
        assert words == words.strip()
        assert any(passage.contains(part) for passage in passages)
    for one in suggestions:
        assert one.governs == (len(one.chain) - 1 if one.chain else None)
        assert one.reason.endswith(".")
        assert 0 <= one.worth <= 1
        for link in one.chain:
            for span in filter(None, (link.speaker, link.cue)):
                words = text[span.start : span.end]
                assert words
                assert words == words.strip()


WORDS = """
    Ann Lie the mayor source said says told that it bridge is was will according to and but he she
    while who , . : ; ? ! “ ” " ' ’ « » 「 」 — ( ) Mr. U.S. 3,412 on Monday adding warning
""".split()
BREAKS = ["\n", "\n\n", "said,", "“It", "so,”", "\u00a0", "\u0301", "é", "😀"]
PIECES = st.lists(st.sampled_from([*WORDS, *BREAKS]), max_size=60).map(" ".join)


@settings(max_examples=150, deadline=None)
@given(st.one_of(PIECES, st.text(max_size=200)), st.lists(st.integers(0, 400), max_size=6))
def test_any_text_yields_spans_that_hold(text, borders):
    edges = sorted({min(border, len(text)) for border in borders} | {0, len(text)})
    passages = [Span(a, b) for a, b in pairwise(edges)]

    sound(text, passages)
