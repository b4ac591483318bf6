"""Rows of the claims room at rest: an open claim that somebody accepted, and what hangs on it."""

from datetime import UTC, datetime

import factory
from factory.django import DjangoModelFactory

from factcheck.claims.models import (
    Anchor,
    Claim,
    Exemption,
    Link,
    Question,
    Speaker,
    Suggestion,
    Weighing,
)
from tests.factories.intake import ArticleFactory
from tests.factories.people import UserFactory

NOON = datetime(2026, 3, 1, 12, tzinfo=UTC)


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


class SuggestionFactory(DjangoModelFactory):
    """Why a claim was proposed that somebody accepted since."""

    class Meta:
        model = Suggestion

    claim = factory.SubFactory(ClaimFactory)
    version = factory.LazyAttribute(lambda row: row.claim.article.current_version)
    reason = "Somebody says so."
    worth = 0.5
    weighed = ("number",)


class WeighingFactory(DjangoModelFactory):
    """Learned from decisions that say the contrary of what we start from."""

    class Meta:
        model = Weighing

    weights = factory.LazyFunction(lambda: {"number": -2.0, "opinion": 2.0})
    was = factory.LazyFunction(dict)
    decisions = 312
    accepted = 201
    in_order = 0.78
    in_order_ours = 0.61
    set_by = factory.SubFactory(UserFactory)
    set_at = datetime(2026, 3, 2, 9, tzinfo=UTC)


def decided(article, count, *, weighed=(), stage="open", because="", cause="editor", by=None):
    """As many suggestions that the desk has decided about; two queries."""
    by = by or article.brought_by
    first = article.claims.count() + 1
    aside = {"set_aside_by": by, "set_aside_at": NOON, "set_aside_cause": cause} if because else {}
    taken = {} if because else {"accepted_by": by, "accepted_at": NOON}
    claims = Claim.objects.bulk_create(
        Claim(
            article=article,
            number=number,
            wording=f"Ferry {number} was late.",
            stage=stage,
            set_aside_because=because,
            **aside,
            **taken,
        )
        for number in range(first, first + count)
    )
    Suggestion.objects.bulk_create(
        Suggestion(
            claim=claim, version=article.current_version, reason="So.", weighed=list(weighed)
        )
        for claim in claims
    )
    return claims
