"""Which marks make a pair, and where the sentence around them ends."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared, read, shown

NESTED = """
(Ann Lie) <wrote>: {“The ferry “Nordlys” sails at noon.”}
{“The ferry “Nordlys” sails at noon,”} (Ann Lie) <said>.
{“The soup was cold, yet every guest told me ‘it’s a fine dish,’”} (Lie) <said>.
{“Nobody liked ‘the new timetable,’”} <said> (Ann Lie).
"""
TURNED = """
(Lie) <called> {the crew “sailors“ and the passengers “guests.“}
{“The ferry is late,“} (Ann Lie) <said>.
{“The ferry is late,"} (she) <said>.
"""
SHORT_WORDS = """
(Ann Lie) <said> in ‘08 {that the ferry would be late}. {“It was new,”} (she) <said>.
(Ann Lie) <said> {the rock ‘n’ roll of the ‘60s had nothing to do with it}.
"""
TOUCHING = """
{“The ferry is late.”“It always is,”} (Lie) <wrote>. {“Take the bus.”}
"""
NAMED_APART = """
{“The ferry is safe.”} (Ann Lie) <said>.
{“The ferry is safe.”} (Lie) <wrote> on Monday.
{“Is the ferry safe?”} (Hansen) <wondered>. {“It looks old.”}
{“Is the ferry safe?”} (Hansen) <pressed>. {“It looks old.”}
"""


def _cases(*tables):
    return [line for table in tables for line in table.strip().split("\n")]


@pytest.mark.parametrize("marked", _cases(NESTED, TURNED, SHORT_WORDS, TOUCHING, NAMED_APART))
def test_a_quotation_keeps_its_own_borders(marked):
    text, expected = read(marked)

    found = shown(text, split(text))

    for name in ("content", "speaker", "cue"):
        assert [" ".join(one.split()) for one in found[name]] == [
            " ".join(one.split()) for one in expected[name]
        ]


THREE_STROKES = """
{''There are stories - 'Oh, sailors won't vote for Lie,'''} (Steve Rosen, an old hand), <wrote>.
{''I tell every buyer: 'Look, the oven's brand new,'''} (Mr. Engel) <said> of the bakery.
{''My aunt would shut the oven and ask, 'Who burned the bread?'''} (Mr. Berg) <said>.
{''It was 'free,' as they say,''} (Mr. Berg) <said>.
"""
PROGRAMMES = """
{''Lie is late,''} (he) <said> on Radio Nord's ''This Week.'' {''Berg can't stand our captain.''}
{''He deserved it,''} (John Berg) <told> the programme ''Inside Norway'' after the fight.
{“Lie is late,”} (he) <told> Radio Nord's “Good Morning.” {“He always is.”}
"""


@pytest.mark.parametrize("marked", _cases(THREE_STROKES, PROGRAMMES))
def test_inner_quotations_and_programmes_are_told_from_what_is_said(marked):
    found, expected = compared(marked)

    assert found["content"] == expected["content"]
    assert found["speaker"] == expected["speaker"]
