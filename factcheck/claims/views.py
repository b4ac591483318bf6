"""Who is said to say it: the speakers that the desk knows."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_safe

from factcheck.claims import rules
from factcheck.claims.actions import rename_speaker
from factcheck.claims.forms import SpeakerForm
from factcheck.claims.models import Speaker
from factcheck.claims.queries.speaking import said_by, speaker_page
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest, has_work
from factcheck.trail.queries import last_change
from factcheck.web.conflict import conflict_page
from factcheck.web.pages import page


@require_safe
def speakers(request: StaffRequest) -> HttpResponse:
    """The named speakers, by name, searched by words of the name or note."""
    has_work(request.user)
    q, after = request.GET.get("q", "")[:200], request.GET.get("after", "")[:12]
    found = speaker_page(q, int(after) if after.isdecimal() else None)
    return page(request, "claims/speaker_list.html", {"found": found, "q": q})


@require_http_methods(["GET", "HEAD", "POST"])
def speaker(request: StaffRequest, pk: int) -> HttpResponse:
    """One speaker with the claims that go back to them; how they are called can be changed."""
    row = _speaker_or_404(request.user, pk)
    may_change = rules.may_change_speaker(request.user, row)
    posted = request.method == "POST"
    if posted:
        may_change.enforce()
    form = SpeakerForm(request.POST if posted else None, speaker=row)
    if form.is_valid():
        try:
            rename_speaker(speaker=row, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            if not refused.stale:
                raise
            return _stale(request, form, _speaker_or_404(request.user, pk))
        messages.success(request, "Saved.")
        return redirect("claims:speaker", row.pk)
    context = {"speaker": row, "form": form, "may_change": may_change, "claims": said_by(row)}
    return page(request, "claims/speaker_detail.html", context, status=422 if posted else 200)


def _stale(request: StaffRequest, form: SpeakerForm, now: Speaker) -> HttpResponse:
    """Theirs beside yours."""
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
    rows = Speaker.objects.select_related("article__current_version", "added_by")
    return get_object_or_404(rows, pk=pk)
