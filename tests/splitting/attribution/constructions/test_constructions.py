"""Colons, nouns and adjectives that attribute, quotations that go on, and what nobody else says."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared

COLONS = """
(Poll)<:> {Most drivers would pay for the bridge}
(Ann Lie)<:> {The bridge is safe}
(Harbour master)<:> {Ferries will run again in May}
"""
ADJECTIVES = """
(The mayor) <is confident> {that the bridge will hold}.
(Parents) <are worried about> {the smoke from the plant}.
(The club) <was critical of> {the referee}.
(The farmers) <are afraid> {that the well will run dry}.
(She) <was proud of> {her brother}.
"""
GOING_ON = """
{“The bridge is old,”} (the mayor) <said>. {“We must mend it. It will cost money.”}
{“The bridge is old,”} <said> (Ann Lie). {“It is safe.”}
"""
OWN = """
[The bridge was built in 1932].
[The ferry runs twice a day and costs four euros].
[The council will meet on Thursday].
[Rain fell on the north of the country].
[He was born in Oslo and grew up in Bergen].
[There are nine schools in the town].
[Two of the boats sank].
[The museum, which opened in 1901, has three floors].
Is the bridge safe?
Who built the bridge?
Close the bridge.
Read the whole report here.
Photo gallery
The long way home
By Ann Lie
"""
SENTENCES = [
    line for table in (COLONS, ADJECTIVES, GOING_ON, OWN) for line in table.strip().splitlines()
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_construction_of_its_own(sentence):
    found, expected = compared(sentence)

    assert found == expected


def test_a_paragraph_in_quotation_marks_goes_on_with_the_speaker_before():
    text = "“The bridge is old,” the mayor said.\n\n“It has been mended nine times.”"

    [one] = split(text).suggestions

    assert [text[part.start : part.end] for part in one.parts] == [
        "“The bridge is old,”",
        "“It has been mended nine times.”",
    ]


def test_a_quotation_after_a_line_that_ends_in_a_colon_is_its_speakers():
    text = "Ann Lie went on:\n\n“It has been mended nine times.”"

    [one] = split(text).suggestions

    assert text[one.chain[0].speaker.start : one.chain[0].speaker.end] == "Ann Lie"


def test_a_tail_of_the_reporters_is_left_out():
    text = "The bridge is safe, the mayor said, in an apparent answer to the engineers."

    [one] = split(text).suggestions

    assert text[one.parts[0].start : one.parts[0].end] == "The bridge is safe"
