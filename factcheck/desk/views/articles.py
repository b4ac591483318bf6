"""Articles: one is brought in, gets a new text, and shows the texts that it has had."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.claims.actions import begin
from factcheck.core.rulings import Ruling
from factcheck.desk.forms import NewTextForm
from factcheck.desk.pages.new_text import NewTextComparison, version_lines, with_words
from factcheck.desk.pages.preview import preview
from factcheck.desk.queries.new_text import changes_since_before, compare
from factcheck.desk.requests import article_or_404
from factcheck.intake.actions import keep
from factcheck.intake.forms import PasteForm, PreviewForm
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import elsewhere, passages, same_text, versions
from factcheck.intake.rules import is_new_text, may_bring_in, may_bring_new_text
from factcheck.people.requests import StaffRequest
from factcheck.review import actions
from factcheck.web.conflict import add_refusal, attempt
from factcheck.web.pages import page, posted, uploaded


@require_http_methods(["GET", "HEAD", "POST"])
def bring_in(request: StaffRequest) -> HttpResponse:
    """Take in a text and show what is found in it; what was looked at is kept."""
    may_bring_in(request.user).enforce()
    if "marks" in request.POST:
        return _keep_or_show(request, PreviewForm(request.POST).pressed())
    form = PasteForm(posted(request), uploaded(request))
    if form.is_valid():
        if there := same_text(form.reading):
            return _brought_before_page(request, there)
        return _preview_page(request, PreviewForm.after(form))
    return page(request, "desk/articles/bring_in.html", {}, form=form)


def _keep_or_show(request: StaffRequest, form: PreviewForm) -> HttpResponse:
    """Show what the pressed button asks for, or keep it all."""
    if not form.is_bound or not form.is_valid():
        return _preview_page(request, form, status=422 if form.is_bound or form.say else 200)
    article, was_there = keep(by=request.user, **form.kept())
    if was_there:
        return _brought_before_page(request, article)
    begin(article=article, by=request.user)
    messages.success(request, "Brought in.")
    return redirect(article)


def _preview_page(request: StaffRequest, form: PreviewForm, *, status: int = 200) -> HttpResponse:
    """What was found, or the form of it alone where htmx asks for that."""
    found = preview(form.reading, form.published, touched=form.touched) if form.reading else None
    return page(
        request,
        "desk/articles/bring_in_preview.html",
        {"form": form, "found": found, "say": form.say},
        fragment="desk/articles/_preview.html",
        target="found",
        status=status,
    )


def _brought_before_page(request: StaffRequest, article: Article) -> HttpResponse:
    article = article_or_404(request.user, article.pk)
    return page(request, "desk/articles/brought_before.html", {"article": article})


@require_http_methods(["GET", "HEAD", "POST"])
def new_text(request: StaffRequest, pk: int) -> HttpResponse:
    """Write or paste the next text; look at what it changes; keep it."""
    article = article_or_404(request.user, pk)
    may_bring_new_text(request.user, article).enforce()
    form = NewTextForm(posted(request), uploaded(request), version=_current(article))
    if not form.is_valid():
        return _page(request, article, form)
    if "keep" not in request.POST or form.is_stale:
        return _look(request, article, form)
    with attempt(form, may=lambda: _may_bring_now(request, pk)) as tried:
        version = actions.replace_text(article=article, by=request.user, **form.kept())
    if tried.stale:
        return _look_again(request, pk)
    if tried.refused:
        return _page(request, article_or_404(request.user, pk), form)
    begin(article=article, by=request.user)
    messages.success(request, f"Version {version.number} of the text is kept.")
    return redirect(article)


def _look(request: StaffRequest, article: Article, form: NewTextForm) -> HttpResponse:
    """What the new text changes, before it is kept; 409 where somebody else's came meanwhile."""
    ruling = is_new_text(article, form.reading)
    if not ruling:
        add_refusal(form, ruling.reason)
        return _page(request, article, form)
    stale = form.is_stale
    form.begin_with(form.reading)
    return _page(
        request,
        article,
        form,
        status=HTTPStatus.CONFLICT if stale else HTTPStatus.OK,
        stale=stale,
        comparison=compare(article, form.reading),
    )


def _look_again(request: StaffRequest, pk: int) -> HttpResponse:
    """Another text came between the look and the press: show what the sent one changes of it."""
    article = article_or_404(request.user, pk)
    form = NewTextForm(request.POST, version=_current(article))
    form.is_valid()
    return _look(request, article, form)


def _may_bring_now(request: StaffRequest, pk: int) -> Ruling:
    return may_bring_new_text(request.user, article_or_404(request.user, pk))


def _page(
    request: StaffRequest,
    article: Article,
    form: NewTextForm,
    *,
    status: int | None = None,
    stale: bool = False,
    comparison: NewTextComparison | None = None,
) -> HttpResponse:
    return page(
        request,
        "desk/articles/new_text.html",
        {
            "article": article,
            "version": _current(article),
            "stale": stale,
            "comparison": comparison,
            "other": elsewhere(article, form.reading) if form.was_read and not comparison else None,
        },
        form=form,
        status=status,
    )


@require_safe
def version_list(request: StaffRequest, pk: int) -> HttpResponse:
    """The texts that an article has had, newest first."""
    article = article_or_404(request.user, pk)
    return page(
        request,
        "desk/articles/versions.html",
        {
            "article": article,
            "lines": version_lines(versions(article)),
            "may_bring": may_bring_new_text(request.user, article),
        },
    )


@require_safe
def version_detail(request: StaffRequest, pk: int, number: int) -> HttpResponse:
    """One text as it was, to be read, and what it changed of the one before."""
    article = article_or_404(request.user, pk)
    rows = Version.objects.select_related("brought_by")
    version = get_object_or_404(rows, article=article, number=number)
    return page(
        request,
        "desk/articles/version.html",
        {
            "article": article,
            "version": version,
            "passages": with_words(version, passages(version)),
            "changes": changes_since_before(version),
            "now": _current(article),
        },
    )


def _current(article: Article) -> Version:
    if article.current_version is None:
        raise ValueError("An article is kept together with its first version.")
    return article.current_version
