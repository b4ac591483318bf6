"""Error pages. Each says one sentence, shows what was typed, and has one way on."""

import json
from http import HTTPStatus
from urllib.parse import urlsplit

from django.core.exceptions import RequestDataTooBig
from django.http import Http404, HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import redirect
from django.template.loader import render_to_string, select_template
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.csrf import requires_csrf_token

from factcheck.web.typed import typed

STAFF_PATHS = ("/desk/", "/admin/", "/accounts/", "/api/")

TOO_BIG = "This is more than the desk takes in at once. Send it in smaller parts."
BAD = "The desk could not read this request."
FORBIDDEN = "You may not do this."
SEND_AGAIN = (
    "The desk could not tell that this came from its own page, so nothing was done. "
    "Go back, load the page again and enter it once more."
)
RENEWED = "You signed in again in the meantime. Nothing was lost: send it once more."


def problem(request: HttpRequest, status: int, sentence: str) -> HttpResponse:
    """The error page of the desk, or of the readers where they stand."""
    staff = request.path.startswith(STAFF_PATHS)
    side = "" if staff else "public/"
    template = select_template([f"{side}{status}.html", f"{side}400.html"])
    context = {"sentence": sentence, "status": status, "typed": typed(request) if staff else []}
    return HttpResponse(template.render(context, request), status=status)


def bad_request(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """400; 413 where it was too big."""
    if isinstance(exception, RequestDataTooBig):
        return problem(request, HTTPStatus.REQUEST_ENTITY_TOO_LARGE, TOO_BIG)
    return problem(request, HTTPStatus.BAD_REQUEST, BAD)


@requires_csrf_token
def forbidden(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """403, with the rule's sentence where a rule refused."""
    return problem(request, HTTPStatus.FORBIDDEN, str(exception or "") or FORBIDDEN)


@requires_csrf_token
def not_found(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """404. Under the desk's addresses a stranger is asked to sign in and learns nothing else."""
    if request.path.startswith(STAFF_PATHS) and not request.user.is_authenticated:
        return redirect(sign_in_url(request.get_full_path()))
    return problem(request, HTTPStatus.NOT_FOUND, "There is nothing at this address.")


def nothing_here(request: HttpRequest) -> HttpResponse:
    """An address that a library would open and we keep closed."""
    raise Http404


def broke(request: HttpRequest) -> HttpResponse:
    """500: from a template that needs nothing that may be broken."""
    return HttpResponse(render_to_string("500.html"), status=HTTPStatus.INTERNAL_SERVER_ERROR)


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    """403 for a form whose token does not fit, with what was typed; htmx gets a fresh token.

    The fresh token is safe to hand out: only a page of ours can read the answer.
    """
    if getattr(request, "htmx", False):
        response = said(request, HTTPStatus.FORBIDDEN, RENEWED)
        response["HX-Trigger"] = json.dumps({"token-renewed": {"token": get_token(request)}})
        return response
    return problem(request, HTTPStatus.FORBIDDEN, SEND_AGAIN)


def signed_out(request: HttpRequest) -> HttpResponse:
    """401 for what needs a sign-in and cannot just be sent there: a form, or a part of a page.

    htmx gets a message whose link signs in in another tab, and the form stays as it is.
    """
    if getattr(request, "htmx", False):
        url = sign_in_url(reverse("account_login"))
        return said(request, HTTPStatus.UNAUTHORIZED, "You are signed out.", sign_in=url)
    context = {"typed": typed(request), "sign_in": sign_in_url(_stood_on(request))}
    page = render_to_string("401.html", context, request)
    return HttpResponse(page, status=HTTPStatus.UNAUTHORIZED)


def _stood_on(request: HttpRequest) -> str:
    """The page that the form stood on, as the browser names it; else the address it was sent to.

    A button's own address takes only POST: coming back to it would be a dead end.
    """
    came = urlsplit(request.headers.get("Referer", ""))
    if came.netloc != request.get_host():
        return request.path
    return f"{came.path}?{came.query}" if came.query else came.path


def said(request: HttpRequest, status: int, sentence: str, *, sign_in: str = "") -> HttpResponse:
    """An answer to htmx that leaves the page alone and only says something."""
    context = {"sentence": sentence, "sign_in": sign_in}
    body = render_to_string("parts/_said.html", context, request)
    return HttpResponse(body, status=status, headers={"HX-Reswap": "none"})


def sign_in_url(after: str) -> str:
    """Where one signs in, and comes back."""
    return f"{reverse('account_login')}?{urlencode({'next': after})}"
