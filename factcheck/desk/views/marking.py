"""Words of the text become a claim; its words, its place and its chain are changed."""

import re
from collections.abc import Sequence

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims import rules
from factcheck.claims.actions import mark, rechain, respan, reword
from factcheck.claims.forms import ChainForm, ClaimForm, MarkForm, SpanForm
from factcheck.claims.models import Claim
from factcheck.claims.queries import chain, speakers_for
from factcheck.core.rulings import NotNow
from factcheck.desk.queries.around import around
from factcheck.desk.queries.differences import Compared
from factcheck.desk.queries.queue import in_workspace
from factcheck.desk.views.conflict import conflict_page
from factcheck.desk.views.finding import article_or_404, claim_or_404
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def claim_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Mark words as a claim, with its chain; `?start=&end=` names them."""
    article = article_or_404(request.user, pk)
    rules.may_mark(request.user, article).enforce()
    form = MarkForm(
        request.POST if request.method == "POST" else None,
        version=article.current_version,
        initial=_initial(request, article),
    )
    if form.is_valid():
        claim = mark(article=article, by=request.user, **form.marked())
        messages.success(request, f"Claim {claim.number} is marked.")
        return redirect(in_workspace(claim))
    return _mark_page(request, article, form)
