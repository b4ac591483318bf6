"""Who may do what to a claim, and when: asked of everybody, in every stage, for every lack."""

import pytest

from factcheck.claims import rules
from factcheck.claims.actions import answer, ask, assign, close, dispose, exempt, lift
from factcheck.claims.models import Claim, Speaker, Stage
from factcheck.core.rulings import Never, NotNow
from factcheck.people.actions import deactivate, take_role

PEOPLE = ["writer", "checker", "reviewer", "publisher", "administrator", "lawyer", "stranger"]
LIVE = ["open", "checking", "checked", "in_review", "approved", "waived"]
SPLITTING = {
    "may_accept": ["suggested"],
    "may_change": ["suggested", "open", "checking", "checked", "approved"],
    "may_set_aside": ["suggested", "open", "checking", "checked", "in_review", "approved"],
    "may_take_back": ["set_aside"],
    "may_assign": LIVE,
    "may_dispose": LIVE,
}


@pytest.fixture
def who(request, db):
    """who("checker"): that person."""
    return request.getfixturevalue


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("rule", ["may_mark", "may_exempt"])
def test_only_checkers_split(article, who, rule, name):
    ruling = getattr(rules, rule)(who(name), article)

    assert bool(ruling) is (name == "checker")
    assert ruling or ruling.refusal is Never


@pytest.mark.parametrize("name", PEOPLE)
def test_only_checkers_look_after_speakers(claim, who, name):
    assert bool(rules.may_change_speaker(who(name), Speaker.objects.get())) is (name == "checker")


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("stage", Stage.values)
@pytest.mark.parametrize("rule", SPLITTING)
def test_who_and_when_of_a_claim(who, rule, stage, name):
    claim = Claim(stage=stage)

    ruling = getattr(rules, rule)(who(name), claim)

    if name != "checker":
        assert ruling.refusal is Never, "who is asked before when"
    elif stage in SPLITTING[rule]:
        assert ruling
    else:
        assert ruling.refusal is NotNow
        assert ruling.reason.endswith(".")


@pytest.mark.parametrize("name", PEOPLE)
@pytest.mark.parametrize("stage", Stage.values)
def test_who_asks_about_claims_that_count(who, stage, name):
    ruling = rules.may_ask(who(name), Claim(stage=stage))

    asks = name in {"checker", "reviewer", "publisher"}
    assert bool(ruling) is (asks and stage in LIVE)


def test_what_lies_with_the_lawyers_stays_there(claim, checker):
    claim = dispose(claim=claim, by=checker, disposition="legal_review")

    ruling = rules.may_dispose(checker, claim)

    assert ruling.refusal is NotNow


@pytest.mark.parametrize(
    ("rights", "disposition", "allowed"),
    [
        ("own", "stands", True),
        ("own", "fix_requested", True),
        ("own", "legal_review", True),
        ("own", "fixed", False),
        ("own", "hedged", False),
        ("own", "cut", False),
        ("third_party", "stands", True),
        ("third_party", "fix_requested", False),
        ("third_party", "legal_review", True),
        ("third_party", "fixed", False),
    ],
)
def test_what_is_set_by_hand(article, rights, disposition, allowed):
    article.rights = rights

    assert bool(rules.may_dispose_so(Claim(article=article), disposition)) is allowed


@pytest.mark.parametrize(
    ("disposition", "allowed"),
    [("stands", False), ("fix_requested", True), ("legal_review", True)],
)
def test_what_the_lawyers_want_changed_does_not_stand_by_hand(article, disposition, allowed):
    claim = Claim(article=article, disposition="fix_requested", fix_ordered=True)

    assert bool(rules.may_dispose_so(claim, disposition)) is allowed


def test_no_claim_is_set_aside_while_the_lawyers_have_it(checker):
    ruling = rules.may_set_aside(checker, Claim(stage="checked", disposition="legal_review"))

    assert ruling.refusal is NotNow
    assert "with the lawyers" in ruling.reason


