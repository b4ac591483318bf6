"""A claim: its page, marking one, its words, its chain, and who checks it."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.claims import rules
from factcheck.claims.actions import assign, mark, rechain, reword
from factcheck.claims.forms import AssignForm, ChainForm, ClaimForm, MarkForm
from factcheck.claims.models import Claim, ClaimKind, LinkDraft
from factcheck.claims.queries import chain
from factcheck.core.differences import Compared
from factcheck.desk.queries.workspace.card import card
from factcheck.desk.queries.workspace.open_sentences import open_sentences
from factcheck.desk.requests import article_or_404, asked_span, claim_or_404
from factcheck.desk.views.form_pages import (
    claim_conflict,
    claim_form_page,
    claim_mark_page,
    mark_page,
    redirect_after_save,
    same_words,
)
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.buttons import buttons_for
from factcheck.desk.workspace.next_step import next_for
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.requests import StaffRequest
from factcheck.web.conflict import attempt
from factcheck.web.pages import page, posted


@require_safe
def claim(request: StaffRequest, pk: int) -> HttpResponse:
    """One claim with all that is known of it, and what may be done to it next."""
    found = card(claim_or_404(request.user, pk), request.user)
    return page(
        request,
        "desk/claims/claim.html",
        {
            "card": found,
            "article": found.claim.article,
            "step": next_for(found),
            "buttons": buttons_for(found.claim, found.rulings),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Mark words as a claim, with its chain; `?start=&end=` names them."""
    article = article_or_404(request.user, pk)
    rules.may_mark(request.user, article).enforce()
    if article.current_version is None:
        raise ValueError("This article has no text.")
    form = MarkForm(
        posted(request), version=article.current_version, initial=asked_span(request, article)
    )
    if form.is_valid():
        with attempt(form, may=lambda: rules.may_mark(request.user, article)) as tried:
            claim = mark(article=article, by=request.user, **form.marked())
        if tried.done:
            flash_undo(request, article)
            return redirect(in_workspace(claim))
    by_hand = not form.is_bound and "words" in form.fields
    return mark_page(
        request,
        article,
        form,
        "Mark a claim",
        sentences=open_sentences(article) if by_hand else (),
        back=reverse("desk:workspace", args=[article.pk]),
        plain=form.plain_fields(),
        links=form.link_groups(),
        instead=same_words(form, "desk:exempt", article),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_words(request: StaffRequest, pk: int) -> HttpResponse:
    """Change the statement as one sentence, and what sort it is."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = ClaimForm(posted(request), claim=claim)
    if form.is_valid():
        with attempt() as tried:
            saved = reword(claim=claim, by=request.user, **form.cleaned_data)
        if tried.stale:
            now, sent = claim_or_404(request.user, pk), form.cleaned_data
            kind = ClaimKind(sent["kind"]).label
            compared = [
                Compared("As one sentence", now.wording, sent["wording"]),
                Compared("What sort it is", now.get_kind_display(), str(kind)),
            ]
            return claim_conflict(request, form, now, compared)
        return redirect_after_save(request, claim, saved)
    return claim_mark_page(request, claim, form, "The words of claim {n}", form.visible_fields())


@require_http_methods(["GET", "HEAD", "POST"])
def claim_chain(request: StaffRequest, pk: int) -> HttpResponse:
    """Change who is said to say it."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = ChainForm(posted(request), claim=claim)
    if form.is_valid():
        with attempt() as tried:
            saved = rechain(claim=claim, by=request.user, **form.chained())
        if tried.stale:
            now = claim_or_404(request.user, pk)
            compared = [Compared("The chain", _chain_now(now), _chain_sent(form.drafts))]
            return claim_conflict(request, form, now, compared, links=form.link_groups())
        return redirect_after_save(request, claim, saved)
    title = "The chain of claim {n}"
    return claim_mark_page(request, claim, form, title, form.plain_fields(), form.link_groups())


@require_http_methods(["GET", "HEAD", "POST"])
def claim_assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a claim to somebody, with a time by which it is due."""
    claim = claim_or_404(request.user, pk)
    rules.may_assign(request.user, claim).enforce()
    form = AssignForm(
        posted(request),
        initial={"to": claim.assignee_id, "due_at": claim.due_at, "seen": claim.revision},
    )
    if form.is_valid():
        with attempt() as tried:
            assign(claim=claim, by=request.user, **form.cleaned_data)
        if tried.stale:
            now, sent = claim_or_404(request.user, pk), form.cleaned_data
            compared = [
                Compared("Who", str(now.assignee or "Nobody"), str(sent["to"] or "Nobody")),
                Compared("Due", _moment(now.due_at), _moment(sent["due_at"])),
            ]
            return claim_conflict(request, form, now, compared)
        messages.success(request, _assigned_sentence(claim, form))
        return redirect(in_workspace(claim))
    return claim_form_page(request, claim, form, "Who checks claim {n}?", "Give it to them")


def _chain_now(claim: Claim) -> str:
    """The chain that stands, innermost first, as one line."""
    return ", ".join(f"{link.speaker}: {link.cue or 'says'}" for link in chain(claim))


def _chain_sent(drafts: Sequence[LinkDraft]) -> str:
    """The chain that was sent, in the same way."""
    return ", ".join(
        f"{draft.speaker_name}{f' ({draft.speaker_note})' if draft.speaker_note else ''}"
        f": {draft.cue or 'says'}"
        for draft in drafts
    )


def _moment(at: datetime | None) -> str:
    return f"{localtime(at):%d %B %Y, %H:%M}" if at else ""


def _assigned_sentence(claim: Claim, form: AssignForm) -> str:
    """The sentence after assigning."""
    to = form.cleaned_data["to"]
    return f"{to} checks claim {claim.number}." if to else f"Claim {claim.number} is nobody’s now."
