"""An article is brought in by paste or from a file, looked at, and kept."""

import re

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods

from factcheck.claims.actions import begin
from factcheck.desk.pages.preview import preview
from factcheck.desk.requests import article_or_404
from factcheck.intake.actions import keep
from factcheck.intake.forms import PasteForm, PreviewForm
from factcheck.intake.forms.previewing import CHANGED
from factcheck.intake.models import Article
from factcheck.intake.queries import same_text
from factcheck.intake.readers import ReadingRefused
from factcheck.intake.rules import may_bring_in
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page

_TURN = re.compile(r"(\d{1,6}):(title|heading|body|caption|boilerplate)", re.ASCII)


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: StaffRequest) -> HttpResponse:
    """Take in a text and show what is found in it; what was looked at is kept."""
    may_bring_in(request.user).enforce()
    if "marks" in request.POST:
        return _looked_at(request, PreviewForm(request.POST))
    posted = request.method == "POST"
    form = PasteForm(request.POST if posted else None, request.FILES if posted else None)
    if form.is_valid():
        there = same_text(form.reading)
        return _there_already(request, there) if there else _found(request, PreviewForm.after(form))
    status = 422 if form.is_bound else 200
    return page(request, "desk/bring_in.html", {"form": form}, status=status)


def _looked_at(request: StaffRequest, form: PreviewForm) -> HttpResponse:
    """Read again, give a passage another role, or keep it all: whichever was pressed."""
    turn = _TURN.fullmatch(request.POST.get("turn", ""))
    try:
        if "again" in request.POST:
            return _found(request, form.read_again())
        if form.is_stale:
            return _found(request, form.read_again(), say=CHANGED, status=422)
        if turn:
            number = int(turn[1])
            touched = 0 if turn[2] == "title" else number
            return _found(request, form.turned(number, turn[2]), touched=touched)
    except ReadingRefused as refused:
        form.add_error("title" if turn else "text", str(refused))
    if not form.is_valid():
        return _found(request, form, status=422)
    article, was_there = keep(by=request.user, **form.kept())
    if was_there:
        return _there_already(request, article)
    begin(article=article, by=request.user)
    messages.success(request, "Brought in.")
    return redirect(article)


def _found(
    request: StaffRequest,
    form: PreviewForm,
    *,
    touched: int | None = None,
    say: str = "",
    status: int = 200,
) -> HttpResponse:
    """What was found, or the form of it alone where htmx asks for that."""
    found = preview(form.reading, form.published, touched=touched) if form.reading else None
    return page(
        request,
        "desk/bring_in_found.html",
        {"form": form, "found": found, "say": say},
        fragment="desk/_found.html",
        target="found",
        status=status,
    )


def _there_already(request: StaffRequest, article: Article) -> HttpResponse:
    article = article_or_404(request.user, article.pk)
    return page(request, "desk/brought_before.html", {"article": article})
