"""The articles of the desk, and what each of them is."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.core.differences import Compared
from factcheck.intake import actions, rules
from factcheck.intake.forms import DescribeForm
from factcheck.intake.models import Article
from factcheck.intake.queries import article_page
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest, has_work
from factcheck.trail.queries import last_change
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import page, posted
from factcheck.web.query_string import number_asked, words_asked


@require_safe
def articles(request: StaffRequest) -> HttpResponse:
    """Every article, newest first, searched by words of title, publisher or byline."""
    has_work(request.user)
    q = words_asked(request)
    found = article_page(q, number_asked(request, "before"))
    may_add = rules.may_bring_in(request.user)
    return page(request, "intake/article_list.html", {"found": found, "q": q, "may_add": may_add})


@require_http_methods(["GET", "HEAD", "POST"])
def article_describe(request: StaffRequest, pk: int) -> HttpResponse:
    """Say what an article is; a form that is out of date comes back beside what stands."""
    article = _article_or_404(request.user, pk)
    rules.may_describe(request.user, article).enforce()
    form = DescribeForm(posted(request), article=article)
    if form.is_valid():
        with attempt() as tried:
            actions.describe(article=article, by=request.user, **form.cleaned_data)
        if tried.stale:
            return _article_conflict(request, form, _article_or_404(request.user, pk))
        messages.success(request, "Saved.")
        return redirect(article)
    return page(request, "intake/article_describe.html", {"article": article}, form=form)


def _article_conflict(request: StaffRequest, form: DescribeForm, now: Article) -> HttpResponse:
    """What stands now beside what was sent, field by field in words."""
    theirs, yours = form.said(form.shown(now)), form.said(form.cleaned_data)
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.revision,
        compared=[Compared(label, theirs[label], yours[label]) for label in theirs],
        about=now.title,
        back=now.get_absolute_url(),
    )


def _article_or_404(user: User, pk: int) -> Article:
    has_work(user)
    rows = Article.objects.select_related("current_version", "writer", "brought_by")
    return get_object_or_404(rows, pk=pk)
