"""Which words are accounted for. Whatever is marked, the sums agree and more never opens."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.claims.actions import exempt, lift, set_aside
from factcheck.claims.coverage import Exempt, cover
from factcheck.core.spans import Span, find_all, words
from tests.covered import coverage_of

TEXT = (
    "The bridge will close in May, the office said on Tuesday. It carries 4,100 cars a day.\n\n"
    "So what now? Nobody knows."
)
PASSAGES = [Span(0, TEXT.index("\n\n")), Span(TEXT.index("So what"), len(TEXT))]


def at(quote):
    return find_all(TEXT, quote)[0]


def left(coverage):
    return [TEXT[start:end] for start, end in coverage.open_spans]


def framed_words(text, seeds):
    """The words that speakers and cues account for: a claim on one of them adds nothing."""
    whole = [Span(0, len(text))]
    framed = cover(text, whole, [], seeds).claimed
    return [
        text[word.start : word.end]
        for word in words(text)
        if cover(text, whole, [word], seeds).claimed == framed
    ]


def test_nothing_marked_leaves_all_open_that_says_something():
    found = cover(TEXT, PASSAGES, [])

    assert (found.claimed, found.exempt, found.open) == (0, 0, found.words)
    assert found.words == len(words(TEXT))
    assert found.open_sentences


def test_a_claim_and_its_frame_account_for_a_sentence():
    found = cover(
        TEXT, PASSAGES, [at("The bridge will close in May")], [at("the office"), at("said")]
    )

    assert "It carries 4,100 cars a day" in left(found)
    assert not any("office" in words_ or "Tuesday" in words_ for words_ in left(found))
    assert found.claimed == 11


def test_without_the_frame_the_attribution_stays_open():
    found = cover(TEXT, PASSAGES, [at("The bridge will close in May")])

    assert "the office said on Tuesday" in left(found)


def test_a_frame_does_not_reach_past_the_comma():
    assert framed_words(TEXT, [at("said")]) == ["the", "office", "said", "on", "Tuesday"]


@pytest.mark.parametrize(
    ("text", "seeds", "framed"),
    [
        ("It shut, a source said Tuesday. He left.", ["a source", "said"], "a source said Tuesday."),
        ("It shut – Roe told Oslo–Rome – by 5.", ["told"], " Roe told Oslo–Rome "),
        ("It shut—Roe said—by 5.", ["Roe"], "Roe said"),
        ("It shut--Roe said--by 5.", ["said"], "Roe said"),
        ("It shut - Roe said - by 5.", ["said"], "Roe said"),
        ("It shut, Roe of the 3,412 of 2021–2026 said, by 5.", ["said"], " Roe of the 3,412 of 2021–2026 said"),
        ("It shut, Dr. Roe of the U.N. Council said; then.", ["said"], " Dr. Roe of the U.N. Council said"),
        ("It fled to the U.S. The army said so.", ["said"], "The army said so."),
        ("It shut, Ann Roe, the head of it, said on", ["Ann Roe, the head"], " Ann Roe, the head of it"),
    ],
)  # fmt: skip
def test_a_frame_ends_at_the_nearest_comma_dash_or_sentence_end(text, seeds, framed):
    found = framed_words(text, [find_all(text, seed)[0] for seed in seeds])

    assert found == [framed[word.start : word.end] for word in words(framed)]


@pytest.mark.parametrize(
    ("quote", "is_open"),
    [
        ("Nobody knows", False),  # two words, the first one capitalised
        ("So what now", False),  # three in a row
        ("It carries", True),  # the number is left
        ("It carries 4,100 cars", False),  # two words are left
    ],
)
def test_what_is_left_of_a_sentence(quote, is_open):
    found = cover(TEXT, PASSAGES, [at(quote)])

    sentence = next(
        span
        for span in [at("So what now?"), at("Nobody knows."), at("It carries 4,100 cars a day.")]
        if span.contains(at(quote))
    )
    assert ((sentence.start, sentence.end) in found.open_sentences) is is_open


def test_an_exemption_is_counted_by_its_reason():
    found = cover(
        TEXT,
        PASSAGES,
        [],
        exemptions=[
            Exempt(at("So what now?"), "no_statement"),
            Exempt(at("Nobody knows."), "opinion"),
        ],
    )

    assert dict(found.exempt_by) == {"no_statement": 3, "opinion": 2}


def test_a_word_in_a_claim_and_an_exemption_is_counted_once():
    found = cover(TEXT, PASSAGES, [at("Nobody knows")], (), [Exempt(at("Nobody knows"), "opinion")])

    assert (found.claimed, found.exempt) == (2, 0)


def test_a_part_of_a_word_is_not_accounted_for():
    found = cover(TEXT, PASSAGES, [Span(0, 2)])

    assert found.claimed == 0


@st.composite
def marked_texts(draw):
    """A text, its passages, and stretches marked in it at random."""
    text = draw(st.text(alphabet="Aab1 .,-—\n“”é🚧", min_size=1, max_size=120))
    cuts = sorted(draw(st.sets(st.integers(0, len(text)), max_size=4)) | {0, len(text)})
    passages = [Span(a, b) for a, b in pairwise(cuts)]
    span = st.integers(0, len(text) - 1).flatmap(
        lambda start: st.builds(Span, st.just(start), st.integers(start + 1, len(text)))
    )
    return (
        text,
        passages,
        draw(st.lists(span, max_size=4)),
        draw(st.lists(span, max_size=2)),
        draw(
            st.lists(st.builds(Exempt, span, st.sampled_from(["opinion", "repeats"])), max_size=3)
        ),
        draw(span),
    )


@given(marked_texts())
def test_the_sums_agree(marked):
    text, passages, anchors, seeds, exemptions, _ = marked

    found = cover(text, passages, anchors, seeds, exemptions)

    assert found.words == found.claimed + found.exempt + found.open
    assert min(found.claimed, found.exempt, found.open) >= 0
    assert all(0 <= start < end <= len(text) for start, end in found.open_spans)


@given(marked_texts())
def test_a_further_claim_never_opens_anything(marked):
    text, passages, anchors, seeds, exemptions, further = marked

    before = cover(text, passages, anchors, seeds, exemptions)
    after = cover(text, passages, [*anchors, further], seeds, exemptions)

    assert after.open <= before.open
    assert set(after.open_sentences) <= set(before.open_sentences)


@given(marked_texts())
def test_a_further_exemption_never_opens_anything(marked):
    text, passages, anchors, seeds, exemptions, further = marked

    before = cover(text, passages, anchors, seeds, exemptions)
    after = cover(text, passages, anchors, seeds, [*exemptions, Exempt(further, "opinion")])

    assert after.open <= before.open
    assert set(after.open_sentences) <= set(before.open_sentences)


class TestOfAVersion:
    def test_only_claims_that_count_account_for_words(self, article, claim, checker):
        version = article.current_version
        assert coverage_of(version).claimed == 14  # the claim, and who said it

        set_aside(claim=claim, by=checker, because="No claim.")

        assert coverage_of(version).claimed == 0

    def test_what_was_left_out_is_not_counted(self, article):
        version = article.current_version

        assert coverage_of(version).words < len(words(version.text))

    def test_a_lifted_exemption_accounts_for_nothing(self, article, checker):
        version = article.current_version
        start = version.text.index("Olsvik sells lamps")
        exemption = exempt(
            article=article, by=checker, start=start, end=start + 18, reason="opinion"
        )
        assert coverage_of(version).exempt == 3

        lift(exemption=exemption, by=checker)

        assert coverage_of(version).exempt == 0


@pytest.mark.django_db
def test_what_repeats_a_claim_that_counts_no_more_is_open_again(article, marked, checker):
    claim = marked("The old mill bridge will close in May")
    text = article.current_version
    start = text.text.index("Traders on Weir Street fear for their shops.")
    end = start + len("Traders on Weir Street fear for their shops.")
    exempt(article=article, by=checker, start=start, end=end, reason="repeats", repeats=claim)
    before = coverage_of(text)

    set_aside(claim=claim, by=checker, because="No claim.")

    after = coverage_of(text)
    assert (before.exempt, after.exempt) == (8, 0)
    assert (start, end - 1) in after.open_spans
