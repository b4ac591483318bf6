"""The text of an article with the chosen claim beside it, who else is there, and the way back."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.template.response import TemplateResponse
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from factcheck.claims.models import UndoStep
from factcheck.claims.queries.undoing import last_step, step_touching
from factcheck.desk.queries.workspace.page import workspace as at_work
from factcheck.desk.queries.workspace.presence import presence_at
from factcheck.desk.requests import article_or_404
from factcheck.desk.workspace.buttons import buttons_for
from factcheck.desk.workspace.next_step import next_for, next_in
from factcheck.desk.workspace.page import Workspace, in_workspace
from factcheck.desk.workspace.presence import ArticlePresence, article_reference, claim_reference
from factcheck.desk.workspace.updates import PANE, SEEN, shows_another_version, updates_of
from factcheck.intake.models import Article
from factcheck.people.actions import note_presence
from factcheck.people.requests import StaffRequest
from factcheck.review.actions import undo as undo_step
from factcheck.web.pages import page
from factcheck.web.query_string import number_asked


@require_safe
def workspace(request: StaffRequest, pk: int) -> HttpResponse:
    """The article's text with everything marked in it, one claim chosen by `?claim=`.

    Where htmx aims at the pane, the answer is the pane, the head, and what the browser does not
    show yet: `desk/workspace/updates.py` tells how.
    """
    article = article_or_404(request.user, pk)
    work = at_work(article, request.user, claim=number_asked(request, "claim"))
    shown = _shown(work) | {"presence": _note_presence(request, work)}
    seen = request.headers.get(SEEN, "").split()
    if shows_another_version(seen, work):
        return _whole(request, shown)
    return page(
        request,
        "desk/workspace/workspace.html",
        shown | {"updates": updates_of(work, seen)},
        fragment="desk/claims/_claim_pane.html",
        target=PANE,
    )


@require_safe
def presence(request: StaffRequest, pk: int) -> HttpResponse:
    """Who else has the article open; asked again and again by who looks at it."""
    article, claim = article_or_404(request.user, pk), number_asked(request, "claim")
    found = presence_at(article, request.user, claim)
    if found.stale:
        note_presence(by=request.user, about=article_reference(article), at=claim_reference(claim))
    shown = {"article": article, "claim": claim, "presence": found}
    return TemplateResponse(request, "desk/workspace/_presence.html", shown)


@require_POST
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Undo the last thing that one did to the claims of an article: `step` says what that was."""
    article = article_or_404(request.user, pk)
    asked = request.POST.get("step") or request.GET.get("step", "")
    key = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    step = undo_step(
        step=get_object_or_404(UndoStep.objects.filter(article=article), pk=key), by=request.user
    )
    messages.success(request, f"Undone: {step.sentence}")
    claim = step_touching(step)
    if claim is None or ("made" in step.inverse and claim.pk in step.inverse["made"]):
        return redirect("desk:workspace", article.pk)
    return redirect(in_workspace(claim))


def flash_undo(request: StaffRequest, article: Article, sentence: str = "") -> None:
    """Say what was just done to the claims of an article, with the button that undoes it.

    The message carries the address of that button, so it undoes what the sentence says or nothing.
    """
    step = last_step(article, request.user)
    if step is None:
        messages.success(request, sentence)
        return
    address = f"{reverse('desk:undo', args=[article.pk])}?{urlencode({'step': step.pk})}"
    messages.success(request, sentence or step.sentence, extra_tags=address)


def _note_presence(request: StaffRequest, work: Workspace) -> ArticlePresence:
    """Note who looks at what, at most every few seconds, and say who else does."""
    chosen = work.chosen.claim.pk if work.chosen else None
    numbers = {line.pk: line.number for line in work.claims}
    found = presence_at(work.article, request.user, chosen, numbers)
    if found.stale:
        note_presence(
            by=request.user, about=article_reference(work.article), at=claim_reference(chosen)
        )
    return found


def _whole(request: StaffRequest, shown: dict[str, Any]) -> HttpResponse:
    """The text has another version: nothing of the page in the browser may stay."""
    response = page(request, "desk/workspace/workspace.html", shown)
    response["HX-Retarget"] = response["HX-Reselect"] = "#main"
    response["HX-Reswap"] = "outerHTML show:window:top"
    return response


def _shown(work: Workspace) -> dict[str, Any]:
    card = work.chosen
    return {
        "article": work.article,
        "work": work,
        "card": card,
        "step": next_for(card) if card else None,
        "buttons": buttons_for(card.claim, card.rulings) if card else None,
        "next": next_in(work, work.mark),
        "before": work.before,
        "after": work.after,
        "in_text": True,
    }
