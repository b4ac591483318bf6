"""Where a claim stands in the text: moved, found elsewhere as well, split, made one with its neighbour, or lost its place."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import (
    add_place,
    cut,
    merge_claims,
    respan,
    split_claim,
)
from factcheck.claims.forms import (
    AlsoForm,
    MarkAgainForm,
    NeighbourForm,
    SpanForm,
    SplitForm,
)
from factcheck.claims.models import Anchor, Claim
from factcheck.claims.placement import last_anchors
from factcheck.claims.queries import checked_passages
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow
from factcheck.core.spans import Span
from factcheck.desk.pages.candidates import candidates
from factcheck.desk.pages.span_form import nudges, part_choices, part_name
from factcheck.desk.pages.surroundings import Surroundings, surroundings
from factcheck.desk.queries.reshaping import merges_of, splits_of
from factcheck.desk.queries.workspace.anchors import anchors_in, first_place, quotes_in_text
from factcheck.desk.requests import asked_span, claim_or_404
from factcheck.desk.views.form_pages import (
    claim_conflict,
    claim_if_stale,
    claim_mark_page,
    claim_saved,
)
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.intake.models import Article, Version
from factcheck.people.requests import StaffRequest
from factcheck.verification.actions import mark_again
from factcheck.web.pages import page

NO_POINT = "A claim is split between two of its words. Choose where."


NO_NEIGHBOUR = "Choose the claim that stands before or after this one."


@require_http_methods(["GET", "HEAD", "POST"])
def claim_span(request: StaffRequest, pk: int) -> HttpResponse:
    """Change where a claim begins and ends; `?start=&end=` names the words."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    version = claim.article.current_version
    if version is None:
        raise ValueError("This article has no text.")
    anchors = anchors_in(claim, version)
    form = SpanForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=_ends_asked_span(request, claim.article, anchors),
    )
    if form.is_valid():
        try:
            now = respan(claim=claim, by=request.user, **form.placed())
        except NotNow as refused:
            now = claim_if_stale(request, refused, claim)
            text = form.text.text
            place = form.place()
            theirs = " … ".join(
                now.anchors.filter(version=form.text).values_list("quote", flat=True)
            )
            yours = text[place["start"] : place["end"]]
            return claim_conflict(request, form, now, [Compared("The words", theirs, yours)])
        return claim_saved(request, claim, now)
    part = str(form["part"].value() or "")
    return claim_mark_page(
        request,
        claim,
        form,
        "Where claim {n} stands",
        form.visible_fields(),
        parts=part_choices(anchors, part),
        also=reverse("desk:claim_also", args=[claim.pk]),
        nudges=nudges(version, *form.ends(), part),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_also(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a claim stands at further words as well; `?start=&end=` names them."""
    claim = claim_or_404(request.user, pk)
    (rules.may_change(request.user, claim) and rules.stands_here(claim)).enforce()
    form = AlsoForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=asked_span(request, claim.article),
    )
    status = HTTPStatus.UNPROCESSABLE_ENTITY if form.is_bound else HTTPStatus.OK
    if form.is_valid():
        part_of = first_place(claim) if form.goes_on else None
        try:
            add_place(claim=claim, by=request.user, part_of=part_of, **form.placed())
        except NotNow as refused:
            form.add_error(None, refused.reason)
            status = HTTPStatus.CONFLICT
        else:
            flash_undo(request, claim.article)
            return redirect(in_workspace(claim))
    return page(
        request,
        "desk/mark.html",
        {
            "article": claim.article,
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "form": form,
            "title": f"Where else claim {claim.number} stands",
            "button": "Save",
            "back": in_workspace(claim),
            "around": surroundings(form.text.text, *form.ends())
            if "start" in form.fields
            else None,
            "plain": form.visible_fields(),
        },
        status=status,
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_split(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose the point at which a claim falls into two; `?at=` offers one before all others."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = SplitForm(request.POST if request.method == "POST" else None)
    problem, status = "", HTTPStatus.OK
    if form.is_valid():
        try:
            split_claim(claim=claim, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            problem, status = refused.reason, HTTPStatus.CONFLICT
        except ValueError:
            problem, status = NO_POINT, HTTPStatus.UNPROCESSABLE_ENTITY
        else:
            flash_undo(request, claim.article)
            return redirect(in_workspace(claim))
    elif form.is_bound:
        problem, status = NO_POINT, HTTPStatus.UNPROCESSABLE_ENTITY
    return _split_page(request, claim_or_404(request.user, pk), problem, status)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a claim one with the claim before or after it in the text."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = NeighbourForm(request.POST if request.method == "POST" else None)
    problem, status = "", HTTPStatus.OK
    if form.is_valid():
        sent = form.cleaned_data
        other = claim_or_404(request.user, sent.pop("other"))
        try:
            kept = merge_claims(claim=claim, other=other, by=request.user, **sent)
        except NotNow as refused:
            problem, status = refused.reason, HTTPStatus.CONFLICT
        else:
            flash_undo(request, claim.article)
            return redirect(in_workspace(kept))
    elif form.is_bound:
        problem, status = NO_NEIGHBOUR, HTTPStatus.UNPROCESSABLE_ENTITY
    return _merge_page(request, claim_or_404(request.user, pk), problem, status)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_mark_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Say where a claim stands in the new text; `?start=&end=` names the words."""
    claim = claim_or_404(request.user, pk)
    rules.may_mark_again(request.user, claim).enforce()
    form = MarkAgainForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=asked_span(request, claim.article),
    )
    status = None
    if form.is_valid():
        try:
            claim = mark_again(claim=claim, by=request.user, **form.marked())
        except NotNow as refused:
            form.add_error(None, refused.reason)
            form.refresh(claim_or_404(request.user, pk))
            status = HTTPStatus.CONFLICT
        else:
            messages.success(request, f"Claim {claim.number} is marked again.")
            return redirect(in_workspace(claim))
    return _mark_again_page(request, claim, form, status or (422 if form.is_bound else 200))


@require_POST
def claim_cut(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that the words of a claim were cut from our own text."""
    claim = cut(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(
        request, f"Claim {claim.number} was cut from the text. A second person agrees."
    )
    return redirect("desk:workspace", claim.article_id)


def _ends_asked_span(
    request: StaffRequest, article: Article, anchors: Sequence[Anchor]
) -> dict[str, Any]:
    """The ends that the address names, of the part that it names; else those that stand.

    With `?write=1` none, so that the words are written down.
    """
    asked, part = asked_span(request, article), request.GET.get("part", "")
    names = {part_name(row): row for row in anchors}
    chosen = names.get(part) or (anchors[0] if anchors else None)
    if "write" in request.GET or chosen is None:
        return {}
    several = {"part": part_name(chosen)} if len(anchors) > 1 else {}
    return {"start": chosen.start, "end": chosen.end, **asked, **several}


def _split_page(request: StaffRequest, claim: Claim, problem: str, status: int) -> HttpResponse:
    asked = request.GET.get("at", "")
    point = int(asked) if asked.isdecimal() and len(asked) < 10 else None
    return page(
        request,
        "desk/split.html",
        {
            "article": claim.article,
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "cuts": splits_of(claim, asked=point),
            "problem": problem,
            "back": in_workspace(claim),
        },
        status=status,
    )


def _merge_page(request: StaffRequest, claim: Claim, problem: str, status: int) -> HttpResponse:
    return page(
        request,
        "desk/merge.html",
        {
            "article": claim.article,
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "joinings": merges_of(claim, request.user),
            "problem": problem,
            "back": in_workspace(claim),
        },
        status=status,
    )


def _mark_again_page(
    request: StaffRequest, claim: Claim, form: MarkAgainForm, status: int
) -> HttpResponse:
    """The old words, what may have become of them, and the form."""
    text = form.text
    old = last_anchors(claim)
    spans = [Span(row.start, row.end) for row in checked_passages(text)]
    return page(
        request,
        "desk/mark_again.html",
        {
            "article": claim.article,
            "claim": claim,
            "old": old,
            "stood": _surroundings(old),
            "candidates": candidates(text.text, spans, old[0].quote) if old else (),
            "form": form,
            "around": surroundings(text.text, *form.ends()) if "start" in form.fields else None,
            "back": in_workspace(claim),
            "cut": rules.may_cut(request.user, claim),
            "set_aside": rules.may_set_aside(request.user, claim),
        },
        status=status,
    )


def _surroundings(old: list[Anchor]) -> list[Surroundings]:
    """The old words in the passage in which they stood. One query."""
    if not old:
        return []
    text = Version.objects.values_list("text", flat=True).get(pk=old[0].version_id)
    return [found for row in old if (found := surroundings(text, row.start, row.end)) is not None]
