"""Pages that refuse, redirect and break, each in one line."""

from django import forms
from django.contrib import messages
from django.contrib.auth.decorators import login_not_required
from django.core.exceptions import PermissionDenied
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import include, path

from factcheck.core.rulings import never, not_now
from factcheck.web import errors
from factcheck.web.pages import page

handler400 = errors.bad_request
handler403 = errors.forbidden
handler404 = errors.not_found
handler500 = errors.broke


class NoteForm(forms.Form):
    note = forms.CharField()


def refused_never(request):
    never("You worked on this claim; someone else approves it.").enforce()


def refused_now(request):
    not_now("Cite at least one source first.").enforce()


def forbidden(request):
    raise PermissionDenied


def breaks(request):
    raise ZeroDivisionError("a secret word")


def moves_on(request):
    messages.success(request, "Sent to review.")
    return redirect("/desk/next/")


def part(request):
    messages.success(request, "Kept.")
    return page(
        request, "404.html", {"sentence": "whole"}, fragment="parts/_typed.html", target="typed"
    )


@login_not_required
def open_page(request):
    return HttpResponse("open")


def reads(request):
    return HttpResponse(str(len(request.POST.get("text", ""))))


urlpatterns = [
    path("desk/never/", refused_never),
    path("desk/now/", refused_now),
    path("desk/forbidden/", forbidden),
    path("desk/breaks/", breaks),
    path("desk/moves/", moves_on),
    path("desk/part/", part),
    path("desk/reads/", reads),
    path("open/", open_page),
    path("open/forbidden/", login_not_required(forbidden)),
    path("", include("factcheck.urls")),  # pages of the desk lead to each other
]
