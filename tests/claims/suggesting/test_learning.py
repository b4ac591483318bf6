"""What to check first is learned from what the desk accepts and sets aside."""

from dataclasses import replace

import pytest
from django.db import IntegrityError

from factcheck.claims import tasks
from factcheck.claims.actions import (
    accept,
    begin,
    merge_claims,
    propose,
    reword,
    set_aside,
    take_back,
    weigh_as_at_first,
    weigh_as_learned,
)
from factcheck.claims.forms import NotThisOneForm
from factcheck.claims.models import (
    Claim,
    SetAsideCause,
    Splitting,
    Suggestion,
    Weighing,
    weights_of,
)
from factcheck.claims.queries.deciding import (
    decided_so_far,
    decisions,
    order_in_words,
    weighing_in_force,
)
from factcheck.claims.rules import may_be_learned
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text, waive
from factcheck.splitting.proposals.learning import FEWEST_DECISIONS, learn
from factcheck.splitting.proposals.worth import WEIGHTS
from factcheck.trail.models import Event
from tests import splits
from tests.factories.claims import WeighingFactory, decided
from tests.splits import CARS, LAMPS

BRIDGE = (
    "The old bridge is a disgrace, Greta Olsvik said on Tuesday in the town hall.\n\n"
    "The old bridge cost 9 million euros, Greta Olsvik said on Tuesday in the town hall."
)
OURS_TURNED = [(["number"], False), (["opinion"], True)] * 110


@pytest.fixture
def learned():
    return learn(OURS_TURNED)


def read(by):
    """A text in which one speaker judges, then counts; its suggestions in the text's order."""
    article, _ = keep(reading=read_text(BRIDGE, title="The bridge"), by=by)
    begin(article=article, by=by)
    tasks.read(article.current_version_id)
    return list(Suggestion.objects.filter(claim__article=article).order_by("claim__number"))


class TestDecisions:
    """Which acts say whether a check was worth it."""

    def test_what_nobody_has_decided_is_no_decision(self, proposed):
        assert decisions() == []
        assert decided_so_far() == 0

    def test_the_reasons_are_those_that_were_weighed_when_it_was_suggested(
        self, article, anna, checker, text
    ):
        begin(article=article, by=anna)
        found = splits.split(splits.suggestion(text, CARS, weighed=("number", "own")))
        (claim,) = propose(version=article.current_version, by=anna, split=found)
        accept(claim=claim, by=checker)

        reword(claim=claim, by=checker, wording="Cars cross it.", kind="opinion")

        assert decisions() == [(["number", "own"], True)]

    @pytest.mark.parametrize("cause", [SetAsideCause.NO_STATEMENT, SetAsideCause.EDITOR])
    def test_what_is_set_aside_was_not_worth_it(self, proposed, checker, cause):
        set_aside(claim=proposed[0], by=checker, because="Nobody cares.", cause=cause)

        assert decisions() == [([], False)]

    def test_what_is_set_aside_after_all_was_not_worth_it_either(self, proposed, checker):
        accept(claim=proposed[0], by=checker)

        set_aside(claim=proposed[0], by=checker, because="Nobody cares.")

        assert decisions() == [([], False)]

    def test_what_went_out_unchecked_was_not_judged(self, proposed, checker, publisher):
        accept(claim=proposed[0], by=checker)

        waive(claim=proposed[0], by=publisher, because="The hall burns; we run it now.")

        assert decisions() == []

    def test_what_is_taken_back_was_worth_it(self, proposed, checker):
        set_aside(claim=proposed[0], by=checker, because="Nobody cares.")

        take_back(claim=proposed[0], by=checker)

        assert decisions() == [([], True)]

    @pytest.mark.parametrize("cause", [SetAsideCause.WRONG_WORDS, SetAsideCause.SAID_TWICE])
    def test_wrong_words_and_repetitions_say_nothing_of_worth(self, proposed, checker, cause):
        set_aside(claim=proposed[0], by=checker, because="It begins later.", cause=cause)

        assert decisions() == []

    def test_the_cause_counts_and_not_how_its_sentence_begins(self, proposed, checker):
        set_aside(claim=proposed[0], by=checker, because="Wrong words. Nobody cares.")

        assert decisions() == [([], False)]

    def test_only_the_first_reason_that_is_offered_judges(self, proposed, checker):
        for claim, cause in zip(proposed, NotThisOneForm.CAUSES, strict=False):
            set_aside(claim=claim, by=checker, because="No.", cause=cause)

        assert len(decisions()) == 1

    def test_of_two_that_are_made_one_the_one_that_stays_was_worth_it(self, proposed, checker):
        merge_claims(claim=proposed[2], other=proposed[3], by=checker)

        assert decisions() == [([], True)]

    def test_what_a_new_text_leaves_without_its_words_was_not_judged(
        self, proposed, article, anna, text
    ):
        replace_text(article=article, reading=read_text(text.replace(LAMPS, "She bakes")), by=anna)

        assert Claim.objects.filter(stage="set_aside").exists()
        assert decisions() == []

    def test_what_was_cut_from_our_own_text_had_been_worth_the_check(self, article):
        decided(article, 1, stage="set_aside", because="Cut from the text.", cause="cut")

        assert decisions() == [([], True)]

    def test_what_was_suggested_before_reasons_were_kept_teaches_nothing(self, article):
        (claim,) = decided(article, 1)
        old = Claim.objects.create(
            article=article, number=9, accepted_by=claim.accepted_by, accepted_at=claim.accepted_at
        )
        Suggestion.objects.create(claim=old, version=article.current_version, reason="So.")

        assert len(decisions()) == decided_so_far() == 1

    def test_no_more_are_counted_than_are_needed(self, article, queries):
        decided(article, 203)

        with queries(1):
            assert decided_so_far() == 200


