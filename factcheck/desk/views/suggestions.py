"""A text is read for claims, and what is suggested is accepted."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.actions import accept, accept_all, begin
from factcheck.claims.models import Claim
from factcheck.claims.queries import sentence_at
from factcheck.claims.rules import may_accept_any
from factcheck.desk.queries.workspace.suggestions import (
    next_suggestion,
    splitting_progress,
    suggestions,
)
from factcheck.desk.requests import article_or_404, claim_or_404
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_POST
def claim_accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a suggestion as one of ours, and go on to the next one."""
    claim = accept(claim=claim_or_404(request.user, pk), by=request.user)
    flash_undo(request, claim.article)
    return redirect(in_workspace(next_suggestion(claim) or claim))


@require_POST
def sentence_accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Take all suggestions of the sentence in which this one begins."""
    claim = claim_or_404(request.user, pk)
    taken = accept_all(
        article=claim.article,
        by=request.user,
        within=sentence_at(claim),
        version=claim.article.current_version_id,
    )
    _flash_accepted(request, claim.article, taken)
    return redirect(in_workspace(next_suggestion(claim) or claim))


@require_http_methods(["GET", "HEAD", "POST"])
def suggestions_accept(request: StaffRequest, pk: int) -> HttpResponse:
    """Take all suggestions of the article, which are shown first."""
    article = article_or_404(request.user, pk)
    may_accept_any(request.user).enforce()
    if request.method == "POST":
        _flash_accepted(request, article, accept_all(article=article, by=request.user))
        return redirect(article)
    offered = suggestions(article)
    return page(
        request,
        "desk/suggestions/suggestions_accept.html",
        {"article": article, "suggestions": offered},
    )


@require_POST
def article_split(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a text be read for claims that was not, or in vain."""
    article = begin(article=article_or_404(request.user, pk), by=request.user)
    messages.success(request, splitting_progress(article, request.user).sentence)
    return redirect(article)


@require_safe
def splitting(request: StaffRequest, pk: int) -> HttpResponse:
    """How far a text is read; its page asks again and again until it is done."""
    article = article_or_404(request.user, pk)
    return page(
        request,
        "desk/suggestions/splitting.html",
        {"article": article, "progress": splitting_progress(article, request.user)},
        fragment="desk/suggestions/_splitting.html",
        target="splitting",
    )


def _flash_accepted(request: StaffRequest, article: Article, taken: Sequence[Claim]) -> None:
    """What was accepted, with the way back."""
    if taken:
        flash_undo(request, article)
    else:
        messages.success(request, "Nothing was suggested here any more.")
