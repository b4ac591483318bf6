"""An article on the desk, brought in by the action that brings one in in earnest."""

import pytest

from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text

TEXT = """\
Mill bridge to close for a year

By Nell Farrow

The old mill bridge will close in May, the roads office said. It carries 4,100 cars a day.
"""


@pytest.fixture
def article(anna):
    """Anna's own article."""
    article, _ = keep(reading=read_text(TEXT), by=anna, rights="own", publisher="Weir Gazette")
    return article


@pytest.fixture
def described(article):
    """described(publisher="…"): what `describe` takes, with the rest as it stands."""

    def change(**fields):
        names = ("given_title", "publisher", "original_url", "rights", "writer", "due_at")
        return {**{name: getattr(article, name) for name in names}, **fields}

    return change
