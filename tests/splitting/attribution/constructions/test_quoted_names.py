"""Who is named behind a quotation, and when a name behind one belongs to what follows."""

import pytest

from tests.splitting.marked import compared

UNSEEN_VERBS = """
{“The ferry is old, and the crew is tired,”} (the two) <write>.
{"Today, the port is one of the leading ports of the north,"} (the Swedes) <state> in the paper.
{“The ferry is old,”} (the sailors) <claim>.
"""
NICKNAMES = """
{“The ferry is old,”} (Bill Berg, wearing a hat and “Tom Lie” buttons), <said> on Monday.
{“The ferry is old,”} (Ann “Captain” Lie) <said>.
{“The ferry is old,”} (Lie, known as “the Captain” in town), <told> the paper.
"""
HALF_A_SENTENCE = """
Although (Berg) <admitted> {that he had “been friends” with Lie}, (he) <claimed> {they had not met}.
Though (the mayor) <said> {it was “a scandal,”} (Lie) <insisted> {the ferry was safe}.
Smiling at the port's "sorry state," (Berg) <said>, {"Leave it to the mayor."}
In an interview on "Good Morning North," (Ann Lie) <said> {the ferry was safe}.
Speaking on Radio Nord's "New Day," (Ann Lie) <said>, {"The ferry is safe."}
"""
STILL_ASIDES = """
{The ferry is "perfectly safe,"} (Lie) <said>.
{The ferry is "perfectly safe," and the crew is "well trained,"} <according to> (the mayor).
"""


def _cases(*tables):
    return [line for table in tables for line in table.strip().split("\n")]


@pytest.mark.parametrize("marked", _cases(UNSEEN_VERBS, NICKNAMES, HALF_A_SENTENCE, STILL_ASIDES))
def test_a_name_behind_a_quotation_is_the_speakers_where_nothing_else_is_reported(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert set(found["speaker"]) == set(expected["speaker"])
    assert found["cue"] == expected["cue"]


ONE_COMMA = """
{“The ferry is old,”} (Ann Lie, a captain from the north) <told> the paper.
{“He is also a sailor,”} (another friend, Ann Lie) <told> the paper.
{“The ferry is old,” the oldest in the north}, (Lie) <says>.
"""


@pytest.mark.parametrize("marked", _cases(ONE_COMMA))
def test_the_second_comma_behind_a_speaker_may_be_missing(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]
