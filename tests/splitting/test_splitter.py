"""The whole way of a text: engines, offsets, and texts that mean harm."""

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from factcheck.core.spans import Span
from factcheck.splitting import split

PIECES = st.sampled_from(
    [
        "The bridge is safe", "the mayor said", "“It is safe,”", '"No"', "he said", "according to",
        "Ann Lie", ", ", ". ", "\n", "\n\n", " ", "—", ": ", "that", "said", "told reporters",
        "“", "”", '"', "''", "‘", "’", "«", "»", "e\u0301", "👩‍👩‍👧", "\u00a0", "שלום", "مرحبا",
        "because it rained", "and vowed to", "will demand that", "the source", "?", "!", "(", ")",
        "x" * 200, "Let", "’s", "'s", " hope", " its", "Mr.", "a.m.", "who", "’", " of", "-",
    ]
)  # fmt: skip


def check(text, found):
    parts = sorted(part for one in found.suggestions for part in one.parts)
    for part in parts:
        words = text[part.start : part.end]
        assert words
        assert words == words.strip()
    assert all(a.end <= b.start for a, b in pairwise(parts))
    starts = [one.parts[0].start for one in found.suggestions]
    assert starts == sorted(starts)
    for one in found.suggestions:
        assert (one.governs is None) == (one.chain == ())
        spans = [*one.hedges, *(link.cue for link in one.chain if link.cue)]
        spans += [Span(s.start, s.end) for link in one.chain if (s := link.speaker)]
        for span in spans:
            words = text[span.start : span.end]
            assert words == words.strip() != ""
        assert all(link.speaker.name.strip() for link in one.chain if link.speaker)
        assert all(any(p.start < at < p.end for p in one.parts) for at in one.splits)


@settings(max_examples=60, deadline=None)
@given(st.lists(PIECES, max_size=40).map("".join))
def test_spans_are_right_and_never_overlap_whatever_the_text(text):
    check(text, split(text))


@settings(max_examples=40, deadline=None)
@given(st.text(max_size=300))
def test_spans_are_right_in_any_script(text):
    check(text, split(text))


def test_passages_alone_are_under_check():
    text = "Old bridges fall.\n\nThe bridge is safe, the mayor said.\n\nFerries run late."
    start = text.index("The bridge")

    found = split(text, [Span(start, text.index("\n\nFerries"))])

    assert [text[p.start : p.end] for one in found.suggestions for p in one.parts] == [
        "The bridge is safe"
    ]


def test_offsets_count_code_points():
    text = "👩‍👩‍👧 Families left.\n\nThe bridge is safe, the mayor said."

    found = split(text)

    assert text[found.suggestions[-1].parts[0].start :].startswith("The bridge is safe,")


def test_the_page_is_told_which_engine_spoke():
    text = "The bridge is safe, the mayor said."

    assert split(text).engine == "parser"
    assert split(text, plain=True).engine == "plain"
    assert split(text, models=("no_such_model",)).engine == "plain"
    assert "not installed" in split(text, models=("no_such_model",)).note


@pytest.mark.parametrize(
    ("language", "text", "quoted"),
    [
        ("de", "„Die Brücke ist sicher“, sagte Anna Lie.", "Die Brücke ist sicher"),
        ("fr", "« Le pont est sûr », a déclaré Anne Lie.", "Le pont est sûr"),
        (None, "市長は「橋は安全だ」と述べた。", "橋は安全だ"),
    ],
)
def test_quotations_are_found_in_other_languages(language, text, quoted):
    found = split(text, language=language)

    words = [text[p.start : p.end] for one in found.suggestions for p in one.parts]
    assert found.engine == "plain"
    assert any(quoted in stretch for stretch in words)
    assert "English" in found.note


def test_progress_is_told_to_the_end():
    told = []

    split("It rained. It snowed. It hailed.", progress=lambda done, of: told.append((done, of)))

    assert told[-1] == (3, 3)


@pytest.mark.parametrize(
    "text",
    [
        '"' * 30_000,
        '" ' * 30_000,
        "“a " * 15_000,
        "Mr. " * 20_000,
        "A.B.C.D. " * 8_000,
        "x" * 1_000_000,
        '"' + "x" * 1_000_000 + '"',
        "a\n" * 50_000,
        "he said, " * 10_000,
        "according to " * 8_000,
        "",
        " \n \n",
    ],
    ids=lambda text: f"{text[:6]!r} {len(text)}",
)
def test_texts_that_mean_harm_are_answered(text):
    check(text, split(text))


@pytest.mark.parametrize(
    "text", ["Let’s hope the bridge holds.", "Let us assume that it rained.", "Let's see."]
)
def test_an_invitation_is_nobodys_statement(text):
    assert split(text).suggestions == ()
