"""Where a claim stands: one part of it is moved, a part or a further place is added."""

import pytest

from factcheck.claims.actions import add_place, respan, reword, set_aside, undo
from factcheck.claims.queries.undoing import last_step
from factcheck.core.rulings import Never, NotNow
from tests.claims.reshaping.rows import again, quotes, stage, stands

ASKED, PAY = "“We were never asked,”", "“and we pay 4\u00a0100 crowns.”"


@pytest.fixture
def broken(marked, checker, at):
    """A statement that its speaker breaks in two."""
    return add_place(claim=marked(ASKED), by=checker, part_of=1, **at(PAY))


def test_the_parts_of_a_place_are_one_statement(broken):
    assert quotes(broken) == [ASKED, PAY]
    assert broken.wording == f"{ASKED} … {PAY}"


def test_a_part_that_stands_before_the_others_is_the_first(marked, checker, at):
    claim = add_place(claim=marked(PAY), by=checker, part_of=1, **at(ASKED))

    assert quotes(claim) == [ASKED, PAY]


def test_a_further_place_says_the_same_again(closing, checker, at):
    claim = add_place(claim=closing, by=checker, **at("Mill bridge to close"))

    places = claim.anchors.order_by("place").values_list("place", "part", "quote")
    assert list(places)[1] == (2, 1, "Mill bridge to close")
    assert claim.wording == "The bridge will close in May"


def test_the_ends_of_one_part_are_moved_and_the_other_stays(broken, checker, at):
    claim = respan(claim=broken, by=checker, part=(1, 2), **at("we pay 4\u00a0100 crowns"))

    assert quotes(claim) == [ASKED, "we pay 4\u00a0100 crowns"]
    assert claim.wording == f"{ASKED} … we pay 4\u00a0100 crowns"


def test_without_a_part_it_stands_there_and_nowhere_else(broken, checker, at):
    claim = respan(claim=broken, by=checker, **at("We were never asked"))

    assert quotes(claim) == ["We were never asked"]


def test_a_wording_of_the_desk_stays(broken, checker, at):
    reword(claim=broken, by=checker, wording="Nobody asked them.", kind="fact")

    claim = respan(claim=again(broken), by=checker, part=(1, 1), **at("We were never asked"))

    assert claim.wording == "Nobody asked them."


def test_what_was_signed_is_reopened(broken, checker, at):
    claim = add_place(claim=stage(broken, "approved"), by=checker, **at("Mill bridge to close"))

    assert claim.stage == "checking"


def test_undone_it_stands_where_it_stood(broken, article, checker, anna, at):
    before = stands(broken)
    add_place(claim=broken, by=anna, **at("Mill bridge to close"))

    undo(step=last_step(article, anna), by=anna)

    assert stands(broken) == before


class TestRefused:
    def test_words_that_it_stands_on_already(self, broken, checker, at):
        with pytest.raises(NotNow, match="some of these words already"):
            add_place(claim=broken, by=checker, **at("never asked"))

    def test_a_part_over_another_part(self, broken, article, checker, at):
        start, end = at(ASKED)["start"], at(PAY)["end"]

        with pytest.raises(NotNow, match="some of these words already"):
            respan(claim=broken, by=checker, part=(1, 2), start=start, end=end)

    def test_words_that_are_another_claim(self, broken, lamps, checker, at):
        with pytest.raises(NotNow, match=f"claim {lamps.number} already"):
            add_place(claim=broken, by=checker, **at("lamps will be lit"))

    def test_a_part_that_is_not_there(self, broken, checker, at):
        with pytest.raises(ValueError, match="no such part"):
            respan(claim=broken, by=checker, part=(1, 7), **at("never asked"))

    def test_a_place_that_is_not_there(self, broken, checker, at):
        with pytest.raises(ValueError, match="no such place"):
            add_place(claim=broken, by=checker, part_of=7, **at("Mill bridge to close"))

    @pytest.mark.parametrize("stale", [{"seen": 99}, {"version": 999_999}])
    def test_once_it_was_changed(self, broken, checker, at, stale):
        with pytest.raises(NotNow) as refused:
            add_place(claim=broken, by=checker, **at("Mill bridge to close"), **stale)
        assert refused.value.stale

        with pytest.raises(NotNow) as refused:
            respan(claim=broken, by=checker, part=(1, 1), **at("never asked"), **stale)
        assert refused.value.stale

    def test_to_a_writer(self, broken, writer, at):
        with pytest.raises(Never):
            add_place(claim=broken, by=writer, **at("Mill bridge to close"))

    def test_once_it_was_set_aside(self, broken, checker, at):
        set_aside(claim=broken, by=checker, because="No claim.")

        with pytest.raises(NotNow):
            add_place(claim=broken, by=checker, **at("Mill bridge to close"))
