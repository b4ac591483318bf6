"""Rows of the claims room at rest: an open claim that somebody accepted, and what hangs on it."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from factcheck.claims.models import Anchor, Claim, Exemption, Link, Question, Speaker
from tests.factories.intake import ArticleFactory
from tests.factories.people import UserFactory


class SpeakerFactory(DjangoModelFactory):
    class Meta:
        model = Speaker

    kind = "organisation"
    name = factory.Sequence(lambda n: f"Office {n}")
    added_by = factory.SubFactory(UserFactory)


class ClaimFactory(DjangoModelFactory):
    class Meta:
        model = Claim

    article = factory.SubFactory(ArticleFactory)
    number = factory.Sequence(lambda n: n + 1)
    wording = factory.LazyAttribute(lambda claim: f"Ferry {claim.number} was late.")
    accepted_by = factory.SelfAttribute("article.brought_by")
    accepted_at = datetime(2026, 3, 1, 9, tzinfo=UTC)


class AnchorFactory(DjangoModelFactory):
    """Where it stands is the test's to say; the quote is what stands there."""

    class Meta:
        model = Anchor

    claim = factory.SubFactory(ClaimFactory)
    quote = factory.LazyAttribute(lambda row: row.version.text[row.start : row.end])


class LinkFactory(DjangoModelFactory):
    class Meta:
        model = Link

    claim = factory.SubFactory(ClaimFactory)
    position = 0
    speaker = factory.SubFactory(SpeakerFactory)
    governs = True


class ExemptionFactory(DjangoModelFactory):
    """Where it stands is the test's to say; the quote is what stands there."""

    class Meta:
        model = Exemption

    quote = factory.LazyAttribute(lambda row: row.version.text[row.start : row.end])
    reason = "opinion"
    exempted_by = factory.SelfAttribute("version.article.brought_by")


class QuestionFactory(DjangoModelFactory):
    class Meta:
        model = Question

    claim = factory.SubFactory(ClaimFactory)
    text = "Who counted?"
    asked_by = factory.SelfAttribute("claim.article.brought_by")
