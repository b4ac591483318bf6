"""What happened, from the trail, in sentences."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.desk import timeline as sentences
from factcheck.desk.views.finding import article_or_404, claim_or_404
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_safe
def timeline(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that happened to an article, latest first."""
    article = article_or_404(request.user, pk)
    past = sentences.of_article(article, before=_before(request))
    return page(request, "desk/timeline.html", {"article": article, "past": past, "claim": None})


@require_safe
def claim_history(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that happened to one claim, latest first."""
    claim = claim_or_404(request.user, pk)
    past = sentences.of_claim(claim, before=_before(request))
    return page(
        request,
        "desk/timeline.html",
        {"article": claim.article, "past": past, "claim": claim},
    )


def _before(request: StaffRequest) -> int | None:
    """The number of the event that the page before ended with."""
    before = request.GET.get("before", "")
    return int(before) if before.isdecimal() else None
