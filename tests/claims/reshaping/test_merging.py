"""Two claims become one: what stays, what follows, what is refused."""

import pytest

from factcheck.claims.actions import (
    add_place,
    ask,
    dispose,
    mark,
    merge_claims,
    set_aside,
    undo,
)
from factcheck.claims.queries import chain, neighbours
from factcheck.claims.queries.undoing import last_step
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.trail.models import Event
from tests.claims.reshaping.rows import again, quotes, stage, stands, suggest
from tests.covered import coverage_of


class TestMerge:
    def test_the_one_that_was_made_first_stays(self, closing, lamps, checker):
        kept = merge_claims(claim=lamps, other=closing, by=checker)

        assert (kept.pk, kept.stage) == (closing.pk, "checking")
        assert (
            quotes(kept)
            == [kept.wording]
            == ["The bridge will close in May, and 🚧🏽 lamps will be lit"]
        )
        assert [link.cue for link in chain(kept)] == ["said"]
        assert {kept.spanned_by, kept.worded_by} == {checker}

    def test_the_other_says_where_it_went(self, closing, lamps, checker):
        merge_claims(claim=closing, other=lamps, by=checker)

        gone = again(lamps)
        assert (gone.stage, gone.set_aside_because) == ("set_aside", "Merged into claim 1.")
        assert gone.set_aside_cause == "merged"
        assert gone.set_aside_by == checker

    def test_with_words_between_them_they_are_parts(self, marked, checker, article):
        first = marked("“We were never asked,”")
        second = marked("“and we pay 4\u00a0100 crowns.”")

        kept = merge_claims(claim=first, other=second, by=checker)

        assert quotes(kept) == ["“We were never asked,”", "“and we pay 4\u00a0100 crowns.”"]
        assert list(kept.anchors.values_list("place", "part").order_by("part")) == [(1, 1), (1, 2)]
        assert kept.wording == "“We were never asked,” … “and we pay 4\u00a0100 crowns.”"

    def test_two_suggestions_are_one_open_claim(self, closing, lamps, checker):
        kept = merge_claims(claim=suggest(closing), other=suggest(lamps), by=checker)

        assert (kept.stage, kept.accepted_by, kept.chained_by) == ("open", checker, checker)
        assert again(lamps).accepted_by is None

    @pytest.mark.parametrize("was", ["open", "checking", "checked", "approved"])
    def test_from_every_stage_at_work_it_is_to_be_checked(self, closing, lamps, checker, was):
        kept = merge_claims(claim=stage(closing, was), other=suggest(lamps), by=checker)

        assert kept.stage == "checking"

    def test_a_suggestion_and_a_claim_that_is_checked(self, closing, lamps, checker):
        kept = merge_claims(claim=suggest(closing), other=stage(lamps, "checked"), by=checker)

        assert (kept.pk, kept.stage) == (closing.pk, "checking")

    def test_further_places_of_both_stay(self, article, closing, lamps, checker, at):
        add_place(claim=lamps, by=checker, **at("Mill bridge to close"))

        kept = merge_claims(claim=closing, other=again(lamps), by=checker)

        places = kept.anchors.order_by("place").values_list("place", "quote")
        assert list(places)[-1] == (3, "Mill bridge to close")

    def test_coverage_stays_true(self, article, closing, lamps, checker):
        counted = coverage_of(article.current_version)

        merge_claims(claim=closing, other=lamps, by=checker)

        now = coverage_of(article.current_version)
        assert now.claimed == counted.claimed + 1  # the "and" between them
        assert now.words == now.claimed + now.exempt + now.open

    def test_undone_they_are_two_again(self, article, closing, lamps, checker, anna):
        before = stands(closing), stands(lamps)
        merge_claims(claim=closing, other=lamps, by=anna)

        undo(step=last_step(article, anna), by=anna)

        assert (stands(closing), stands(lamps)) == before

    def test_both_histories_tell_of_it_and_of_its_undoing(self, article, closing, lamps, checker):
        merge_claims(claim=closing, other=lamps, by=checker)
        undo(step=last_step(article, checker), by=checker)

        told = list(Event.objects.order_by("pk").values_list("verb", "subject"))[-4:]
        assert told == [
            ("claim.set_aside", f"claim:{lamps.pk}"),
            ("claim.merged", f"claim:{closing.pk}"),
            ("step.undone", f"claim:{closing.pk}"),
            ("step.undone", f"claim:{lamps.pk}"),
        ]


