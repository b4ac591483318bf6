"""Where the work on a claim stands, and what happens to the text because of it."""

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.actions import dispose, take_back
from factcheck.claims.forms import DisposeForm, NotThisOneForm, SetAsideForm
from factcheck.claims.models import Disposition, Stage
from factcheck.claims.rules import may_dispose, may_set_aside
from factcheck.core.differences import Compared
from factcheck.desk.queries.workspace.suggestions import next_suggestion
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.form_pages import card_form_page, claim_conflict, claim_form_page
from factcheck.desk.views.workspace import flash_undo
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.requests import StaffRequest
from factcheck.review import actions, rules
from factcheck.review.forms import ReasonForm, ReleaseForm
from factcheck.verification.actions import conclude
from factcheck.web.conflict import attempt
from factcheck.web.pages import posted

SET_ASIDE = (
    "Its words are then no longer accounted for: mark them again, or exempt them. "
    "If the claim was accepted before, a second person confirms that it is left out."
)


NOT_THIS_ONE = "Its words are free again: mark them as you see the claim, or exempt them."


DISPOSE = "The verdicts say what was found. This says what the article does about it."


@require_http_methods(["GET", "HEAD", "POST"])
def claim_set_aside(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a claim out of the check, with a reason."""
    claim = claim_or_404(request.user, pk)
    may_set_aside(request.user, claim).enforce()
    suggested = claim.stage == Stage.SUGGESTED
    asked: type[Form] = NotThisOneForm if suggested else SetAsideForm
    form = asked(posted(request))
    if form.is_valid():
        actions.set_aside(claim=claim, by=request.user, **form.cleaned_data)
        flash_undo(request, claim.article)
        after = next_suggestion(claim) if suggested else None
        return redirect(in_workspace(after) if after else claim.article)
    hint = NOT_THIS_ONE if suggested else SET_ASIDE
    return claim_form_page(request, claim, form, "Set claim {n} aside", "Set aside", hint)


@require_POST
def claim_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a claim that was set aside back into the check."""
    claim = take_back(claim=claim_or_404(request.user, pk), by=request.user)
    flash_undo(request, claim.article)
    return redirect(in_workspace(claim))


@require_POST
def claim_conclude(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a claim is checked."""
    claim = conclude(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(request, f"Claim {claim.number} is checked.")
    return redirect(in_workspace(claim))


@require_http_methods(["GET", "HEAD", "POST"])
def claim_reopen(request: StaffRequest, pk: int) -> HttpResponse:
    """Open a claim again, with a reason."""
    claim = claim_or_404(request.user, pk)
    rules.may_reopen(request.user, claim).enforce()
    form = ReasonForm(posted(request))
    if form.is_valid():
        actions.reopen(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, f"Claim {claim.number} is open again.")
        return redirect(in_workspace(claim))
    return card_form_page(request, claim, form, "Reopen claim {n}", "Reopen it")


@require_http_methods(["GET", "HEAD", "POST"])
def claim_waive(request: StaffRequest, pk: int) -> HttpResponse:
    """Let a claim out unchecked, on one's own responsibility."""
    claim = claim_or_404(request.user, pk)
    rules.may_waive(request.user, claim).enforce()
    form = ReasonForm(posted(request))
    if form.is_valid():
        actions.waive(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, f"Claim {claim.number} is waived.")
        return redirect(in_workspace(claim))
    hint = f"Readers will see: “Published on the responsibility of {request.user}” and no verdict."
    return card_form_page(request, claim, form, "Waive claim {n}", "Waive it", hint=hint)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_end_waiver(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a waived claim back to the checkers."""
    claim = claim_or_404(request.user, pk)
    rules.may_end_waiver(request.user, claim).enforce()
    form = ReasonForm(posted(request))
    if form.is_valid():
        actions.end_waiver(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, f"Claim {claim.number} is back with the checkers.")
        return redirect(in_workspace(claim))
    return card_form_page(request, claim, form, "End the waiver of claim {n}", "End it")


@require_http_methods(["GET", "HEAD", "POST"])
def claim_dispose(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what is to happen to the text because of what was found."""
    claim = claim_or_404(request.user, pk)
    may_dispose(request.user, claim).enforce()
    form = DisposeForm(posted(request), claim=claim)
    if form.is_valid():
        with attempt() as tried:
            dispose(claim=claim, by=request.user, **form.cleaned_data)
        if tried.stale:
            now = claim_or_404(request.user, pk)
            yours = Disposition(form.cleaned_data["disposition"]).label
            compared = [Compared("The text", now.get_disposition_display(), str(yours))]
            return claim_conflict(request, form, now, compared)
        messages.success(request, f"Noted for claim {claim.number}.")
        return redirect(in_workspace(claim))
    return claim_form_page(
        request, claim, form, "What happens to the text of claim {n}?", "Save", DISPOSE
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_release(request: StaffRequest, pk: int) -> HttpResponse:
    """End a legal review."""
    claim = claim_or_404(request.user, pk)
    rules.may_release(request.user, claim).enforce()
    form = ReleaseForm(posted(request), claim=claim)
    if form.is_valid():
        actions.release(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, f"The legal review of claim {claim.number} is over.")
        return redirect(in_workspace(claim))
    return card_form_page(request, claim, form, "Legal review of claim {n}", "Decide")
