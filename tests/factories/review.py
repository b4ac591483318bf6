"""Rows of the review room at rest: required fields and nothing that work would add."""

from factory.django import DjangoModelFactory

from factcheck.review.models import Confirmation, Decision, LegalRelease, Round


class RoundFactory(DjangoModelFactory):
    class Meta:
        model = Round

    number = 1


class DecisionFactory(DjangoModelFactory):
    class Meta:
        model = Decision

    verb = "approve"
    digest = "a" * 64


class ConfirmationFactory(DjangoModelFactory):
    class Meta:
        model = Confirmation

    digest = "a" * 64


class LegalReleaseFactory(DjangoModelFactory):
    class Meta:
        model = LegalRelease

    decision = "cleared"
    reason = "It is a quotation from a public trial."
