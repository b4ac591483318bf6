"""Claims are set aside, taken back, given to somebody, disposed of."""

from collections.abc import Sequence
from datetime import datetime

from django.contrib import messages
from django.forms import Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import assign, dispose, take_back
from factcheck.claims.forms import AssignForm, DisposeForm, NotThisOneForm, SetAsideForm
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow
from factcheck.desk.pages.queue import in_workspace
from factcheck.desk.queries.titles import quotes_in_text
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.conflict import conflict_page
from factcheck.desk.views.undoing import done
from factcheck.desk.workspace.splitting_progress import next_suggestion
from factcheck.people.requests import StaffRequest
from factcheck.review.actions import set_aside
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def claim_set_aside(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a claim out of the check, with a reason."""
    claim = claim_or_404(request.user, pk)
    rules.may_set_aside(request.user, claim).enforce()
    suggested = claim.stage == Stage.SUGGESTED
    asked: type[Form] = NotThisOneForm if suggested else SetAsideForm
    form = asked(request.POST if request.method == "POST" else None)
    if form.is_valid():
        set_aside(claim=claim, by=request.user, **form.cleaned_data)
        done(request, claim.article)
        after = next_suggestion(claim) if suggested else None
        return redirect(in_workspace(after) if after else claim.article)
    hint = NOT_THIS_ONE if suggested else SET_ASIDE
    return _form(request, claim, form, "Set claim {n} aside", "Set aside", hint)


@require_POST
def claim_take_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a claim that was set aside back into the check."""
    claim = take_back(claim=claim_or_404(request.user, pk), by=request.user)
    done(request, claim.article)
    return redirect(in_workspace(claim))


@require_http_methods(["GET", "HEAD", "POST"])
def claim_assign(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a claim to somebody, with a time by which it is due."""
    claim = claim_or_404(request.user, pk)
    rules.may_assign(request.user, claim).enforce()
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        initial={"to": claim.assignee_id, "due_at": claim.due_at, "seen": claim.revision},
    )
    if form.is_valid():
        try:
            assign(claim=claim, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            now, sent = _if_stale(request, refused, claim), form.cleaned_data
            compared = [
                Compared("Who", str(now.assignee or "Nobody"), str(sent["to"] or "Nobody")),
                Compared("Due", _moment(now.due_at), _moment(sent["due_at"])),
            ]
            return _conflict(request, form, now, compared)
        messages.success(request, _given(claim, form))
        return redirect(in_workspace(claim))
    return _form(request, claim, form, "Who checks claim {n}?", "Give it to them", "")


@require_http_methods(["GET", "HEAD", "POST"])
def claim_dispose(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what is to happen to the text because of what was found."""
    claim = claim_or_404(request.user, pk)
    rules.may_dispose(request.user, claim).enforce()
    form = DisposeForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
    )
    if form.is_valid():
        try:
            dispose(claim=claim, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            now = _if_stale(request, refused, claim)
            yours = Disposition(form.cleaned_data["disposition"]).label
            compared = [Compared("The text", now.get_disposition_display(), str(yours))]
            return _conflict(request, form, now, compared)
        messages.success(request, f"Noted for claim {claim.number}.")
        return redirect(in_workspace(claim))
    return _form(request, claim, form, "What happens to the text of claim {n}?", "Save", DISPOSE)


SET_ASIDE = (
    "Its words are then no longer accounted for: mark them again, or exempt them. "
    "If the claim was accepted before, a second person confirms that it is left out."
)
NOT_THIS_ONE = "Its words are free again: mark them as you see the claim, or exempt them."
DISPOSE = "The verdicts say what was found. This says what the article does about it."


def _if_stale(request: StaffRequest, refused: NotNow, claim: Claim) -> Claim:
    """The claim as it stands now, where that is why the form was refused."""
    if not refused.stale:
        raise refused
    return claim_or_404(request.user, claim.pk)


def _conflict(
    request: StaffRequest, form: Form, now: Claim, compared: Sequence[Compared]
) -> HttpResponse:
    return conflict_page(
        request,
        form=form,
        row=now,
        seen=now.revision,
        compared=compared,
        about=f"Claim {now.number}",
        back=in_workspace(now),
    )


def _moment(at: datetime | None) -> str:
    return f"{localtime(at):%d %B %Y, %H:%M}" if at else ""


def _form(
    request: StaffRequest, claim: Claim, form: Form, title: str, button: str, hint: str
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


def _given(claim: Claim, form: AssignForm) -> str:
    """The sentence after assigning."""
    to = form.cleaned_data["to"]
    return f"{to} checks claim {claim.number}." if to else f"Claim {claim.number} is nobody’s now."
