"""Somebody else's work is judged: signed, or sent back."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.claims.actions import mark, reword
from factcheck.claims.models import Claim
from factcheck.desk.pages.review import ticked
from factcheck.desk.queries.review import in_review as waiting_in
from factcheck.desk.queries.review import progress, signing
from factcheck.desk.queries.workspace.card import card
from factcheck.intake.models import Article
from factcheck.review.actions import withdraw
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Decision
from factcheck.trail.models import Event
from factcheck.verification.actions import add_source, cite, conclude, record_verdict
from factcheck.verification.queries import facts_of
from tests.story import in_review, verified

STATION = "The air station on Quay 3 has measured since 2021"
HIDDEN = "Ottilie Quist"


def url(name, row):
    return reverse(f"desk:{name}", args=[row.pk])


def digest(claim):
    return digest_of(facts_of(claim))


def shown(claim):
    """A tick beside a claim, as the review page sends it."""
    return f"{claim.pk}:{digest(claim)}"


class TestClaimReview:
    def test_doors(self, waiting, doors):
        doors.get(
            "desk:claim_review",
            waiting.pk,
            anonymous="login",
            stranger=404,
            writer=200,
            checker=200,
            reviewer=200,
        )
        doors.post(
            "desk:claim_review",
            waiting.pk,
            data={"digest": digest(waiting)},
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            publisher=403,
            reviewer=302,
        )

    def test_everything_that_a_signature_covers_is_there(self, waiting, reviewer, signed_in):
        text = signed_in(reviewer).get(url("claim_review", waiting)).content.decode()

        assert "Would you sign this?" in text
        for words in (
            "Every ferry will plug in by 2029",
            "Harbour commission",
            "Said, in other words",
            "Accurate",
            "The log counts 40 days.",
            "Berth log",
            "Copy of 1 March 2026",
            "row 7",
            "sent by Cleo Checker",
            "found a verdict, brought evidence",
            "Nothing here is your own work.",
        ):
            assert words in text
        assert f'name="digest" value="{digest(waiting)}"' in text

    def test_fine(self, waiting, reviewer, signed_in):
        response = signed_in(reviewer).post(
            url("claim_review", waiting), {"digest": digest(waiting)}, follow=True
        )

        waiting.refresh_from_db()
        decision = Decision.objects.get()
        assert waiting.stage == "approved"
        assert (decision.verb, decision.decided_by) == ("approve", reviewer)
        assert decision.digest == digest(waiting)
        assert Event.objects.filter(verb="claim.approved").count() == 1
        assert "Claim 1 is approved." in response.content.decode()

    def test_leads_on_to_the_next_claim(self, waiting, second, reviewer, signed_in):
        response = signed_in(reviewer).post(
            url("claim_review", waiting), {"digest": digest(waiting)}
        )

        assert response["Location"] == url("claim_review", second)

    def test_starts_again_at_the_top_after_the_last(self, waiting, second, reviewer, signed_in):
        response = signed_in(reviewer).post(url("claim_review", second), {"digest": digest(second)})

        assert response["Location"] == url("claim_review", waiting)

    def test_walks_among_those_that_wait(self, waiting, second, reviewer, signed_in):
        first = signed_in(reviewer).get(url("claim_review", waiting))
        last = signed_in(reviewer).get(url("claim_review", second))

        assert "1 of 2" in first.content.decode()
        assert first.context["signing"].after == second
        assert last.context["signing"].before == waiting
        assert last.context["signing"].after is None

    @pytest.mark.parametrize("sent", [{}, {"digest": ""}, {"digest": "0" * 64}])
    def test_what_was_not_shown_is_not_signed(self, waiting, reviewer, signed_in, sent):
        response = signed_in(reviewer).post(url("claim_review", waiting), sent)

        waiting.refresh_from_db()
        assert response.status_code == 409
        assert waiting.stage == "in_review"
        assert not Decision.objects.exists()

    def test_what_changed_in_between_is_shown_anew(self, waiting, checker, reviewer, signed_in):
        seen = digest(waiting)
        withdraw(claim=waiting, by=checker)
        record_verdict(claim=waiting, by=checker, aspect="content", code="accurate",
             rationale="It counts 41.", evidence=list(waiting.evidence.filter(aspect="content")))  # fmt: skip
        conclude(claim=waiting, by=checker)
        signed_in(checker).post(url("claim_submit", waiting))

        response = signed_in(reviewer).post(url("claim_review", waiting), {"digest": seen})

        text = response.content.decode()
        assert response.status_code == 409
        assert "This claim was changed since you opened it" in text
        assert "It counts 41." in text
        assert not Decision.objects.exists()

    def test_nobody_signs_their_own(self, article, newcomer, signed_in):
        both = newcomer("both", roles=["checker", "reviewer"])
        own = in_review(self._marked_by(both, article), both)

        response = signed_in(both).get(url("claim_review", own))
        refused = signed_in(both).post(url("claim_review", own), {"digest": digest(own)})

        assert "You worked on this claim; someone else approves it." in response.content.decode()
        assert "Nothing here is your own work." not in response.content.decode()
        assert refused.status_code == 403

    def _marked_by(self, person, article):
        start = article.current_version.text.index(STATION)
        return mark(article=article, by=person, start=start, end=start + len(STATION))

    def test_a_confidential_source_that_one_may_not_see_is_said_plainly(
        self, claim, checker, reviewer, ben, signed_in
    ):
        verified(claim, checker)
        source = add_source(
            by=checker,
            kind="interview",
            title=HIDDEN,
            confidential=True,
            public_description="A member of the commission",
            private_note="By telephone.",
        )
        piece = cite(
            claim=claim, by=checker, source=source, aspect="content", stance="context",
            note="Twice.",
        )  # fmt: skip
        rests = [*claim.evidence.filter(aspect="content")]
        record_verdict(claim=claim, by=checker, aspect="content", code="accurate", evidence=rests)
        conclude(claim=claim, by=checker)
        signed_in(checker).post(url("claim_submit", claim))
        client = signed_in(reviewer)

        page = client.get(url("claim_review", claim)).content.decode()
        refused = client.post(url("claim_review", claim), {"digest": digest(claim)})
        granted = signed_in(ben).post(url("claim_review", claim), {"digest": digest(claim)})

        assert piece in rests
        assert "It rests on a confidential source that you may not see" in page
        assert "Readers are told: “<bdi>A member of the commission</bdi>”" in page
        assert HIDDEN not in page
        assert "Twice." not in page
        assert refused.status_code == 403
        assert HIDDEN not in refused.content.decode()
        assert granted.status_code == 302

    def test_what_is_not_in_review_cannot_be_signed(self, claim, reviewer, signed_in):
        page = signed_in(reviewer).get(url("claim_review", claim))
        refused = signed_in(reviewer).post(url("claim_review", claim), {"digest": digest(claim)})

        assert "This claim is open." in page.content.decode()
        assert refused.status_code == 409

    def test_whom_the_gate_wants_asked_is_said(self, claim, checker, reviewer, signed_in):
        in_review(claim, checker, code="inaccurate", searched="The minutes.")

        response = signed_in(reviewer).get(url("claim_review", claim))

        assert "Harbour commission was not asked, and no reason is given." in (
            response.content.decode()
        )

    def test_a_reviewer_who_reworded_it_once_but_no_longer_counts_signs(
        self, waiting, newcomer, checker, signed_in
    ):
        both = newcomer("both", roles=["checker", "reviewer"])
        withdraw(claim=waiting, by=checker)
        reword(claim=waiting, by=both, wording="All ferries plug in by 2029.", kind="fact")
        reword(claim=waiting, by=checker, wording="Every ferry plugs in by 2029.", kind="number")
        conclude(claim=waiting, by=checker)
        signed_in(checker).post(url("claim_submit", waiting))

        found = signing(card(waiting, both))

        assert [each.person for each in found.contributors] == [checker]


class TestClaimSendBack:
    def test_doors(self, waiting, doors):
        doors.get(
            "desk:claim_send_back",
            waiting.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=403,
            reviewer=200,
        )

    def test_fine(self, waiting, reviewer, checker, signed_in):
        response = signed_in(reviewer).post(
            url("claim_send_back", waiting), {"because": "Who counted?"}, follow=True
        )
        back = signed_in(checker).get(url("claim", waiting))

        waiting.refresh_from_db()
        assert waiting.stage == "checking"
        assert Decision.objects.get().reason == "Who counted?"
        assert "Claim 1 is sent back." in response.content.decode()
        assert "Who counted?" in back.content.decode()

    def test_without_a_reason_is_refused(self, waiting, reviewer, signed_in):
        response = signed_in(reviewer).post(url("claim_send_back", waiting), {"because": " "})

        waiting.refresh_from_db()
        assert response.status_code == 422
        assert waiting.stage == "in_review"

    def test_not_in_review_is_not_now(self, claim, reviewer, signed_in):
        response = signed_in(reviewer).post(
            url("claim_send_back", claim), {"because": "Who counted?"}
        )

        assert response.status_code == 409
        assert "Who counted?" in response.content.decode()


class TestReview:
    def test_doors(self, article, doors):
        doors.get(
            "desk:review",
            article.pk,
            anonymous="login",
            stranger=404,
            writer=200,
            reviewer=200,
        )

    def test_what_waits_is_listed_with_its_verdicts(self, article, waiting, reviewer, signed_in):
        text = signed_in(reviewer).get(url("review", article)).content.decode()

        assert "1 claim waits for a second person" in text
        assert "Said, in other words" in text
        assert f'value="{shown(waiting)}"' in text
        assert "0 of 1 claim signed off or waived" in text

    def test_what_may_not_be_signed_says_why(self, article, waiting, checker, signed_in):
        text = signed_in(checker).get(url("review", article)).content.decode()

        assert "Claims are judged by reviewers." in text
        assert "You may not approve any of these" in text

    def test_nothing_waits(self, article, reviewer, signed_in):
        text = signed_in(reviewer).get(url("review", article)).content.decode()

        assert "No claim waits for a second person" in text
        assert "or nothing was left out" in text

    def test_checked_claims_can_be_sent_from_here(
        self, article, checked, checker, reviewer, signed_in
    ):
        for_checker = signed_in(checker).get(url("review", article)).content.decode()
        for_reviewer = signed_in(reviewer).get(url("review", article)).content.decode()

        assert "Send all checked claims to review" in for_checker
        assert "Send all checked claims to review" not in for_reviewer

    def test_asks_no_more_for_many_than_for_one(self, article, waiting, marked, checker, reviewer):
        waiting_in(article, reviewer)  # what a person may do is asked once
        with CaptureQueriesContext(connection) as for_one:
            waiting_in(article, reviewer)
        for words in (STATION, "The seven members meet today", "We breathe this every day"):
            in_review(marked(words), checker)

        with CaptureQueriesContext(connection) as for_four:
            lines = waiting_in(article, reviewer)

        assert len(lines) == 4
        assert len(for_four) == len(for_one)

    def test_progress_counts_what_is_settled(self, article, settled, marked):
        marked(STATION)

        found = progress(article)

        assert (found.settled, found.live, found.checked) == (1, 2, 0)


class TestApproveAll:
    def test_doors(self, article, waiting, doors):
        doors.post(
            "desk:approve_all",
            article.pk,
            data={"claim": [shown(waiting)]},
            anonymous="login",
            stranger=404,
            checker=302,
            reviewer=302,
        )

    def test_the_ticked_ones_are_signed(self, article, waiting, second, reviewer, signed_in):
        response = signed_in(reviewer).post(
            url("approve_all", article), {"claim": [shown(waiting), shown(second)]}, follow=True
        )

        assert set(Claim.objects.values_list("stage", flat=True)) == {"approved"}
        assert Decision.objects.count() == 2
        assert Event.objects.filter(verb="claim.approved").count() == 2
        assert "Claims 1, 2 are approved." in response.content.decode()

    def test_what_was_not_ticked_stays(self, article, waiting, second, reviewer, signed_in):
        signed_in(reviewer).post(url("approve_all", article), {"claim": [shown(second)]})

        waiting.refresh_from_db()
        assert waiting.stage == "in_review"

    def test_one_that_may_not_be_is_named_and_the_others_go(
        self, article, waiting, second, reviewer, signed_in
    ):
        response = signed_in(reviewer).post(
            url("approve_all", article),
            {"claim": [f"{waiting.pk}:{'0' * 64}", shown(second)]},
            follow=True,
        )

        text = response.content.decode()
        assert "Claim 2 is approved." in text
        assert "Claim 1: This claim was changed since you opened it. Look again." in text
        assert Decision.objects.count() == 1

    def test_the_own_is_named(self, article, waiting, checker, signed_in):
        response = signed_in(checker).post(
            url("approve_all", article), {"claim": [shown(waiting)]}, follow=True
        )

        assert "Claim 1: Claims are judged by reviewers." in response.content.decode()
        assert not Decision.objects.exists()

    @pytest.mark.parametrize("sent", [{}, {"claim": ["x:y", "", ":", "9" * 40, "-1:0"]}])
    def test_nothing_ticked_is_said(self, article, waiting, reviewer, signed_in, sent):
        response = signed_in(reviewer).post(url("approve_all", article), sent, follow=True)

        assert "No claim was chosen." in response.content.decode()
        assert not Decision.objects.exists()

    def test_a_claim_of_another_article_is_passed_over(
        self, article, waiting, reviewer, anna, signed_in
    ):
        elsewhere = Article.objects.create(brought_by=anna)

        response = signed_in(reviewer).post(
            url("approve_all", elsewhere), {"claim": [shown(waiting)]}
        )

        assert response.status_code == 302
        assert not Decision.objects.exists()

    def test_ticks_are_read_with_what_was_shown(self):
        assert ticked(["7:abc", "8", "x:1", ""]) == {7: "abc", 8: ""}
