"""Where somebody's words begin and end: beside days and places, colons, dashes and links."""

import pytest

from tests.splitting.marked import compared

THINGS = """
(The company) <denied> {any role in the accident at the harbour}.
(The company) <denied> {the charge} in an interview.
(The paper) <cited> {a plan for the port, with the pilots criticising the toll}.
(The company) <denied> {the charge} on Monday.
(The paper) <reported> {nine deaths at a home for sailors}.
(The mayor) <described>, in plain words, {a harbour full of mud}.
(The letter) <suggests> {a lack of confidence that the bank can pay}.
(The mayor) <told> reporters {that the bridge is safe}.
(The mayor) <wrote> in a letter {that the bridge is safe}.
"""
MARKS = """
(The captain) <said> {the plan fails for one reason: the price of oil}.
(The captain) <said> {the ferry would sail in May - but without a band}.
(The captain) <said> {the ferry would sail in May} - he owns it.
The plan, (which) <calls> {the harbour "a trap,"} was dropped.
"""
LINKS = """
{Still, the bridge is safe}, (the mayor) <said>.
Still, (he) <said>, {the bridge is safe}.
{In fact, the bridge is safe}, <according to> (the mayor).
{In May, the bridge was safe}, (the mayor) <said>.
"""
AS = """
(The guide) <described> {the harbour as covered in mud}.
(The guide) <described> {the feast as the town celebrating itself}.
(The guide) <described> {the harbour} as the sun was setting.
(The guide) <denounced> {the plan as mad}.
"""
OCCASIONS = """
(The captain) <said> on Friday {he had met the mayor}.
(The captain) <said> in an interview {he had met the mayor}.
(The captain) <has said> {the harbour is safe}, even as the sea rose.
"""
INFINITIVES = """
(The clerk) <declined to say> {who had paid for the boat}.
(The clerk) <refused to acknowledge> {that the boat was his}.
(The clerk) <declined> {to name a successor}.
(The mayor) <vowed> {not to sell the harbour}.
"""
WITHIN = """
{She wished}, (the baker) <said>, {that winter would end early}.
(The mayor) <has reportedly said> {that the bridge is safe}.
"""
TABLES = (THINGS, AS, MARKS, LINKS, OCCASIONS, INFINITIVES, WITHIN)
SENTENCES = [line for table in TABLES for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_where_the_words_of_a_speaker_begin_and_end(sentence):
    found, expected = compared(sentence)

    assert found == expected
