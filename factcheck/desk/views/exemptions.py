"""Words are exempt from the check, with a reason; an exemption is lifted."""

from http import HTTPStatus

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import exempt as exempt_words
from factcheck.claims.actions import lift
from factcheck.claims.forms import ExemptForm
from factcheck.core.rulings import NotNow
from factcheck.desk.pages.surroundings import surroundings
from factcheck.desk.requests import article_or_404, asked_span, exemption_or_404
from factcheck.desk.views.form_pages import same_words
from factcheck.desk.views.workspace import flash_undo
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def exempt(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that words are no claim, and why; `?start=&end=` names them."""
    article = article_or_404(request.user, pk)
    rules.may_exempt(request.user, article).enforce()
    status = None
    form = ExemptForm(
        request.POST if request.method == "POST" else None,
        article=article,
        initial=asked_span(request, article),
    )
    back = reverse("desk:workspace", args=[article.pk])
    if form.is_valid():
        try:
            exempt_words(article=article, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            form.add_error(None, refused.reason)
            status = HTTPStatus.CONFLICT
        else:
            flash_undo(request, article, "These words are exempt. A second person confirms it.")
            return redirect(back)
    return page(
        request,
        "desk/mark.html",
        {
            "article": article,
            "form": form,
            "title": "Exempt words",
            "button": "Exempt them",
            "back": back,
            "around": surroundings(form.text.text, *form.ends()),
            "plain": form.visible_fields(),
            "exempting": True,
            "instead": same_words(form, "desk:claim_new", article),
        },
        status=status or (422 if form.is_bound else 200),
    )


@require_POST
def exemption_lift(request: StaffRequest, pk: int) -> HttpResponse:
    """Let an exemption no longer count: its words are to be accounted for again."""
    exemption = lift(exemption=exemption_or_404(request.user, pk), by=request.user)
    flash_undo(request, exemption.version.article, "These words are no longer exempt.")
    return redirect("desk:workspace", exemption.version.article_id)
