"""Pages on which a form stands with the claim or the words that it is about."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse

from factcheck.claims.forms import PlaceForm
from factcheck.claims.models import Claim, Question
from factcheck.claims.queries import speakers_for
from factcheck.core.differences import Compared
from factcheck.core.surroundings import Surroundings, surroundings
from factcheck.desk.queries.workspace.anchors import quotes_in_text
from factcheck.desk.queries.workspace.card import card
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.trail.queries import last_change
from factcheck.web.conflict import conflict_page
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
    **more: Any,
) -> HttpResponse:
    """Words of the text in their passage, and the form about them."""
    return page(
        request,
        "desk/spans/mark.html",
        {
            "article": article,
            "claim": claim,
            "anchors": quotes_in_text(claim) if claim else (),
            "title": title,
            "button": "Save" if claim else "Mark it",
            "back": back,
            "surroundings": _around(article, form),
            "plain": plain,
            "links": links,
            "speakers": speakers_for(article) if links else (),
            **more,
        },
        form=form,
    )


def _around(article: Article, form: Form) -> Surroundings | None:
    """The words that the form names, if it has such fields, with what stands around them."""
    version = article.current_version
    if version is None or not isinstance(form, PlaceForm):
        return None
    return surroundings(version.text, *form.ends())


def same_words(form: PlaceForm, name: str, article: Article) -> str:
    """The page of that name for the words of this form; nothing where it has none."""
    start, end = form.ends()
    if not end:
        return ""
    version = article.current_version_id
    return f"{reverse(name, args=[article.pk])}?start={start}&end={end}&version={version}"


def claim_conflict(
    request: StaffRequest,
    form: Form,
    now: Claim,
    compared: Sequence[Compared],
    links: Sequence[Sequence[BoundField]] = (),
) -> HttpResponse:
    """The claim as it stands now beside what was sent."""
    extra = {"form_template": "desk/spans/_mark_fields.html", "links": links} if links else {}
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.revision,
        compared=compared,
        about=f"Claim {now.number}",
        back=in_workspace(now),
        extra=extra,
    )


def redirect_after_save(request: StaffRequest, claim: Claim, now: Claim) -> HttpResponse:
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
        "desk/claims/claim_form.html",
        {
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "article": claim.article,
            "title": title.format(n=claim.number),
            "button": button,
            "hint": hint,
            "back": in_workspace(claim),
        },
        form=form,
    )


def card_page(
    request: StaffRequest,
    claim: Claim,
    form: Form,
    template: str,
    context: Mapping[str, Any],
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
        form=form,
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
        form,
        "desk/claims/question.html",
        {
            "title": title.format(n=claim.number),
            "button": button,
            "hint": hint,
            "question": question,
        },
    )
