"""Where stretches of an old text stand in a new one: the very words, once, or nowhere."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.spans import CONTEXT, Span
from factcheck.intake.reanchoring import Text, reanchored

BETWEEN = "\n\n"


def text(*blocks, left_out=()):
    """A text of these passages; `left_out` are the numbers of those that nobody checks."""
    spans, start = [], 0
    for block in blocks:
        spans.append(Span(start, start + len(block)))
        start += len(block) + len(BETWEEN)
    return Text(BETWEEN.join(blocks), spans, [spans[n] for n in left_out])


def spans_of(found, *quotes):
    """Where these words begin for the first time."""
    starts = [found.text.index(quote) for quote in quotes]
    return [Span(start, start + len(quote)) for start, quote in zip(starts, quotes, strict=True)]


FERRY = "The ferries were late on 40 days"
RAIN = "It rained on 112 days"
OLD = text(
    f"The harbour office counted all of last year. {FERRY}, it said on Monday, the same day, and on 12 nights.",
    f"{RAIN}.",
)


def test_what_stands_unchanged_moves_with_its_text():
    new = text("A passage before.", *OLD.text.split(BETWEEN))

    found = reanchored(OLD, new, {1: spans_of(OLD, FERRY), 2: spans_of(OLD, RAIN)})

    assert found == {1: spans_of(new, FERRY), 2: spans_of(new, RAIN)}


@pytest.mark.parametrize(
    ("blocks", "why"),
    [
        (OLD.text.replace("40", "41").split(BETWEEN), "other words"),
        (OLD.text.replace("Monday", "Tuesday").split(BETWEEN), "another word within 32 after it"),
        (OLD.text.replace("last year", "2025").split(BETWEEN), "another word within 32 before it"),
        ([*OLD.text.split(BETWEEN), *OLD.text.split(BETWEEN)], "twice"),
        ([OLD.text.split(BETWEEN)[1]], "gone"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_what_does_not_stand_once_in_its_surroundings_is_not_placed(blocks, why):
    found = reanchored(OLD, text(*blocks), {1: spans_of(OLD, FERRY)})

    assert found == {}


def test_a_change_beyond_32_characters_does_not_matter():
    new = text(
        *OLD.text.replace("12 nights", "13 nights")
        .replace("The harbour", "The port")
        .split(BETWEEN)
    )

    found = reanchored(OLD, new, {1: spans_of(OLD, FERRY)})

    assert found == {1: spans_of(new, FERRY)}


@pytest.mark.parametrize("passage", [f"{RAIN}. And then?", f"So: {RAIN}.", f"{RAIN}.\n{RAIN}."])
def test_a_border_of_a_passage_is_a_border_there_too(passage):
    found = reanchored(OLD, text(passage), {1: spans_of(OLD, RAIN)})

    assert found == {}


def test_short_words_alone_in_a_passage_keep_their_place():
    old, new = text("Rain", "We like rain."), text("We like rain.", "Rain")

    found = reanchored(old, new, {"title": [Span(0, 4)]})

    assert found == {"title": [Span(15, 19)]}


def test_all_stretches_move_or_none():
    new = text(OLD.text.split(BETWEEN)[0])

    found = reanchored(OLD, new, {1: spans_of(OLD, FERRY, RAIN), 2: spans_of(OLD, FERRY)})

    assert found == {2: spans_of(new, FERRY)}


def test_what_would_be_left_out_of_the_check_is_not_placed():
    blocks = OLD.text.split(BETWEEN)

    found = reanchored(OLD, text(*blocks, left_out=[1]), {1: spans_of(OLD, RAIN)})

    assert found == {}


def test_two_places_of_the_same_words_are_not_made_one():
    old, new = text(f"{RAIN}.", f"{RAIN}."), text(f"{RAIN}.")
    first, second = Span(0, len(RAIN)), Span(len(RAIN) + 3, 2 * len(RAIN) + 3)

    found = reanchored(old, new, {1: [first], 2: [second]})

    assert found == {}


def test_nothing_is_asked_of_nothing():
    assert reanchored(OLD, OLD, {1: []}) == {}


WORDS = st.sampled_from(
    ["rain", "the", "sea", "40", "Oslo", "é", "🚢", "שלום", "a\u0301", "ferry,"]
)
PASSAGE = st.lists(WORDS, min_size=1, max_size=14).map(" ".join)
BLOCKS = st.lists(PASSAGE, min_size=1, max_size=5)


@st.composite
def edited(draw):
    """A text, stretches of it, and the text after some edits: words and passages go and come."""
    blocks = draw(BLOCKS)
    old = text(*blocks)
    stretches = {}
    for key in range(draw(st.integers(1, 5))):
        start = draw(st.integers(0, len(old.text) - 1))
        end = draw(st.integers(start + 1, min(len(old.text), start + 60)))
        stretches[key] = [Span(start, end)]
    changed = list(blocks)
    for _ in range(draw(st.integers(0, 3))):
        at = draw(st.integers(0, len(changed)))
        act = draw(st.sampled_from(["add", "drop", "word", "twice"]))
        if act == "add":
            changed.insert(at, draw(PASSAGE))
        elif act == "drop" and len(changed) > 1:
            changed.pop(min(at, len(changed) - 1))
        elif act == "word":
            words = changed[min(at, len(changed) - 1)].split(" ")
            words[draw(st.integers(0, len(words) - 1))] = draw(WORDS)
            changed[min(at, len(changed) - 1)] = " ".join(words)
        elif act == "twice":
            changed.append(changed[min(at, len(changed) - 1)])
    left_out = draw(st.sets(st.integers(0, len(changed) - 1), max_size=1))
    return old, text(*changed, left_out=sorted(left_out)), stretches


def surroundings(found, span):
    """The words and up to 32 characters on both sides, within the passages that hold its ends."""
    first = next((p for p in found.passages if p.start <= span.start < p.end), None)
    last = next((p for p in found.passages if p.start < span.end <= p.end), None)
    opens, closes = first.start if first else 0, last.end if last else len(found.text)
    return (
        found.text[max(opens, span.start - CONTEXT) : span.start],
        found.text[span.start : span.end],
        found.text[span.end : min(closes, span.end + CONTEXT)],
    )


def every_place(found, wanted):
    """Every place with these surroundings, found the slow way."""
    length = len(wanted[1])
    spans = (Span(at, at + length) for at in range(len(found.text) - length + 1))
    return [span for span in spans if surroundings(found, span) == wanted]


@given(edited())
def test_nothing_is_ever_put_on_other_words(case):
    old, new, stretches = case

    found = reanchored(old, new, stretches)

    for key, spans in found.items():
        for was, now in zip(stretches[key], spans, strict=True):
            assert surroundings(new, now) == surroundings(old, was)
            assert every_place(new, surroundings(old, was)) == [now]
            assert not any(now.overlaps(part) for part in new.left_out)


@given(edited())
def test_what_stands_once_is_found(case):
    old, new, stretches = case
    inside = {
        key: spans
        for key, spans in stretches.items()
        if any(passage.contains(spans[0]) for passage in old.passages)
    }

    found = reanchored(old, new, inside)

    for key, (span,) in inside.items():
        places = every_place(new, surroundings(old, span))
        same = [
            other
            for (other,) in inside.values()
            if surroundings(old, other) == surroundings(old, span)
        ]
        alone = len({other.start for other in same}) == 1
        checked = not any(places[0].overlaps(part) for part in new.left_out) if places else False
        assert (key in found) == (len(places) == 1 and alone and checked)


@given(BLOCKS)
def test_the_same_text_loses_nothing_that_stands_once_in_it(blocks):
    old = text(*blocks)
    whole = {n: [passage] for n, passage in enumerate(old.passages) if blocks.count(blocks[n]) == 1}

    assert reanchored(old, old, whole) == whole
    assert all(one.end < other.start for one, other in pairwise(old.passages))


def test_a_text_of_a_megabyte_with_thousands_of_stretches_is_read_once():
    lines = [
        f"On trip {n} the ferry left {n % 60} minutes late, the office said." for n in range(16_000)
    ]
    old = text(*(" ".join(lines[at : at + 5]) for at in range(0, len(lines), 5)))
    new = text("A new passage.", *(old.text[p.start : p.end] for p in old.passages))
    stretches = {
        n: spans_of(old, f"On trip {n} the ferry left {n % 60} minutes late,") for n in range(3000)
    }

    found = reanchored(old, new, stretches)

    assert len(found) == len(stretches)
