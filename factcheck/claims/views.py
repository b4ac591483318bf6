"""Who is said to say it: the speakers that the desk knows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims import rules
from factcheck.claims.actions import merge_speakers, rename_speaker, unmerge_speakers
from factcheck.claims.forms import MergeForm, SpeakerForm
from factcheck.claims.models import Speaker
from factcheck.claims.queries.speaking import (
    could_be,
    merge_of,
    merges_into,
    said_by,
    signed_off_with,
    speaker_page,
    speaker_rows,
)
from factcheck.core.differences import Compared
from factcheck.core.rulings import Ruling
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest, has_work
from factcheck.trail.queries import last_change
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import page, posted
from factcheck.web.query_string import number_asked, words_asked

LIKELY = 4


@require_safe
def speakers(request: StaffRequest) -> HttpResponse:
    """The named speakers, by name, searched by words of the name or note."""
    has_work(request.user)
    q = words_asked(request)
    found = speaker_page(q, number_asked(request, "after"))
    return page(request, "claims/speaker_list.html", {"found": found, "q": q})


@require_http_methods(["GET", "HEAD", "POST"])
def speaker(request: StaffRequest, pk: int) -> HttpResponse:
    """One speaker with the claims that go back to them; how they are called can be changed."""
    row = _speaker_or_404(request.user, pk)
    if row.merged_into and request.method != "POST":
        return redirect(row.merged_into)
    may_change = rules.may_change_speaker(request.user, row)
    if request.method == "POST":
        may_change.enforce()
    form = SpeakerForm(posted(request), speaker=row)
    if form.is_valid():
        with attempt() as tried:
            rename_speaker(speaker=row, by=request.user, **form.cleaned_data)
        if tried.stale:
            return _speaker_conflict(request, form, _speaker_or_404(request.user, pk))
        messages.success(request, "Saved.")
        return redirect("claims:speaker", row.pk)
    context = {
        "speaker": row,
        "may_change": may_change,
        "claims": said_by(row),
        "likely": could_be(row)[:LIKELY] if may_change else [],
        "merges": [(merge, rules.may_unmerge(request.user, merge)) for merge in merges_into(row)],
    }
    return page(request, "claims/speaker_detail.html", context, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def speaker_merge(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a speaker is another one, who is likely or was looked for."""
    row = _speaker_or_404(request.user, pk)
    rules.may_change_speaker(request.user, row).enforce()
    q = words_asked(request)
    chosen = [request.GET.get("into", ""), request.POST.get("into", "")]
    offered = could_be(row, q, chosen)
    form = MergeForm(posted(request), speaker=row, offered=offered, initial={"into": chosen[0]})
    if form.is_valid():
        with attempt(form, may=lambda: _may_change_now(request.user, pk)) as tried:
            merge = merge_speakers(speaker=row, by=request.user, **form.merged())
        if tried.done:
            messages.success(request, f"{row} is {merge.into} from now on.")
            return redirect(merge.into)
    context = {
        "speaker": row,
        "q": q,
        "offered": offered.exists(),
        "signed_off": signed_off_with(row),
    }
    return page(request, "claims/speaker_merge.html", context, form=form)


@require_POST
def speaker_take_apart(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a speaker apart from the one it was merged into."""
    merge = get_object_or_404(merge_of(_speaker_or_404(request.user, pk)))
    row = unmerge_speakers(merge=merge, by=request.user)
    messages.success(request, f"{row} is somebody else than {merge.into} again.")
    return redirect(row)


def _may_change_now(user: User, pk: int) -> Ruling:
    return rules.may_change_speaker(user, _speaker_or_404(user, pk))


def _speaker_conflict(request: StaffRequest, form: SpeakerForm, now: Speaker) -> HttpResponse:
    """What the speaker is called now beside what was sent."""
    sent = form.cleaned_data
    yours = Speaker(kind=sent["kind"], name=sent["name"], note=sent["note"])
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.revision,
        compared=[
            Compared("Who or what it is", now.get_kind_display(), yours.get_kind_display()),
            Compared("Name", now.name, yours.name),
            Compared("What tells namesakes apart", now.note, yours.note),
        ],
        about=str(now),
        back=now.get_absolute_url(),
    )


def _speaker_or_404(user: User, pk: int) -> Speaker:
    has_work(user)
    return get_object_or_404(speaker_rows(), pk=pk)
