"""The gate, the preview and the editions, as the desk sees them."""

import json
from dataclasses import dataclass
from functools import partial

from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.core.rulings import Ruling
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.publishing import actions, queries, rules
from factcheck.publishing.assemble import Dossier, dossier, report_for
from factcheck.publishing.forms import AddressForm, BreakGlassForm, ClearForm
from factcheck.publishing.gate import Blocker, Gate, judge
from factcheck.publishing.report import Report, digest_of, parts, unsaid
from factcheck.verification.queries import seen_of, sources_seen
from factcheck.web.conflict import Attempt, attempt
from factcheck.web.pages import page, posted
from factcheck.web.query_string import number_asked


@require_http_methods(["GET", "HEAD", "POST"])
def gate(request: StaffRequest, pk: int) -> HttpResponse:
    """What stands between this article and its readers; the button publishes it."""
    if request.method == "POST":
        return publish(request, pk)
    return _gate_page(request, _article(request, pk))


@require_POST
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish the page whose digest the button carries; if anything moved, say what."""
    article = _article(request, pk)
    with attempt(may=lambda: _may_publish(request, dossier(article))) as tried:
        edition = actions.publish(
            article=article, by=request.user, digest=request.POST.get("digest", "")
        )
    if tried.stale:
        return _preview_page(request, article, refused=tried.reason)
    if tried.refused:
        return _gate_page(request, article, refused=tried.reason)
    messages.success(request, f"Edition {edition.number} is published.")
    return redirect(edition)


@require_safe
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The page exactly as readers will get it, under a bar with the button."""
    return _preview_page(request, _article(request, pk))


