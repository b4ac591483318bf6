"""Nobody signs off a part that is theirs and still stands."""

from datetime import date

import pytest

from factcheck.claims.actions import (
    answer,
    ask,
    assign,
    merge_speakers,
    rechain,
    rename_speaker,
    respan,
    reword,
)
from factcheck.claims.models import Claim, LinkDraft, Stage
from factcheck.core.rulings import Never
from factcheck.people.actions import give_role
from factcheck.review.actions import approve, reopen, send_back, submit, waive, withdraw
from factcheck.review.models import Decision
from factcheck.review.queries import contributors, not_by
from factcheck.verification.actions import (
    add_source,
    change_evidence,
    change_source,
    cite,
    conclude,
    record_verdict,
    store_capture,
    withdraw_evidence,
)
from factcheck.verification.queries import facts_of
from tests import secret, story, world
from tests.factories.claims import SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def both(newcomer):
    """Checks and reviews: may do either, but not to the same claim."""
    return newcomer("both", roles=["checker", "reviewer"])


def fresh(claim):
    return Claim.objects.get(pk=claim.pk)


def content_piece(claim):
    return claim.evidence.get(aspect="content")


COPY = {"text": "day;late", "taken_on": date(2026, 3, 1)}


def log_copy(by):
    source = add_source(by=by, kind="dataset", title="Harbour log", publisher="Harbour office")
    return source, store_capture(source=source, by=by, text="day;late", taken_on=date(2026, 3, 1))


def cited(claim, by, **fields):
    source, copy = log_copy(by)
    traced = {"locator": "row 7", "excerpt": "40", "capture": copy}
    return cite(
        claim=claim, by=by, source=source, aspect="content", stance="supports", **traced, **fields
    )


def moved(claim, by):
    start = claim.article.current_version.text.index(story.LATE)
    respan(claim=claim, by=by, start=start + 4, end=start + len(story.LATE))


def worded(claim, by):
    reword(claim=claim, by=by, wording="Ferries were late on 40 days in 2025.", kind=claim.kind)


def sorted_anew(claim, by):
    reword(claim=claim, by=by, wording=claim.wording, kind="number")


def chained(claim, by):
    draft = LinkDraft("organisation", "Harbour office", words="the harbour office", cue="")
    rechain(claim=claim, by=by, links=[draft])


def found(claim, by):
    piece = content_piece(claim)
    record_verdict(claim=claim, by=by, aspect="content", code="accurate", evidence=[piece])


def brought(claim, by):
    piece = cited(claim, by)
    old = content_piece_of_anna(claim)
    checker = old.added_by
    record_verdict(
        claim=claim, by=checker, aspect="content", code="accurate", evidence=[old, piece]
    )


def content_piece_of_anna(claim):
    return claim.evidence.filter(aspect="content").order_by("pk").first()


def touched_up(claim, by):
    change_evidence(evidence=content_piece(claim), by=by, note="Counted again.")


def described(claim, by):
    """The source's words are written by somebody who brings it to bear on nothing."""
    change_source(source=content_piece(claim).source, by=by, publisher="Somebody else")


def gave_the_source(claim, by):
    source = add_source(by=by, kind="dataset", title="Harbour log", publisher="Harbour office")
    rested_on(claim, source, store_capture(source=source, by=claim.spanned_by, **COPY))


def gave_the_copy(claim, by):
    source = content_piece(claim).source
    rested_on(claim, source, store_capture(source=source, by=by, **COPY))


def rested_on(claim, source, copy):
    """The checker rests the verdict on this source and this copy of it."""
    checker = claim.spanned_by
    piece = cite(
        claim=claim, by=checker, source=source, aspect="content", stance="supports",
        locator="row 7", excerpt="40", capture=copy, primary=True,
    )  # fmt: skip
    record_verdict(claim=claim, by=checker, aspect="content", code="accurate", evidence=[piece])


def renamed(claim, by):
    speaker = claim.links.get(retired_at__isnull=True).speaker
    rename_speaker(speaker=speaker, by=by, kind="organisation", name="Port office", note="")


