"""Who is quoted inside whom: the outermost content is the claim, the rest stands in its chain."""

import pytest

from factcheck.splitting import split


def chain(text):
    """The links of the one claim of a sentence, innermost first: who, by which words."""
    [one] = split(text).suggestions
    assert one.governs == len(one.chain) - 1
    return [
        (text[link.speaker.start : link.speaker.end], text[link.cue.start : link.cue.end])
        for link in one.chain
    ]


NESTED = [
    (
        "The ministers will demand that the exports be stopped, according to the source.",
        [("The ministers", "will demand"), ("the source", "according to")],
    ),
    (
        "The ministers are set to condemn the attack, a diplomat said.",
        [("The ministers", "are set to condemn"), ("a diplomat", "said")],
    ),
    (
        "The statement will also stress the need for a cease-fire, according to the source.",
        [("The statement", "will also stress"), ("the source", "according to")],
    ),
    (
        "The union will call on the king to speak, a member said.",
        [("The union", "will call on"), ("a member", "said")],
    ),
    (
        "The paper reported that the minister had denied the charges.",
        [("the minister", "had denied"), ("The paper", "reported")],
    ),
    (
        "The mayor hopes that the bridge will open, her office said.",
        [("The mayor", "hopes"), ("her office", "said")],
    ),
    (
        "The report says the pilot claimed that the tower had warned him.",
        [("the pilot", "claimed"), ("The report", "says")],
    ),
]


@pytest.mark.parametrize(("sentence", "links"), NESTED)
def test_a_chain_keeps_every_link(sentence, links):
    found = chain(sentence)

    assert found[-2:] == links


def test_a_remark_beside_the_statement_is_no_link_of_it():
    text = (
        "The town is expected to close the bridge, with engineers warning that it may fall, "
        "the mayor said."
    )

    assert chain(text) == [("the mayor", "said")]


def test_somebody_who_speaks_of_their_own_hopes_is_one_link():
    assert chain("Ann Lie said she hoped that the bridge would open.") == [("Ann Lie", "said")]


def test_what_somebody_thinks_in_their_own_quotation_is_no_further_link():
    assert chain("“I think the bridge is safe,” Ann Lie said.") == [("Ann Lie", "said")]


@pytest.mark.parametrize(
    "sentence",
    [
        "The tenant never intended to harm anybody, the lawyer said.",
        "The council likes the plan, the clerk said.",
        "The farmers want to keep their wells, a neighbour said.",
    ],
)
def test_what_others_are_only_said_to_want_is_no_link(sentence):
    assert len(chain(sentence)) == 1
