"""Pages on which a form stands with the claim or the words that it is about."""

from collections.abc import Sequence
from typing import Any

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from factcheck.claims.forms import (
    PlaceForm,
)
from factcheck.claims.models import Claim, Question
from factcheck.claims.queries import speakers_for
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow
from factcheck.desk.pages.surroundings import surroundings
from factcheck.desk.queries.workspace.anchors import quotes_in_text
from factcheck.desk.queries.workspace.card import card
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.conflict import conflict_page
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


def claim_mark_page(
    request: StaffRequest,
    claim: Claim,
    form: Form,
    title: str,
    plain: Sequence[BoundField],
    links: Sequence[Sequence[BoundField]] = (),
    **more: Any,
) -> HttpResponse:
    """A form about one claim, with the claim beside it."""
    return mark_page(
        request,
        claim.article,
        form,
        title.format(n=claim.number),
        back=in_workspace(claim),
        plain=plain,
        links=links,
        claim=claim,
        **more,
    )


def mark_page(
    request: StaffRequest,
    article: Article,
    form: Form,
    title: str,
    *,
    back: str,
    plain: Sequence[BoundField],
    links: Sequence[Sequence[BoundField]] = (),
    claim: Claim | None = None,
    status: int | None = None,
    **more: Any,
) -> HttpResponse:
    """Words of the text in their passage, and the form about them."""
    version = article.current_version
    return page(
        request,
        "desk/mark.html",
        {
            "article": article,
            "claim": claim,
            "anchors": quotes_in_text(claim) if claim else (),
            "form": form,
            "title": title,
            "button": "Save" if claim else "Mark it",
            "back": back,
            "around": surroundings(version.text, *form.ends())
            if version and isinstance(form, PlaceForm)
            else None,
            "plain": plain,
            "links": links,
            "speakers": speakers_for(article) if links else (),
            **more,
        },
        status=status or (422 if form.is_bound else 200),
    )


def same_words(form: PlaceForm, name: str, article: Article) -> str:
    """The page of that name for the words of this form; nothing where it has none."""
    start, end = form.ends()
    if not end:
        return ""
    version = article.current_version_id
    return f"{reverse(name, args=[article.pk])}?start={start}&end={end}&version={version}"


def claim_if_stale(request: StaffRequest, refused: NotNow, claim: Claim) -> Claim:
    """The claim as it stands now, where that is why the form was refused."""
    if not refused.stale:
        raise refused
    return claim_or_404(request.user, claim.pk)


def claim_conflict(
    request: StaffRequest,
    form: Form,
    now: Claim,
    compared: Sequence[Compared],
    links: Sequence[Sequence[BoundField]] = (),
) -> HttpResponse:
    """The claim as it stands now beside what was sent."""
    extra = {"form_template": "desk/_mark_fields.html", "links": links} if links else {}
    return conflict_page(
        request,
        form=form,
        row=now,
        seen=now.revision,
        compared=compared,
        about=f"Claim {now.number}",
        back=in_workspace(now),
        extra=extra,
    )


def claim_saved(request: StaffRequest, claim: Claim, now: Claim) -> HttpResponse:
    """Say so; where nothing was changed, there is nothing to undo."""
    if now.revision == claim.revision:
        messages.success(request, f"Claim {claim.number} is as it was.")
    else:
        flash_undo(request, claim.article)
    return redirect(in_workspace(claim))


def claim_form_page(
    request: StaffRequest, claim: Claim, form: Form, title: str, button: str, hint: str = ""
) -> HttpResponse:
    """A short form about one claim, with the claim beside it."""
    return page(
        request,
        "desk/claim_form.html",
        {
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "article": claim.article,
            "form": form,
            "title": title.format(n=claim.number),
            "button": button,
            "hint": hint,
            "back": in_workspace(claim),
        },
        status=422 if form.is_bound else 200,
    )


def card_page(
    request: StaffRequest,
    claim: Claim,
    template: str,
    context: dict[str, Any],
    *,
    bound: bool,
    status: int | None = None,
) -> HttpResponse:
    """A form with the card of the claim beside it."""
    return page(
        request,
        template,
        {
            "card": card(claim, request.user),
            "claim": claim,
            "article": claim.article,
            "back": in_workspace(claim),
            **context,
        },
        status=status or (422 if bound else 200),
    )


def card_form_page(
    request: StaffRequest,
    claim: Claim,
    form: Form,
    title: str,
    button: str,
    *,
    hint: str = "",
    question: Question | None = None,
) -> HttpResponse:
    """A short form with the card of the claim beside it."""
    return card_page(
        request,
        claim,
        "desk/question.html",
        {
            "form": form,
            "title": title.format(n=claim.number),
            "button": button,
            "hint": hint,
            "question": question,
        },
        bound=form.is_bound,
    )
