"""What a desk accepts and sets aside changes what it is shown first."""

import pytest

from factcheck.splitting import split
from factcheck.splitting.proposals.learning import fitted, learn
from factcheck.splitting.proposals.worth import WEIGHTS, WORDS, share

NUMBER, OPINION, PLAIN = ("number",), ("opinion",), ()
AGAINST_OURS = [(NUMBER, False), (OPINION, True), (PLAIN, True), (NUMBER, False)] * 60
AS_OURS = [(NUMBER, True), (OPINION, False)] * 110
TEXT = "The bridge is a disgrace, Ann Lie said. The bridge cost 9 million euros, Ann Lie said."


def test_what_is_set_aside_weighs_less_and_what_is_accepted_more():
    weights = learn(AGAINST_OURS).weights

    assert weights["number"] < 0 < WEIGHTS["number"]
    assert weights["opinion"] > 0 > WEIGHTS["opinion"]


def test_a_reason_that_was_never_met_keeps_what_it_weighed():
    weights = learn(AGAINST_OURS).weights

    assert weights["causal"] == WEIGHTS["causal"]


def test_a_reason_that_was_seldom_met_moves_little():
    seldom = fitted([*AGAINST_OURS, (("hedged",), True)])["hedged"] - WEIGHTS["hedged"]
    often = fitted([*AGAINST_OURS, *[(("hedged",), True)] * 60])["hedged"] - WEIGHTS["hedged"]

    assert 0 < seldom < often / 2


def test_every_weight_stands_where_the_loss_and_the_pull_are_in_balance():
    decisions = [*AGAINST_OURS, (("number", "short"), True), (("own", "names"), False)]

    weights = fitted(decisions)

    for name in WEIGHTS:
        wrong = sum(
            taken - share(names, weights) for names, taken in decisions if not name or name in names
        )
        assert wrong == pytest.approx(weights[name] - WEIGHTS[name], abs=0.1)


def test_decisions_that_say_what_we_say_teach_no_better_order():
    learned = learn(AS_OURS)

    assert learned.starting == learned.learned == 1.0
    assert not learned.is_better


def test_how_well_it_orders_is_told_of_decisions_that_were_held_back():
    learned = learn(AGAINST_OURS)

    assert (learned.decisions, learned.accepted, learned.set_aside) == (240, 120, 120)
    assert learned.starting == 0.0
    assert learned.learned == 1.0
    assert learned.is_better


def test_a_desk_that_tosses_coins_teaches_nothing_that_holds():
    coins = [(names, at % 2 == 0) for at in range(120) for names in (NUMBER, OPINION)]

    assert learn(coins).learned == 0.5


def test_the_name_of_a_reason_that_is_no_more_is_passed_over():
    strange = [((*names, "moonlight"), taken) for names, taken in AGAINST_OURS]

    assert learn(strange) == learn(AGAINST_OURS)


@pytest.mark.parametrize(
    ("decisions", "why"),
    [
        ([(NUMBER, True), (OPINION, False)] * 99, "200 decisions are needed; there are 198"),
        ([(NUMBER, True)] * 200, "Of 200 decisions 0 are set aside"),
        ([(NUMBER, False)] * 219 + [(OPINION, True)], "Of 220 decisions 1 is accepted"),
    ],
)
def test_too_few_decisions_teach_nothing(decisions, why):
    with pytest.raises(ValueError, match=why):
        learn(decisions)


def test_every_weight_is_told_in_words():
    assert WORDS.keys() == WEIGHTS.keys() - {""}


@pytest.mark.parametrize("plain", [False, True], ids=["parser", "plain"])
def test_another_order_comes_of_what_was_learned(plain):
    weights = learn(AGAINST_OURS).weights

    opinion, number = split(TEXT, plain=plain).suggestions
    opinion_now, number_now = split(TEXT, plain=plain, weights=weights).suggestions

    assert number.worth > opinion.worth
    assert opinion_now.worth > number_now.worth
    assert "number" in number.weighed
    assert number_now.weighed == number.weighed
    assert number.reason.endswith("it states a figure.")
    assert not number_now.reason.endswith("it states a figure.")
