"""An article on the desk, and claims in it, made by the actions that make them in earnest."""

from datetime import date

import pytest

from factcheck.claims.actions import exempt, mark
from factcheck.claims.models import LinkDraft
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.review.actions import approve, waive
from factcheck.verification.actions import add_source, cite, conclude, store_capture
from tests.story import in_review, verified

STATION = "The air station on Quay 3 has measured since 2021"

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


@pytest.fixture
def link(claim):
    return claim.links.get()


@pytest.fixture
def plan(checker):
    """A source of the library with a stored copy."""
    source = add_source(by=checker, kind="document", title="Harbour plan", publisher="Port")
    store_capture(source=source, by=checker, text="By 2029.", taken_on=date(2026, 3, 1))
    return source


@pytest.fixture
def hidden(ben):
    """A confidential source that Ben alone may see."""
    return add_source(
        by=ben,
        kind="interview",
        title="Ottilie Quist",
        confidential=True,
        public_description="A member of the commission",
        private_note="Spoke by telephone.",
    )


@pytest.fixture
def piece(claim, plan, checker):
    """Evidence on the content of the claim."""
    return cite(
        claim=claim,
        by=checker,
        source=plan,
        aspect="content",
        stance="supports",
        primary=True,
        locator="page 7",
        excerpt="By 2029.",
        capture=plan.captures.get(),
    )


@pytest.fixture
def checked(claim, checker):
    """The first claim with all its verdicts."""
    return conclude(claim=verified(claim, checker), by=checker)


@pytest.fixture
def waiting(claim, checker):
    """The first claim, before a reviewer."""
    return in_review(claim, checker)


@pytest.fixture
def second(marked, checker):
    """Another claim, before a reviewer."""
    return in_review(marked(STATION), checker)


@pytest.fixture
def settled(waiting, reviewer):
    """The first claim, signed off."""
    return approve(claim=waiting, by=reviewer)


@pytest.fixture
def waived(claim, publisher):
    return waive(claim=claim, by=publisher, because="The council meets tonight.")


@pytest.fixture
def exemption(article, checker):
    words = "The seven members meet today."
    start = article.current_version.text.index(words)
    return exempt(
        article=article, by=checker, start=start, end=start + len(words), reason="opinion"
    )
