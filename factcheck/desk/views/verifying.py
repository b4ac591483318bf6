"""A claim is settled: evidence is brought, speakers are asked, verdicts are recorded."""

from typing import Any

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.models import Claim
from factcheck.claims.queries import chain
from factcheck.core.rulings import NotNow
from factcheck.desk.queries.card import card
from factcheck.desk.queries.differences import Compared
from factcheck.desk.queries.questions import Asked, asked, questions_on
from factcheck.desk.queries.queue import in_workspace
from factcheck.desk.queries.words import marks_for
from factcheck.desk.views.conflict import conflict_page
from factcheck.desk.views.finding import claim_or_404
from factcheck.people.requests import StaffRequest
from factcheck.verification import actions, rules
from factcheck.verification.forms import (
    CaptureForm,
    ChangeEvidenceForm,
    ContactForm,
    EvidenceForm,
    SourceForm,
    VerdictForm,
)
from factcheck.verification.models import Evidence, Source
from factcheck.verification.queries import (
    facts_of,
    origins_in_use,
    sources_for,
    standing_evidence,
)
from factcheck.verification.sourcing import lacks
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a source to bear on a claim: from the library, or described here, with its copy."""
    claim = claim_or_404(request.user, pk)
    rules.may_cite(request.user, claim).enforce()
    forms = _evidence_forms(request, claim)
    if _valid(*forms):
        evidence, source, copy = forms
        actions.bring_evidence(
            claim=claim,
            by=request.user,
            source=evidence.cleaned_data["source"],
            described={n: source.cleaned_data.get(n) for n in SourceForm.base_fields}
            if not evidence.cleaned_data["source"]
            else {},
            copied=copy.cleaned_data if copy.has_copy else {},
            capture=evidence.cleaned_data["capture"],
            **evidence.cited(),
        )
        messages.success(request, "The evidence is added.")
        return redirect(in_workspace(claim))
    evidence, source, copy = forms
    return _claim_page(
        request,
        claim,
        "desk/evidence_add.html",
        {
            "form": evidence,
            "source_form": source,
            "copy_form": copy,
            "origins": origins_in_use(),
            "describing": source.is_bound and bool(source.errors),
        },
        bound=evidence.is_bound,
    )


def _evidence_forms(
    request: StaffRequest, claim: Claim
) -> tuple[EvidenceForm, SourceForm, CaptureForm]:
    """The three parts of the page. A source is described only where none was chosen."""
    posted = request.method == "POST"
    data, files = (request.POST, request.FILES) if posted else (None, None)
    sources = sources_for(request.user)
    evidence = EvidenceForm(
        data,
        links=chain(claim),
        sources=sources,
        initial={"question": asked(request.GET, claim).value, "stance": "supports"},
    )
    chosen = posted and bool(request.POST.get("source"))
    described = None if chosen else data
    source = SourceForm(described, prefix="new", optional=True)
    copy = CaptureForm(data, files, prefix="copy", optional=True)
    return evidence, source, copy


def _valid(evidence: EvidenceForm, source: SourceForm, copy: CaptureForm) -> bool:
    """Whether all that was filled in is right; each form is asked, so that each shows its errors."""
    right = [form.is_valid() for form in (evidence, copy)]
    if not evidence.is_bound:
        return False
    if source.is_bound:
        source.empty_permitted = False
        right.append(source.is_valid())
    return all(right)


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a piece of evidence says; two people who do so at once are both heard."""
    evidence = _evidence_or_404(request, pk)
    claim = evidence.claim
    rules.may_change_evidence(request.user, evidence).enforce()
    form = ChangeEvidenceForm(
        request.POST if request.method == "POST" else None,
        evidence=evidence,
        initial=ChangeEvidenceForm.shown(evidence),
    )
    if form.is_valid():
        try:
            actions.change_evidence(evidence=evidence, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            if not refused.stale:
                raise
            now = _evidence_or_404(request, pk)
            return conflict_page(
                request,
                form=form,
                row=now,
                seen=now.revision,
                compared=[
                    Compared(str(form.fields[name].label), getattr(now, name), sent)
                    for name, sent in form.cleaned_data.items()
                    if name in {"locator", "excerpt", "note"}
                ],
                about=f"Evidence on claim {claim.number}",
                back=in_workspace(claim),
            )
        messages.success(request, "The evidence is changed.")
        return redirect(in_workspace(claim))
    context = {"form": form, "evidence": evidence}
    return _claim_page(request, claim, "desk/evidence_change.html", context, bound=form.is_bound)


@require_POST
def evidence_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence back."""
    evidence = actions.withdraw_evidence(evidence=_evidence_or_404(request, pk), by=request.user)
    messages.success(request, "The evidence is taken back.")
    return redirect(in_workspace(evidence.claim))


@require_http_methods(["GET", "HEAD", "POST"])
def verdict_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Record a verdict on one question: on one link of the chain, or on the content."""
    claim = claim_or_404(request.user, pk)
    rules.may_find(request.user, claim).enforce()
    question = asked(request.GET, claim)
    form = VerdictForm(
        request.POST if request.method == "POST" else None,
        aspect=question.aspect,
        evidence=standing_evidence(claim, question.aspect, question.link),
    )
    if form.is_valid():
        actions.find(
            claim=claim,
            by=request.user,
            aspect=question.aspect,
            link=question.link,
            **form.cleaned_data,
        )
        _say_what_lacks(request, claim, question)
        return redirect(in_workspace(claim))
    context = {
        "form": form,
        "question": question,
        "questions": questions_on(claim),
        "marks": marks_for(question.aspect),
    }
    return _claim_page(request, claim, "desk/verdict_add.html", context, bound=form.is_bound)


def _say_what_lacks(request: StaffRequest, claim: Claim, question: Asked) -> None:
    """Say that it is recorded, and what the gate would still miss in this finding."""
    facts = facts_of(claim)
    verdict = facts.on_link(question.link.pk) if question.link else facts.content()
    missing = [lack.message for lack in lacks(facts) if verdict and lack.verdict == verdict.pk]
    messages.success(request, " ".join(["The verdict is recorded.", *missing]))


@require_http_methods(["GET", "HEAD", "POST"])
def contact_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Note down an attempt to reach a speaker, or why none was made."""
    claim = claim_or_404(request.user, pk)
    rules.may_contact(request.user, claim).enforce()
    speakers = [link.speaker for link in chain(claim)]
    others = Claim.objects.filter(
        article=claim.article_id, links__speaker__in=speakers, links__retired_at__isnull=True
    )
    form = ContactForm(
        request.POST if request.method == "POST" else None,
        speakers=speakers,
        claims=list(others.live().distinct()) if speakers else [claim],
        sources=[source for source in sources_for(request.user) if source.confidential],
        initial={"claims": [claim.pk], "speaker": request.GET.get("speaker")},
    )
    if form.is_valid():
        actions.contact(article=claim.article, by=request.user, **form.cleaned_data)
        messages.success(request, "The contact is noted.")
        return redirect(in_workspace(claim))
    context = {"form": form, "speakers": speakers}
    return _claim_page(request, claim, "desk/contact_add.html", context, bound=form.is_bound)


@require_POST
def claim_conclude(request: StaffRequest, pk: int) -> HttpResponse:
    """Say that a claim is checked."""
    claim = actions.conclude(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(request, f"Claim {claim.number} is checked.")
    return redirect(in_workspace(claim))


def _evidence_or_404(request: StaffRequest, pk: int) -> Evidence:
    """A piece of evidence whose source this person may see."""
    rows = Evidence.objects.select_related("claim__article", "source", "capture", "link")
    visible = Source.objects.visible_to(request.user)
    return get_object_or_404(rows.filter(source__in=visible), pk=pk)


def _claim_page(
    request: StaffRequest,
    claim: Claim,
    template: str,
    context: dict[str, Any],
    *,
    bound: bool,
) -> HttpResponse:
    """A form with the claim beside it."""
    return page(
        request,
        template,
        {
            "card": card(claim, request.user),
            "claim": claim,
            "article": claim.article,
            "back": in_workspace(claim),
            **context,
        },
        status=422 if bound else 200,
    )
