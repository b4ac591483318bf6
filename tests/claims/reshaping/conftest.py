"""A text with a claim that is three, and with three that could be one."""

import pytest

from factcheck.claims.models import LinkDraft
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text

TEXT = """\
Mill bridge to close

The bridge will close in May, and 🚧🏽 lamps will be lit; but the Lux\u0301 stays open, the office said.

“We were never asked,” said Greta Olsvik, “and we pay 4\u00a0100 crowns.”

الخبز غال, والماء رخيص.
"""


@pytest.fixture
def article(anna):
    article, _ = keep(reading=read_text(TEXT), by=anna, rights="own")
    return article


@pytest.fixture
def office():
    return LinkDraft("organisation", "Roads office", words="the office", cue="said")


@pytest.fixture
def long(marked, office):
    """One claim that is three."""
    return marked(
        "The bridge will close in May, and 🚧🏽 lamps will be lit; but the Lux\u0301 stays open",
        office,
    )


@pytest.fixture
def before_word(article):
    """before_word("lamps"): the offset at which this word begins."""
    return lambda word: article.current_version.text.index(word)


@pytest.fixture
def closing(marked, office):
    return marked("The bridge will close in May", office)


@pytest.fixture
def lamps(closing, marked):
    return marked("lamps will be lit")


@pytest.fixture
def cafe(lamps, marked):
    return marked("the Lux\u0301 stays open")
