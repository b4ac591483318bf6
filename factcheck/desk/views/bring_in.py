"""An article is brought in by paste or from a file."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims.actions import begin
from factcheck.desk.views.finding import article_or_404
from factcheck.intake.actions import keep
from factcheck.intake.forms import PasteForm
from factcheck.intake.rules import may_bring_in
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: StaffRequest) -> HttpResponse:
    """Take in a text; the same text again is offered as the article that is there."""
    may_bring_in(request.user).enforce()
    posted = request.method == "POST"
    form = PasteForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        article, was_there = keep(by=request.user, **form.kept())
        if was_there:
            article = article_or_404(request.user, article.pk)
            return page(request, "desk/brought_before.html", {"article": article})
        begin(article=article, by=request.user)
        messages.success(request, "Brought in.")
        return redirect(article)
    status = 422 if form.is_bound else 200
    return page(request, "desk/bring_in.html", {"form": form}, status=status)