def merged(claim, by):
    speaker = claim.links.get(retired_at__isnull=True).speaker
    port = SpeakerFactory(name="Port office", added_by=claim.spanned_by)
    merge_speakers(speaker=speaker, into=port, by=by)


PARTS = [
    moved, worded, sorted_anew, chained, found, brought, touched_up,
    described, gave_the_source, gave_the_copy, renamed, merged,
]  # fmt: skip
BY_OTHERS_TOO = PARTS[:6]  # what somebody else may write over, so that the first hand is gone


def back_in_review(claim, checker):
    """What the part voided is found again by the checker, and the claim goes to review."""
    claim = fresh(claim)
    for link in claim.links.filter(retired_at__isnull=True):
        if facts_of(claim).on_link(link.pk) is None:
            source, copy = log_copy(checker)
            piece = cite(
                claim=claim, by=checker, source=source, aspect="attribution", link=link,
                stance="supports", locator="row 7", excerpt="40", capture=copy,
            )  # fmt: skip
            record_verdict(
                claim=claim, by=checker, aspect="attribution", link=link,
                code="confirmed_paraphrase", rationale="The log.", evidence=[piece],
            )  # fmt: skip
    conclude(claim=fresh(claim), by=checker)
    submit(claim=fresh(claim), by=checker)
    return fresh(claim)


@pytest.mark.parametrize("part", PARTS, ids=[part.__name__ for part in PARTS])
class TestWhoseHandsAreInIt:
    def test_they_do_not_approve(self, anna, both, part):
        claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
        part(claim, both)
        claim = back_in_review(claim, anna)

        with pytest.raises(Never) as refused:
            approve(claim=claim, by=both)

        assert refused.value.reason == "You worked on this claim; someone else approves it."
        assert fresh(claim).stage == Stage.IN_REVIEW
        assert not Decision.objects.exists()

    def test_somebody_else_approves(self, anna, both, reviewer, part):
        claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
        part(claim, both)
        claim = back_in_review(claim, anna)

        approve(claim=claim, by=reviewer)

        assert fresh(claim).stage == Stage.APPROVED

    def test_it_does_not_wait_for_them(self, anna, both, reviewer, part):
        claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
        part(claim, both)
        claim = back_in_review(claim, anna)

        waiting = Claim.objects.filter(stage=Stage.IN_REVIEW)

        assert not waiting.filter(not_by(both)).exists()
        assert waiting.filter(not_by(reviewer)).exists()

    def test_they_do_not_waive(self, anna, both, administrator, part):
        claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
        part(claim, both)
        give_role(person=both, role="publisher", by=administrator)
        both = type(both).objects.get(pk=both.pk)

        with pytest.raises(Never):
            waive(claim=fresh(claim), by=both, because="No time.")


def asked(claim, by):
    ask(claim=claim, by=by, text="Which year?")


def answered(claim, by):
    question = ask(claim=claim, by=claim.spanned_by, text="Which year?")
    answer(question=question, by=by, text="2025.")


def assigned(claim, by):
    assign(claim=claim, by=by, to=by)


def sent_back(claim, by):
    send_back(claim=world_in_review(claim), by=by, because="Say which year.")


def world_in_review(claim):
    conclude(claim=fresh(claim), by=claim.spanned_by)
    return submit(claim=fresh(claim), by=claim.spanned_by)


def reopened(claim, by):
    conclude(claim=fresh(claim), by=claim.spanned_by)
    reopen(claim=fresh(claim), by=by, because="Look at the year.")


def cited_in_vain(claim, by):
    cited(claim, by)


def copied_in_vain(claim, by):
    store_capture(source=content_piece(claim).source, by=by, **COPY)


OTHER = [asked, answered, assigned, sent_back, reopened, cited_in_vain, copied_in_vain]


