"""What stands in a new text unchanged is carried over; what does not is marked again or set aside."""

import pytest
from django.db import IntegrityError, transaction

from factcheck.claims.actions import cut, dispose, exempt, lift, place_again, set_aside, take_back
from factcheck.claims.models import Anchor, Claim, Exemption, Link, LinkDraft, Stage
from factcheck.claims.placement import unplaced_claims, unplaced_exemptions
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text
from factcheck.trail.models import Event
from tests import story
from tests.covered import coverage_of
from tests.factories.claims import ExemptionFactory
from tests.world import claim_at, verbs

pytestmark = pytest.mark.django_db

MENDED = story.TEXT.replace("40 days", "44 days")
LONGER = f"The sea was calm.\n\n{story.TEXT}"


@pytest.fixture
def article(checker):
    return story.bring_in(checker)


def rewrite(article, by, text=MENDED, title=story.TITLE):
    return replace_text(article=article, reading=read_text(text, title=title), by=by)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


def here(claim):
    """Where a claim stands in the current text, and the words there."""
    article = Article.objects.get(pk=claim.article_id)
    rows = Anchor.objects.filter(claim=claim, version=article.current_version)
    text = article.current_version.text
    return [(row.placed, text[row.start : row.end]) for row in rows]


class TestCarry:
    def test_claim_that_stands_unchanged_keeps_stage_and_place(self, article, checker, reviewer):
        claim = claim_at(Stage.APPROVED, article=article, checker=checker, reviewer=reviewer)

        version = rewrite(article, checker, LONGER)

        anchor = Anchor.objects.get(claim=claim, version=version)
        assert fresh(claim).stage == Stage.APPROVED
        assert here(claim) == [("carried", story.LATE)]
        assert version.text[: anchor.start].endswith(anchor.prefix)
        assert version.text[anchor.end :].startswith(anchor.suffix)
        assert unplaced_claims(fresh(article)) == []

    def test_speaker_and_cue_stand_beside_it_in_the_new_text(self, article, checker):
        claim = story.marked(article, checker)

        version = rewrite(article, checker, LONGER)

        link = Link.objects.get(claim=claim)
        assert version.text[link.words_start :].startswith("the harbour office")
        assert version.text[link.cue_start :].startswith("said on Monday")

    def test_claim_that_lost_its_place_is_checked_again(self, article, checker, reviewer):
        claim = claim_at(Stage.APPROVED, article=article, checker=checker, reviewer=reviewer)

        rewrite(article, checker)

        [lost] = unplaced_claims(fresh(article))
        assert (lost.claim, lost.words, lost.version) == (claim, story.LATE, 1)
        assert fresh(claim).stage == Stage.CHECKING
        assert verbs(article)[-3:] == ["article.new_text", "article.carried", "claim.reopened"]
        assert Event.objects.get(verb="article.carried").words["lost"] == [claim.number]

    def test_words_of_the_old_text_are_no_frame_in_the_new_one(self, article, checker):
        claim = story.marked(article, checker)

        version = rewrite(article, checker)

        link = Link.objects.get(claim=claim)
        assert (link.words_start, link.cue_start) == (None, None)
        assert coverage_of(version).claimed == 0

    def test_claim_in_review_is_given_back_and_its_round_closes(self, article, checker):
        claim = claim_at(Stage.IN_REVIEW, article=article, checker=checker)

        rewrite(article, checker)

        assert fresh(claim).stage == Stage.CHECKING
        assert claim.rounds.get().outcome == "withdrawn"
        assert "claim.withdrawn" in verbs(article)

    def test_claim_in_review_that_stands_unchanged_stays_there(self, article, checker):
        claim = claim_at(Stage.IN_REVIEW, article=article, checker=checker)

        rewrite(article, checker, LONGER)

        assert fresh(claim).stage == Stage.IN_REVIEW
        assert claim.rounds.get().closed_at is None

    def test_waived_claim_stays_its_publishers(self, article, checker, publisher):
        claim = claim_at(Stage.WAIVED, article=article, checker=checker, publisher=publisher)

        rewrite(article, checker)

        assert fresh(claim).stage == Stage.WAIVED
        assert [row.claim for row in unplaced_claims(fresh(article))] == [claim]

    def test_suggestion_whose_words_are_gone_is_set_aside(self, article, checker):
        claim = story.marked(article, checker)
        Claim.objects.filter(pk=claim.pk).update(
            stage=Stage.SUGGESTED, accepted_by=None, accepted_at=None
        )

        rewrite(article, checker)

        claim = fresh(claim)
        assert (claim.stage, claim.set_aside_by) == (Stage.SET_ASIDE, checker)
        assert claim.set_aside_because == "These words do not stand in version 2 of the text."
        assert claim.set_aside_cause == "not_in_text"

    def test_claim_that_was_set_aside_can_be_taken_back_where_it_stood(self, article, checker):
        claim = story.marked(article, checker)
        set_aside(claim=claim, by=checker, because="It is said twice.")

        rewrite(article, checker, LONGER)
        take_back(claim=fresh(claim), by=checker)

        assert here(claim) == [("carried", story.LATE)]

    def test_text_that_comes_back_brings_the_places_back(self, article, checker):
        claim = story.marked(article, checker)
        rewrite(article, checker)

        rewrite(article, checker, story.TEXT)

        assert here(claim) == [("carried", story.LATE)]
        assert unplaced_claims(fresh(article)) == []

    def test_forms_that_were_open_are_stale(self, article, checker):
        claim = story.marked(article, checker)

        rewrite(article, checker, LONGER)

        assert fresh(claim).revision == claim.revision + 1

    def test_queries_do_not_grow_with_the_claims(self, article, checker, django_assert_num_queries):
        from django.db import connection
        from django.test.utils import CaptureQueriesContext

        story.marked(article, checker)
        with CaptureQueriesContext(connection) as few:
            rewrite(article, checker, LONGER)
        for words in (story.RAIN, "We like the sea", "112 days", "the sea", "days in 2025"):
            story.marked(article, checker, words)
        with CaptureQueriesContext(connection) as many:
            rewrite(article, checker, f"It was calm.\n\n{LONGER}")

        assert len(many) <= len(few)


