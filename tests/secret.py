"""A confidential source with something secret in every field, and where the secrets must not be."""

import json

from factcheck.claims.models import Claim
from factcheck.review.actions import approve, submit
from factcheck.trail.models import Event
from factcheck.verification.actions import add_source, cite, conclude, record_verdict
from tests import story

PUBLIC = "An official of the harbour"
SECRETS = [
    "Jane Doe",
    "J.D.",
    "Hotel Post",
    "met her twice",
    "jane.example",
    "memo-jd",
    "I said so",
]


def hidden_source(by):
    """The person behind it is Jane Doe; everybody else reads `PUBLIC`."""
    return add_source(
        by=by,
        kind="interview",
        title="Jane Doe",
        publisher="Jane Doe",
        author="Jane Doe",
        url="https://jane.example/",
        confidential=True,
        public_description=PUBLIC,
        aliases="J.D.",
        private_note="We met her twice.",
    )


def in_review_on(source, checker):
    """A claim in review whose attribution rests on this source."""
    claim = story.marked(story.bring_in(checker), checker)
    link = claim.links.get()
    piece = cite(
        claim=claim, by=checker, source=source, aspect="attribution", link=link,
        stance="supports", locator="Hotel Post", excerpt="I said so", note="We met her twice.",
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="attribution", link=link, code="confirmed_paraphrase",
        rationale="She said so.", evidence=[piece],
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="content", code="attribution_only", rationale="No more."
    )
    conclude(claim=claim, by=checker)
    submit(claim=claim, by=checker)
    return Claim.objects.get(pk=claim.pk)


def approved_on(source, checker, reviewer):
    """The same, signed off by somebody who may see the source."""
    claim = in_review_on(source, checker)
    approve(claim=claim, by=reviewer)
    return Claim.objects.get(pk=claim.pk)


def found_in(text):
    """The secrets that stand in a text."""
    return [word for word in SECRETS if word in text]


def found_in_the_trail():
    """The secrets that stand in the words of any event."""
    return found_in(json.dumps(list(Event.objects.values_list("words", flat=True))))
