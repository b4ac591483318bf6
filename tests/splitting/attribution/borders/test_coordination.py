"""What "and", "but" and "or" join: where the content goes on, and where the saying does."""

import pytest

from tests.splitting.marked import compared

GOES_ON = """
(The mayor) <said> {the bridge is safe, and that the road will open}.
(The mayor) <said> {that the bridge was safe, and that it was now open}.
(The mayor) <says> {the bridge is safe, but the river is rising}.
(The mayor) <said> {the bridge was safe, but nobody has used it}.
(The mayor) <said> {he was selling the house but would now keep the boat}.
(The doctor) <said> {the talks had failed, had cost too much and should end}.
(The mayor) <said> {the bridge was built in June and opened in July}.
"""
PIECES = """
(The union) <called for> {a strike, and then a vote}.
(The union) <has called for> {higher wages, and for raising the pension}.
(The gardener) <argued> {that the frost was not merely a setback, but a catastrophe}.
(The coach) <urged> {the players to train, eat well and sleep}.
"""
ANOTHER = """
(The mayor) <said> {the bridge was safe}, but (engineers) <warned> {that it could fall}.
(Two bakers) <have said> {they will open on Sunday} and (others) <have said> {they need their rest}.
(One in three) <said> {the soup was cold} and (one in four) <said> {the soup was stale}.
(The mayor) <has said> {the bridge is safe}, but he has stayed away from it.
"""
THE_SAME = """
(The mayor) <said> {the bridge was unsafe} and <accused> {the builders of fraud}.
(The mayor) <said> {the bridge was unsafe} and <criticized> {the builders for using sand}.
(He) <told> the paper {that the mayor is a coward} and <questioned> {his accounts}.
(The captain) <says> {the ferry is safe} but <conceded> {that it is old}.
(The captain) <says> {the ferry is safe and runs every hour}.
(The captain) <said> {the ferry was late}, <echoing> {a complaint of the farmers}.
"""
TABLES = (GOES_ON, PIECES, ANOTHER, THE_SAME)
SENTENCES = [line for table in TABLES for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_is_joined_to_the_content_and_what_to_the_saying(sentence):
    found, expected = compared(sentence)

    assert found == expected
