"""What was just done is undone by whoever did it, as long as nobody touched it since."""

import pytest

from factcheck.claims.actions import (
    accept,
    ask,
    assign,
    exempt,
    lift,
    mark,
    rechain,
    respan,
    reword,
    set_aside,
    take_back,
    undo,
)
from factcheck.claims.actions.restoring import claim_snapshots
from factcheck.claims.models import Claim, Exemption, LinkDraft, UndoStep
from factcheck.claims.queries import chain
from factcheck.claims.queries.undoing import last_step
from factcheck.core.rulings import Never, NotNow
from factcheck.trail.models import Event

CARS = "It carries 4,100 cars a day"


def again(row):
    return type(row).objects.get(pk=row.pk)


def stands(claim):
    """Everything that undo gives back, but for the revision."""
    return {**claim_snapshots([again(claim)])[0], "revision": None}


def undo_last(article, by):
    return undo(step=last_step(article, by), by=by)


@pytest.fixture
def suggested(claim):
    """The first claim, as the splitter would have proposed it."""
    nobody = dict.fromkeys(["accepted_by", "accepted_at", "spanned_by", "spanned_at"])
    Claim.objects.filter(pk=claim.pk).update(stage="suggested", **nobody)
    return again(claim)


def test_accepting_is_undone(suggested, article, checker):
    before = stands(suggested)
    accept(claim=suggested, by=checker)

    undo_last(article, checker)

    assert stands(suggested) == before
    assert again(suggested).accepted_by is None


def test_setting_aside_is_undone(claim, article, checker):
    before = stands(claim)
    set_aside(claim=claim, by=checker, because="It is said twice.")

    undo_last(article, checker)

    assert stands(claim) == before
    assert again(claim).set_aside_because == ""


def test_taking_back_is_undone(claim, article, checker):
    set_aside(claim=claim, by=checker, because="It is said twice.")
    before = stands(claim)
    take_back(claim=claim, by=checker)

    undo_last(article, checker)

    assert stands(claim) == before


def test_a_claim_that_was_marked_is_set_aside_and_needs_nobodys_word(claim, article, checker):
    undo_last(article, checker)

    claim = again(claim)
    assert (claim.stage, claim.set_aside_because) == ("set_aside", "Undone.")
    assert claim.set_aside_cause == "undone"
    assert claim.set_aside_by == checker
    assert claim.accepted_by is None


def test_words_and_kind_are_given_back_to_who_set_them(claim, article, checker, anna):
    before = stands(claim)
    reword(claim=claim, by=anna, wording="The mill bridge closes in May.", kind="prediction")

    undo_last(article, anna)

    assert stands(claim) == before
    assert again(claim).worded_by == checker


def test_the_place_is_given_back_to_who_chose_it(claim, article, checker, anna, at):
    before = stands(claim)
    respan(claim=claim, by=anna, **at("The old mill bridge will close"))

    undo_last(article, anna)

    assert stands(claim) == before
    assert again(claim).spanned_by == checker
    assert claim.anchors.get().quote == "The old mill bridge will close in May"


def test_the_very_links_stand_again(claim, article, checker, anna):
    before, links = stands(claim), [link.pk for link in chain(claim)]
    mayor = LinkDraft("person", "Mayor Olsvik", cue="said")
    rechain(claim=claim, by=anna, links=[mayor])

    undo_last(article, anna)

    assert stands(claim) == before
    assert [link.pk for link in chain(claim)] == links
    assert again(claim).chained_by == checker


def test_a_link_that_moved_stands_where_it_stood(claim, article, anna):
    before = stands(claim)
    kept = chain(claim)[0]
    office = LinkDraft(
        "organisation", "Roads office", words="the roads office", cue="said", pk=kept.pk
    )
    rechain(claim=claim, by=anna, links=[LinkDraft("person", "Mayor Olsvik"), office])

    undo_last(article, anna)

    assert stands(claim) == before


def test_words_are_exempt_no_more(article, checker, at):
    exemption = exempt(article=article, by=checker, reason="opinion", **at(CARS))

    undo_last(article, checker)

    assert again(exemption).lifted_by == checker


def test_words_are_exempt_again(article, checker, anna, at):
    exemption = exempt(article=article, by=anna, reason="opinion", **at(CARS))
    lift(exemption=exemption, by=checker)

    undo_last(article, checker)

    assert again(exemption).lifted_at is None
    assert again(exemption).exempted_by == anna


@pytest.mark.parametrize("stage", ["checked", "approved"])
def test_what_was_concluded_or_signed_stays_reopened(claim, article, checker, at, stage):
    Claim.objects.filter(pk=claim.pk).update(stage=stage)
    respan(claim=claim, by=checker, **at("The old mill bridge will close"))

    undo_last(article, checker)

    assert again(claim).stage == "checking"


