"""The library of sources, and the stored copies of them."""

from django.contrib import messages
from django.forms import Form
from django.http import FileResponse, HttpResponse
from django.http.response import HttpResponseBase
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.core.differences import Compared
from factcheck.people.requests import StaffRequest, has_work
from factcheck.trail.queries import last_change
from factcheck.verification import actions, rules
from factcheck.verification.forms import CaptureForm, ChangeSourceForm, OpenSourceForm, SourceForm
from factcheck.verification.models import Source
from factcheck.verification.queries import (
    captures_of,
    captures_seen,
    cited_from,
    could_stand_behind,
    origins_in_use,
    source_page,
    sources_seen,
)
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import page, posted, uploaded
from factcheck.web.query_string import number_asked, words_asked


@require_safe
def sources(request: StaffRequest) -> HttpResponse:
    """The sources that this person may see, newest first, searched by words."""
    has_work(request.user)
    q = words_asked(request)
    found = source_page(request.user, q, number_asked(request, "before"))
    context = {"found": found, "q": q, "may_add": rules.may_add_source(request.user)}
    return page(request, "verification/source_list.html", context)


@require_safe
def source(request: StaffRequest, pk: int) -> HttpResponse:
    """One source: what is known of it, its copies, and where it is cited."""
    row = _source_or_404(request, pk)
    return page(
        request,
        "verification/source_detail.html",
        {
            "source": row,
            "captures": captures_of(row),
            "evidence": cited_from(row),
            "may_change": rules.may_change_source(request.user, row),
            "may_store_capture": rules.may_store_capture(request.user, row),
            "may_open": rules.may_open_source(request.user, row),
        },
    )


@require_http_methods(["GET", "HEAD", "POST"])
def source_add(request: StaffRequest) -> HttpResponse:
    """Describe a source for the library."""
    has_work(request.user)
    rules.may_add_source(request.user).enforce()
    form = SourceForm(posted(request))
    if form.is_valid():
        row = actions.add_source(by=request.user, **form.cleaned_data)
        messages.success(request, "The source is in the library.")
        return redirect(row)
    return _form(request, form, "Describe a source", "Add it to the library", None)


@require_http_methods(["GET", "HEAD", "POST"])
def source_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what is said of a source; a form that is out of date comes back with what stands."""
    row = _source_or_404(request, pk)
    rules.may_change_source(request.user, row).enforce()
    form = ChangeSourceForm(
        posted(request),
        source=row,
        speakers=could_stand_behind(row),
        initial=SourceForm.shown(row),
    )
    if form.is_valid():
        with attempt() as tried:
            actions.change_source(source=row, by=request.user, **form.cleaned_data)
        if tried.stale:
            return _source_conflict(request, form, _source_or_404(request, pk))
        messages.success(request, "The source is changed.")
        return redirect(row)
    return _form(request, form, "Change a source", "Save", row)


def _source_conflict(request: StaffRequest, form: ChangeSourceForm, now: Source) -> HttpResponse:
    """What stands now beside what was sent, field by field in words."""
    theirs, yours = form.said(SourceForm.shown(now)), form.said(form.cleaned_data)
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.revision,
        compared=[Compared(label, theirs[label], yours[label]) for label in theirs],
        about=now.title,
        back=now.get_absolute_url(),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def source_open(request: StaffRequest, pk: int) -> HttpResponse:
    """Make a confidential source open, with a reason."""
    row = _source_or_404(request, pk)
    rules.may_open_source(request.user, row).enforce()
    form = OpenSourceForm(posted(request))
    if form.is_valid():
        actions.open_source(source=row, by=request.user, **form.cleaned_data)
        messages.success(request, "The source is open. Its name may now be published.")
        return redirect(row)
    return _form(request, form, "Make this source open", "Make it open", row)


@require_http_methods(["GET", "HEAD", "POST"])
def capture_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Store a copy of a source."""
    row = _source_or_404(request, pk)
    rules.may_store_capture(request.user, row).enforce()
    form = CaptureForm(posted(request), uploaded(request))
    if form.is_valid():
        actions.store_capture(source=row, by=request.user, **form.cleaned_data)
        messages.success(request, "The copy is stored.")
        return redirect(row)
    return _form(request, form, "Store a copy", "Store it", row)


@require_safe
def capture(request: StaffRequest, pk: int) -> HttpResponseBase:
    """A stored copy as a download: never shown inside the desk, never run."""
    row = get_object_or_404(captures_seen(request.user), pk=pk)
    name = row.file_name or f"copy-{row.pk}.txt"
    response: HttpResponseBase
    if row.file:
        response = FileResponse(row.file.open("rb"), as_attachment=True, filename=name)
    else:
        response = HttpResponse(row.text)
        response["Content-Disposition"] = f'attachment; filename="{name}"'
    plain = row.media_type == "text/plain"
    response["Content-Type"] = "text/plain; charset=utf-8" if plain else row.media_type
    response["X-Content-Type-Options"] = "nosniff"
    response["Content-Security-Policy"] = "sandbox; default-src 'none'"
    return response


def _source_or_404(request: StaffRequest, pk: int) -> Source:
    """A source that this person may see: of any other, not even that it is there."""
    return get_object_or_404(sources_seen(request.user), pk=pk)


def _form(
    request: StaffRequest, form: Form, title: str, button: str, row: Source | None
) -> HttpResponse:
    """A form about a source, on a page of its own."""
    return page(
        request,
        "verification/source_form.html",
        {"title": title, "button": button, "source": row, "origins": origins_in_use()},
        form=form,
    )
