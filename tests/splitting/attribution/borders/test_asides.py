"""What stands behind "he said": the content goes on, or the reporter takes over again."""

import pytest

from tests.splitting.marked import compared

GOES_ON = """
{The bridge is safe}, (the mayor) <said>, {so the road will open}.
{The ferry had no radar}, (the company) <added>, {and had passed all tests}.
{The lake is getting warmer}, (she) <says>, {especially in the shallow bays}.
{The harbour is too small}, (the captain) <said>, {but it is well kept}.
{While some clerks could lose their jobs}, (she) <added>, {closing the office would be harsh}.
"""
REMARKS = """
{"The bridge is safe,"} (the mayor) <said>, <adding> {that the road would open}.
{"The bridge is safe,"} (the mayor) <said>, holding a map.
{"I left at nine,"} (the mayor) <said>, which was true.
{The bridge is safe}, (the mayor) <said>, leaving the hall.
{The bridge is safe}, (the mayor) <said> on Monday.
"""
SENTENCES = [line for table in (GOES_ON, REMARKS) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_follows_the_aside(sentence):
    found, expected = compared(sentence)

    assert found == expected