class TestLearning:
    def test_what_was_learned_is_in_force(self, administrator, learned):
        weighing = weigh_as_learned(by=administrator, learned=learned)

        assert weighing_in_force() == weighing
        assert weights_of(weighing) == learned.weights
        assert (weighing.decisions, weighing.accepted, weighing.set_aside) == (220, 110, 110)
        assert (weighing.in_order_ours, weighing.in_order) == (0.0, 1.0)
        assert weighing.set_by == administrator

    def test_it_says_in_words_what_weighs_otherwise(self, administrator, learned):
        weighing = weigh_as_learned(by=administrator, learned=learned)

        now = learned.weights
        assert sorted(weighing.changes) == [
            f"“it judges” weighs more: -1.2 → {now['opinion']:.1f}",
            f"“it states a figure” weighs less: 1.1 → {now['number']:.1f}",
        ]

    def test_the_house_rules_history_tells_of_it(self, administrator, learned):
        weighing = weigh_as_learned(by=administrator, learned=learned)

        event = Event.objects.get(verb="order.learned")
        assert (event.thread, event.actor) == ("houserules:1", administrator)
        assert event.words == {"decisions": 220, "accepted": 110, "changes": weighing.changes}

    def test_it_is_an_administrators(self, checker, learned):
        with pytest.raises(Never):
            weigh_as_learned(by=checker, learned=learned)

        assert not Weighing.objects.exists()

    def test_an_order_that_is_no_better_is_refused(self, administrator):
        as_ours = learn([(["number"], True), (["opinion"], False)] * 110)

        with pytest.raises(NotNow, match="no better than the starting weights: 100 of 100"):
            weigh_as_learned(by=administrator, learned=as_ours)

    def test_the_same_twice_is_refused(self, administrator, learned):
        weigh_as_learned(by=administrator, learned=learned)

        with pytest.raises(NotNow, match="in force already"):
            weigh_as_learned(by=administrator, learned=learned)

    def test_our_own_weights_come_back(self, administrator, learned):
        weigh_as_learned(by=administrator, learned=learned)

        back = weigh_as_at_first(by=administrator)

        assert weighing_in_force() is None
        assert back.was == learned.weights
        assert any(words.startswith("“it states a figure” weighs more") for words in back.changes)
        assert Event.objects.filter(verb="order.put_back", thread="houserules:1").count() == 1

    def test_where_nothing_was_learned_nothing_comes_back(self, administrator):
        with pytest.raises(NotNow, match="in force already"):
            weigh_as_at_first(by=administrator)

    def test_a_reason_that_is_no_more_is_dropped_and_a_new_one_weighs_what_it_does_with_us(self):
        weighing = WeighingFactory.build(weights={"number": 3.0, "moonlight": 9.0}, set_by=None)

        assert weights_of(weighing) == {**WEIGHTS, "number": 3.0}

    def test_the_database_refuses_what_was_learned_from_too_few(self, anna):
        with pytest.raises(IntegrityError):
            WeighingFactory(decisions=199, accepted=100, set_by=anna)


@pytest.mark.reads
class TestSplitting:
    def test_a_text_is_read_by_what_was_learned(self, anna):
        weighing = WeighingFactory(set_by=anna)

        opinion, number = read(anna)

        assert opinion.worth > number.worth
        assert opinion.reason.endswith("and it judges.")
        assert "figure" not in number.reason
        assert Splitting.objects.get().weighing == weighing

    def test_without_it_by_our_own_weights(self, anna):
        opinion, number = read(anna)

        assert number.worth > opinion.worth
        assert number.reason.endswith("and it states a figure.")
        assert Splitting.objects.get().weighing is None

    def test_the_reasons_are_kept_by_name(self, anna):
        opinion, number = read(anna)

        assert "number" in number.weighed
        assert "opinion" in opinion.weighed

    def test_once_our_own_are_back_they_count(self, anna, administrator):
        WeighingFactory(set_by=anna)
        weigh_as_at_first(by=administrator)

        opinion, number = read(anna)

        assert number.worth > opinion.worth


class TestInWords:
    def test_what_was_learned(self, anna, queries):
        weighing = WeighingFactory(set_by=anna)

        with queries(0):
            said = order_in_words(weighing)

        assert said == (
            "Ordered by what this desk accepted and set aside: 312 decisions, 2 March 2026."
        )

    def test_how_many_decisions_there_are(self, article):
        decided(article, 3)

        assert order_in_words(None) == (
            "Starting weights: 3 of 200 decisions until the desk can learn its own."
        )

    def test_that_a_text_was_read_before(self, article, anna):
        decided(article, 201)
        WeighingFactory(set_by=anna)

        assert order_in_words(None) == (
            "Starting weights: the desk has learned its own since this text was read."
        )

    def test_that_there_are_enough(self, article):
        decided(article, 201)

        assert order_in_words(None) == (
            "Starting weights. 200 decisions are there for the desk to learn its own."
        )


def test_a_few_decisions_teach_nothing(learned):
    ruling = may_be_learned(replace(learned, decisions=3))

    assert not ruling
    assert ruling.reason == f"{FEWEST_DECISIONS} decisions are needed; there are 3."
