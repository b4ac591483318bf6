"""Quotations without a verb of saying, and contents that go on in a quotation."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared

ANNOUNCED = """
(An evening of speeches) <had> one message: {"Close the port."}
(She) then <turned> to the gardeners once more: {“Plant it today. Water it twice.”}
(The mayor) <walked> to the microphone, {“I am not going to close the port today.”}
Continued (Ann Lie): {“I think the port is safe.”}
(The mayor) <opened> the new port, “Nordhavn.”
(The mayor) <steered> the old ferry, “Queen of the North.”
"""
GOES_ON = """
(Lie) <said> {that a bargain was possible: “In trade the question is the price. We know it.”}
(Lie) <argued> {that ferries were better than bridges, “because people talk on board.”}
(Lie) <told> the crew, {“I am one of you,” and, “Is there anyone who wants to leave?”}
(Lie) <said> {he had had offers for the boat, but “the offers were an insult.”}
"""
ALONE = """
The town fought for the ferry - {“I love the ferry,”} (Lie) <said>.
Nobody in the town was surprised: {“We have seen it before,”} (she) <wrote>.
The new rules have an effect that nobody saw: {“Boats will be small again,”} (Lie) <wrote>.
"""


def _cases(*tables):
    return [line for table in tables for line in table.strip().split("\n")]


@pytest.mark.parametrize("marked", _cases(ANNOUNCED, GOES_ON, ALONE))
def test_what_a_colon_a_dash_or_a_comma_has_to_do_with_a_quotation(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    if found["content"]:
        assert set(found["speaker"]) == set(expected["speaker"])


WORDS_WRITTEN_OR_CALLED = """
(The crew) answered with <chants of> {“We want the ferry”} until the mayor spoke.
(The mayor’s) <motto is> {“Every ship counts.”}
(The port’s) <slogan is>, {“Every ship counts.”}
He wore (a blue hat) <reading>, {“Make Bergen Great Again Also”} on Monday night.
The mayor’s son is “a fine sailor” and his ship is “fast.”
They drank cups of “Nordic Gold” coffee.
"""
REMARKS_BETWEEN = """
(Lie) <joked>, again in the accent of the north, {“Come on board!”}
(The mayor) <said>, smiling at the crew, {“The ferry will sail.”}
When (a boy) <shouted>, {“Help,”} (Lie) <said>, again without a smile, {“Be quiet.”}
"""
WHOLE_CRIES = """
The cook made her name in 1998, when (she) <yelled> {“Too salty!”} at a judge in the kitchen.
As the crowd began to sing, Lie was joined on stage by Berg and <joked>, {“You are too loud.”}
(He) <boasted about> {“winning”} and leaving the port.
"""


@pytest.mark.parametrize("marked", _cases(WORDS_WRITTEN_OR_CALLED, REMARKS_BETWEEN, WHOLE_CRIES))
def test_words_that_are_called_out_or_written_somewhere(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]


GOES_FURTHER = """
(Lie) <said> {she would sail again}. {“I love the sea.”}
(Lie) <said> {that the ferry was old}. {“It needs paint. It needs a crew.”}
{“The ferry is old,”} (Lie) <said>. {“It needs paint.”}
(Lie) <told> the crew, {“Paint it,” “Mend it,”} and then he left.
"""
AS_SAYING = """
(The paper) <quoted> the mayor <as saying> {“We need to build a ship.”}
(Lie) <reportedly said>, {“You tell me.”}
(The crew) <reportedly shouted>: {“Let us out of here!”}
"""


@pytest.mark.parametrize("marked", _cases(GOES_FURTHER))
def test_a_quotation_behind_a_statement_is_the_same_speakers(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]


@pytest.mark.parametrize("marked", _cases(AS_SAYING))
def test_hearsay_and_quotations_at_second_hand_keep_to_the_words_quoted(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]


def test_indirect_speech_and_the_quotation_behind_it_are_two_claims():
    text = "Lie said she would sail again. “I love the sea.”"

    found = split(text).suggestions

    assert [one.kind for one in found] == ["indirect", "direct"]
    assert "it goes on" in found[1].reason


def test_a_line_in_quotation_marks_waits_for_the_speaker_of_the_next_one():
    text = (
        "Berg seems happy about the ferry.\n\n“It is the best of the fleet.”\n\n"
        "“It never broke down,” Lie said."
    )

    found = split(text).suggestions

    quoted = [one for one in found if one.kind == "direct"]
    assert {text[one.chain[-1].speaker.start : one.chain[-1].speaker.end] for one in quoted} == {
        "Lie"
    }