class TestExemptions:
    def test_exemption_keeps_who_when_and_why(self, article, checker):
        old = story.left_out(article, checker, "We like the sea.")

        version = rewrite(article, checker)

        new = Exemption.objects.get(version=version)
        assert (new.quote, new.reason, new.exempted_by) == (old.quote, "opinion", checker)
        assert (new.exempted_at, new.carried_from) == (old.exempted_at, old)
        assert version.text[new.start : new.end] == "We like the sea."

    def test_exemption_is_carried_from_the_row_as_it_was_made(self, article, checker):
        old = story.left_out(article, checker, "We like the sea.")
        rewrite(article, checker)

        version = rewrite(article, checker, LONGER)

        assert Exemption.objects.get(version=version).carried_from == old

    def test_lifted_exemption_does_not_come_back(self, article, checker):
        lift(exemption=story.left_out(article, checker, "We like the sea."), by=checker)

        version = rewrite(article, checker)

        assert not version.exemptions.exists()

    def test_exemption_that_lost_its_place_is_named_until_it_is_let_go(self, article, checker):
        old = story.left_out(article, checker, "We like the sea.")
        rewrite(article, checker, MENDED.replace("We like the sea.", "We love it."))

        named = unplaced_exemptions(fresh(article))
        lift(exemption=old, by=checker)

        assert named == [old]
        assert unplaced_exemptions(fresh(article)) == []

    def test_repetition_goes_on_repeating_its_claim(self, article, checker):
        claim = story.marked(article, checker)
        start = article.current_version.text.index(story.TITLE)
        exempt(
            article=article, by=checker, start=start, end=start + len(story.TITLE),
            reason="repeats", repeats=claim,
        )  # fmt: skip

        version = rewrite(article, checker, LONGER)

        assert version.exemptions.get().repeats == claim

    def test_database_refuses_to_carry_one_twice(self, article, checker):
        old = story.left_out(article, checker, "We like the sea.")
        version = rewrite(article, checker)

        with pytest.raises(IntegrityError), transaction.atomic():
            ExemptionFactory(version=version, start=0, end=2, carried_from=old)

    def test_database_refuses_an_exemption_carried_from_itself(self, article, checker):
        old = story.left_out(article, checker, "We like the sea.")

        with pytest.raises(IntegrityError), transaction.atomic():
            Exemption.objects.filter(pk=old.pk).update(carried_from=old)


