"""Sorts of statements, words that soften them, and what makes them worth a check."""

import pytest

from factcheck.claims.splitting import kinds, split, worth
from factcheck.core.spans import Span


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The bridge was closed on Monday", "fact"),
        ("He was born on May 3, 1970", "fact"),
        ("The bridge cost 40 million euros", "number"),
        ("Half of all pupils walk to school", "number"),
        ("Prices rose by 4 percent", "number"),
        ("Nine of ten boats sank", "number"),
        ("The river is wider than the lake", "comparison"),
        ("It is the oldest bridge in the country", "comparison"),
        ("Fewer people smoke than ten years ago", "comparison"),
        ("Exports fell compared with last year", "comparison"),
        ("The bridge fell because it was old", "causal"),
        ("The flood led to a shortage of bread", "causal"),
        ("The fire was caused by a cigarette", "causal"),
        ("The bridge will open in May", "prediction"),
        ("The council is expected to agree", "prediction"),
        ("The bridge is going to fall", "prediction"),
        ("The council should close the bridge", "opinion"),
        ("The bridge is a disgrace", "opinion"),
        ("It was the worst winter of my life", "opinion"),
    ],
)
def test_the_kind_of_a_statement(words, kind):
    assert kinds.kind(words) == kind


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("The alleged thief was seen", ["alleged"]),
        ("The bridge may reopen", ["may"]),
        ("The council is expected to agree", ["is expected to"]),
        ("She did not deny it", ["did not deny"]),
        ("It was reportedly sold, possibly twice", ["reportedly", "possibly"]),
        ("The bridge is safe", []),
    ],
)
def test_words_that_soften_or_deny(words, expected):
    found = kinds.hedges(words, [Span(0, len(words))])

    assert [words[span.start : span.end] for span in found] == expected


def facts(words, claim_kind="fact", quote_kind="none", speaker_kind="", *, hedged=False):
    return worth.Facts(words, claim_kind, quote_kind, speaker_kind, hedged)


def test_a_figure_is_worth_more_than_an_opinion():
    number = facts("The bridge cost 40 million euros", "number")
    opinion = facts("The bridge is a disgrace to us all", "opinion")

    assert worth.worth(number) > worth.worth(opinion)
    assert worth.because(number) == "it states a figure"


def test_worth_stays_between_nought_and_one():
    for words in ("", "no", "Ann Lie spent 9 euros in Oslo and 10 in Bergen in 3 days"):
        assert 0 <= worth.worth(facts(words)) <= 1


def test_weights_learn_from_what_is_set_aside():
    number, opinion = facts("It cost 9 euros in Oslo"), facts("It is bad for us", "opinion")
    decisions = [(number, False), (opinion, True)] * 150

    fitted = worth.fitted(decisions)

    assert fitted["number"] < worth.WEIGHTS["number"]
    assert fitted["opinion"] > worth.WEIGHTS["opinion"]
    assert worth.worth(opinion, fitted) > worth.worth(number, fitted)


def test_a_handful_of_decisions_teaches_nothing():
    with pytest.raises(ValueError, match="200 decisions"):
        worth.fitted([(facts("It cost 9 euros"), True)] * 199)


def test_coordinated_statements_are_offered_with_their_seams():
    text = (
        "The statement will stress the importance of peace and condemn the attack on the town, "
        "while refraining from blaming the army, according to the source."
    )

    [one] = split(text).suggestions

    assert [text[at:].split(" ")[0] for at in one.splits] == ["and", "while"]


def test_a_simple_statement_has_no_seam():
    [one] = split("The bridge is safe, the mayor said.").suggestions

    assert one.splits == ()
