"""The editions that were published."""

from django.http import Http404, HttpResponse
from django.views.decorators.http import require_safe

from factcheck.people.requests import StaffRequest
from factcheck.publishing import queries, rules
from factcheck.web.pages import page
from factcheck.web.query_string import number_asked


@require_safe
def editions(request: StaffRequest) -> HttpResponse:
    """Every edition, newest first."""
    rules.may_see_gate(request.user).enforce()
    found = queries.edition_page(number_asked(request, "before"))
    return page(request, "publishing/editions.html", {"found": found})


@require_safe
def edition(request: StaffRequest, pk: int) -> HttpResponse:
    """One edition: where it stands, what it was held to, its digests."""
    rules.may_see_gate(request.user).enforce()
    found = queries.edition(pk)
    if found is None:
        raise Http404
    context = {"edition": found, "report": queries.report(pk)}
    return page(request, "publishing/edition.html", context)
