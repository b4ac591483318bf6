"""What stands between an article and its readers, and the button that publishes it."""

import json
from dataclasses import dataclass

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.publishing import actions, queries, rules
from factcheck.publishing.assemble import Dossier, dossier, report_for
from factcheck.publishing.forms import BreakGlassForm, ClearForm
from factcheck.publishing.gate import Blocker, Gate, judge
from factcheck.publishing.report import digest_of, part_digests, without_public_sentence
from factcheck.publishing.views.articles import article_of_desk, may_publish
from factcheck.publishing.views.previews import moved, preview_page
from factcheck.verification.queries import seen_of, sources_seen
from factcheck.web.conflict import Attempt, attempt
from factcheck.web.pages import page, posted


@require_http_methods(["GET", "HEAD", "POST"])
def gate(request: StaffRequest, pk: int) -> HttpResponse:
    """What stands between this article and its readers; the button publishes it."""
    if request.method == "POST":
        return publish(request, pk)
    return _gate_page(request, article_of_desk(request, pk))


@require_POST
def publish(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish the page whose digest the button carries; if anything moved, say what."""
    article = article_of_desk(request, pk)
    with attempt(may=lambda: may_publish(request, dossier(article))) as tried:
        edition = actions.publish(
            article=article, by=request.user, digest=request.POST.get("digest", "")
        )
    if tried.stale:
        return preview_page(request, article, refused=tried.reason)
    if tried.refused:
        return _gate_page(request, article, refused=tried.reason)
    messages.success(request, f"Edition {edition.number} is published.")
    return redirect(edition)


@require_http_methods(["GET", "HEAD", "POST"])
def break_glass(request: StaffRequest, pk: int) -> HttpResponse:
    """Publish past what may be passed: a reason for the trail, a sentence for readers."""
    article = article_of_desk(request, pk)
    found = dossier(article)
    may_publish(request, found).enforce()
    form = BreakGlassForm(posted(request))
    tried = Attempt()
    if form.is_valid():
        with attempt(may=lambda: may_publish(request, dossier(article))) as tried:
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
def clear(request: StaffRequest, pk: int) -> HttpResponse:
    """Say why words that look like a confidential source may stand."""
    article = article_of_desk(request, pk)
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


@dataclass(frozen=True, slots=True)
class GateLine:
    """A blocker as this person sees it: whether they may clear it."""

    blocker: Blocker
    clearable: bool


def _gate_page(request: StaffRequest, article: Article, *, refused: str = "") -> HttpResponse:
    """The gate's answer, with the way on for each thing that is in the way; `refused` says why
    the button did not publish."""
    found = dossier(article)
    answer = judge(found)
    may = may_publish(request, found)
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


def _lines(request: StaffRequest, answer: Gate) -> list[tuple[str, str, list[GateLine]]]:
    """What is to be mended, by rule; with a way to clear for those who may see the source."""
    asked = {blocker.source for blocker in answer.blockers if blocker.source is not None}
    seen = seen_of(request.user, asked)
    return [
        (
            demand.code,
            demand.missed,
            [GateLine(blocker, bool(blocker.hit) and blocker.source in seen) for blocker in found],
        )
        for demand, found in answer.to_mend
    ]


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
            "posted_digest": digest_of(without_public_sentence(report)),
            "posted_parts": json.dumps(part_digests(report)),
            "refused": tried.reason,
            "moved": moved(request, report) if tried.stale else [],
        },
        form=form,
        status=None if tried.done else 409,
    )
