"""Who speaks between commas alone, and who does not."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared, read, shown

SPEAKS = """
{The bridge is safe}, (Ann Lie, the harbour master), <said>.
{The bridge is safe}, (Ann Lie, the harbour master), <said> on Monday.
{The bridge was mended in June}, (Tom Hill, who runs the port), <told> the council.
{In May, the ferry sank}, <said> (Ann Lie, a teacher).
{The bridge is safe}, <said> (Lie), {because it was mended}.
{There is no chance of rain}, (officials in both towns) <insist>, {because the wind has turned}.
"""
IS_SPOKEN_OF = """
(The mayor, who runs the port), <announced> {a plan}.
(The captain, a Dane), <said> {the ferry was late}.
The mayor met the farmers, the fishermen, and <said> {that he would stay}.
{"It is dry,"} (he) <said>, because he was asked.
"""
NAMED = """
<According to> (the Daily Echo), citing the port, {the ferry has been placed in a dock}.
"""


@pytest.mark.parametrize("sentence", SPEAKS.strip().splitlines())
def test_who_speaks_between_commas(sentence):
    found, expected = compared(sentence)

    assert found == expected


@pytest.mark.parametrize("sentence", IS_SPOKEN_OF.strip().splitlines())
def test_what_is_said_by_whoever_stands_before_it(sentence):
    text, expected = read(sentence)

    found = shown(text, split(text))

    assert set(found["content"]) == set(expected["content"])


@pytest.mark.parametrize("sentence", NAMED.strip().splitlines())
def test_what_a_source_has_from_another_is_none_of_the_content(sentence):
    text, expected = read(sentence)

    found = shown(text, split(text))

    assert expected["content"][0] in found["content"]
