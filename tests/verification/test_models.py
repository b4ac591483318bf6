"""What the database refuses about sources, evidence, contacts and verdicts."""

from contextlib import contextmanager
from datetime import date

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import timezone

from factcheck.core.immutable import AddOnlyError
from factcheck.verification.models import (
    Capture,
    Contact,
    ContactClaim,
    Evidence,
    EvidenceChange,
    Source,
    SourceChange,
    Verdict,
    VerdictEvidence,
)
from tests import story
from tests.factories.verification import (
    CaptureFactory,
    ContactFactory,
    EvidenceFactory,
    SourceFactory,
    VerdictFactory,
)

pytestmark = pytest.mark.django_db


@contextmanager
def refused(name):
    """The database refuses, by this constraint."""
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        yield


@pytest.fixture
def claim(checker):
    """A claim in the article's own voice."""
    return story.marked(story.bring_in(checker), checker, story.RAIN, links=())


@pytest.fixture
def said(checker):
    """A claim with one link, and the link."""
    claim = story.marked(story.bring_in(checker), checker)
    return claim, claim.links.get()


class TestSource:
    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"kind": "rumour"}, "source_kind_known"),
            ({"title": ""}, "source_has_a_title"),
            ({"confidential": True}, "source_confidential_is_described"),
            ({"private_note": "Met her twice."}, "source_open_hides_nothing"),
            ({"aliases": "J. Doe"}, "source_open_hides_nothing"),
        ],
    )
    def test_refused(self, checker, fields, name):
        with refused(name):
            SourceFactory(added_by=checker, **fields)

    def test_an_open_source_stands_behind_nobody(self, checker, said):
        with refused("source_open_hides_nothing"):
            SourceFactory(added_by=checker, stands_behind=said[1].speaker)

    def test_a_confidential_source_is_named_by_its_description(self, checker):
        source = SourceFactory.build(
            title="Jane Doe", confidential=True, public_description="An official", added_by=checker
        )

        assert str(source) == "An official"
        assert str(SourceFactory.build(title="Berth log")) == "Berth log"


class TestCapture:
    @pytest.mark.parametrize("fields", [{"text": ""}, {"file": "captures/1"}])
    def test_it_is_a_file_or_a_text(self, checker, fields):
        source = SourceFactory(added_by=checker)

        with refused("capture_is_a_file_or_a_text"):
            CaptureFactory(source=source, added_by=checker, **fields)

    def test_it_is_named_by_its_day(self):
        assert str(Capture(taken_on=date(2026, 3, 1))) == "Copy of 2026-03-01"


class TestEvidence:
    def test_attribution_is_about_a_link(self, claim, checker):
        with refused("evidence_attribution_is_on_a_link"):
            EvidenceFactory(claim=claim, added_by=checker, aspect="attribution")

    def test_content_is_about_no_link(self, said, checker):
        with refused("evidence_attribution_is_on_a_link"):
            EvidenceFactory(claim=said[0], added_by=checker, aspect="content", link=said[1])

    def test_its_stance_is_known(self, claim, checker):
        with refused("evidence_stance_known"):
            EvidenceFactory(claim=claim, added_by=checker, stance="maybe")

    @pytest.mark.parametrize("half", ["who", "when"])
    def test_who_and_when_it_was_taken_back_stand_together(self, claim, checker, half):
        fields = {"withdrawn_by": checker} if half == "who" else {"withdrawn_at": timezone.now()}

        with refused("evidence_withdrawn_by_and_at_together"):
            EvidenceFactory(claim=claim, added_by=checker, **fields)


class TestContact:
    @pytest.mark.parametrize(
        "fields",
        [
            {"reached_on": None},
            {"not_tried_because": "He died in 1987."},
            {"reached_on": None, "not_tried_because": "He died.", "asked": "Is it so?"},
            {"reached_on": None, "not_tried_because": "He died.", "answer": "No."},
            {"reached_on": None, "not_tried_because": "He died.", "none_by": timezone.now()},
        ],
    )
    def test_it_was_tried_or_says_why_not(self, said, checker, fields):
        claim, link = said

        with refused("contact_was_tried_or_says_why_not"):
            ContactFactory(article=claim.article, speaker=link.speaker, added_by=checker, **fields)

    def test_it_covers_a_claim_once(self, said, checker):
        claim, link = said
        contact = ContactFactory(article=claim.article, speaker=link.speaker, added_by=checker)
        ContactClaim.objects.create(contact=contact, claim=claim)

        with refused("contact_claim_once|UNIQUE constraint"):
            ContactClaim.objects.create(contact=contact, claim=claim)


