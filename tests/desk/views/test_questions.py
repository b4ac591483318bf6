"""Questions on a claim are asked, answered, closed."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import answer, ask, close, set_aside
from factcheck.claims.models import Question
from factcheck.people.actions import deactivate
from factcheck.trail.models import Event


@pytest.fixture
def question(claim, checker, writer):
    """The checker asks the writer, and publication waits for it."""
    return ask(claim=claim, by=checker, text="All of them?", to=writer, blocking=True)


class TestQuestionAdd:
    def test_doors(self, claim, doors):
        doors.get(
            "desk:question_add",
            claim.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            checker=200,
            reviewer=200,
            publisher=200,
            lawyer=403,
        )
        doors.post(
            "desk:question_add",
            claim.pk,
            data={"text": "All of them?"},
            anonymous="login",
            stranger=404,
            reviewer=302,
        )

    def test_fine(self, claim, reviewer, writer, signed_in):
        response = signed_in(reviewer).post(
            reverse("desk:question_add", args=[claim.pk]),
            {"text": "All of them?", "to": writer.pk, "blocking": "on"},
            follow=True,
        )

        question = Question.objects.get()
        assert (question.text, question.to, question.blocking) == ("All of them?", writer, True)
        assert question.asked_by == reviewer
        assert Event.objects.filter(verb="question.asked").count() == 1
        assert "Will Writer is asked." in response.content.decode()

    def test_to_whoever_knows(self, claim, reviewer, signed_in):
        response = signed_in(reviewer).post(
            reverse("desk:question_add", args=[claim.pk]), {"text": "Who knows?"}, follow=True
        )

        assert Question.objects.get().to is None
        assert "Asked." in response.content.decode()

    def test_begins_with_the_writer_of_the_article(self, claim, writer, checker, signed_in):
        claim.article.writer = writer
        claim.article.save()

        response = signed_in(checker).get(reverse("desk:question_add", args=[claim.pk]))

        assert response.context["form"]["to"].value() == writer.pk

    def test_nothing_asked_keeps_what_was_chosen(self, claim, writer, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:question_add", args=[claim.pk]), {"text": " ", "to": writer.pk}
        )

        assert response.status_code == 422
        assert response.context["form"]["to"].value() == str(writer.pk)
        assert not Question.objects.exists()

    def test_on_a_claim_that_does_not_count_is_not_now(self, claim, checker, signed_in):
        set_aside(claim=claim, by=checker, because="No claim.")

        response = signed_in(checker).post(
            reverse("desk:question_add", args=[claim.pk]), {"text": "All of them?"}
        )

        assert response.status_code == 409
        assert "All of them?" in response.content.decode()


class TestQuestionAnswer:
    def test_doors(self, question, doors):
        doors.get(
            "desk:question_answer",
            question.pk,
            anonymous="login",
            stranger=404,
            checker=403,
            reviewer=403,
            writer=200,
        )

    def test_missing_is_404(self, doors, db):
        doors.get("desk:question_answer", 999, writer=404)

    def test_fine(self, question, writer, signed_in):
        client, url = signed_in(writer), reverse("desk:question_answer", args=[question.pk])

        shown = client.get(url)
        response = client.post(url, {"text": "All seven of them."}, follow=True)

        question.refresh_from_db()
        assert "All of them?" in shown.content.decode()
        assert (question.answer, question.answered_by) == ("All seven of them.", writer)
        assert question.state == "answered"
        assert Event.objects.filter(verb="question.answered").count() == 1
        assert "Cleo Checker closes the question." in response.content.decode()

    def test_nothing_said_is_refused(self, question, writer, signed_in):
        response = signed_in(writer).post(
            reverse("desk:question_answer", args=[question.pk]), {"text": ""}
        )

        question.refresh_from_db()
        assert response.status_code == 422
        assert question.state == "open"

    def test_a_further_answer_begins_with_the_first(self, question, writer, signed_in):
        answer(question=question, by=writer, text="All seven of them.")

        response = signed_in(writer).get(reverse("desk:question_answer", args=[question.pk]))

        assert "All seven of them.</textarea>" in response.content.decode()

    def test_closed_is_not_now(self, question, checker, writer, signed_in):
        close(question=question, by=checker)

        response = signed_in(writer).post(
            reverse("desk:question_answer", args=[question.pk]), {"text": "All seven of them."}
        )

        assert response.status_code == 409
        assert "All seven of them." in response.content.decode()


class TestQuestionClose:
    def test_doors(self, question, doors):
        doors.get(
            "desk:question_close",
            question.pk,
            anonymous="login",
            stranger=404,
            writer=403,
            publisher=403,
            checker=200,
        )

    def test_the_asker_needs_no_reason(self, question, checker, signed_in):
        response = signed_in(checker).post(
            reverse("desk:question_close", args=[question.pk]), {"because": ""}, follow=True
        )

        question.refresh_from_db()
        assert question.closed_by == checker
        assert Event.objects.filter(verb="question.closed").count() == 1
        assert "The question is closed." in response.content.decode()

    def test_a_publisher_needs_one_where_the_asker_is_gone(
        self, question, checker, newcomer, publisher, administrator, signed_in
    ):
        newcomer("second", roles=["checker"])
        deactivate(person=checker, by=administrator)
        client, url = signed_in(publisher), reverse("desk:question_close", args=[question.pk])

        without = client.post(url, {"because": ""})
        with_one = client.post(url, {"because": "Cleo has left; the writer answered."})

        question.refresh_from_db()
        assert without.status_code == 422
        assert with_one.status_code == 302
        assert question.closed_because == "Cleo has left; the writer answered."

    def test_twice_is_not_now(self, question, checker, doors):
        close(question=question, by=checker)

        doors.post("desk:question_close", question.pk, checker=409)
