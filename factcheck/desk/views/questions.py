"""Questions on a claim."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims import actions, rules
from factcheck.claims.forms import AnswerForm, CloseForm, QuestionForm
from factcheck.claims.models import Question
from factcheck.core.differences import Compared
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.form_pages import card_form_page
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.requests import StaffRequest
from factcheck.trail.queries import last_change
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import posted


@require_http_methods(["GET", "HEAD", "POST"])
def question_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Ask something about a claim."""
    claim = claim_or_404(request.user, pk)
    rules.may_ask(request.user, claim).enforce()
    form = QuestionForm(
        posted(request),
        initial={"to": claim.article.writer_id},
    )
    if form.is_valid():
        question = actions.ask(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, "Asked." if not question.to else f"{question.to} is asked.")
        return redirect(in_workspace(claim))
    return card_form_page(request, claim, form, "Ask about claim {n}", "Ask")


@require_http_methods(["GET", "HEAD", "POST"])
def question_answer(request: StaffRequest, pk: int) -> HttpResponse:
    """Answer a question."""
    question = _question_or_404(request, pk)
    rules.may_answer(request.user, question).enforce()
    form = AnswerForm(
        posted(request),
        initial={"text": question.answer, "seen": question.stamp},
    )
    if form.is_valid():
        with attempt() as tried:
            actions.answer(question=question, by=request.user, **form.cleaned_data)
        if tried.stale:
            return _answer_conflict(request, form, _question_or_404(request, pk))
        messages.success(request, f"Answered. {question.asked_by} closes the question.")
        return redirect(in_workspace(question.claim))
    return card_form_page(
        request, question.claim, form, "A question on claim {n}", "Answer", question=question
    )


@require_http_methods(["GET", "HEAD", "POST"])
def question_close(request: StaffRequest, pk: int) -> HttpResponse:
    """Close a question; somebody else's takes a reason."""
    question = _question_or_404(request, pk)
    rules.may_close(request.user, question).enforce()
    form = CloseForm(
        posted(request),
        needed=question.asked_by_id != request.user.pk,
    )
    if form.is_valid():
        actions.close(question=question, by=request.user, because=form.cleaned_data["because"])
        messages.success(request, "The question is closed.")
        return redirect(in_workspace(question.claim))
    return card_form_page(
        request, question.claim, form, "Close a question on claim {n}", "Close", question=question
    )


def _answer_conflict(request: StaffRequest, form: AnswerForm, now: Question) -> HttpResponse:
    """Somebody answered while this answer was written."""
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.stamp,
        compared=[Compared("Answer", now.answer, form.cleaned_data["text"])],
        about=f"A question on claim {now.claim.number}",
        back=in_workspace(now.claim),
    )


def _question_or_404(request: StaffRequest, pk: int) -> Question:
    rows = Question.objects.select_related("asked_by", "to", "answered_by")
    question = get_object_or_404(rows, pk=pk)
    question.claim = claim_or_404(request.user, question.claim_id)
    return question
