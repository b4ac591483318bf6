"""The words of the verdicts, their order and their numbers."""

from itertools import pairwise

import pytest

from factcheck.verification.scale import (
    CONFIRMED,
    HURTS,
    NUMBERS,
    OWN_VOICE,
    SAID,
    TRUE,
    Said,
    Truth,
    but,
    weakest,
    word,
)

WEAKEST_FIRST = (
    "fabricated wrong_speaker denied altered out_of_context unconfirmed unchecked "
    "confirmed_paraphrase confirmed_verbatim"
).split()


def test_every_verdict_has_its_words():
    assert set(SAID) == {*Said, OWN_VOICE}
    assert set(TRUE) == set(Truth)


@pytest.mark.parametrize("scale", [SAID, TRUE])
def test_no_two_verdicts_read_alike(scale):
    assert len({step.word for step in scale.values()}) == len(scale)


@pytest.mark.parametrize(("weaker", "stronger"), list(pairwise(WEAKEST_FIRST)))
def test_the_weakest_link_is_shown(weaker, stronger):
    assert weakest([stronger, weaker]) == weaker
    assert weakest([weaker, stronger]) == weaker


def test_no_link_is_nobodys_words():
    assert weakest([]) == "not_applicable"


def test_only_five_verdicts_have_a_number():
    assert NUMBERS == {
        "accurate": 5,
        "needs_context": 4,
        "misleading": 2,
        "outdated": 2,
        "inaccurate": 1,
    }


def test_findings_that_hurt_are_those_of_the_gate():
    assert set(HURTS) == set(
        "misleading inaccurate unsupported altered out_of_context wrong_speaker fabricated".split()
    )


@pytest.mark.parametrize(
    ("aspect", "code", "said"),
    [("attribution", "unchecked", "Not checked"), ("content", "misleading", "Misleading")],
)
def test_a_verdict_is_said_in_words(aspect, code, said):
    assert word(aspect, code) == said


@pytest.mark.parametrize("said", sorted(Said))
@pytest.mark.parametrize("true", sorted(Truth))
def test_the_dangerous_case_is_said_aloud(said, true):
    aloud = {
        "inaccurate": "It was said. It is not true.",
        "misleading": "It was said. It misleads.",
    }

    assert but(said, true) == (aloud.get(true, "") if said in CONFIRMED else "")
