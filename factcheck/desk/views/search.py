"""Everything that the desk has, found by words."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.core.searching import asked
from factcheck.desk.pages.search_results import NOUNS, results, results_of
from factcheck.people.requests import StaffRequest, has_work
from factcheck.web.pages import page

LONGEST = 200


@require_safe
def search(request: StaffRequest) -> HttpResponse:
    """The best of each kind for what was typed, or one kind a page at a time."""
    has_work(request.user)
    q, kind = request.GET.get("q", "")[:LONGEST], request.GET.get("in", "")
    before = request.GET.get("before", "")
    wanted = asked(q)
    if kind in NOUNS:
        start = int(before) if before.isdecimal() and len(before) < 18 else None
        found = results_of(kind, q, wanted, request.user, start)
    else:
        found = results(q, wanted, request.user)
    return page(
        request,
        "desk/search.html",
        {"found": found, "q": q},
        fragment="desk/_search_results.html",
        target="results",
    )
