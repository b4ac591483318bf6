"""Quotations without a verb of saying, and contents that go on in a quotation."""

import pytest

from factcheck.claims.splitting import split
from tests.claims.splitting.marked import read, shown

ANNOUNCED = """
(An evening of speeches) <had> one message: {"Close the port."}
(She) then <turned> to the crew again: {“Here is what I regret. I regret the delay.”}
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
    text, expected = read(marked)

    found = shown(text, split(text))

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
The man became known in 2009, when (he) <yelled> {“You lie!”} at the mayor in the town hall.
As the crowd began to sing, Lie was joined on stage by Berg and <joked>, {“You are too loud.”}
(He) <boasted about> {“winning”} and leaving the port.
"""


@pytest.mark.parametrize("marked", _cases(WORDS_WRITTEN_OR_CALLED, REMARKS_BETWEEN, WHOLE_CRIES))
def test_words_that_are_called_out_or_written_somewhere(marked):
    text, expected = read(marked)

    found = shown(text, split(text))

    assert found["content"] == expected["content"]