@require_http_methods(["GET", "HEAD", "POST"])
def break_glass(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish past what may be passed: a reason for the trail, a sentence for readers."""
    article = _article(request, pk)
    found = dossier(article)
    _may_publish(request, found).enforce()
    form = BreakGlassForm(posted(request))
    tried = Attempt()
    if form.is_valid():
        with attempt(may=lambda: _may_publish(request, dossier(article))) as tried:
            edition = actions.publish(
                article=article,
                by=request.user,
                digest=request.POST.get("digest", ""),
                **form.cleaned_data,
            )
        if tried.done:
            messages.success(request, f"Edition {edition.number} is published past the gate.")
            return redirect(edition)
        found = dossier(article)
    return _glass_page(request, found, form, tried)


@require_http_methods(["GET", "HEAD", "POST"])
def address(request: StaffRequest, pk: int) -> HttpResponse:
    """Choose where the report will stand."""
    article = _article(request, pk)
    rules.may_choose_address(request.user, article).enforce()
    form = AddressForm(posted(request), initial={"slug": queries.slug_for(article)})
    if form.is_valid():
        may = partial(rules.may_choose_address, request.user, article)
        with attempt(form, field="slug", may=may) as tried:
            actions.choose_address(article=article, by=request.user, **form.cleaned_data)
        if tried.done:
            messages.success(request, "The address is chosen.")
            return redirect("publishing:gate", article.pk)
    return page(request, "publishing/address.html", {"article": article}, form=form)


@require_http_methods(["GET", "HEAD", "POST"])
def clear(request: StaffRequest, pk: int) -> HttpResponse:
    """Say why words that look like a confidential source may stand."""
    article = _article(request, pk)
    digest = request.GET.get("hit", "")
    hit = next((b for b in judge(dossier(article)).blockers if digest and b.hit == digest), None)
    if hit is None:
        raise Http404
    source = get_object_or_404(sources_seen(request.user), pk=hit.source)
    form = ClearForm(posted(request))
    if form.is_valid():
        actions.clear(article=article, by=request.user, digest=digest, **form.cleaned_data)
        messages.success(request, "Noted. These words may stand.")
        return redirect("publishing:gate", article.pk)
    return page(
        request,
        "publishing/clear.html",
        {"article": article, "hit": hit, "source": source},
        form=form,
    )


@require_safe
def editions(request: StaffRequest) -> HttpResponse:
    """Every edition, newest first."""
    rules.may_see_gate(request.user).enforce()
    found = queries.edition_page(number_asked(request, "before"))
    return page(request, "publishing/editions.html", {"found": found})


@require_safe
def edition(request: StaffRequest, pk: int) -> HttpResponse:
    """One edition: where it stands, what it was held to, its digests."""
    rules.may_see_gate(request.user).enforce()
    found = queries.edition(pk)
    if found is None:
        raise Http404
    context = {"edition": found, "report": queries.report(pk)}
    return page(request, "publishing/edition.html", context)


@dataclass(frozen=True, slots=True)
class Line:
    """A blocker as this person sees it: whether they may clear it."""

    blocker: Blocker
    clearable: bool


def _article(request: StaffRequest, pk: int) -> Article:
    """The article, for people of the desk."""
    rules.may_see_gate(request.user).enforce()
    return get_object_or_404(Article.objects.select_related("current_version"), pk=pk)


def _may_publish(request: StaffRequest, found: Dossier) -> Ruling:
    published = bool(found.editions)
    return rules.may_publish(request.user, found.article, published=published, rules=found.rules)


def _gate_page(request: StaffRequest, article: Article, *, refused: str = "") -> HttpResponse:
    """The gate's answer, with the way on for each thing that is in the way; `refused` says why
    the button did not publish."""
    found = dossier(article)
    answer = judge(found)
    may = _may_publish(request, found)
    states = [found.state(claim) for claim in found.claims]
    return page(
        request,
        "publishing/gate.html",
        {
            "article": article,
            "gate": answer,
            "to_mend": _lines(request, answer),
            "may_publish": may,
            "may_choose_address": rules.may_choose_address(request.user, article),
            "slug": found.slug or queries.free_slug(article),
            "claims": len(found.claims),
            "approved": states.count("checked"),
            "waived": states.count("waived"),
            "published": queries.current(found.slug) if found.editions else None,
            "refused": refused,
            "digest": digest_of(report_for(found)) if answer.open else "",
        },
        status=409 if refused else 200,
    )


def _lines(request: StaffRequest, answer: Gate) -> list[tuple[str, str, list[Line]]]:
    """What is to be mended, by rule; with a way to clear for those who may see the source."""
    asked = {blocker.source for blocker in answer.blockers if blocker.source is not None}
    seen = seen_of(request.user, asked)
    return [
        (
            demand.code,
            demand.missed,
            [Line(blocker, bool(blocker.hit) and blocker.source in seen) for blocker in found],
        )
        for demand, found in answer.to_mend
    ]


def _preview_page(request: StaffRequest, article: Article, *, refused: str = "") -> HttpResponse:
    """The readers' template, with the report of this moment; after a refusal, with what moved."""
    found = dossier(article)
    answer = judge(found)
    report = report_for(found)
    may = _may_publish(request, found)
    return page(
        request,
        "publishing/preview.html",
        {
            **_as_read(request, found, report),
            "article": article,
            "gate": answer,
            "may_publish": may and answer.lets_through(),
            "posted_digest": digest_of(unsaid(report)),
            "posted_parts": json.dumps(parts(report)),
            "refused": refused,
            "moved": _moved(request, report) if refused else [],
        },
        status=409 if refused else 200,
    )


def _glass_page(
    request: StaffRequest, found: Dossier, form: BreakGlassForm, tried: Attempt
) -> HttpResponse:
    """What is passed and what readers then see, before anybody breaks the glass."""
    answer = judge(found)
    report = report_for(found, past=answer.past)
    return page(
        request,
        "publishing/break_glass.html",
        {
            "article": found.article,
            "gate": answer,
            "past": [demand for demand, _ in answer.to_mend if demand.code in answer.past],
            "report": report,
            "ruling": answer.lets_through(glass=True),
            "posted_digest": digest_of(unsaid(report)),
            "posted_parts": json.dumps(parts(report)),
            "refused": tried.reason,
            "moved": _moved(request, report) if tried.stale else [],
        },
        form=form,
        status=None if tried.done else 409,
    )


def _as_read(request: StaffRequest, found: Dossier, report: Report) -> dict[str, object]:
    """What the readers' page is given, for an edition that is not there yet."""
    now = timezone.now()
    standing = queries.Standing(
        pk=0,
        slug=found.slug or queries.free_slug(found.article),
        number=found.editions + 1,
        latest=found.editions + 1,
        title=report.article.title,
        digest=digest_of(report),
        tier=report.tier,
        published_at=now,
        published_by=str(request.user),
        changed_at=None,
    )
    return {
        "report": report,
        "edition": standing,
        "desk": found.rules,
        "release": settings.RELEASE,
    }


def _moved(request: StaffRequest, report: Report) -> list[str]:
    """Which parts of the page are not what they were when it was shown."""
    try:
        before = json.loads(request.POST.get("parts", "{}"))
    except json.JSONDecodeError:
        return []
    now = parts(report)
    if not isinstance(before, dict):
        return []
    return sorted(
        name
        for name in {*before, *now}
        if before.get(name) != now.get(name) and (name in now or name.startswith("claim "))
    )
