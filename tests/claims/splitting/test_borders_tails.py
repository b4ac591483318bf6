"""Where somebody's words begin and end beside the reporter's: "But, he said, …", ", as have others"."""

import pytest

from factcheck.claims.splitting import split
from tests.claims.splitting.marked import read, shown

JOINED = """
But, (he) <said>, {it is a risky plan}.
But, (Weber) <said>, {the bridge is too narrow for the buses}.
Yet, (they) <argued>, {the dike had held for years}.
{Instead}, (the captain) <said>, {the ferry will stop at noon}.
"""
ANSWERED = """
(The captain) <said> {that the belt had saved his life}, something that the mayor mocked.
(The captain) <said> {the clerk had lost the map}, a charge that the clerk denied.
(The captain) <said> {he wants a new bridge}, as have other councillors from the valley.
(The captain) <said> {he wants a new bridge, as he did in May}.
(The captain) <said> {he bought a boat, a ferry that sails in May}.
"""
DAYS = """
(The captain) <said> {Monday's vote will change the harbour}.
(The captain) <said> {Friday’s storm had broken the dike}.
(The captain) <said> Monday {the vote will change the harbour}.
(The captain) <said> on Monday {he had seen the storm}.
"""
TABLES = (JOINED, ANSWERED, DAYS)
SENTENCES = [line for table in TABLES for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_said_ends_where_the_reporter_goes_on(sentence):
    text, expected = read(sentence)

    found = shown(text, split(text))

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]
