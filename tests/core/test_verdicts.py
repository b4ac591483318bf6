"""The words of the verdicts, and their order."""

from itertools import pairwise

import pytest

from factcheck.core.verdicts import (
    ATTRIBUTION_SCALE,
    CONFIRMED,
    CONTENT_SCALE,
    DAMAGING,
    OWN_VOICE,
    AttributionCode,
    ContentCode,
    contrast,
    weakest,
    word,
)

WEAKEST_FIRST = (
    "fabricated wrong_speaker denied altered out_of_context unconfirmed unchecked "
    "confirmed_paraphrase confirmed_verbatim"
).split()


def test_every_verdict_has_its_words():
    assert set(ATTRIBUTION_SCALE) == {*AttributionCode, OWN_VOICE}
    assert set(CONTENT_SCALE) == set(ContentCode)


@pytest.mark.parametrize("scale", [ATTRIBUTION_SCALE, CONTENT_SCALE])
def test_no_two_verdicts_read_alike(scale):
    assert len({definition.word for definition in scale.values()}) == len(scale)


@pytest.mark.parametrize(("weaker", "stronger"), list(pairwise(WEAKEST_FIRST)))
def test_the_weakest_link_is_shown(weaker, stronger):
    assert weakest([stronger, weaker]) == weaker
    assert weakest([weaker, stronger]) == weaker


def test_no_link_is_nobodys_words():
    assert weakest([]) == "not_applicable"


def test_damaging_verdicts_are_those_of_the_gate():
    assert set(DAMAGING) == set(
        "misleading inaccurate unsupported altered out_of_context wrong_speaker fabricated".split()
    )


@pytest.mark.parametrize(
    ("aspect", "code", "said"),
    [("attribution", "unchecked", "Not checked"), ("content", "misleading", "Misleading")],
)
def test_a_verdict_is_said_in_words(aspect, code, said):
    assert word(aspect, code) == said


@pytest.mark.parametrize("attribution", sorted(AttributionCode))
@pytest.mark.parametrize("content", sorted(ContentCode))
def test_the_dangerous_case_is_said_aloud(attribution, content):
    aloud = {
        "inaccurate": "It was said. It is not true.",
        "misleading": "It was said. It misleads.",
    }

    assert contrast(attribution, content) == (
        aloud.get(content, "") if attribution in CONFIRMED else ""
    )
