"""What stands before its cue or around it: "…, he said", "…, he said, …", "according to …"."""

import pytest

from tests.splitting.marked import compared

ASIDES = """
{The bridge is safe}, (the mayor) <said>.
{The bridge is safe}, (the mayor) <said> Tuesday.
{The bridge is safe}, (the mayor) <said> on Tuesday.
{The bridge is safe}, (he) <said> in an interview.
{The bridge is safe}, <said> (Ann Lie).
{The bridge is safe}, <said> (Ann Lie, the harbour master).
{The bridge is safe}, <said> (a spokesman for the port).
{The bridge will be closed in May}, (the mayor) <announced>.
{The ferry was late}, (passengers) <complained>.
{The ferry was late}, (the captain) <admitted>.
{The price will rise}, (the farmers) <warned>.
{Nobody was hurt}, (the police) <told> the newspaper.
{Nobody was hurt}, (the fire brigade) <reported>.
{The pilot was tired}, (the report) <concluded>.
{The plan}, (the mayor) <said>, {would ruin the town}.
{The two men}, (the police) <said>, {were carrying knives}.
{But the bridge is safe}, (engineers) <insisted>.
{If it rains, the match will be moved}, (the club) <said>.
{The road will be closed while the pipes are mended}, (the council) <said>.
"""
ACCORDING = """
{The bridge is safe}, <according to> (the mayor).
{The bridge is safe}, <according to> (a report by the engineers).
<According to> (the mayor), {the bridge is safe}.
<According to> (police), {two men were seen near the barn}.
{The bridge}, <according to> (the mayor), {is safe}.
{Half of all pupils walk to school}, <according to> (a survey published on Monday).
{The price of bread has doubled since 2019}, <according to> (the statistics office).
As (the mayor) <noted>, {the bridge is safe}.
"""
QUOTED = """
{"The bridge is safe,"} (the mayor) <said>.
{“The bridge is safe,”} (the mayor) <said>.
{“The bridge is safe,”} <said> (the mayor).
{“The bridge is safe,”} <said> (Ann Lie, the harbour master).
{“The bridge is safe,”} (Ann Lie, the harbour master), <said> on Monday.
{“The bridge is safe,”} (Lie) <told> reporters on Monday.
{“The bridge is safe,”} (she) <added>.
{“Is the bridge safe?”} (the girl) <asked>.
{“Close the bridge!”} <shouted> (the foreman).
{“Never again,”} <muttered> (the old man).
{“This is wonderful!”} <beamed> (Ann Lie).
{“The bridge,”} (the mayor) <said>, {“is safe.”}
{“The bridge is safe,”} (the mayor) <said>. {“It was mended in June.”}
{“The bridge is old. It is also safe,”} (the mayor) <said>.
{''The bridge is safe,''} (the mayor) <said>.
(The mayor) <said>, {“The bridge is safe.”}
(The mayor) <said>: {“The bridge is safe.”}
(The mayor) <told> the council: {“The bridge is safe. Use it.”}
(The mayor) <said> {the bridge is “perfectly safe.”}
(The mayor) <said> {that the bridge was “as safe as a church” and would stay open}.
(Lie) <wrote>: {“Nobody told us.”}
{“The bridge is safe”}, (the mayor) <said>.
{“The bridge is safe”}, <added> (Lie).
{The oldest bridge}, (the mayor) <said> on Monday, {was built in 1932}.
{‘The bridge is safe,’} (the mayor) <said>.
"""
SENTENCES = [line for table in (ASIDES, ACCORDING, QUOTED) for line in table.strip().splitlines()]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_stands_before_or_around_its_cue(sentence):
    found, expected = compared(sentence)

    assert found == expected