class TestVerdict:
    @pytest.mark.parametrize(
        ("fields", "name"),
        [
            ({"aspect": "attribution", "code": "denied"}, "verdict_attribution_is_on_a_link"),
            ({"code": "denied"}, "verdict_code_fits_its_aspect"),
            ({"code": "nonsense"}, "verdict_code_fits_its_aspect"),
            ({"code": "inaccurate", "rationale": ""}, "verdict_says_why"),
            ({"code": "unchecked", "rationale": ""}, "verdict_says_why"),
            ({"code": "unverifiable"}, "verdict_unverifiable_says_when_to_look_again"),
            ({"code": "outdated"}, "verdict_outdated_names_a_date"),
        ],
    )
    def test_refused(self, claim, checker, fields, name):
        with refused(name):
            VerdictFactory(claim=claim, found_by=checker, **fields)

    def test_a_finding_on_a_link_is_about_what_was_said(self, said, checker):
        with refused("verdict_code_fits_its_aspect"):
            VerdictFactory(
                claim=said[0], link=said[1], aspect="attribution", code="accurate", found_by=checker
            )

    def test_the_plain_verdict_may_stand_without_words(self, claim, checker):
        VerdictFactory(claim=claim, found_by=checker, code="accurate", rationale="")

        assert Verdict.objects.get().code == "accurate"

    def test_it_rests_on_a_piece_of_evidence_once(self, claim, checker):
        verdict = VerdictFactory(claim=claim, found_by=checker)
        piece = EvidenceFactory(claim=claim, added_by=checker)
        VerdictEvidence(verdict=verdict, evidence=piece).save()

        with refused("verdict_evidence_once|UNIQUE constraint"):
            VerdictEvidence(verdict=verdict, evidence=piece).save()


@pytest.fixture
def kept(claim, checker):
    """One row of every table here that is only ever added to."""
    piece = EvidenceFactory(claim=claim, added_by=checker)
    verdict = VerdictFactory(claim=claim, found_by=checker)
    change = EvidenceChange(evidence=piece, changed_by=checker)
    rests = VerdictEvidence(verdict=verdict, evidence=piece)
    edit = SourceChange(source=piece.source, changed_by=checker)
    for row in (change, rests, edit):
        row.save()
    copy = CaptureFactory(source=piece.source, added_by=checker)
    return {type(row): row for row in (copy, change, edit, verdict, rests)}


@pytest.mark.parametrize("model", [Capture, EvidenceChange, SourceChange, Verdict, VerdictEvidence])
class TestOnlyAdded:
    def test_the_row_refuses(self, kept, model):
        with pytest.raises(AddOnlyError):
            kept[model].save()
        with pytest.raises(AddOnlyError):
            kept[model].delete()

    @pytest.mark.parametrize("verb", ["delete from {}", "update {} set id = id + 100"])
    def test_the_database_refuses(self, kept, model, verb):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(verb.format(model._meta.db_table))

        assert model.objects.filter(pk=kept[model].pk).exists()


def test_rows_are_named_without_what_is_confidential(checker, said):
    claim, link = said
    hidden = SourceFactory(
        title="Jane Doe", confidential=True, public_description="An official", added_by=checker
    )
    piece = EvidenceFactory(claim=claim, source=hidden, added_by=checker)
    contact = ContactFactory(
        article=claim.article, speaker=link.speaker, source=hidden, added_by=checker
    )
    cover = ContactClaim.objects.create(contact=contact, claim=claim)
    change = EvidenceChange(evidence=piece, changed_by=checker)
    change.save()
    edit = SourceChange(source=hidden, changed_by=checker)
    edit.save()
    verdict = VerdictFactory(claim=claim, found_by=checker)
    rests = VerdictEvidence(verdict=verdict, evidence=piece)

    names = " ".join(str(row) for row in (piece, contact, cover, change, edit, verdict, rests))
    assert "Jane" not in names
    assert Source.objects.count() == 1
    assert Evidence.objects.count() == 1
    assert Contact.objects.count() == 1
