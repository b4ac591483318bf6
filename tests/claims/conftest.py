"""An article on the desk, and claims in it, made by the actions that make them in earnest."""

import pytest

from factcheck.claims.actions import begin, mark, propose
from factcheck.claims.models import LinkDraft
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from tests import splits
from tests.splits import ASKED, CARS, CLOSE, LAMPS

TEXT = """\
Mill bridge to close for a year

The old mill bridge will close in May, the roads office said on Tuesday. 🚧 It carries 4,100 cars a day.

Traders on Weir Street fear for their shops. “We were never asked,” said Greta Olsvik. Olsvik sells lamps. 🚧

Related:

Ten bridges to see before you die
"""


@pytest.fixture
def article(anna):
    """Three passages under check and two left out, brought in by Anna."""
    article, _ = keep(reading=read_text(TEXT), by=anna, rights="own")
    return article


@pytest.fixture
def at(article):
    """at("words of the text"): where they stand first."""

    def find(words):
        start = article.current_version.text.index(words)
        return {"start": start, "end": start + len(words)}

    return find


@pytest.fixture
def marked(article, checker, at):
    """marked("words of the text", link, …): a claim that the checker marked by hand."""

    def mark_words(words, *links, by=None, **rest):
        return mark(article=article, by=by or checker, **at(words), links=links, **rest)

    return mark_words


@pytest.fixture
def office():
    """The speaker of the first claim, as written."""
    return LinkDraft(
        speaker_kind="organisation",
        speaker_name="Roads office",
        words="the roads office",
        cue="said",
    )


@pytest.fixture
def claim(marked, office):
    """The first claim of the text, attributed."""
    return marked("The old mill bridge will close in May", office)


@pytest.fixture
def text(article):
    return article.current_version.text


@pytest.fixture
def found(text):
    """Four claims: attributed, in the article's own voice, quoted, and in its own voice."""
    return splits.split(
        splits.suggestion(
            text,
            CLOSE,
            chain=[splits.link(text, "the roads office", "said", name="Roads office")],
            claim_kind="prediction",
            reason="The words “the roads office said” stand beside it.",
            worth=0.8,
        ),
        splits.suggestion(text, CARS, claim_kind="number"),
        splits.suggestion(
            text,
            ASKED,
            chain=[splits.link(text, "Greta Olsvik", "said", kind="person", quote="direct")],
        ),
        splits.suggestion(text, LAMPS),
    )


@pytest.fixture
def proposed(article, anna, found):
    """The article as it stands when it was read for claims."""
    begin(article=article, by=anna)
    return propose(version=article.current_version, by=anna, split=found)
