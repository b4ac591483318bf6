"""Sources behind a bare preposition, and more of what somebody may be of something."""

import pytest

from tests.splitting.marked import compared

SOURCES = """
{The bridge was closed for a week}, <per> (the Coast Guard).
<In> (a poll last month), {the mayor had a lead of nine points}.
{The mayor fell to third place} <in> (the latest survey).
[The boat makes nine knots per hour].
[The boats sank in a storm].
"""
ATTITUDES = """
(Some farmers) <are not fond of> {the new road}.
(The council) <is bent on> {selling the mill}.
(The sailors) <were tired of> {the delays}.
[They sold four boats, as opposed to nine].
"""
SENTENCES = [line for table in (SOURCES, ATTITUDES) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_source_or_an_attitude(sentence):
    found, expected = compared(sentence)

    assert found == expected
