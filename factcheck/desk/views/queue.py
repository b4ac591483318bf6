"""What waits for me, the keys of the desk, and what is found by words."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.core.search.terms import read_terms
from factcheck.desk.pages.claim_filter import ClaimFilter
from factcheck.desk.pages.search_results import NOUNS
from factcheck.desk.queries.claim_filter import claims_filtered
from factcheck.desk.queries.queue import queue as waiting
from factcheck.desk.queries.search_results import results, results_of
from factcheck.desk.workspace.keys import GROUPS
from factcheck.intake.rules import may_bring_in
from factcheck.people.requests import StaffRequest, has_work
from factcheck.policy.queries import house_rules
from factcheck.web.pages import page
from factcheck.web.query_string import number_asked, words_asked


@require_safe
def queue(request: StaffRequest) -> HttpResponse:
    """What waits for this person, by kind of work; or the claims that a filter asks for."""
    wanted = ClaimFilter(request.GET, house_rules())
    asked = wanted.is_used
    return page(
        request,
        "desk/queue/queue.html",
        {
            "filter": wanted,
            "queue": None if asked else waiting(request.user, wanted.rules),
            "found": claims_filtered(wanted, request.user) if asked else None,
            "bring_in": may_bring_in(request.user),
        },
        fragment="desk/queue/_queue_results.html",
        target="results",
    )


@require_safe
def keys(request: StaffRequest) -> HttpResponse:
    """All keys of the desk."""
    return page(request, "desk/queue/keys.html", {"groups": GROUPS})


@require_safe
def search(request: StaffRequest) -> HttpResponse:
    """The best of each kind for what was typed, or one kind a page at a time."""
    has_work(request.user)
    q, kind = words_asked(request), request.GET.get("in", "")
    wanted = read_terms(q)
    if kind in NOUNS:
        found = results_of(kind, q, wanted, request.user, number_asked(request, "before"))
    else:
        found = results(q, wanted, request.user)
    return page(
        request,
        "desk/queue/search.html",
        {"found": found, "q": q},
        fragment="desk/queue/_search_results.html",
        target="results",
    )