class TestPlaceAgain:
    WORDS = story.LATE.replace("40", "44")

    def again(self, claim, by, words=WORDS, **fields):
        text = Article.objects.get(pk=claim.article_id).current_version.text
        start = text.index(words)
        return place_again(claim=claim, by=by, start=start, end=start + len(words), **fields)

    @pytest.fixture
    def lost(self, article, checker):
        claim = story.marked(article, checker)
        rewrite(article, checker)
        return fresh(claim)

    def test_marked_again_by_hand_with_its_chain(self, lost, checker):
        claim = self.again(lost, checker)

        link = Link.objects.get(claim=claim)
        text = Article.objects.get(pk=claim.article_id).current_version.text
        assert here(claim) == [("hand", self.WORDS)]
        assert text[link.words_start :].startswith("the harbour office")
        assert verbs(claim.article)[-1] == "claim.marked_again"
        assert unplaced_claims(fresh(claim.article)) == []

    def test_suggestion_on_the_words_gives_way(self, article, lost, checker):
        twin, apart = (story.marked(article, checker, words) for words in (self.WORDS, story.RAIN))
        Claim.objects.filter(pk__in=[twin.pk, apart.pk]).update(
            stage=Stage.SUGGESTED, accepted_by=None, accepted_at=None
        )

        self.again(lost, checker)

        assert (fresh(twin).stage, fresh(apart).stage) == (Stage.SET_ASIDE, Stage.SUGGESTED)
        assert fresh(twin).set_aside_because == f"These words are claim {lost.number}."
        assert fresh(twin).set_aside_cause == "words_taken"

    def test_wording_that_was_the_old_words_follows(self, lost, checker):
        claim = self.again(lost, checker)

        assert (claim.wording, claim.worded_by) == (self.WORDS, checker)

    def test_wording_of_the_desks_own_stays(self, article, checker):
        claim = story.marked(article, checker, wording="Ferries were late on 40 days.")
        rewrite(article, checker)

        claim = self.again(fresh(claim), checker)

        assert claim.wording == "Ferries were late on 40 days."

    def test_claim_that_stands_is_not_marked_again(self, article, checker):
        claim = story.marked(article, checker)

        with pytest.raises(NotNow, match="Change where it stands instead"):
            self.again(claim, checker, story.LATE)

    def test_stale_form_marks_nothing(self, lost, checker):
        with pytest.raises(NotNow) as refused:
            self.again(lost, checker, seen=lost.revision - 1)

        assert refused.value.stale
        assert here(lost) == []

    def test_words_of_another_claim_are_taken(self, article, lost, checker):
        other = story.marked(article, checker, self.WORDS)

        with pytest.raises(NotNow, match=f"claim {other.number} already"):
            self.again(lost, checker)

    def test_writer_does_not_mark_claims_again(self, lost, writer):
        with pytest.raises(Never):
            self.again(lost, writer)

    def test_new_text_shows_a_fix_only_of_our_own_article(self, checker):
        article = story.bring_in(checker, rights="third_party")
        claim = story.marked(article, checker)
        rewrite(article, checker)

        with pytest.raises(NotNow, match="not ours to change"):
            self.again(fresh(claim), checker, shows="fixed")

    @pytest.mark.parametrize("shows", ["cut", "stands", "fix_requested", "legal_review"])
    def test_new_text_shows_nothing_else(self, lost, checker, shows):
        with pytest.raises(NotNow, match="fixed or hedged, and nothing else"):
            self.again(lost, checker, shows=shows)

    @pytest.mark.parametrize("shows", ["fixed", "hedged"])
    def test_fix_that_the_lawyers_ordered_is_done(self, lost, checker, shows):
        Claim.objects.filter(pk=lost.pk).update(disposition="fix_requested", fix_ordered=True)

        claim = self.again(fresh(lost), checker, shows=shows)

        assert (claim.disposition, claim.fix_ordered) == (shows, False)


class TestCut:
    @pytest.fixture
    def lost(self, article, checker):
        claim = story.marked(article, checker)
        dispose(claim=claim, by=checker, disposition="fix_requested")
        rewrite(article, checker, story.TEXT.replace(story.LATE, "They are slow"))
        return fresh(claim)

    def test_cut_claim_is_set_aside_for_that_reason(self, lost, checker):
        claim = cut(claim=lost, by=checker)

        assert (claim.stage, claim.disposition) == (Stage.SET_ASIDE, "cut")
        assert claim.set_aside_because == "Cut from the text."
        assert claim.set_aside_cause == "cut"
        assert unplaced_claims(fresh(lost.article)) == []

    def test_claim_that_stands_was_not_cut(self, article, checker):
        claim = story.marked(article, checker)

        with pytest.raises(NotNow, match="stands in the current text"):
            cut(claim=claim, by=checker)

    def test_nothing_is_cut_from_somebody_elses_article(self, checker):
        article = story.bring_in(checker, rights="third_party")
        claim = story.marked(article, checker)
        rewrite(article, checker)

        with pytest.raises(NotNow, match="not ours to change"):
            cut(claim=fresh(claim), by=checker)

    def test_what_came_back_is_cut_no_more(self, lost, checker):
        take_back(claim=cut(claim=lost, by=checker), by=checker)

        claim = TestPlaceAgain().again(fresh(lost), checker, "They are slow")

        assert claim.disposition == "stands"

    def test_what_the_lawyers_want_changed_is_so_still_when_it_comes_back(self, lost, checker):
        Claim.objects.filter(pk=lost.pk).update(fix_ordered=True)
        take_back(claim=cut(claim=fresh(lost), by=checker), by=checker)

        claim = TestPlaceAgain().again(fresh(lost), checker, "They are slow")

        assert claim.disposition == "fix_requested"


def test_claim_with_two_places_keeps_both_or_none(article, checker):
    claim = story.marked(article, checker, story.RAIN, links=[LinkDraft("person", "Ann")])
    version = article.current_version
    start = version.text.index(story.TITLE)
    Anchor.objects.create(
        claim=claim, version=version, place=2, start=start, end=start + len(story.TITLE),
        quote=story.TITLE,
    )  # fmt: skip

    rewrite(article, checker)
    both = here(claim)
    rewrite(article, checker, LONGER, title="Ferries are very late")

    assert [words for _, words in both] == [story.RAIN, story.TITLE]
    assert here(claim) == []
