"""Claims move, words are exempt, questions are asked, numbers follow the text."""

import pytest
from django.utils import timezone

from factcheck.claims.actions import (
    accept,
    answer,
    ask,
    assign,
    begin,
    close,
    dispose,
    end_legal_review,
    exempt,
    lift,
    rename_speaker,
    renumber,
    reopen,
    set_aside,
    start,
    take_back,
)
from factcheck.claims.models import Claim, Exemption, LinkDraft, Speaker, Stage
from factcheck.core.rulings import NotNow
from factcheck.intake.actions import keep
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.trail.models import Event
from tests import story, world

CARS = "It carries 4,100 cars a day"


def last_event():
    return Event.objects.order_by("-pk").first()


class TestMoves:
    def test_set_aside_and_taken_back(self, claim, checker, anna):
        away = set_aside(claim=claim, by=checker, because="No claim.")
        assert (away.stage, away.set_aside_because) == ("set_aside", "No claim.")
        assert away.set_aside_cause == "editor"
        assert last_event().words["because"] == "No claim."

        back = take_back(claim=away, by=anna)

        assert (back.stage, back.set_aside_by, back.set_aside_because) == ("open", None, "")
        assert back.set_aside_cause == ""

    def test_a_claim_whose_words_were_taken_meanwhile_is_not_taken_back(
        self, claim, checker, marked
    ):
        away = set_aside(claim=claim, by=checker, because="Again below.")
        marked("The old mill bridge will close in May")

        with pytest.raises(NotNow, match="claim 2 already"):
            take_back(claim=away, by=checker)

    def test_a_suggestion_is_accepted(self, claim, checker):
        Claim.objects.filter(pk=claim.pk).update(
            stage="suggested", accepted_by=None, accepted_at=None
        )

        taken = accept(claim=claim, by=checker)

        assert (taken.stage, taken.accepted_by) == ("open", checker)

    def test_work_starts_once(self, claim, checker):
        assert start(claim=claim, by=checker).stage == "checking"
        assert start(claim=claim, by=checker).stage == "checking"
        assert Event.objects.filter(verb="claim.started").count() == 1

    def test_reopening_what_is_not_closed_is_nothing(self, claim, checker):
        assert reopen(claim=claim, by=checker, because="News.").stage == "open"
        assert not Event.objects.filter(verb="claim.reopened").exists()

    def test_given_to_somebody_by_a_time(self, claim, checker, anna):
        due = timezone.now()

        given_ = assign(claim=claim, by=checker, to=anna, due_at=due)

        assert (given_.assignee, given_.due_at) == (anna, due)
        assert last_event().words["now"] == anna.pk

    def test_the_lawyers_are_left_by_a_release_alone(self, claim, checker):
        dispose(claim=claim, by=checker, disposition="legal_review")

        with pytest.raises(NotNow):
            dispose(claim=claim, by=checker, disposition="stands")
        done = end_legal_review(claim=claim, by=checker, disposition="stands")

        assert done.disposition == "stands"

    def test_nothing_begins_with_an_event(self, article, anna):
        events = Event.objects.count()

        assert begin(article=article, by=anna) == article
        assert Event.objects.count() == events


class TestExempt:
    def test_words_are_exempt_until_that_is_lifted(self, article, checker, at):
        exemption = exempt(article=article, by=checker, reason="opinion", **at("Olsvik sells"))
        assert exemption.quote == "Olsvik sells"

        lifted = lift(exemption=exemption, by=checker)

        assert lifted.lifted_by == checker
        with pytest.raises(NotNow):
            lift(exemption=exemption, by=checker)

    def test_a_repetition_names_a_claim_of_this_article(self, article, claim, anna, checker, at):
        other, _ = keep(reading=read_text("Snow fell on the pass all night."), by=anna)

        with pytest.raises(NotNow, match="does not count in this article"):
            exempt(article=other, by=checker, start=0, end=9, reason="repeats", repeats=claim)
        exempt(article=article, by=checker, reason="repeats", repeats=claim, **at("Olsvik"))
        with pytest.raises(NotNow, match="exempt already"):
            exempt(article=article, by=checker, reason="opinion", **at("Olsvik"))

        assert Exemption.objects.get().repeats == claim


