"""What somebody may be of something, and what is nobody's."""

import pytest

from tests.splitting.marked import compared

NOBODYS = """
[The boat makes nine knots per hour].
[The boats sank in a storm].
"""
ATTITUDES = """
(Some farmers) <are not fond of> {the new road}.
(The council) <is bent on> {selling the mill}.
(The sailors) <were tired of> {the delays}.
[They sold four boats, as opposed to nine].
"""
SENTENCES = [line for table in (NOBODYS, ATTITUDES) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_an_attitude_or_nothing(sentence):
    found, expected = compared(sentence)

    assert found == expected
