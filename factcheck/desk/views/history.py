"""What happened, from the trail, in sentences."""

from django.http import HttpResponse
from django.shortcuts import get_object_or_404
from django.urls import reverse
from django.views.decorators.http import require_safe

from factcheck.claims.models import Claim, Speaker
from factcheck.desk.pages.timeline import Timeline
from factcheck.desk.queries.timeline import of_article, of_claim, of_thread
from factcheck.desk.requests import (
    administrators_only,
    article_or_404,
    claim_or_404,
    speaker_or_404,
)
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest
from factcheck.policy.models import HouseRules
from factcheck.verification.models import Source
from factcheck.web.pages import page
from factcheck.web.query_string import number_asked


@require_safe
def timeline(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that happened to an article, latest first."""
    article = article_or_404(request.user, pk)
    past = of_article(article, before=number_asked(request, "before"))
    up = (reverse("desk:workspace", args=[article.pk]), article.title)
    return _page(request, past, "Timeline", up)


@require_safe
def claim_history(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that happened to one claim, latest first."""
    claim = claim_or_404(request.user, pk)
    past = of_claim(claim, before=number_asked(request, "before"))
    up = (in_workspace(claim), claim.article.title)
    return _page(request, past, f"History of claim {claim.number}", up, claim=claim)


@require_safe
def source_history(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that happened to a source, for who may see it."""
    source = get_object_or_404(Source.objects.visible_to(request.user), pk=pk)
    return _of_row(request, source, "History of a source", source.title)


@require_safe
def speaker_history(request: StaffRequest, pk: int) -> HttpResponse:
    """What a speaker was called, and who changed it."""
    speaker = speaker_or_404(request.user, pk)
    return _of_row(request, speaker, "History of a speaker", str(speaker))


@require_safe
def person_history(request: StaffRequest, pk: int) -> HttpResponse:
    """Which roles and abilities a person was given, and by whom."""
    administrators_only(request.user)
    person = get_object_or_404(User, pk=pk)
    up = (reverse("admin:factcheck_user_change", args=[pk]), str(person))
    return _page(request, of_thread(person, before=number_asked(request, "before")), "History", up)


@require_safe
def rules_history(request: StaffRequest) -> HttpResponse:
    """Who changed the house rules."""
    administrators_only(request.user)
    past = of_thread(HouseRules(pk=1), before=number_asked(request, "before"))
    up = (reverse("admin:factcheck_houserules_changelist"), "House rules")
    return _page(request, past, "History of the house rules", up)


def _of_row(
    request: StaffRequest, row: Source | Speaker, heading: str, called: str
) -> HttpResponse:
    past = of_thread(row, before=number_asked(request, "before"))
    return _page(request, past, heading, (row.get_absolute_url(), called))


def _page(
    request: StaffRequest,
    past: Timeline,
    heading: str,
    up: tuple[str, str],
    *,
    claim: Claim | None = None,
) -> HttpResponse:
    """A page of the past; `up` is the address and the name of what it is the past of."""
    context = {"past": past, "heading": heading, "up": up, "claim": claim}
    return page(request, "desk/history/timeline.html", context)
