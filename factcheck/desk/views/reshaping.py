"""A claim is split between two of its words, made one with its neighbour, or found elsewhere as well."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims import rules
from factcheck.claims.actions import add_place, merge_claims, split_claim
from factcheck.claims.forms import AlsoForm, NeighbourForm, SplitForm
from factcheck.claims.models import Claim
from factcheck.core.rulings import NotNow
from factcheck.desk.pages.queue import in_workspace
from factcheck.desk.pages.reshaping import cuts, joinings
from factcheck.desk.pages.surroundings import around
from factcheck.desk.queries.titles import quotes_in_text
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.claims import asked_for, span_of
from factcheck.desk.views.undoing import done
from factcheck.desk.workspace.span_form import first_place
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page

NO_POINT = "A claim is split between two of its words. Choose where."
NO_NEIGHBOUR = "Choose the claim that stands before or after this one."


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
            done(request, claim.article)
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
            done(request, claim.article)
            return redirect(in_workspace(kept))
    elif form.is_bound:
        problem, status = NO_NEIGHBOUR, HTTPStatus.UNPROCESSABLE_ENTITY
    return _merge_page(request, claim_or_404(request.user, pk), problem, status)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_also(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a claim stands at further words as well; `?start=&end=` names them."""
    claim = claim_or_404(request.user, pk)
    (rules.may_change(request.user, claim) and rules.stands_here(claim)).enforce()
    form = AlsoForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=asked_for(request, claim.article),
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
            done(request, claim.article)
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
            "around": around(form.text.text, *span_of(form)) if "start" in form.fields else None,
            "plain": form.visible_fields(),
        },
        status=status,
    )


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
            "cuts": cuts(claim, asked=point),
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
            "joinings": joinings(claim, request.user),
            "problem": problem,
            "back": in_workspace(claim),
        },
        status=status,
    )
