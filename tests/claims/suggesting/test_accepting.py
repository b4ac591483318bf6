"""Suggestions are taken by people: one, all of a sentence, all of an article."""

import pytest

from factcheck.claims.actions import (
    accept,
    accept_all,
    begin,
    mark,
    propose,
    respan,
    reword,
    set_aside,
    take_back,
    undo,
)
from factcheck.claims.models import Claim
from factcheck.claims.queries import sentence_at
from factcheck.claims.queries.undoing import last_step
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.review.queries.left_out import to_confirm
from factcheck.trail.models import Event
from factcheck.trail.record import faults
from tests import splits
from tests.splits import CARS


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_whoever_accepts_a_suggestion_answers_for_all_of_it(proposed, checker):
    claim = accept(claim=proposed[0], by=checker)

    hands = {claim.spanned_by, claim.worded_by, claim.kinded_by, claim.chained_by}
    assert hands == {claim.accepted_by} == {checker}
    assert (claim.stage, claim.revision) == ("open", 2)


def test_what_another_person_has_set_before_stays_theirs(proposed, anna, checker, at):
    reword(claim=proposed[0], by=anna, wording="The bridge closes in May.", kind="prediction")
    respan(claim=again(proposed[0]), by=anna, **at("The old mill bridge will close"))

    claim = accept(claim=again(proposed[0]), by=checker)

    assert (claim.spanned_by, claim.worded_by) == (anna, anna)
    assert (claim.kinded_by, claim.chained_by) == (checker, checker)


def test_a_suggestion_that_comes_back_is_accepted(proposed, checker, anna):
    set_aside(claim=proposed[0], by=checker, because="Says the same as another.")

    claim = take_back(claim=again(proposed[0]), by=anna)

    assert claim.stage == "open"
    assert {claim.spanned_by, claim.worded_by, claim.kinded_by, claim.chained_by} == {anna}


def test_a_suggestion_that_is_set_aside_needs_no_second_person(proposed, article, checker):
    set_aside(claim=proposed[0], by=checker, because="Not a statement.")

    assert to_confirm(article) == []


def test_all_suggestions_are_accepted_with_one_event_each(proposed, article, checker):
    taken = accept_all(article=article, by=checker)

    assert [claim.pk for claim in taken] == [claim.pk for claim in proposed]
    assert set(Claim.objects.values_list("stage", "accepted_by")) == {("open", checker.pk)}
    assert Event.objects.filter(verb="claim.accepted").count() == 4
    assert not list(faults())


def test_all_of_a_sentence_are_accepted_and_no_others(article, anna, checker, text):
    begin(article=article, by=anna)
    close, carries, _ = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(
            splits.suggestion(text, "The old mill bridge will close"),
            splits.suggestion(text, "the roads office said on Tuesday"),
            splits.suggestion(text, CARS),
        ),
    )

    taken = accept_all(article=article, by=checker, within=sentence_at(carries))

    assert [claim.pk for claim in taken] == [close.pk, carries.pk]


def test_accepting_all_twice_accepts_nothing_more(proposed, article, checker):
    accept_all(article=article, by=checker)

    assert accept_all(article=article, by=checker) == []
    assert Event.objects.filter(verb="claim.accepted").count() == 4


def test_what_was_marked_by_hand_meanwhile_is_no_second_claim(proposed, article, checker, at):
    mark(article=article, by=checker, **at(CARS))

    taken = accept_all(article=article, by=checker)

    assert again(proposed[1]).stage == "suggested"
    assert len(taken) == 3
    with pytest.raises(NotNow, match="claim 5 already"):
        accept(claim=proposed[1], by=checker)


def test_accepting_all_is_undone_in_one_step(proposed, article, checker):
    accept_all(article=article, by=checker)

    undo(step=last_step(article, checker), by=checker)

    rows = Claim.objects.values_list("stage", "accepted_by", "spanned_by", "chained_by")
    assert set(rows) == {("suggested", None, None, None)}


@pytest.mark.parametrize("count", [3, 100])
def test_accepting_costs_as_many_queries_for_many_as_for_few(count, anna, checker, queries):
    text, found = splits.many(count)
    article, _ = keep(reading=read_text(text, title="Ships"), by=anna)
    begin(article=article, by=anna)
    propose(version=article.current_version, by=anna, split=found)

    with queries(9):
        accept_all(article=article, by=checker)


def test_offsets_of_another_version_are_refused(proposed, article, checker):
    with pytest.raises(NotNow, match="new version"):
        accept_all(article=article, by=checker, within=None, version=0)


@pytest.mark.parametrize("person", ["writer", "reviewer", "publisher", "stranger"])
def test_only_checkers_accept(proposed, article, person, request):
    somebody = request.getfixturevalue(person)

    with pytest.raises(Never):
        accept(claim=proposed[0], by=somebody)
    with pytest.raises(Never):
        accept_all(article=article, by=somebody)


def test_a_claim_that_is_open_is_not_accepted_again(proposed, checker):
    accept(claim=proposed[0], by=checker)

    with pytest.raises(NotNow, match="This claim is open"):
        accept(claim=proposed[0], by=checker)


def test_one_that_is_left_is_named_by_its_number(proposed, article, checker):
    first, *rest = proposed
    for claim in rest:
        set_aside(claim=again(claim), by=checker, because="It is said twice.")

    accept_all(article=article, by=checker)

    assert last_step(article, checker).sentence == f"Claim {first.number} is accepted."
