"""Cutting a passage where claims, exemptions and open words begin and end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.desk.workspace.article_text.segments import KeyedSpan, segments

TEXT = "The sea is blue, he said. It is cold."


def cut(*args, **kwargs):
    return [(part.text, part.claims) for part in segments(*args, **kwargs)]


CASES = [
    pytest.param([], [(TEXT, ())], id="nothing"),
    pytest.param(
        [KeyedSpan(0, 15, 1)], [(TEXT[:15], (1,)), (TEXT[15:], ())], id="one at the beginning"
    ),
    pytest.param(
        [KeyedSpan(0, 25, 1), KeyedSpan(4, 15, 2)],
        [
            (TEXT[:4], (1,)),
            (TEXT[4:15], (2, 1)),
            (TEXT[15:25], (1,)),
            (TEXT[25:], ()),
        ],
        id="one inside another",
    ),
    pytest.param(
        [KeyedSpan(0, 15, 1), KeyedSpan(0, 25, 2)],
        [(TEXT[:15], (1, 2)), (TEXT[15:25], (2,)), (TEXT[25:], ())],
        id="two from the same place",
    ),
    pytest.param(
        [KeyedSpan(0, 15, 1), KeyedSpan(10, 25, 2)],
        [
            (TEXT[:10], (1,)),
            (TEXT[10:15], (2, 1)),  # equally long: the later one is the inner
            (TEXT[15:25], (2,)),
            (TEXT[25:], ()),
        ],
        id="two that cross",
    ),
    pytest.param(
        [KeyedSpan(0, 4, 1), KeyedSpan(26, 37, 1)],
        [(TEXT[:4], (1,)), (TEXT[4:26], ()), (TEXT[26:], (1,))],
        id="two parts of one claim",
    ),
]


@pytest.mark.parametrize(("anchors", "expected"), CASES)
def test_segments_cut_at_every_border(anchors, expected):
    parts = cut(TEXT, 0, anchors)

    assert parts == expected


def test_begins_names_claims_outermost_first():
    parts = segments(TEXT, 0, [KeyedSpan(0, 15, 1), KeyedSpan(0, 25, 2)])

    assert [part.begins for part in parts] == [(2, 1), (), ()]


def test_claim_is_the_innermost():
    parts = segments(TEXT, 0, [KeyedSpan(0, 25, 1), KeyedSpan(4, 15, 2)])

    assert [part.claims for part in parts] == [(1,), (2, 1), (1,), ()]


def test_exemption_shows_its_reason_once_at_its_end():
    parts = segments(TEXT, 0, [KeyedSpan(4, 10, 1)], [KeyedSpan(0, 25, 7)])

    assert [part.exemption for part in parts] == [7, 7, 7, None]
    assert [part.exemption_ends for part in parts] == [False, False, True, False]


def test_open_words_name_their_whole_stretch():
    parts = segments(TEXT, 0, [KeyedSpan(30, 32, 1)], (), [(26, 37)])

    assert [part.unaccounted for part in parts] == [None, (26, 37), (26, 37), (26, 37)]


def test_spans_beyond_the_passage_are_cut_off():
    parts = segments(TEXT[4:15], 4, [KeyedSpan(0, 25, 1), KeyedSpan(30, 32, 2)])

    assert [(part.start, part.end, part.claims) for part in parts] == [(4, 15, (1,))]


def test_text_beyond_the_basic_plane_is_cut_between_code_points():
    text = "A 🌊 wave, e\u0301t\u0301e\u0301, 👩‍🚀 said."

    parts = segments(text, 0, [KeyedSpan(2, 3, 1), KeyedSpan(10, 12, 2)])

    assert [part.text for part in parts][1] == "🌊"
    assert "".join(part.text for part in parts) == text


@st.composite
def cut_texts(draw):
    text = draw(st.text(min_size=1, max_size=60))
    edge = st.integers(0, len(text))
    start = draw(st.integers(0, len(text) - 1))
    end = draw(st.integers(start + 1, len(text)))
    pairs = st.tuples(edge, edge).map(sorted).filter(lambda pair: pair[0] < pair[1])
    spans = st.builds(lambda pair, key: KeyedSpan(*pair, key), pairs, st.integers(1, 5))
    return (
        text,
        (start, end),
        draw(st.lists(spans, max_size=6)),
        draw(st.lists(spans, max_size=3)),
        draw(st.lists(pairs.map(tuple), max_size=3)),
    )


@given(cut_texts())
def test_segments_together_are_the_passage(cut_text):
    text, (start, end), anchors, exemptions, open_words = cut_text

    parts = segments(text[start:end], start, anchors, exemptions, open_words)

    assert "".join(part.text for part in parts) == text[start:end]
    assert [part.start for part in parts] == [start, *(part.end for part in parts[:-1])]
    assert all(part.text == text[part.start : part.end] for part in parts)


@given(cut_texts())
def test_every_code_point_has_exactly_the_claims_around_it(cut_text):
    text, passage, anchors, exemptions, open_words = cut_text

    parts = segments(text[slice(*passage)], passage[0], anchors, exemptions, open_words)

    for part in parts:
        for at in range(part.start, part.end):
            around = {span.key for span in anchors if span.start <= at < span.end}
            assert set(part.claims) == around
            assert (part.exemption is not None) == any(
                span.start <= at < span.end for span in exemptions
            )
            assert (part.unaccounted is not None) == any(a <= at < b for a, b in open_words)


@given(cut_texts())
def test_each_claim_begins_where_its_stretches_begin(cut_text):
    text, (start, end), anchors, exemptions, open_words = cut_text

    parts = segments(text[start:end], start, anchors, exemptions, open_words)

    begun = {(part.start, key) for part in parts for key in part.begins}
    assert begun == {
        (max(span.start, start), span.key)
        for span in anchors
        if max(span.start, start) < min(span.end, end)
    }
