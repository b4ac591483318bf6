"""Where a content ends that a quotation opens or closes."""

import pytest

from tests.splitting.marked import compared

CRIES = """
(A man) <shouted> {“Close the port!”} at the passers-by.
(A man) <shouted>, {“Close the port!”} before he was led away.
(The crew) <chanted> {"no pay, no sailing"} after the talks broke down.
(Lie) <said> {“the ferry is old” and would be sold}.
(Lie) <said> {“the ferry” was old}.
"""
NAMES_GIVEN = """
(Lie) <called> {the ferry “a floating wreck”}.
(Lie) <called> {the ferry “a floating wreck,”} a remark that angered the crew.
(Lie) <called> {the ferry “a floating wreck”} – the phrase that sold his book.
(Lie) <called> {the ferry “a floating wreck”} and left the room.
(Lie) <called> {the ferry “a floating wreck” that nobody wants}.
(Lie) <called> {the crew “heroes” and “the best of us”}.
(Lie) <called> {a report suggesting the ferry was unsafe “outrageous.”}
(Lie) <called> {the idea that the ferry could sink a “bad joke.”}
"""
RIGHT_BEHIND = """
(Lie) <denied> {the “foolish rumour.”}
(Lie) <said> {the ferry was sold “because nobody wanted it”}.
(Lie) <called> {what she saw “terrible.”}
"""


def _cases(*tables):
    return [line for table in tables for line in table.strip().split("\n")]


@pytest.mark.parametrize("marked", _cases(CRIES, NAMES_GIVEN, RIGHT_BEHIND))
def test_a_content_ends_with_its_quotation(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]
    assert found["cue"] == expected["cue"]


REPORTED_ANEW = """
(Lie) <denied> {that the ferry is old}, <explaining> {that it was painted “last week.”}
(Lie) <said> {the ferry was “quite safe”} before <adding> {that nobody “should worry.”}
{“The ferry is safe,”} (Lie) <said> in the hall, <adding> {that it was “as good as new.”}
(Lie) <said> {the ferry was old and was asking for “a coat of paint.”}
"""
GESTURES = """
(Lie) <said>, {“Nobody is on board,”} looking at the crew.
(Lie) <said> {the “free ferry,” as it is known, would go on sailing}.
"""
BUT = """
{But the ferry is “quite safe,”} (Lie) <said>.
{And the ferry is safe}, (Lie) <said>.
But {the ferry}, (Lie) <said>, {was safe}.
{But “the ferry is quite safe,”} (Lie) <said>.
"""


@pytest.mark.parametrize("marked", _cases(REPORTED_ANEW, GESTURES, BUT))
def test_what_is_no_part_of_a_content_before_or_behind_its_quotation(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
