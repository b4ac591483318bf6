"""Verdicts on a claim, and the contacts with speakers that stand behind some of them."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims.models import Claim
from factcheck.claims.queries import chain, said_in
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow, not_now
from factcheck.desk.queries.workspace.card import card
from factcheck.desk.queries.workspace.verdict_questions import question_named, questions_on
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.form_pages import card_page
from factcheck.desk.workspace.page import in_workspace
from factcheck.desk.workspace.verdict_marks import scale_marks
from factcheck.desk.workspace.verdict_questions import VerdictQuestion, findings_of, still_missing
from factcheck.people.requests import StaffRequest
from factcheck.policy.queries import house_rules
from factcheck.trail.queries import last_change
from factcheck.verification import actions, rules
from factcheck.verification.forms import ContactForm, VerdictForm
from factcheck.verification.models import Verdict
from factcheck.verification.queries import (
    facts_of,
    sources_for,
    standing_evidence,
    standing_verdict,
)
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import posted


@require_http_methods(["GET", "HEAD", "POST"])
def verdict_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Record a verdict on one question: on one link of the chain, or on the content."""
    claim = claim_or_404(request.user, pk)
    rules.may_record_verdict(request.user, claim).enforce()
    question = question_named(request.GET, claim)
    if question is None:
        raise NotNow(not_now("The chain of this claim was changed: this speaker is not in it."))
    found = findings_of(question, card(claim, request.user))
    form = VerdictForm(
        posted(request),
        aspect=question.aspect,
        evidence=standing_evidence(claim, question.aspect, question.link),
        initial=found.initial,
    )
    if form.is_valid():
        sent = {**form.cleaned_data}
        with attempt() as tried:
            actions.record_verdict(
                claim=claim,
                by=request.user,
                aspect=question.aspect,
                link=question.link,
                seen_verdict=sent.pop("seen"),
                **sent,
            )
        if tried.refused:
            theirs = standing_verdict(claim, question.aspect, question.link)
            return _verdict_conflict(request, form, question, theirs, tried.refused)
        _flash_what_is_missing(request, claim, question)
        return redirect(in_workspace(claim))
    context = {
        "question": question,
        "questions": questions_on(claim),
        "marks": scale_marks(house_rules(), question.aspect),
        "found": found,
    }
    return card_page(request, claim, form, "desk/evidence/verdict_add.html", context)


def _verdict_conflict(
    request: StaffRequest,
    form: VerdictForm,
    question: VerdictQuestion,
    theirs: Verdict | None,
    refused: NotNow,
) -> HttpResponse:
    """The verdict that somebody else recorded meanwhile beside the one that was sent."""
    if theirs is None:  # the form named a verdict, and none stands
        raise refused
    return conflict_page(
        request,
        form=form,
        change=last_change(theirs),
        seen=theirs.pk,
        compared=[Compared(*side) for side in form.compared(theirs)],
        about=f"Claim {question.claim.number}: {question.words}",
        back=in_workspace(question.claim),
    )


def _flash_what_is_missing(request: StaffRequest, claim: Claim, question: VerdictQuestion) -> None:
    """Say that it is recorded, and what the gate would still miss in this finding."""
    messages.success(request, "The verdict is recorded.")
    missing = list(still_missing(question, facts_of(claim)))
    if missing:
        messages.warning(request, " ".join(["Before anybody can sign it:", *missing]))


@require_http_methods(["GET", "HEAD", "POST"])
def contact_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Note down an attempt to reach a speaker, or why none was made."""
    claim = claim_or_404(request.user, pk)
    rules.may_note_contact(request.user, claim).enforce()
    speakers = [link.speaker for link in chain(claim)]
    form = ContactForm(
        posted(request),
        speakers=speakers,
        claims=said_in(claim.article_id, speakers),
        sources=[source for source in sources_for(request.user) if source.confidential],
        initial={"claims": [claim.pk], "speaker": request.GET.get("speaker")},
    )
    if form.is_valid():
        actions.note_contact(article=claim.article, by=request.user, **form.cleaned_data)
        messages.success(request, "The contact is noted.")
        return redirect(in_workspace(claim))
    return card_page(request, claim, form, "desk/evidence/contact_add.html", {"speakers": speakers})
