"""One claim with everything that is known of it and what may be done to it next."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.claims.models import Claim
from factcheck.desk.requests import claim_or_404
from factcheck.desk.workspace.buttons import buttons_for
from factcheck.desk.workspace.card import card
from factcheck.desk.workspace.next_step import next_for
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_safe
def claim(request: StaffRequest, pk: int) -> HttpResponse:
    """The claim on a page of its own."""
    return claim_page(request, claim_or_404(request.user, pk))


def claim_page(request: StaffRequest, row: Claim) -> HttpResponse:
    """The page of a claim, freshly read."""
    found = card(row, request.user)
    return page(
        request,
        "desk/claim.html",
        {
            "card": found,
            "article": found.claim.article,
            "step": next_for(found),
            "buttons": buttons_for(found.claim, found.rulings),
        },
    )
