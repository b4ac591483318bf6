"""A claim becomes several: what stays, what follows, what is refused."""

import pytest

from factcheck.claims.actions import (
    add_place,
    dispose,
    reword,
    set_aside,
    split_claim,
    undo,
)
from factcheck.claims.models import Claim
from factcheck.claims.queries import chain
from factcheck.claims.queries.undoing import last_step
from factcheck.core.rulings import Never, NotNow
from factcheck.trail.models import Event
from tests.claims.reshaping.rows import again, quotes, stage, stands, suggest
from tests.covered import coverage_of


class TestSplit:
    def test_both_halves_are_open_and_keep_the_chain(self, long, checker, before_word):
        first, second = split_claim(
            claim=stage(long, "checking"), by=checker, at=before_word("and")
        )

        assert (first.pk, first.stage, second.stage) == (long.pk, "open", "open")
        assert [link.speaker for link in chain(first)] == [link.speaker for link in chain(second)]
        assert [link.cue for link in chain(second)] == ["said"]
        assert chain(second)[0].governs

    def test_each_stands_on_its_own_words_and_is_worded_so(self, long, checker, before_word):
        first, second = split_claim(claim=long, by=checker, at=before_word("and"))

        assert quotes(first) == [first.wording] == ["The bridge will close in May"]
        assert quotes(second) == [second.wording]
        assert second.wording == "🚧🏽 lamps will be lit; but the Lux\u0301 stays open"

    def test_every_quote_is_the_text_where_it_stands(self, long, article, checker, before_word):
        at = [before_word("and"), before_word("but")]

        for claim in split_claim(claim=long, by=checker, at=at):
            anchor = claim.anchors.get()
            text = article.current_version.text
            assert text[anchor.start : anchor.end] == anchor.quote
            assert text[: anchor.start].endswith(anchor.prefix)
            assert text[anchor.end :].startswith(anchor.suffix)

    def test_words_that_run_from_right_to_left(self, marked, checker, before_word):
        claim = marked("الخبز غال, والماء رخيص")

        first, second = split_claim(claim=claim, by=checker, at=before_word("والماء"))

        assert (first.wording, second.wording) == ("الخبز غال", "والماء رخيص")

    def test_the_new_one_has_the_next_number_and_what_the_whole_had(
        self, long, checker, anna, before_word
    ):
        dispose(claim=long, by=anna, disposition="legal_review")

        first, second = split_claim(claim=again(long), by=anna, at=before_word("and"))

        assert (first.number, second.number) == (1, 2)
        assert second.disposition == "legal_review"
        assert (second.kind, second.kinded_by, second.chained_by) == ("fact", checker, checker)
        assert {first.spanned_by, first.worded_by, second.spanned_by, second.worded_by} == {anna}

    def test_a_wording_of_the_desk_fits_neither_half(self, long, checker, before_word):
        reword(claim=long, by=checker, wording="The bridge closes and is lit.", kind="fact")

        first, _ = split_claim(claim=again(long), by=checker, at=before_word("and"))

        assert first.wording == "The bridge will close in May"

    def test_a_suggestion_is_thereby_accepted(self, long, checker, before_word):
        first, second = split_claim(claim=suggest(long), by=checker, at=before_word("and"))

        for claim in (first, second):
            assert (claim.stage, claim.accepted_by, claim.chained_by) == ("open", checker, checker)

    @pytest.mark.parametrize("was", ["open", "checking", "checked", "approved"])
    def test_from_every_stage_at_work(self, long, checker, before_word, was):
        first, _ = split_claim(claim=stage(long, was), by=checker, at=before_word("and"))

        assert first.stage == "open"

    def test_coverage_stays_true(self, long, article, checker, before_word):
        counted = coverage_of(article.current_version)

        split_claim(claim=long, by=checker, at=before_word("and"))

        now = coverage_of(article.current_version)
        assert now.open_sentences == counted.open_sentences
        assert now.claimed == counted.claimed - 1  # the "and" is nobody's

    def test_a_broken_quotation_is_split_where_it_breaks(self, article, checker, marked):
        claim = marked("“We were never asked,”")
        start = article.current_version.text.index("“and we pay")
        end = article.current_version.text.index("crowns.”") + len("crowns.”")
        claim = add_place(claim=claim, by=checker, start=start, end=end, part_of=1)

        first, second = split_claim(claim=claim, by=checker, at=start)

        assert quotes(first) == ["“We were never asked,”"]
        assert quotes(second) == ["“and we pay 4\u00a0100 crowns.”"]

    def test_a_broken_quotation_is_split_inside_its_second_part(self, article, checker, marked):
        claim = marked("“We were never asked,”")
        start = article.current_version.text.index("“and we pay")
        end = article.current_version.text.index("crowns.”") + len("crowns.”")
        claim = add_place(claim=claim, by=checker, start=start, end=end, part_of=1)

        first, second = split_claim(claim=claim, by=checker, at=end - len("4 100 crowns.”"))

        assert quotes(first) == ["“We were never asked,”", "“and we pay"]
        assert quotes(second) == ["4\u00a0100 crowns.”"]

    def test_each_claim_tells_of_it(self, long, checker, before_word):
        before = Event.objects.count()

        first, second = split_claim(claim=long, by=checker, at=before_word("and"))

        told = list(Event.objects.order_by("pk")[before:].values_list("verb", "subject"))
        assert told == [
            ("claim.split", f"claim:{first.pk}"),
            ("claim.split_off", f"claim:{second.pk}"),
        ]

    def test_undone_it_is_one_claim_again(self, long, article, checker, anna, before_word):
        before = stands(long)
        _, second = split_claim(claim=long, by=anna, at=before_word("and"))

        undo(step=last_step(article, anna), by=anna)

        assert stands(long) == before
        assert (again(second).stage, again(second).accepted_by) == ("set_aside", None)
        assert again(long).spanned_by == checker