class TestMergeRefused:
    def test_what_does_not_stand_side_by_side(self, closing, lamps, cafe, checker):
        with pytest.raises(NotNow, match="Claims 1 and 3 do not stand side by side"):
            merge_claims(claim=closing, other=cafe, by=checker)

    def test_a_suggestion_between_two_is_between_them(self, closing, lamps, cafe, checker):
        suggest(lamps)

        with pytest.raises(NotNow, match="side by side"):
            merge_claims(claim=closing, other=cafe, by=checker)

    def test_what_was_set_aside_is_not_between_them(self, closing, lamps, cafe, checker):
        set_aside(claim=lamps, by=checker, because="No claim.")

        kept = merge_claims(claim=closing, other=cafe, by=checker)

        assert kept.pk == closing.pk

    def test_one_that_lies_inside_the_other(self, closing, marked, checker):
        with pytest.raises(NotNow, match="side by side"):
            merge_claims(claim=closing, other=marked("close in May"), by=checker)

    def test_with_itself(self, closing, checker):
        with pytest.raises(NotNow, match="Two claims of one article"):
            merge_claims(claim=closing, other=closing, by=checker)

    def test_with_a_claim_of_another_article(self, closing, checker, anna):
        other, _ = keep(reading=read_text("Snow fell in May."), by=anna)
        snow = mark(article=other, by=checker, start=0, end=9)

        with pytest.raises(NotNow, match="Two claims of one article"):
            merge_claims(claim=closing, other=snow, by=checker)

    def test_to_a_writer(self, closing, lamps, writer):
        with pytest.raises(Never):
            merge_claims(claim=closing, other=lamps, by=writer)

    @pytest.mark.parametrize("which", [0, 1])
    def test_while_one_is_in_review(self, closing, lamps, checker, which):
        stage((closing, lamps)[which], "in_review")

        with pytest.raises(NotNow, match=f"Claim {which + 1} is in review"):
            merge_claims(claim=again(closing), other=again(lamps), by=checker)

    def test_with_one_that_was_set_aside(self, closing, lamps, checker):
        set_aside(claim=lamps, by=checker, because="No claim.")

        with pytest.raises(NotNow, match="Claim 2 is set aside"):
            merge_claims(claim=closing, other=again(lamps), by=checker)

    @pytest.mark.parametrize("seen", [{"seen": 99}, {"seen_other": 99}])
    def test_once_somebody_changed_one_of_them(self, closing, lamps, checker, seen):
        with pytest.raises(NotNow) as refused:
            merge_claims(claim=closing, other=lamps, by=checker, **seen)
        assert refused.value.stale

    def test_past_the_lawyers(self, closing, lamps, checker):
        dispose(claim=lamps, by=checker, disposition="legal_review")

        with pytest.raises(NotNow, match="lawyers"):
            merge_claims(claim=closing, other=again(lamps), by=checker)

    def test_past_a_question_that_holds_up_the_one_that_goes(self, closing, lamps, checker, anna):
        ask(claim=lamps, by=anna, text="Which lamps?", blocking=True)

        with pytest.raises(NotNow, match="holds this claim up"):
            merge_claims(claim=closing, other=lamps, by=checker)

    def test_where_the_whole_is_a_claim_already(self, article, closing, lamps, checker, marked):
        marked("The bridge will close in May, and 🚧🏽 lamps will be lit")

        with pytest.raises(NotNow, match="claim 3 already"):
            merge_claims(claim=closing, other=lamps, by=checker)

    def test_where_one_stands_nowhere(self, closing, lamps, checker):
        lamps.anchors.all().delete()

        with pytest.raises(NotNow, match="Claim 2 stands nowhere"):
            merge_claims(claim=closing, other=lamps, by=checker)


def test_neighbours_are_found_whatever_lies_inside(closing, lamps, cafe, marked, queries):
    marked("close in May")

    lamps = again(lamps)

    with queries(3):
        before, after = neighbours(lamps)

    assert (before, after) == (closing, cafe)
