"""Rows of the verification room at rest: required fields and nothing that work would add.

Whose they are and where they belong is the test's to say.
"""

from datetime import UTC, date, datetime

import factory
from factory.django import DjangoModelFactory

from factcheck.verification.models import Capture, Contact, Evidence, Source, Verdict


class SourceFactory(DjangoModelFactory):
    class Meta:
        model = Source

    kind = "web_page"
    title = factory.Sequence(lambda n: f"Page {n}")


class CaptureFactory(DjangoModelFactory):
    class Meta:
        model = Capture

    source = factory.SubFactory(SourceFactory, added_by=factory.SelfAttribute("..added_by"))
    text = "forty days"
    media_type = "text/plain"
    size = 10
    sha256 = "a" * 64
    taken_on = date(2026, 3, 1)


class EvidenceFactory(DjangoModelFactory):
    class Meta:
        model = Evidence

    source = factory.SubFactory(SourceFactory, added_by=factory.SelfAttribute("..added_by"))
    aspect = "content"
    stance = "supports"


class ContactFactory(DjangoModelFactory):
    class Meta:
        model = Contact

    reached_on = datetime(2026, 3, 1, 9, tzinfo=UTC)


class VerdictFactory(DjangoModelFactory):
    class Meta:
        model = Verdict

    aspect = "content"
    code = "accurate"
    rationale = "The log says so."
