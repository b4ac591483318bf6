"""Sorts of statements, words that soften them, and what makes them worth a check."""

import pytest

from factcheck.core.spans import Span
from factcheck.splitting import split
from factcheck.splitting.proposals import kinds, worth


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("The bridge was closed on Monday", "fact"),
        ("The council used its will and the free will of others", "fact"),
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
        ("The bridge reopened on May 4 of last year", []),
        ("The council is expected to agree", ["is expected to"]),
        ("She did not deny it", ["did not deny"]),
        ("It was reportedly sold, possibly twice", ["reportedly", "possibly"]),
        ("The bridge is safe", []),
        ("PERHAPS Never", ["PERHAPS", "Never"]),
        ("In May it may reopen; MAY is a month", ["may"]),
        ("İzmir İs not İn ruins, İt seems to stand", ["not", "seems to"]),
        ("Up to 9 of about 90,000 men, some day", ["Up to", "about"]),
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

    assert worth.weigh(number).worth > worth.weigh(opinion).worth
    assert worth.weigh(number).because == "it states a figure"


def test_worth_stays_between_nought_and_one():
    for words in ("", "no", "Ann Lie spent 9 euros in Oslo and 10 in Bergen in 3 days"):
        assert 0 <= worth.weigh(facts(words)).worth <= 1


def test_where_no_reason_speaks_for_a_check_none_is_told():
    opinion = worth.weigh(facts("It is bad for us", "opinion", "none", "organisation"))

    assert opinion.reasons == ("opinion",)
    assert opinion.told("Somebody says so.") == "Somebody says so."


def test_other_weights_bring_another_reason_forward():
    said = facts("It cost Ann Lie 9 euros", "number")

    weighed = worth.weigh(said, {**worth.WEIGHTS, "names": 2.0})

    assert weighed.reasons == worth.weigh(said).reasons
    assert weighed.worth > worth.weigh(said).worth
    assert weighed.told("Somebody says so.") == "Somebody says so, and it names somebody."


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


def test_a_pronoun_that_nobody_is_known_by_is_no_unnamed_source():
    [pronoun] = split("She said that the bridge was closed on Monday.").suggestions
    [source] = split("A source said that the bridge was closed on Monday.").suggestions

    assert "unnamed" not in pronoun.weighed
    assert "unnamed" in source.weighed
