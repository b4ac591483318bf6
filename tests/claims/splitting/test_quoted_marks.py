"""Which marks make a pair, and where the sentence around them ends."""

import pytest

from factcheck.claims.splitting import split
from tests.claims.splitting.marked import read, shown

NESTED = """
(Ann Lie) <wrote>: {“The ferry “Nordlys” sails at noon.”}
{“The ferry “Nordlys” sails at noon,”} (Ann Lie) <said>.
{“They don’t see why, but you can at least say ‘they’re a civil crew,’”} (Lie) <said>.
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
