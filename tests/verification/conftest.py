"""A claim to be settled and sources to settle it with."""

import pytest

from factcheck.claims.models import Stage
from factcheck.verification.actions import add_source
from tests import secret, world


@pytest.fixture
def claim(checker):
    """A claim that somebody else makes, nobody looked into it yet."""
    return world.claim_at(Stage.OPEN, checker=checker)


@pytest.fixture
def timetable(checker):
    """An open source."""
    return add_source(by=checker, kind="web_page", title="Timetable", publisher="Harbour")


@pytest.fixture
def hidden(checker):
    """A confidential source that the checker added."""
    return secret.hidden_source(checker)
