"""Where somebody's words begin and end beside the reporter's: "But, he said, …", ", as have others"."""

import pytest

from tests.splitting.marked import compared

JOINED = """
But, (he) <said>, {it is a risky plan}.
But, (Weber) <said>, {the bridge is too narrow for the buses}.
Yet, (they) <argued>, {the dike had held for years}.
{Instead}, (the captain) <said>, {the ferry will stop at noon}.
"""
AGREED = """
(The captain) <said> {he wants a new bridge, as he did in May}.
(The captain) <said> {he bought a boat, a ferry that sails in May}.
"""
DAYS = """
(The captain) <said> {Monday's vote will change the harbour}.
(The captain) <said> {Friday’s storm had broken the dike}.
(The captain) <said> Monday {the vote will change the harbour}.
(The captain) <said> on Monday {he had seen the storm}.
"""
DASHES = """
(The officials) <said> {the visit was planned in May - before the mayor closed the bridge}.
(The captain) <said> {the ferry would stay in port -- until the storm had passed}.
(The captain) <said> {the ferry would sail in May} -- though he had no crew.
(The captain) <said> {the ferry would sail in May} -- he owns it.
"""
WORDS = """
(The captain) <said> {the dike was built by then-Gov. Weber eight years ago}.
(The captain) <said> {the pilots feared ex-Sen. Brandt most}.
The plan, {which} (critics) <call> {pro-ferry}, failed.
(The captain) <called> {the plan anti-harbour}.
"""
FRONTED = """
While (the company) <says> {it will pay}, in the valley the farmers have no money.
While (the mayor) <says> {the dike is safe if the wind drops}, the boats are gone.
In May (the mayor) <said> {the dike was safe, at the harbour and in the valley}.
When the wind dropped, (the mayor) <said> {the dike was safe, in the valley too}.
"""
COLONS = """
The toll is working: {So far this year it has paid for two bridges}, <according to> (the bank).
{The toll has paid for two bridges: Weber and North}, <according to> (the bank).
{The toll is working: it has paid for two bridges}, <according to> (the bank).
{Bridges of the valley: The toll has paid for two}, <according to> (the bank).
"""
TABLES = (JOINED, AGREED, DAYS, DASHES, WORDS, FRONTED, COLONS)
SENTENCES = [line for table in TABLES for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_said_ends_where_the_reporter_goes_on(sentence):
    found, expected = compared(sentence)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]
