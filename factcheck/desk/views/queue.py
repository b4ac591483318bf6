"""Where signing in lands: what waits for me."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.desk.pages.claim_filter import ClaimFilter, filtered
from factcheck.desk.pages.queue import queue as waiting
from factcheck.desk.workspace.keys import GROUPS
from factcheck.intake.rules import may_bring_in
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for this person, by kind of work; or the claims that a filter asks for."""
    wanted = ClaimFilter(request.GET)
    asked = wanted.is_used
    return page(
        request,
        "desk/queue.html",
        {
            "filter": wanted,
            "queue": None if asked else waiting(request.user, wanted.rules),
            "found": filtered(wanted, request.user) if asked else None,
            "bring_in": may_bring_in(request.user),
        },
        fragment="desk/_queue_results.html",
        target="results",
    )


@require_safe
def keys(request: StaffRequest) -> HttpResponse:
    """All keys of the desk."""
    return page(request, "desk/keys.html", {"groups": GROUPS})