@pytest.mark.parametrize("act", OTHER, ids=[act.__name__ for act in OTHER])
def test_what_leaves_no_part_of_it_does_not_bar(anna, both, act):
    claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
    act(claim, both)
    claim = back_in_review(claim, anna)

    approve(claim=claim, by=both)

    assert fresh(claim).stage == Stage.APPROVED
    assert both.pk not in contributors(facts_of(claim))


def overtaken(part, by):
    """What takes the place of a part that somebody wrote."""
    return {
        moved: lambda claim: respan_whole(claim, by),
        worded: lambda claim: reword(claim=claim, by=by, wording="40 late days.", kind=claim.kind),
        sorted_anew: lambda claim: reword(claim=claim, by=by, wording=claim.wording, kind="fact"),
        chained: lambda claim: rechain(claim=claim, by=by, links=[story.OFFICE]),
        found: lambda claim: found(claim, by),
        brought: lambda claim: withdraw_evidence(
            evidence=claim.evidence.filter(aspect="content").order_by("pk").last(), by=by
        ),
    }[part]


def respan_whole(claim, by):
    start = claim.article.current_version.text.index(story.LATE)
    respan(claim=claim, by=by, start=start, end=start + len(story.LATE))
    # the wording followed the span both times
    reword(claim=fresh(claim), by=by, wording="Ferries were late.", kind=claim.kind)


@pytest.mark.parametrize("part", BY_OTHERS_TOO, ids=[part.__name__ for part in BY_OTHERS_TOO])
def test_hands_that_were_overtaken_no_longer_bar(anna, both, part):
    claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
    part(claim, both)
    overtaken(part, anna)(fresh(claim))
    claim = back_in_review(claim, anna)

    approve(claim=claim, by=both)

    assert fresh(claim).stage == Stage.APPROVED


def test_a_change_does_not_wash_the_first_hand_off_evidence(anna, both):
    claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
    brought(claim, both)
    piece = claim.evidence.get(added_by=both)
    change_evidence(evidence=piece, by=anna, note="Counted again.")
    claim = back_in_review(claim, anna)

    with pytest.raises(Never):
        approve(claim=claim, by=both)


def test_a_speaker_renamed_once_more_is_the_last_ones(anna, both):
    claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
    renamed(claim, both)
    speaker = claim.links.get(retired_at__isnull=True).speaker
    rename_speaker(speaker=speaker, by=anna, kind="organisation", name="Quay office", note="")
    claim = back_in_review(claim, anna)

    approve(claim=claim, by=both)

    assert fresh(claim).stage == Stage.APPROVED


def test_of_a_confidential_source_who_describes_it_does_not_sign(anna, newcomer):
    both = newcomer("both", roles=["checker", "reviewer"], grants=["confidential"])
    hidden = secret.hidden_source(anna)
    claim = secret.in_review_on(hidden, anna)
    withdraw(claim=claim, by=anna)
    change_source(source=hidden, by=both, public_description="Somebody at the ministry")
    claim = back_in_review(claim, anna)

    with pytest.raises(Never):
        approve(claim=claim, by=both)


def test_one_person_alone_approves_nothing(newcomer):
    alone = newcomer("alone", roles=["checker", "reviewer", "publisher", "administrator"])
    claim = world.claim_at(Stage.IN_REVIEW, checker=alone)

    with pytest.raises(Never):
        approve(claim=claim, by=alone)


class TestOverHttp:
    def test_a_crafted_approval_of_a_claim_whose_span_he_set(
        self, anna, ben, administrator, signed_in
    ):
        give_role(person=ben, role="checker", by=administrator)
        ben = type(ben).objects.get(pk=ben.pk)
        claim = story.verified(story.marked(story.bring_in(anna), anna), anna)
        moved(claim, ben)
        # the words are Anna's again; where it stands stays Ben's
        reword(claim=fresh(claim), by=anna, wording="Late on 40 days.", kind=claim.kind)
        claim = back_in_review(claim, anna)

        answer = signed_in(ben).post(f"/desk/claims/{claim.pk}/review/", {})

        assert answer.status_code == 403
        assert fresh(claim).stage == Stage.IN_REVIEW
        assert not Decision.objects.exists()
