"""Where a claim stands in the text.

It is moved, found at further words, split, merged with its neighbour, or marked in a new text.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import add_place, cut, merge_claims, respan, split_claim
from factcheck.claims.candidates import candidates
from factcheck.claims.forms import AlsoForm, MarkAgainForm, NeighbourForm, SpanForm, SplitForm
from factcheck.claims.models import Anchor, Claim
from factcheck.claims.placement import last_anchors
from factcheck.claims.queries import checked_passages
from factcheck.core.differences import Compared
from factcheck.core.rulings import Ruling
from factcheck.core.spans import Span, join_quotes
from factcheck.core.surroundings import Surroundings, surroundings
from factcheck.desk.pages.span_form import nudges, part_choices, part_name
from factcheck.desk.queries.reshaping import merges_of, splits_of
from factcheck.desk.queries.workspace.anchors import anchors_in, first_place, quotes_in_text
from factcheck.desk.requests import asked_span, claim_or_404
from factcheck.desk.views.form_pages import claim_conflict, claim_mark_page, redirect_after_save
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.intake.models import Article, Version
from factcheck.people.requests import StaffRequest
from factcheck.verification.actions import mark_again
from factcheck.web.conflict import attempt
from factcheck.web.pages import page, posted
from factcheck.web.query_string import number_asked


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
        posted(request), claim=claim, initial=_part_asked(request, claim.article, anchors)
    )
    if form.is_valid():
        with attempt() as tried:
            saved = respan(claim=claim, by=request.user, **form.placed())
        if tried.stale:
            return _span_conflict(request, form, claim_or_404(request.user, pk))
        return redirect_after_save(request, claim, saved)
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
    form = AlsoForm(posted(request), claim=claim, initial=asked_span(request, claim.article))
    if form.is_valid():
        part_of = first_place(claim) if form.goes_on else None
        with attempt(form, may=lambda: _may_change_now(request, pk)) as tried:
            add_place(claim=claim, by=request.user, part_of=part_of, **form.placed())
        if tried.done:
            flash_undo(request, claim.article)
            return redirect(in_workspace(claim))
    title = "Where else claim {n} stands"
    return claim_mark_page(request, claim, form, title, form.visible_fields())


@require_http_methods(["GET", "HEAD", "POST"])
def claim_split(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose the point at which a claim falls into two; `?at=` offers one before all others."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = SplitForm(posted(request), claim=claim)
    if form.is_valid():
        with attempt(form, may=lambda: _may_change_now(request, pk)) as tried:
            split_claim(claim=claim, by=request.user, **form.cleaned_data)
        if tried.done:
            flash_undo(request, claim.article)
            return redirect(in_workspace(claim))
    now = claim_or_404(request.user, pk)
    found = splits_of(now, asked=number_asked(request, "at"))
    return _reshaping_page(request, now, form, "desk/spans/split.html", {"cuts": found})


@require_http_methods(["GET", "HEAD", "POST"])
def claim_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a claim one with the claim before or after it in the text."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = NeighbourForm(posted(request))
    if form.is_valid():
        sent = form.cleaned_data
        other = claim_or_404(request.user, sent.pop("other"))
        with attempt(form, may=lambda: _may_change_now(request, pk)) as tried:
            kept = merge_claims(claim=claim, other=other, by=request.user, **sent)
        if tried.done:
            flash_undo(request, claim.article)
            return redirect(in_workspace(kept))
    now = claim_or_404(request.user, pk)
    found = merges_of(now, request.user)
    return _reshaping_page(request, now, form, "desk/spans/merge.html", {"joinings": found})


@require_http_methods(["GET", "HEAD", "POST"])
def claim_mark_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Say where a claim stands in the new text; `?start=&end=` names the words."""
    claim = claim_or_404(request.user, pk)
    rules.may_mark_again(request.user, claim).enforce()
    form = MarkAgainForm(posted(request), claim=claim, initial=asked_span(request, claim.article))
    if form.is_valid():
        with attempt(form, may=lambda: _may_mark_again_now(request, pk)) as tried:
            claim = mark_again(claim=claim, by=request.user, **form.marked())
        if tried.done:
            messages.success(request, f"Claim {claim.number} is marked again.")
            return redirect(in_workspace(claim))
        form.refresh(claim_or_404(request.user, pk))
    return _mark_again_page(request, claim, form)


@require_POST
def claim_cut(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that the words of a claim were cut from our own text."""
    claim = cut(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(
        request, f"Claim {claim.number} was cut from the text. A second person agrees."
    )
    return redirect("desk:workspace", claim.article_id)


def _may_change_now(request: StaffRequest, pk: int) -> Ruling:
    return rules.may_change(request.user, claim_or_404(request.user, pk))


def _may_mark_again_now(request: StaffRequest, pk: int) -> Ruling:
    return rules.may_mark_again(request.user, claim_or_404(request.user, pk))


def _span_conflict(request: StaffRequest, form: SpanForm, now: Claim) -> HttpResponse:
    """The words on which the claim stands now beside those that were sent."""
    text, place = form.text, form.place()
    theirs = now.anchors.filter(version=text).values_list("quote", flat=True)
    yours = text.text[place["start"] : place["end"]]
    compared = [Compared("The words", join_quotes(theirs), yours)]
    return claim_conflict(request, form, now, compared)


def _part_asked(
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


def _reshaping_page(
    request: StaffRequest,
    claim: Claim,
    form: SplitForm | NeighbourForm,
    template: str,
    choices: Mapping[str, object],
) -> HttpResponse:
    """The ways in which a claim can be split or merged, each with its button."""
    return page(
        request,
        template,
        {
            "article": claim.article,
            "claim": claim,
            "anchors": quotes_in_text(claim),
            "problem": form.problem,
            "back": in_workspace(claim),
            **choices,
        },
        form=form,
    )


def _mark_again_page(request: StaffRequest, claim: Claim, form: MarkAgainForm) -> HttpResponse:
    """The old words, what may have become of them, and the form."""
    text = form.text
    old = last_anchors(claim)
    spans = [Span(row.start, row.end) for row in checked_passages(text)]
    return page(
        request,
        "desk/spans/mark_again.html",
        {
            "article": claim.article,
            "claim": claim,
            "old": old,
            "stood": _surroundings(old),
            "candidates": candidates(text.text, spans, old[0].quote) if old else (),
            "surroundings": surroundings(text.text, *form.ends()),
            "back": in_workspace(claim),
            "cut": rules.may_cut(request.user, claim),
            "set_aside": rules.may_set_aside(request.user, claim),
        },
        form=form,
    )


def _surroundings(old: list[Anchor]) -> list[Surroundings]:
    """The old words in the passage in which they stood. One query."""
    if not old:
        return []
    text = Version.objects.values_list("text", flat=True).get(pk=old[0].version_id)
    return [found for row in old if (found := surroundings(text, row.start, row.end)) is not None]
