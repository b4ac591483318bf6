"""What the tables refuse, whatever the code does."""

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from factcheck.claims.models import Anchor, Claim, Exemption, Link, Question, Speaker


def refused(change):
    """Whether the database refuses to do this."""
    try:
        with transaction.atomic():
            change()
    except IntegrityError:
        return True
    return False


@pytest.mark.parametrize(
    "wrong",
    [
        {"stage": "lost"},
        {"kind": "rumour"},
        {"disposition": "burnt"},
        {"stage": "set_aside"},
        {"stage": "waived"},
        {"stage": "open", "accepted_by": None, "accepted_at": None},
        {"stage": "checked", "wording": ""},
        {"stage": "in_review", "wording": ""},
        {"stage": "approved", "wording": ""},
        {"spanned_at": None},
        {"worded_at": None},
        {"kinded_at": None},
        {"chained_at": None},
        {"accepted_at": None},
        {"set_aside_at": timezone.now()},
        {"set_aside_cause": "editor"},
        {"waived_at": timezone.now()},
    ],
)
def test_a_claim_that_cannot_be(claim, wrong):
    assert refused(lambda: Claim.objects.filter(pk=claim.pk).update(**wrong))


@pytest.mark.parametrize("cause", ["", "weather"])
def test_a_claim_is_set_aside_for_a_known_cause(claim, checker, cause):
    aside = {
        "stage": "set_aside",
        "set_aside_by": checker,
        "set_aside_at": timezone.now(),
        "set_aside_because": "No claim.",
    }

    assert refused(lambda: Claim.objects.filter(pk=claim.pk).update(**aside, set_aside_cause=cause))
    assert not refused(
        lambda: Claim.objects.filter(pk=claim.pk).update(**aside, set_aside_cause="editor")
    )


def test_a_number_is_one_claims(claim, marked):
    other = marked("It carries 4,100 cars a day")

    assert refused(lambda: Claim.objects.filter(pk=other.pk).update(number=claim.number))


@pytest.mark.parametrize(
    "wrong", [{"end": 0}, {"start": 5, "end": 5}, {"quote": ""}, {"placed": "dreamt"}]
)
def test_an_anchor_that_cannot_be(claim, wrong):
    assert refused(lambda: Anchor.objects.filter(claim=claim).update(**wrong))


def test_a_part_of_a_place_is_there_once(claim):
    anchor = claim.anchors.get()
    anchor.pk = None

    assert refused(lambda: anchor.save(force_insert=True))


@pytest.mark.parametrize(
    "wrong", [{"quote_kind": "sung"}, {"retired_at": timezone.now()}, {"position": -1}]
)
def test_a_link_that_cannot_be(claim, wrong):
    assert refused(lambda: Link.objects.filter(claim=claim).update(**wrong))


def test_a_position_is_one_links_and_one_governs(claim):
    link = claim.links.get()

    assert refused(
        lambda: Link.objects.create(claim=claim, speaker=link.speaker, position=link.position)
    )
    assert refused(
        lambda: Link.objects.create(claim=claim, speaker=link.speaker, position=1, governs=True)
    )
    assert not refused(
        lambda: Link.objects.create(claim=claim, speaker=link.speaker, position=1, governs=False)
    )


def test_a_retired_link_holds_no_position(claim, checker):
    link = claim.links.get()
    Link.objects.filter(pk=link.pk).update(retired_by=checker, retired_at=timezone.now())

    assert not refused(
        lambda: Link.objects.create(
            claim=claim, speaker=link.speaker, position=link.position, governs=True
        )
    )


class TestSpeaker:
    @pytest.mark.parametrize(
        "wrong", [{"kind": "ghost"}, {"name": ""}, {"kind": "unnamed", "article": None}]
    )
    def test_one_that_cannot_be(self, claim, wrong):
        assert refused(lambda: Speaker.objects.update(**wrong))

    def test_a_named_one_belongs_to_no_article(self, claim, article):
        assert refused(lambda: Speaker.objects.update(article=article))

    def test_nothing_tells_two_apart(self, claim, checker):
        again = {"kind": "organisation", "name": "Roads office", "added_by": checker}

        assert refused(lambda: Speaker.objects.create(**again))
        assert not refused(lambda: Speaker.objects.create(**again, note="of the county"))

    def test_unnamed_ones_are_told_apart_in_their_article(self, article, checker):
        clerk = {"kind": "unnamed", "name": "A clerk", "added_by": checker, "article": article}
        Speaker.objects.create(**clerk)

        assert refused(lambda: Speaker.objects.create(**clerk))


@pytest.mark.parametrize(
    "wrong",
    [
        {"end": 3},
        {"reason": "boredom"},
        {"reason": "repeats"},
        {"repeats": True},
        {"lifted_at": timezone.now()},
    ],
)
def test_an_exemption_that_cannot_be(article, claim, checker, wrong):
    if "repeats" in wrong:
        wrong = {"repeats": claim}
    good = {
        "version": article.current_version,
        "start": 3,
        "end": 9,
        "quote": "l brid",
        "reason": "opinion",
        "exempted_by": checker,
    }
    assert not refused(lambda: Exemption.objects.create(**good))

    assert refused(lambda: Exemption.objects.create(**{**good, **wrong}))


@pytest.mark.parametrize(
    "wrong",
    [{"text": ""}, {"answered_at": timezone.now()}, {"closed_at": timezone.now()}],
)
def test_a_question_that_cannot_be(claim, checker, wrong):
    good = {"claim": claim, "text": "Who counted?", "asked_by": checker}

    assert refused(lambda: Question.objects.create(**{**good, **wrong}))