class TestQuestions:
    def test_asked_answered_closed(self, claim, reviewer, anna):
        question = ask(claim=claim, by=reviewer, text="Who counted?", to=anna, blocking=True)
        assert question.state == "open"

        question = answer(question=question, by=anna, text="The county.")
        assert (question.state, question.answered_by) == ("answered", anna)

        question = close(question=question, by=reviewer)
        assert (question.state, question.closed_by) == ("closed", reviewer)

    def test_somebody_elses_takes_a_reason(self, claim, reviewer, publisher, administrator):
        from factcheck.people.actions import deactivate

        question = ask(claim=claim, by=reviewer, text="Who counted?", blocking=True)
        deactivate(person=reviewer, by=administrator)

        with pytest.raises(ValueError, match="reason"):
            close(question=question, by=publisher)

        closed = close(question=question, by=publisher, because="Rosa left us.")
        assert closed.closed_because == "Rosa left us."


class TestRenumber:
    def test_numbers_follow_the_text(self, checker, article, marked):
        late = marked("Traders on Weir Street fear for their shops")
        away = marked("Olsvik sells lamps")
        early = marked("The old mill bridge will close in May")
        set_aside(claim=away, by=checker, because="Of no weight.")

        numbers = renumber(article=article, by=checker)

        assert numbers == {early.pk: 1, late.pk: 2, away.pk: 3}
        assert dict(Claim.objects.values_list("pk", "number")) == numbers
        assert last_event().verb == "article.renumbered"

    def test_what_follows_already_leaves_no_event(self, claim, article, checker):
        events = Event.objects.count()

        renumber(article=article, by=checker)

        assert Event.objects.count() == events


class TestRename:
    def test_a_speaker_is_called_otherwise(self, claim, checker):
        speaker = Speaker.objects.get()

        changed = rename_speaker(
            speaker=speaker, by=checker, kind="organisation", name="County office", note="roads"
        )

        assert (str(changed), changed.revision) == ("County office (roads)", 2)
        assert last_event().words["was"] == ["organisation", "Roads office", ""]

    @pytest.mark.parametrize("stage", [Stage.CHECKED, Stage.APPROVED])
    def test_claims_that_show_the_name_are_looked_at_again(self, checker, reviewer, stage):
        shown = world.claim_at(stage, checker=checker, reviewer=reviewer)
        article = Article.objects.get(pk=shown.article_id)
        other = world.claim_at(
            stage, checker=checker, reviewer=reviewer, article=article, words=story.RAIN, links=()
        )
        speaker = shown.links.get().speaker

        rename_speaker(
            speaker=speaker, by=checker, kind="organisation", name="Port office", note=""
        )

        assert world.fresh(shown).stage == Stage.CHECKING
        assert world.verbs(article)[-1] == "claim.reopened"
        assert world.fresh(other).stage == stage

    def test_a_claim_in_review_stays_there(self, checker):
        claim = world.claim_at(Stage.IN_REVIEW, checker=checker)
        speaker = claim.links.get().speaker

        rename_speaker(
            speaker=speaker, by=checker, kind="organisation", name="Port office", note=""
        )

        assert world.fresh(claim).stage == Stage.IN_REVIEW

    def test_nothing_changed_reopens_nothing(self, checker, reviewer):
        claim = world.claim_at(Stage.APPROVED, checker=checker, reviewer=reviewer)
        speaker = claim.links.get().speaker

        rename_speaker(speaker=speaker, by=checker, kind=speaker.kind, name=speaker.name, note="")

        assert world.fresh(claim).stage == Stage.APPROVED

    @pytest.mark.parametrize(
        ("kind", "name", "sentence"),
        [("unnamed", "An office", "not made into"), ("person", "Ida Moe", "of this name already")],
    )
    def test_what_would_confuse_is_refused(self, claim, checker, marked, kind, name, sentence):
        marked(CARS, LinkDraft("person", "Ida Moe"))
        speaker = Speaker.objects.get(name="Roads office")

        with pytest.raises(NotNow, match=sentence):
            rename_speaker(speaker=speaker, by=checker, kind=kind, name=name, note="")
