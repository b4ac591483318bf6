"""The readers' pages: no session, no cookie, one query once warm."""

import hashlib
from collections.abc import Callable

from django.conf import settings
from django.contrib.auth.decorators import login_not_required
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.template.loader import render_to_string
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.views.decorators.http import require_safe

from factcheck.core.search.terms import search_words
from factcheck.policy.queries import stand
from factcheck.public import pages, queries
from factcheck.publishing.queries import Standing, current, numbered


@require_safe
@login_not_required
def front(request: HttpRequest) -> HttpResponseBase:
    """The reports, newest first, or those that were searched for."""
    words = " ".join(search_words(request.GET.get("q", "")))[:100]
    found = queries.front(words)
    context = {
        "front": found,
        "rest": found.teasers if words else found.teasers[1:],
        "desk": found.desk,
        "q": words,
        "release": settings.RELEASE,
    }
    html = render_to_string("public/front.html", context)
    return _answer(request, html, lambda: html)


@require_safe
@login_not_required
def report(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The report that stands at this address now."""
    return _report(request, _found(current(slug)))


@require_safe
@login_not_required
def edition(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """One edition of a report, the older ones under a banner."""
    return _report(request, _found(numbered(slug, number)))


@require_safe
@login_not_required
def claim(request: HttpRequest, slug: str, number: int) -> HttpResponseBase:
    """One claim of the report that stands now."""
    standing = _found(current(slug))
    html = pages.claim_page(standing, number, settings.RELEASE)
    if html is None:
        raise Http404
    return _answer(request, f"{standing}{number}", lambda: html)


@require_safe
@login_not_required
def report_json(request: HttpRequest, slug: str) -> HttpResponseBase:
    """The report as data, under the same rule of rights."""
    standing = _found(current(slug))
    return _answer(
        request, f"{standing}", lambda: pages.report_data(standing), kind="application/json"
    )


@require_safe
@login_not_required
def how_we_work(request: HttpRequest) -> HttpResponseBase:
    """How we work, from the house rules in force."""
    now = stand()
    return _answer(request, now, lambda: pages.how_we_work(now, settings.RELEASE))


@require_safe
@login_not_required
def report_error(request: HttpRequest) -> HttpResponseBase:
    """Where to write when we are wrong."""
    now = stand()
    return _answer(request, now, lambda: pages.report_error(now, settings.RELEASE))


def _found(standing: Standing | None) -> Standing:
    if standing is None:
        raise Http404
    return standing


def _report(request: HttpRequest, standing: Standing) -> HttpResponseBase:
    return _answer(request, f"{standing}", lambda: pages.report_page(standing, settings.RELEASE))


def _answer(
    request: HttpRequest, names: str, body: Callable[[], str | bytes], *, kind: str = "text/html"
) -> HttpResponseBase:
    """The page, or 304 where the reader has it. `names` is all that the page depends on."""
    named = f"{request.path}\n{settings.RELEASE}\n{names}"
    etag = quote_etag(hashlib.sha256(named.encode()).hexdigest()[:32])
    response = get_conditional_response(request, etag=etag) or HttpResponse(
        body(), content_type=f"{kind}; charset=utf-8"
    )
    response["ETag"] = etag
    response["Cache-Control"] = "public, max-age=60"
    return response
