"""An article gets a new text: written, looked at beside the old one, kept as the next version."""

from http import HTTPStatus

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.claims.actions import begin
from factcheck.core.rulings import NotNow
from factcheck.desk.forms import NewTextForm
from factcheck.desk.pages import new_text as comparing
from factcheck.desk.requests import article_or_404
from factcheck.intake.models import Article, Version
from factcheck.intake.queries import elsewhere, passages, versions
from factcheck.intake.rules import is_new_text, may_bring_new_text
from factcheck.people.requests import StaffRequest
from factcheck.review import actions
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def new_text(request: StaffRequest, pk: int) -> HttpResponse:
    """Write or paste the next text; look at what it changes; keep it."""
    article = article_or_404(request.user, pk)
    may_bring_new_text(request.user, article).enforce()
    posted = request.method == "POST"
    form = NewTextForm(
        request.POST if posted else None,
        request.FILES if posted else None,
        version=_current(article),
    )
    if not form.is_valid():
        return _page(request, article, form)
    if "keep" not in request.POST or form.is_stale:
        return _look(request, article, form)
    try:
        version = actions.new_text(article=article, by=request.user, **form.kept())
    except NotNow as refused:
        return _refused(request, form, refused)
    begin(article=article, by=request.user)
    messages.success(request, f"Version {version.number} of the text is kept.")
    return redirect(article)


def _look(request: StaffRequest, article: Article, form: NewTextForm) -> HttpResponse:
    """What the new text changes, before it is kept; 409 where somebody else's came meanwhile."""
    ruling = is_new_text(article, form.reading)
    if not ruling:
        form.add_error(None, ruling.reason)
        return _page(request, article, form, status=HTTPStatus.CONFLICT)
    stale = form.is_stale
    form.begin_with(form.reading)
    return _page(
        request,
        article,
        form,
        status=HTTPStatus.CONFLICT if stale else HTTPStatus.OK,
        stale=stale,
        looked=comparing.compare(article, form.reading),
    )


def _refused(request: StaffRequest, form: NewTextForm, refused: NotNow) -> HttpResponse:
    """Another text came between the look and the press: look again. Or it is no new text."""
    article = article_or_404(request.user, form.version.article_id)
    if refused.stale:
        again = NewTextForm(request.POST, version=_current(article))
        again.is_valid()
        return _look(request, article, again)
    form.add_error(None, refused.reason)
    return _page(request, article, form, status=HTTPStatus.CONFLICT)


def _page(
    request: StaffRequest,
    article: Article,
    form: NewTextForm,
    *,
    status: int | None = None,
    stale: bool = False,
    looked: comparing.Look | None = None,
) -> HttpResponse:
    return page(
        request,
        "desk/new_text.html",
        {
            "article": article,
            "version": _current(article),
            "form": form,
            "stale": stale,
            "look": looked,
            "other": elsewhere(article, form.reading) if form.was_read and not looked else None,
        },
        status=status or (422 if form.is_bound else 200),
    )


@require_safe
def version_list(request: StaffRequest, pk: int) -> HttpResponse:
    """The texts that an article has had, newest first."""
    article = article_or_404(request.user, pk)
    return page(
        request,
        "desk/versions.html",
        {
            "article": article,
            "lines": comparing.lines(versions(article)),
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
        "desk/version.html",
        {
            "article": article,
            "version": version,
            "passages": comparing.with_words(version, passages(version)),
            "changes": comparing.against_before(version),
            "now": _current(article),
        },
    )


def _current(article: Article) -> Version:
    if article.current_version is None:
        raise ValueError("An article is kept together with its first version.")
    return article.current_version
