"""What is said of the thing that a relative pronoun stands for: "boats, which they say attract us"."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import read, shown

RELATIVES = """
They built new boats, {which} (they) <argue> {attract more guests}.
It is larger than the sum {that} (inspectors) <said> {they found in the safe}.
He came second in a race {that} (he) <said> {broke his heart}.
He has helped clubs adapt to {what} (she) <said> {is a growing demand for pools}.
The boats, {which} (she) <said> {she had sold}, burned.
The letters {that} (she) <said> {were lost} have been found.
"""
CONJUNCTIONS = """
(She) <said> {that he left}.
The boats that she sold burned.
The boats, which she sold in May, burned.
"""


def _cases(*tables):
    return [line for table in tables for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", _cases(RELATIVES, CONJUNCTIONS))
def test_a_relative_pronoun_is_a_piece_of_what_is_said(sentence):
    text, expected = read(sentence)

    found = shown(text, split(text))

    for piece in ("speaker", "cue", "content"):
        assert found[piece] == expected[piece]
