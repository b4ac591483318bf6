"""Words are exempt from the check, with a reason; an exemption is lifted."""

from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims import rules
from factcheck.claims.actions import exempt as exempt_words
from factcheck.claims.actions import lift
from factcheck.claims.forms import ExemptForm
from factcheck.desk.requests import article_or_404, asked_span, exemption_or_404
from factcheck.desk.views.form_pages import mark_page, same_words
from factcheck.desk.views.workspace import flash_undo
from factcheck.people.requests import StaffRequest
from factcheck.web.conflict import attempt
from factcheck.web.pages import posted


@require_http_methods(["GET", "HEAD", "POST"])
def exempt(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that words are no claim, and why; `?start=&end=` names them."""
    article = article_or_404(request.user, pk)
    rules.may_exempt(request.user, article).enforce()
    form = ExemptForm(posted(request), article=article, initial=asked_span(request, article))
    back = reverse("desk:workspace", args=[article.pk])
    if form.is_valid():
        with attempt(form, may=lambda: rules.may_exempt(request.user, article)) as tried:
            exempt_words(article=article, by=request.user, **form.cleaned_data)
        if tried.done:
            flash_undo(request, article, "These words are exempt. A second person confirms it.")
            return redirect(back)
    return mark_page(
        request,
        article,
        form,
        "Exempt words",
        back=back,
        plain=form.visible_fields(),
        button="Exempt them",
        exempting=True,
        instead=same_words(form, "desk:claim_new", article),
    )


@require_POST
def exemption_lift(request: StaffRequest, pk: int) -> HttpResponse:
    """Let an exemption no longer count: its words are to be accounted for again."""
    exemption = lift(exemption=exemption_or_404(request.user, pk), by=request.user)
    flash_undo(request, exemption.version.article, "These words are no longer exempt.")
    return redirect("desk:workspace", exemption.version.article_id)
