"""Content that a relative pronoun stands for: "which she said was a mistake"."""

import pytest

from tests.splitting.marked import compared

PRONOUNS = """
The ferry sank in June, {which} (the harbour master) <said> {was a disgrace}.
[The bridge cost nine million], {which} (he) <said> {would be the highest price ever}.
The clerk kept letters {that} (investigators) <said> {they found on her desk}.
The ferry ran into a pier, {which} (the paper) <called> {"a disgrace."}
The warden, {who} (the paper) <said> {had fled}, was arrested.
Displaying {what} (many sailors) <said> {was a sign of better weather}, gulls came in.
[The town will build dams], {which} (engineers) <argue> {would spur growth}.
[The club lost its boats], {which} (he) <described> {as a shame}.
"""
BORDERS = """
{The harbour is silting up}, (he) <noted>, {which} (engineers) <said> {would cost the port}.
(He) <said> {the price was high}, which surprised the owners.
The mayor, (who) <said> {the bridge was safe}, resigned.
"""
SENTENCES = [line for table in (PRONOUNS, BORDERS) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_a_relative_pronoun_and_what_follows_the_cue_are_the_content(sentence):
    found, expected = compared(sentence)

    assert found == expected
