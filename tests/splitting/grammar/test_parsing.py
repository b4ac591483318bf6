"""What is given to the parser, and how."""

import pytest

from factcheck.core.spans import Span
from factcheck.splitting.grammar import parsing
from factcheck.splitting.grammar.parsing import Token, Tree


@pytest.mark.parametrize(
    ("loaded", "threads", "alone", "afterwards"),
    [
        ((), None, True, "1"),
        ((), "1", True, "1"),
        ((), "4", False, "4"),
        (("numpy",), None, False, None),
        (("numpy",), "1", True, "1"),
        (("numpy",), "4", False, "4"),
    ],
)
def test_numpy_is_kept_to_one_thread_unless_it_is_too_late(loaded, threads, alone, afterwards):
    environment = {} if threads is None else {parsing.THREADS: threads}

    assert parsing.one_thread(loaded, environment) is alone
    assert environment.get(parsing.THREADS) == afterwards


def tree(*heads):
    """A sentence of as many words, each with the word that governs it."""
    tokens = [
        Token(i, 2 * i, 2 * i + 1, "x", "x", "NN", "dep", head, "x") for i, head in enumerate(heads)
    ]
    return Tree(Span(0, 2 * len(heads)), tokens)


@pytest.mark.parametrize(
    ("heads", "reaches", "kids"),
    [
        ((0,), [(0, 0)], [[]]),
        ((1, 1, 1), [(0, 0), (0, 2), (2, 2)], [[], [0, 2], []]),
        ((1, 2, 2, 2, 3), [(0, 0), (0, 1), (0, 4), (3, 4), (4, 4)], [[], [0], [1, 3], [4], []]),
        ((0, 0, 1, 2), [(0, 3), (1, 3), (2, 3), (3, 3)], [[1], [2], [3], []]),
        ((1, 2, 3, 3), [(0, 0), (0, 1), (0, 2), (0, 3)], [[], [0], [1], [2]]),
        ((2, 3, 2, 2), [(0, 0), (1, 1), (0, 3), (1, 3)], [[], [], [0, 3], [1]]),  # arcs that cross
        ((0, 1), [(0, 0), (1, 1)], [[], []]),  # two tops
        ((1, 0, 0), [(0, 2), (0, 2), (2, 2)], [[1, 2], [0], []]),  # a ring, and yet an end
    ],
)
def test_a_token_knows_what_it_governs(heads, reaches, kids):
    found = tree(*heads)

    assert [(token.left, token.right) for token in found] == reaches
    assert [token.kids for token in found] == kids


def test_a_token_knows_what_it_governs_after_a_repair():
    found = tree(1, 1, 1, 2)
    found[3].head = 0

    found.settle()

    assert [(token.left, token.right) for token in found] == [(0, 3), (0, 3), (2, 2), (3, 3)]
    assert [kid.i for kid in found.kids(found[0])] == [3]
    assert found.kid(found[2], "dep") is None


@pytest.mark.parametrize(
    "text",
    [
        "The mayor  said   that the bridge was safe.",
        "The mayor said that the bridge\t was\u00a0 safe.",
        "The mayor said\n that  the bridge was safe.",
    ],
)
def test_white_space_is_no_word_and_governs_none(text):
    [found] = parsing.parsed(text, [Span(0, len(text))], parsing.installed())

    assert [token.text for token in found] == text.replace(".", " .").split()
    assert [text[token.start : token.end] for token in found] == [token.text for token in found]
    said, bridge, safe = (
        next(t for t in found if t.low == word) for word in ("said", "bridge", "safe")
    )
    assert found.head(said) is None
    assert found.head(bridge).low == "was"
    assert found.head(safe).low == "was"


def test_a_sentence_that_stands_again_is_placed_where_it_stands():
    text = "It rained. It snowed. It rained."

    first, _, again = parsing.parsed(
        text, [Span(0, 10), Span(11, 21), Span(22, 32)], parsing.installed()
    )

    assert [token.start for token in first] == [0, 3, 9]
    assert [token.start for token in again] == [22, 25, 31]
    assert [token.dep for token in again] == [token.dep for token in first]


def test_what_is_no_sentence_has_no_tree():
    text = "— * —\nIt rained.\n" + "x" * 200

    found = list(
        parsing.parsed(text, [Span(0, 5), Span(6, 16), Span(17, 217)], parsing.installed())
    )

    assert [tree is None for tree in found] == [True, False, True]


@pytest.mark.parametrize(
    ("sentence", "given"),
    [
        ("They weren’t “asking for the moon.”", "They weren't “asking for the moon.”"),
        ("The pilots’ union said ‘no’.", "The pilots’ union said ‘no’."),
        ("It is a \ud800 bridge.", "It is a \ufffd bridge."),
    ],
)
def test_the_parser_is_given_the_apostrophes_that_it_knows(sentence, given):
    assert parsing.readable(sentence) == given