def test_no_claim_is_set_aside_that_the_lawyers_want_changed(checker):
    claim = Claim(stage="checked", disposition="fix_requested", fix_ordered=True)

    assert rules.may_set_aside(checker, claim).refusal is NotNow


def test_no_claim_is_set_aside_while_a_question_holds_it_up(claim, checker, reviewer):
    question = ask(claim=claim, by=reviewer, text="Who counted?", blocking=True)
    ask(claim=claim, by=checker, text="And when?")

    ruling = rules.may_set_aside(checker, claim)

    assert "Rosa Reviewer’s question" in ruling.reason
    close(question=question, by=reviewer)
    assert rules.may_set_aside(checker, claim)


def test_a_claim_in_review_is_set_aside_only_together_with_its_round(checker):
    claim = Claim(stage="in_review")

    assert rules.may_set_aside(checker, claim)
    assert rules.may_set_aside_here(checker, claim).refusal is NotNow


class TestQuestions:
    @pytest.fixture
    def question(self, claim, reviewer, anna):
        return ask(claim=claim, by=reviewer, text="Who counted the cars?", to=anna)

    def test_the_one_who_was_asked_answers(self, question, anna, checker):
        assert rules.may_answer(anna, question)
        assert rules.may_answer(checker, question).refusal is Never

    @pytest.mark.parametrize("name", PEOPLE)
    def test_a_question_to_nobody_is_answered_by_who_brings_in(self, claim, reviewer, who, name):
        question = ask(claim=claim, by=reviewer, text="Who counted the cars?")

        ruling = rules.may_answer(who(name), question)

        assert bool(ruling) is (name in {"writer", "checker", "publisher"})
        assert ruling or ruling.refusal is Never

    def test_a_lawyer_who_was_asked_answers(self, claim, reviewer, lawyer):
        question = ask(claim=claim, by=reviewer, text="May we name her?", to=lawyer)

        assert rules.may_answer(lawyer, question)

    def test_the_asker_closes(self, question, reviewer, anna, publisher):
        assert rules.may_close(reviewer, question)
        assert rules.may_close(anna, question).refusal is Never
        assert rules.may_close(publisher, question).refusal is Never

    def test_a_publisher_closes_where_the_asker_lost_all_work(
        self, question, reviewer, publisher, administrator
    ):
        take_role(person=reviewer, role="reviewer", by=administrator)
        question = type(question).objects.select_related("asked_by").get(pk=question.pk)

        assert rules.may_close(publisher, question)

    def test_a_publisher_closes_where_the_asker_is_gone(
        self, question, reviewer, publisher, checker, administrator
    ):
        deactivate(person=reviewer, by=administrator)
        question = type(question).objects.select_related("asked_by").get(pk=question.pk)

        assert rules.may_close(publisher, question)
        assert rules.may_close(checker, question).refusal is Never

    def test_a_closed_question_is_closed(self, question, reviewer, anna):
        question = close(question=question, by=reviewer)

        assert rules.may_close(reviewer, question).refusal is NotNow
        assert rules.may_answer(anna, question).refusal is NotNow

    def test_an_answered_one_may_be_answered_anew(self, question, anna):
        question = answer(question=question, by=anna, text="The county.")

        assert rules.may_answer(anna, question)


def test_an_exemption_is_lifted_once(article, checker, writer, at):
    exemption = exempt(article=article, by=checker, reason="opinion", **at("Olsvik sells lamps"))
    assert rules.may_lift(checker, exemption)
    assert rules.may_lift(writer, exemption).refusal is Never

    exemption = lift(exemption=exemption, by=checker)

    assert rules.may_lift(checker, exemption).refusal is NotNow


def test_nobody_without_work_is_given_a_claim(claim, checker, stranger):
    with pytest.raises(NotNow, match="no work"):
        assign(claim=claim, by=checker, to=stranger)