def test_it_is_one_new_event(claim, article, checker):
    set_aside(claim=claim, by=checker, because="It is said twice.")
    before = Event.objects.count()

    step = undo_last(article, checker)

    event = Event.objects.order_by("-pk").first()
    assert Event.objects.count() == before + 1
    assert (event.verb, event.subject) == ("step.undone", f"claim:{claim.pk}")
    assert event.words == {"did": "set_aside", "sentence": "Claim 1 is set aside."}
    assert step.undone_by == checker


def test_an_exemption_undone_is_an_event_about_it(article, checker, at):
    exemption = exempt(article=article, by=checker, reason="opinion", **at(CARS))

    undo_last(article, checker)

    assert Event.objects.order_by("-pk").first().subject == f"exemption:{exemption.pk}"


def test_one_after_the_other_back_to_the_beginning(claim, article, checker, at):
    before = stands(claim)
    reword(claim=claim, by=checker, wording="The bridge closes.", kind="fact")
    exempt(article=article, by=checker, reason="opinion", **at(CARS))
    respan(claim=claim, by=checker, **at("The old mill bridge will close"))
    set_aside(claim=claim, by=checker, because="It is said twice.")

    for _ in range(4):
        undo_last(article, checker)

    assert stands(claim) == before
    assert not Exemption.objects.filter(lifted_at__isnull=True).exists()
    assert last_step(article, checker).verb == "mark"


class TestRefused:
    def test_what_somebody_else_did(self, claim, article, checker, anna):
        set_aside(claim=claim, by=checker, because="It is said twice.")

        with pytest.raises(Never, match="Somebody else did this"):
            undo(step=last_step(article, checker), by=anna)

    def test_to_a_reviewer(self, claim, article, checker, reviewer):
        with pytest.raises(Never):
            undo(step=last_step(article, checker), by=reviewer)

    def test_twice(self, claim, article, checker):
        step = undo_last(article, checker)

        with pytest.raises(NotNow, match="undone already"):
            undo(step=step, by=checker)

    def test_what_came_before_the_last(self, claim, article, checker):
        step = last_step(article, checker)
        reword(claim=claim, by=checker, wording="The bridge closes.", kind="fact")

        with pytest.raises(NotNow, match="Claim 1 is worded anew"):
            undo(step=step, by=checker)

    @pytest.mark.parametrize(
        "touch",
        [
            lambda claim, by: reword(claim=claim, by=by, wording="Another.", kind="fact"),
            lambda claim, by: assign(claim=claim, by=by, to=by),
            lambda claim, by: set_aside(claim=claim, by=by, because="It is said twice."),
        ],
    )
    def test_once_somebody_touched_the_claim(self, claim, article, checker, anna, touch):
        touch(claim, anna)

        with pytest.raises(NotNow, match="worked on this since"):
            undo_last(article, checker)

    def test_once_somebody_lifted_the_exemption(self, article, checker, anna, at):
        exemption = exempt(article=article, by=checker, reason="opinion", **at(CARS))
        lift(exemption=exemption, by=anna)

        with pytest.raises(NotNow, match="worked on this since"):
            undo_last(article, checker)

    def test_where_the_words_are_another_claim_by_now(self, claim, article, checker, anna, marked):
        set_aside(claim=claim, by=checker, because="It is said twice.")
        marked("The old mill bridge will close in May", by=anna)

        with pytest.raises(NotNow, match="claim 2 already"):
            undo_last(article, checker)
        assert again(claim).stage == "set_aside"

    def test_where_the_words_are_exempt_by_now(self, article, checker, anna, at):
        exemption = exempt(article=article, by=checker, reason="opinion", **at(CARS))
        lift(exemption=exemption, by=checker)
        exempt(article=article, by=anna, reason="no_statement", **at(CARS))

        with pytest.raises(NotNow, match="exempt already"):
            undo_last(article, checker)

    def test_where_a_question_holds_up_what_would_be_left_out(self, claim, article, checker, anna):
        ask(claim=claim, by=anna, text="Which May?", blocking=True)

        with pytest.raises(NotNow, match="holds this claim up"):
            undo_last(article, checker)

    def test_once_the_text_has_a_new_version(self, claim, article, checker):
        step = last_step(article, checker)
        UndoStep.objects.filter(pk=step.pk).update(inverse={**step.inverse, "version": 0})

        with pytest.raises(NotNow, match="new version"):
            undo_last(article, checker)

    def test_nothing_done_is_nothing_to_undo(self, article, checker):
        assert last_step(article, checker) is None


def test_words_that_somebody_else_took_meanwhile_are_not_given_back(
    claim, article, checker, anna, at
):
    stood = at("The old mill bridge will close in May")
    respan(claim=claim, by=anna, **at("will close"))
    mark(article=article, by=checker, **stood, links=())

    with pytest.raises(NotNow):
        undo_last(article, anna)

    assert again(claim).anchors.get().quote == "will close"
