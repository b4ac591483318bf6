"""A second person's word in a new text: it covers the same words there, and no others."""

import pytest

from factcheck.claims.models import Claim, Exemption
from factcheck.claims.placement import unplaced_claims
from factcheck.core.rulings import NotNow
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.publishing.gate import ask
from factcheck.review.actions import confirm, replace_text
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Confirmation, Decision
from factcheck.review.queries.left_out import to_confirm, unconfirmed_exemptions
from factcheck.trail.record import faults
from factcheck.verification.actions import conclude, mark_again, record_verdict
from factcheck.verification.models import Verdict
from factcheck.verification.queries import facts_of
from tests import story
from tests.factories.intake import ArticleFactory
from tests.world import fresh

pytestmark = pytest.mark.django_db

LONGER = f"The sea was calm.\n\n{story.TEXT}"
MENDED = story.TEXT.replace("40 days", "44 days")


def rewrite(article, by, text=LONGER):
    return replace_text(article=article, reading=read_text(text, title=story.TITLE), by=by)


def test_approval_covers_the_same_words_in_a_new_text(checker, reviewer):
    article = story.ready(checker, reviewer)

    rewrite(article, checker)

    for claim in article.claims.all():
        decision = Decision.objects.get(round__claim=claim)
        assert fresh(claim).stage == "approved"
        assert decision.digest == digest_of(facts_of(fresh(claim)))
    missed = {(blocker.rule, blocker.claim) for blocker in ask(article).blockers}
    assert missed == {("G1", None)}  # the new sentence is not accounted for


def test_confirmation_covers_the_exemption_in_a_new_text(checker, reviewer):
    article = story.ready(checker, reviewer)

    rewrite(article, checker)
    rewrite(article, checker, f"{LONGER}\n\nIt is blue.")

    assert to_confirm(fresh(article)) == []
    assert list(unconfirmed_exemptions()) == []
    assert Exemption.objects.filter(version=fresh(article).current_version).count() == 2


def test_exemption_that_nobody_confirmed_waits_in_the_new_text_too(checker, reviewer):
    article = story.bring_in(checker)
    story.left_out(article, checker, "We like the sea.")

    version = rewrite(article, checker)

    carried = Exemption.objects.get(version=version)
    assert [item.row for item in to_confirm(fresh(article))] == [carried]
    assert list(unconfirmed_exemptions()) == [carried]


def test_confirmation_in_a_later_text_holds_in_the_next(checker, reviewer):
    article = story.bring_in(checker)
    story.left_out(article, checker, "We like the sea.")
    rewrite(article, checker)

    story.confirmed(fresh(article), reviewer)
    rewrite(article, checker, f"{LONGER}\n\nIt is blue.")

    assert Confirmation.objects.count() == 1
    assert to_confirm(fresh(article)) == []
    assert list(unconfirmed_exemptions()) == []


def test_exempting_the_words_anew_takes_a_new_word(checker, reviewer):
    article = story.ready(checker, reviewer)
    rewrite(article, checker, story.TEXT.replace("We like the sea.", "We love it."))

    story.left_out(article, checker, "We love it.")

    assert [item.quote for item in to_confirm(fresh(article))] == ["We love it."]


def test_claim_that_was_set_aside_stays_confirmed(checker, reviewer):
    article = story.bring_in(checker)
    claim = story.marked(article, checker)
    from factcheck.review.actions import set_aside

    set_aside(claim=claim, by=checker, because="It is said twice.")
    confirm(article=article, by=reviewer, claims=[claim])

    rewrite(article, checker, MENDED)

    assert to_confirm(fresh(article)) == []


class TestMarkAgain:
    @pytest.fixture
    def lost(self, checker, reviewer):
        article = story.bring_in(checker)
        claim = story.approved(
            story.marked(article, checker), checker, reviewer,
            code="inaccurate", attribution="altered", searched="The register.",
        )  # fmt: skip
        rewrite(article, checker, MENDED)
        return fresh(claim)

    def again(self, claim, by, days=44, **fields):
        text = Article.objects.get(pk=claim.article_id).current_version.text
        words = story.LATE.replace("40", str(days))
        start = text.index(words)
        return mark_again(claim=claim, by=by, start=start, end=start + len(words), **fields)

    def test_what_was_found_of_mended_words_is_open_again(self, lost, checker):
        claim = self.again(lost, checker, shows="fixed")

        current = Verdict.objects.current().filter(claim=claim)
        assert set(current.values_list("aspect", "code")) == {
            ("content", "unchecked"),
            ("attribution", "unchecked"),
        }
        assert story.LATE in current.get(aspect="content").rationale
        with pytest.raises(NotNow):
            conclude(claim=claim, by=checker)

    def test_what_was_found_of_words_that_only_moved_stands(self, lost, checker):
        before = list(Verdict.objects.current().order_by("pk"))

        claim = self.again(lost, checker)

        assert list(Verdict.objects.current().order_by("pk")) == before
        assert claim.stage == "checking"

    def test_what_is_open_already_is_not_opened_twice(self, lost, checker):
        claim = self.again(lost, checker, shows="fixed")
        rewrite(claim.article, checker, story.TEXT.replace("40 days", "45 days"))
        found = Verdict.objects.count()

        self.again(fresh(claim), checker, days=45, shows="fixed")

        assert Verdict.objects.count() == found

    def test_fair_attribution_stands_where_the_text_is_mended(self, checker, reviewer):
        article = story.bring_in(checker)
        claim = story.approved(
            story.marked(article, checker), checker, reviewer,
            code="inaccurate", searched="The register.",
        )  # fmt: skip
        rewrite(article, checker, MENDED)

        claim = self.again(fresh(claim), checker, shows="hedged")

        current = Verdict.objects.current().filter(claim=claim)
        assert current.get(aspect="attribution").code == "confirmed_paraphrase"
        assert claim.disposition == "hedged"

    def test_fixed_claim_that_is_found_wrong_again_is_left_standing(self, lost, checker):
        claim = self.again(lost, checker, shows="fixed")
        record_verdict(
            claim=claim, by=checker, aspect="content", code="inaccurate", rationale="Still."
        )

        left = [blocker for blocker in ask(claim.article).blockers if blocker.rule == "G14"]

        assert [blocker.message for blocker in left] == [
            "It counts as fixed, and what stands there now was found wrong as well."
        ]


def test_gate_names_what_is_not_in_the_current_text(checker, reviewer):
    article = story.ready(checker, reviewer)
    claim = article.claims.get(number=1)
    rewrite(article, checker, MENDED)

    [blocker] = [b for b in ask(article).blockers if b.rule == "G11"]

    assert blocker.claim == 1
    assert blocker.url == f"/desk/claims/{claim.pk}/mark-again/"
    assert not blocker.break_glass


def test_trail_is_whole_after_a_new_text(checker, reviewer):
    article = story.ready(checker, reviewer)

    rewrite(article, checker, MENDED)

    assert list(faults()) == []
    assert [row.claim for row in unplaced_claims(fresh(article))] == [Claim.objects.get(number=1)]


def test_what_has_no_text_yet_has_none_to_replace(checker):
    with pytest.raises(ValueError, match="kept together with its first version"):
        rewrite(ArticleFactory(brought_by=checker), checker)
