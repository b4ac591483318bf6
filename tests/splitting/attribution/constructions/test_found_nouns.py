"""What a noun or a feeling says, with or without anybody beside it, and verbs with a small word of their own."""

import pytest

from factcheck.splitting import split
from tests.splitting.marked import compared

NOUNS = """
There were <complaints> {that the ferry was late}.
The <fear was> {that the dam would break}.
(Her) <promise is> {to mend the roof}.
(Farmers) marched in <support of> {the toll}.
(They) came in the <hope> {that the shop was open}.
(She) wrote in <praise of> {her teacher}.
(The mayor) sowed <doubts about> {the count}.
(He) floated the <idea> {that the pier be sold}.
There was a <warning> {not to feed the swans}.
The <refusal> {to pay the crew} led to a strike.
[The band ran a campaign to raise money].
[She got up early in order to see the boats].
[The remarks in May surprised everybody].
[The union has a call with the owners today].
"""
MATTERS = """
(Their) <opposition to> {the new menu} surprised the cook.
(His) <outrage over> {the late pay} surprised the owner.
(The critic’s) <attack on> {the old organ} surprised the choir.
(Her) <call for> {a second lifeboat} surprised the owner.
[The choir’s stance on the old hall surprised the critic].
[The club’s response to the storm surprised the sailors].
[Their bid for the cup surprised the fans].
[Her attitude towards the old hall surprised the critic].
"""
FEELINGS = """
(The owner) <was critical of> {the new timetable}.
(The sailors) <were sure> {that the harbour was closed}.
(The crew) <were so sure> {that the harbour was closed}.
(The crew) <were hostile to> {the new captain}.
[The timetable is critical to the harbour].
[The crew made sure that the boat was dry].
[The sign was so vague that everybody took the wrong road].
[The crowd was so hostile that the singer left].
"""
SMALL_WORDS = """
(He) <laid out> {a plan for the harbour}.
(The mayor) <ruled out> {selling the pier}.
(She) <brushed off> {the complaints}.
(The owners) <hit back at> {the union}.
(The union) <came out against> {the toll}.
(The guide) <pointed out> {that the tower leans}.
(He) <referred to> {the strike}.
(The priest) <compared> {the storm to a war}.
[He came out of the house].
[She laid the book on the table].
[She brought the boat up the river].
"""
SENTENCES = [
    line for table in (NOUNS, MATTERS, FEELINGS, SMALL_WORDS) for line in table.strip().splitlines()
]


@pytest.mark.parametrize("sentence", SENTENCES)
def test_what_a_noun_or_a_verb_with_a_small_word_attributes(sentence):
    found, expected = compared(sentence)

    assert found == expected


def test_the_clause_behind_a_quoted_reason_has_no_other_speaker():
    text = "Smith, citing ''the cost,'' said the plan was dead."

    chains = [one.chain[-1].speaker for one in split(text).suggestions]

    assert {text[speaker.start : speaker.end] for speaker in chains} == {"Smith"}
