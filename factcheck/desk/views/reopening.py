"""Everything that one person approved is opened again."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.people.models import User
from factcheck.people.requests import StaffRequest
from factcheck.review import actions, rules
from factcheck.review.forms import ReasonForm, WhoseForm
from factcheck.review.queries import approved_by, approvers
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def reopen_all(request: StaffRequest) -> HttpResponse:
    """A publisher chooses a colleague, reads what would be opened, and says why."""
    if not request.user.abilities:
        raise Http404
    rules.may_reopen_all(request.user).enforce()
    whose = WhoseForm(request.GET if "person" in request.GET else None)
    person: User | None = whose.cleaned_data["person"] if whose.is_valid() else None
    form = ReasonForm(request.POST if request.method == "POST" else None)
    if person is not None and form.is_valid():
        done = actions.reopen_all_of(person=person, by=request.user, **form.cleaned_data)
        one = len(done) == 1
        messages.success(
            request,
            f"{len(done)} claim{'' if one else 's'} that {person} approved "
            f"{'is' if one else 'are'} open again.",
        )
        return redirect("desk:queue")
    wrong = (whose.is_bound and person is None) or form.is_bound
    return page(
        request,
        "desk/reopen_all.html",
        {
            "whose": whose,
            "person": person,
            "claims": approved_by(person) if person else [],
            "anybody": approvers().exists(),
            "form": form,
        },
        status=422 if wrong else 200,
    )
