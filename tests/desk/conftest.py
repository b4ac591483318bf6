"""An article on the desk, and claims in it, made by the actions that make them in earnest."""

import pytest

from factcheck.claims.actions import mark
from factcheck.claims.models import LinkDraft
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text

TEXT = """\
Harbour to run on shore power

Every ferry will plug in by 2029, the commission said on Monday. 🌊 The seven members meet today.

“We breathe this every day,” said Ilse Bramwell. The air station on Quay 3 has measured since 2021.
"""


@pytest.fixture
def article(anna):
    """A text of three passages, brought in by Anna."""
    article, _ = keep(reading=read_text(TEXT), by=anna, rights="own")
    return article


@pytest.fixture
def marked(article, checker):
    """marked("words of the text"): a claim that the checker marked by hand."""

    def mark_words(words, *links, by=None, **rest):
        start = article.current_version.text.index(words)
        return mark(
            article=article,
            by=by or checker,
            start=start,
            end=start + len(words),
            links=links,
            **rest,
        )

    return mark_words


@pytest.fixture
def commission():
    """The speaker of the first claim, as written."""
    return LinkDraft(
        speaker_kind="organisation",
        speaker_name="Harbour commission",
        words="the commission",
        cue="said",
    )


@pytest.fixture
def claim(marked, commission):
    """The first claim of the text, attributed."""
    return marked("Every ferry will plug in by 2029", commission)