class TestSplitRefused:
    @pytest.mark.parametrize("point", [0, 3, 10_000, -5])
    def test_where_there_is_nothing_to_split(self, long, checker, point):
        with pytest.raises(ValueError, match="between two of its words"):
            split_claim(claim=long, by=checker, at=point)
        assert Claim.objects.count() == 1

    def test_in_a_word(self, long, checker, before_word):
        with pytest.raises(ValueError, match="between two of its words"):
            split_claim(claim=long, by=checker, at=before_word("amps"))

    def test_between_a_letter_and_its_accent(self, long, checker, before_word):
        with pytest.raises(ValueError, match="between two of its words"):
            split_claim(claim=long, by=checker, at=before_word("\u0301"))

    def test_to_a_writer(self, long, writer, before_word):
        with pytest.raises(Never):
            split_claim(claim=long, by=writer, at=before_word("and"))

    @pytest.mark.parametrize("at_rest", ["in_review", "set_aside"])
    def test_while_nobody_works_on_it(self, long, checker, before_word, at_rest):
        if at_rest == "set_aside":
            set_aside(claim=long, by=checker, because="No claim.")
        else:
            stage(long, at_rest)

        with pytest.raises(NotNow):
            split_claim(claim=long, by=checker, at=before_word("and"))

    def test_once_somebody_changed_it(self, long, checker, before_word):
        with pytest.raises(NotNow) as refused:
            split_claim(claim=long, by=checker, at=before_word("and"), seen=99)
        assert refused.value.stale

    def test_of_another_version(self, long, checker, before_word):
        with pytest.raises(NotNow) as refused:
            split_claim(claim=long, by=checker, at=before_word("and"), version=999_999)
        assert refused.value.stale

    def test_where_a_half_is_a_claim_already(self, long, checker, marked, before_word):
        marked("The bridge will close in May")

        with pytest.raises(NotNow, match="claim 2 already"):
            split_claim(claim=long, by=checker, at=before_word("and"))

    def test_where_it_stands_nowhere(self, long, checker, before_word):
        long.anchors.all().delete()

        with pytest.raises(NotNow, match="stands nowhere"):
            split_claim(claim=long, by=checker, at=before_word("and"))
