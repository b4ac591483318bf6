"""The column that says why a claim was set aside is filled from the sentences of older rows."""

import pytest
from django.core.management import call_command

from factcheck.claims.actions import set_aside, take_back, undo
from factcheck.claims.models import Claim, UndoStep
from tests.factories.claims import decided

BEFORE, AFTER = "0007", "0008"
SENTENCES = {
    "Not a statement.": "no_statement",
    "Says the same as another. It is claim 3.": "said_twice",
    "Wrong words. It begins later.": "wrong_words",
    "Merged into claim 1.": "merged",
    "These words do not stand in version 2 of the text.": "not_in_text",
    "These words are claim 4.": "words_taken",
    "Cut from the text.": "cut",
    "Undone.": "undone",
    "It is said twice.": "editor",
    "Cut from the text. Or so they say.": "editor",
}


@pytest.fixture
def migrate(transactional_db):
    """migrate("0007"): the tables as they were; all of them stand again afterwards."""
    yield lambda name: call_command("migrate", "factcheck", name, verbosity=0)
    call_command("migrate", "factcheck", verbosity=0)


def test_older_rows_get_the_cause_that_their_sentence_tells(migrate, article, claim, checker):
    for because in SENTENCES:
        decided(article, 1, stage="set_aside", because=because)
    set_aside(claim=claim, by=checker, because="Wrong words.")
    take_back(claim=claim, by=checker)
    for step in UndoStep.objects.all():
        for stood in step.inverse.get("claims", []):
            del stood["plain"]["set_aside_cause"]
        step.save()

    migrate(BEFORE)
    migrate(AFTER)

    rows = Claim.objects.values_list("set_aside_because", "set_aside_cause")
    assert dict(rows) == {**SENTENCES, "": ""}
    undo(step=UndoStep.objects.last(), by=checker)
    claim.refresh_from_db()
    assert (claim.stage, claim.set_aside_cause) == ("set_aside", "wrong_words")
