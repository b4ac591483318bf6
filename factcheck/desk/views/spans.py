"""A claim that lost its place in a new text is marked again, or was cut."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import cut
from factcheck.claims.forms import MarkAgainForm
from factcheck.claims.models import Anchor, Claim
from factcheck.claims.placement import last_anchors
from factcheck.claims.queries import checked_passages
from factcheck.core.rulings import NotNow
from factcheck.core.spans import Span
from factcheck.desk.pages.candidates import candidates
from factcheck.desk.pages.queue import in_workspace
from factcheck.desk.pages.surroundings import Around, around
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.claims import asked_for, span_of
from factcheck.intake.models import Version
from factcheck.people.requests import StaffRequest
from factcheck.verification.actions import mark_again
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def claim_mark_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Say where a claim stands in the new text; `?start=&end=` names the words."""
    claim = claim_or_404(request.user, pk)
    rules.may_mark_again(request.user, claim).enforce()
    form = MarkAgainForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=asked_for(request, claim.article),
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
    return _page(request, claim, form, status or (422 if form.is_bound else 200))


def _page(request: StaffRequest, claim: Claim, form: MarkAgainForm, status: int) -> HttpResponse:
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
            "around": around(text.text, *span_of(form)) if "start" in form.fields else None,
            "back": in_workspace(claim),
            "cut": rules.may_cut(request.user, claim),
            "set_aside": rules.may_set_aside(request.user, claim),
        },
        status=status,
    )


def _surroundings(old: list[Anchor]) -> list[Around]:
    """The old words in the passage in which they stood. One query."""
    if not old:
        return []
    text = Version.objects.values_list("text", flat=True).get(pk=old[0].version_id)
    return [found for row in old if (found := around(text, row.start, row.end)) is not None]


@require_POST
def claim_cut(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that the words of a claim were cut from our own text."""
    claim = cut(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(
        request, f"Claim {claim.number} was cut from the text. A second person agrees."
    )
    return redirect("desk:workspace", claim.article_id)
