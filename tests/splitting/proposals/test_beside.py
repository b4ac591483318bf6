"""What a sentence says itself beside what it attributes."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared

SENTENCES = """
[The bridge fell on Monday], and (the mayor) <said> {nobody was hurt}.
[The mayor resigned on Monday], <saying> {that he was tired}.
[The union left the talks on Friday] after <saying> {that the firm had lied}.
[He left the room early] and <said> {that he was tired}.
While (the mayor) <said> {it was safe}, [the bridge fell on Monday].
The mayor read a letter (that) <said> {the bridge was safe}.
The council, (which) <said> {it was full}, left early.
(The mayor) <said> {the bridge is safe}, and left.
He left and <said> {that he was tired}.
The mayor leads a group <called> {“Rain and shine”}.
[The town closed the bridge], which <was called> {“a tired old lady”}.
The mayor spoke before members (who) <said> {it was late}.
[The price fell by 1.8%].
{The ship sank in May}, <according to> (the police).
Did the bridge fall, as (the mayor) <said>?
Note that (the mayor) <said> {nobody was hurt}.
""".strip().splitlines()


@pytest.mark.parametrize("sentence", SENTENCES)
def test_the_main_clause_is_the_articles_own_where_somebody_else_is_quoted_beside_it(sentence):
    found, expected = compared(sentence)

    assert found["own"] == expected["own"]


def test_it_says_that_nobody_else_is_named_for_it():
    found = split("The bridge fell on Monday, and the mayor said nobody was hurt.")

    own, said = found.suggestions
    assert (own.kind, own.chain, own.governs) == ("none", (), None)
    assert said.parts[0].start >= own.parts[0].end
