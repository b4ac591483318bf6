"""What signing in, htmx and a refusal mean in HTTP. Said once, here."""

import json
from collections.abc import Callable
from http import HTTPStatus
from typing import Any
from urllib.parse import urlsplit

from django.contrib import messages
from django.contrib.auth.middleware import LoginRequiredMiddleware
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string

from factcheck.core.rulings import NotNow, Refused
from factcheck.web import errors

Answer = Callable[[HttpRequest], HttpResponseBase]

HARD_LIMIT = 32 * 1024 * 1024  # a capture of 20 MB with its form, and air


class StaffPagesMiddleware:
    """Staff pages are kept nowhere; what is far too big is not read at all."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        if _length(request) > HARD_LIMIT:
            return HttpResponse(
                errors.TOO_BIG,
                status=HTTPStatus.REQUEST_ENTITY_TOO_LARGE,
                content_type="text/plain; charset=utf-8",
            )
        response = self.get_response(request)
        if request.path.startswith(errors.STAFF_PATHS):
            response["Cache-Control"] = "no-store, private"
        return response


class SignInMiddleware(LoginRequiredMiddleware):
    """Ask the door before asking who stands there.

    Django's own looks at `request.user` first, so a public page would open the session.
    """

    def process_view(
        self,
        request: HttpRequest,
        view_func: Callable[..., HttpResponseBase],
        view_args: tuple[Any, ...],
        view_kwargs: dict[str, Any],
    ) -> HttpResponseBase | None:
        if not getattr(view_func, "login_required", True):
            return None
        return super().process_view(request, view_func, view_args, view_kwargs)

    def handle_no_permission(  # type: ignore[override]  # not always by sending elsewhere
        self, request: HttpRequest, view_func: Callable[..., HttpResponseBase]
    ) -> HttpResponseBase:
        """A page leads to sign-in; what was typed or is aimed at a part of a page is answered."""
        if request.method == "POST" or getattr(request, "htmx", False):
            return errors.signed_out(request)
        response: HttpResponseBase = super().handle_no_permission(request, view_func)
        return response


class HtmxMiddleware:
    """A redirect becomes a visit to `#main`; messages travel beside a fragment."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        response = self.get_response(request)
        if not getattr(request, "htmx", False):
            return response
        if HTTPStatus.MULTIPLE_CHOICES <= response.status_code < HTTPStatus.BAD_REQUEST:
            return _visit(request, response) if response.has_header("Location") else response
        if isinstance(response, HttpResponse) and _is_html(response):
            _add_messages(request, response)
        return response


class RefusalMiddleware:
    """A refused action: 403 because of who asks, 409 because of where things stand."""

    def __init__(self, get_response: Answer) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        return self.get_response(request)

    def process_exception(
        self, request: HttpRequest, exception: Exception
    ) -> HttpResponseBase | None:
        """The sentence of the rule, as a page; a button pressed through htmx gets only the words."""
        if not isinstance(exception, Refused):
            return None
        if not isinstance(exception, NotNow):
            return errors.problem(request, HTTPStatus.FORBIDDEN, exception.reason)
        if getattr(request, "htmx", False):
            return errors.said(request, HTTPStatus.CONFLICT, exception.reason)
        return errors.problem(request, HTTPStatus.CONFLICT, exception.reason)


def _length(request: HttpRequest) -> int:
    """How long the body says it is."""
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


def _is_html(response: HttpResponse) -> bool:
    return response.get("Content-Type", "").startswith("text/html")


def _visit(request: HttpRequest, response: HttpResponseBase) -> HttpResponse:
    """The redirect as htmx understands it, with the cookies that were set on the way."""
    aim = {
        "path": response["Location"],
        "target": "#main",
        "select": "#main",
        "swap": "outerHTML show:window:top",
    }
    part = request.headers.get("Desk-Part", "")
    if part.isalpha() and _is_open(request, response["Location"]):
        # the browser is there already: only the part of the page that follows the address changes
        aim = {
            "path": response["Location"].partition("#")[0],
            "target": f"#{part}",
            "swap": "outerHTML show:none",
        }
    visit = HttpResponse(headers={"HX-Location": json.dumps(aim)})
    visit.cookies = response.cookies
    for name in ("HX-Trigger", "HX-Trigger-After-Settle"):
        if response.has_header(name):
            visit[name] = response[name]
    return visit


def _is_open(request: HttpRequest, location: str) -> bool:
    """Whether the page that the browser shows is the one that it is sent to."""
    shown = urlsplit(request.headers.get("HX-Current-URL", ""))
    return bool(shown.path) and urlsplit(location).path == shown.path


def _add_messages(request: HttpRequest, response: HttpResponse) -> None:
    """Append what the page has not said yet: a whole page has, a fragment has not."""
    waiting = messages.get_messages(request)
    if getattr(waiting, "used", True) or not len(waiting) or response.get("HX-Reswap") == "none":
        return
    context = {"messages": list(waiting), "out_of_band": True}
    response.write(render_to_string("_messages.html", context, request))
