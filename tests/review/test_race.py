"""Two people act on one claim at the same moment, each over a connection of their own."""

from threading import Barrier, Thread

import pytest
from django.db import connection

from factcheck.claims.actions import reword
from factcheck.claims.models import Claim, LinkDraft, Speaker, Stage
from factcheck.core.rulings import NotNow, Refused
from factcheck.intake.models import Article
from factcheck.review.actions import approve, confirm, send_back, submit, waive, withdraw
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Confirmation, Decision, Round
from factcheck.review.queries import approvals
from factcheck.trail.models import Event
from factcheck.trail.record import faults
from factcheck.verification.actions import change_source
from factcheck.verification.models import Source
from factcheck.verification.queries import facts_of
from tests import story, world

pytestmark = pytest.mark.django_db(transaction=True)

DONE = "done"


def at_once(*acts):
    """What came of each, in order: `DONE`, or how it was refused."""
    ready = Barrier(len(acts))
    came = [None] * len(acts)

    def run(place, act):
        try:
            ready.wait(timeout=20)
            act()
            came[place] = DONE
        except Refused as refused:
            came[place] = type(refused)
        except Exception as broke:  # the assertion shows it
            came[place] = broke
        finally:
            connection.close()

    threads = [Thread(target=run, args=pair) for pair in enumerate(acts)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(timeout=60)
    return came


def events(claim, *verbs):
    rows = Event.objects.filter(subject=f"claim:{claim.pk}", verb__in=verbs)
    return [event.verb for event in rows.order_by("number")]


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


@pytest.fixture
def claim(checker):
    return world.claim_at(Stage.IN_REVIEW, checker=checker)


@pytest.fixture
def second(newcomer):
    """Another reviewer."""
    return newcomer("second", roles=["reviewer"])


def test_two_reviewers_approve_at_once(claim, reviewer, second):
    came = at_once(
        lambda: approve(claim=claim, by=reviewer), lambda: approve(claim=claim, by=second)
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Decision.objects.count() == 1
    assert events(claim, "claim.approved") == ["claim.approved"]
    assert fresh(claim).stage == Stage.APPROVED
    assert list(faults()) == []


def test_one_approves_while_another_sends_back(claim, reviewer, second):
    came = at_once(
        lambda: approve(claim=claim, by=reviewer),
        lambda: send_back(claim=claim, by=second, because="Which year?"),
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Decision.objects.count() == 1
    assert len(events(claim, "claim.approved", "claim.sent_back")) == 1
    assert list(faults()) == []


def test_one_approves_while_the_checker_withdraws(claim, reviewer, checker):
    came = at_once(
        lambda: approve(claim=claim, by=reviewer), lambda: withdraw(claim=claim, by=checker)
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert len(events(claim, "claim.approved", "claim.withdrawn")) == 1
    assert (
        Round.objects.get().outcome
        == {
            Stage.APPROVED: "approved",
            Stage.CHECKING: "withdrawn",
        }[Stage(fresh(claim).stage)]
    )


def test_one_approves_while_a_publisher_waives(claim, reviewer, publisher):
    came = at_once(
        lambda: approve(claim=claim, by=reviewer),
        lambda: waive(claim=claim, by=publisher, because="No time."),
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert len(events(claim, "claim.approved", "claim.waived")) == 1
    assert Round.objects.get().closed_at is not None


def test_one_approves_while_the_checker_rewords(claim, reviewer, checker):
    shown = digest_of(facts_of(claim))

    came = at_once(
        lambda: approve(claim=claim, by=reviewer, seen_digest=shown),
        lambda: reword(claim=claim, by=checker, wording="Other words.", kind="fact"),
    )

    now = fresh(claim)
    assert came[0] == DONE  # while it is in review nobody changes its words
    assert Decision.objects.get().digest == shown
    if came[1] == DONE:  # the words changed after the signature, and took it away
        assert (now.stage, now.wording) == (Stage.CHECKING, "Other words.")
        assert events(claim, "claim.reopened", "claim.reworded") == [
            "claim.reopened",
            "claim.reworded",
        ]
    else:
        assert came[1] is NotNow
        assert now.stage == Stage.APPROVED
        assert events(claim, "claim.reopened", "claim.reworded") == []


def test_one_approves_while_a_source_is_changed(claim, reviewer, checker):
    shown = digest_of(facts_of(claim))
    source = Source.objects.get(evidence__claim=claim, evidence__aspect="content")

    came = at_once(
        lambda: approve(claim=claim, by=reviewer, seen_digest=shown),
        lambda: change_source(source=source, by=checker, publisher="Somebody else"),
    )

    now = fresh(claim)
    assert came[1] == DONE
    if came[0] == DONE:
        assert now.stage == Stage.CHECKING
        assert approvals([now])[now.pk].digest == shown
    else:
        assert came[0] is NotNow
        assert now.stage == Stage.IN_REVIEW
    assert list(faults()) == []


def test_a_claim_is_submitted_twice_at_once(checker):
    claim = world.claim_at(Stage.CHECKED, checker=checker)

    came = at_once(lambda: submit(claim=claim, by=checker), lambda: submit(claim=claim, by=checker))

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Round.objects.count() == 1
    assert events(claim, "claim.submitted") == ["claim.submitted"]


def test_two_reviewers_confirm_at_once(checker, reviewer, second):
    article = story.bring_in(checker)
    exemption = story.left_out(article, checker, "We like the sea.")

    came = at_once(
        lambda: confirm(article=article, by=reviewer, exemptions=[exemption]),
        lambda: confirm(article=article, by=second, exemptions=[exemption]),
    )

    assert came == [DONE, DONE]
    assert Confirmation.objects.count() == 1
    assert Article.objects.count() == 1


def test_two_bring_in_one_text_at_once(anna, checker):
    came = at_once(lambda: story.bring_in(anna), lambda: story.bring_in(checker))

    assert came == [DONE, DONE]
    assert Article.objects.count() == 1


def test_two_chains_with_the_same_new_speakers_in_either_order(checker, anna):
    mayor, office = LinkDraft("person", "Ida Moe"), LinkDraft("organisation", "Roads office")
    one = story.bring_in(checker)
    other = story.bring_in(checker, text="Other.\n\n" + story.TEXT)

    came = at_once(
        lambda: story.marked(one, checker, links=(mayor, office)),
        lambda: story.marked(other, anna, links=(office, mayor)),
    )

    assert came == [DONE, DONE]
    assert Speaker.objects.count() == 2
