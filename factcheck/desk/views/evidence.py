"""Evidence on a claim: brought, changed, taken back."""

from typing import Any, NamedTuple

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.views.decorators.http import require_http_methods, require_POST

from factcheck.claims.models import Claim
from factcheck.claims.queries import chain
from factcheck.core.differences import Compared
from factcheck.core.rulings import Ruling
from factcheck.desk.forms import BringForm, as_typed
from factcheck.desk.queries.sources_offered import SourcesOffered, sources_offered
from factcheck.desk.queries.workspace.verdict_questions import question_named
from factcheck.desk.requests import claim_or_404
from factcheck.desk.views.form_pages import card_page
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.requests import StaffRequest
from factcheck.trail.queries import last_change
from factcheck.verification import actions, rules
from factcheck.verification.forms import CaptureForm, ChangeEvidenceForm, SourceForm
from factcheck.verification.models import Evidence, Stance
from factcheck.verification.queries import evidence_seen, origins_in_use, unnamed_in
from factcheck.web.conflict import attempt, conflict_page
from factcheck.web.pages import posted


class Bringing(NamedTuple):
    """The three parts of the page on which evidence is brought, and what it offers."""

    evidence: BringForm
    source: SourceForm
    copy: CaptureForm
    offered: SourcesOffered


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_add(request: StaffRequest, pk: int) -> HttpResponse:
    """Bring a source to bear on a claim: from the library, or described here, with its copy.

    The button that looks in the library sends the whole form, so nothing typed is lost by it.
    """
    claim = claim_or_404(request.user, pk)
    rules.may_cite(request.user, claim).enforce()
    looking = request.method != "POST" or "look" in request.POST
    parts = _looking(request, claim) if looking else _sent(request, claim)
    if looking or not _valid(parts):
        return _evidence_page(request, claim, parts)
    chosen = parts.evidence.cleaned_data["source"]
    with attempt(parts.evidence, may=lambda: _may_cite_now(request, pk)) as tried:
        actions.bring_evidence(
            claim=claim,
            by=request.user,
            source=chosen,
            described={} if chosen else parts.source.cleaned_data,
            copied=parts.copy.cleaned_data if parts.copy.has_copy else {},
            capture=parts.evidence.cleaned_data["capture"],
            **parts.evidence.cited(),
        )
    if tried.refused:
        return _evidence_page(request, claim, parts)
    messages.success(request, "The evidence is added.")
    return redirect(in_workspace(claim))


@require_http_methods(["GET", "HEAD", "POST"])
def evidence_change(request: StaffRequest, pk: int) -> HttpResponse:
    """Change what a piece of evidence says; two people who do so at once are both heard."""
    evidence = _evidence_or_404(request, pk)
    claim = evidence.claim
    rules.may_change_evidence(request.user, evidence).enforce()
    form = ChangeEvidenceForm(
        posted(request),
        evidence=evidence,
        initial=ChangeEvidenceForm.shown(evidence),
    )
    if form.is_valid():
        with attempt() as tried:
            actions.change_evidence(evidence=evidence, by=request.user, **form.cleaned_data)
        if tried.stale:
            return _evidence_conflict(request, form, pk)
        messages.success(request, "The evidence is changed.")
        return redirect(in_workspace(claim))
    return card_page(
        request, claim, form, "desk/evidence/evidence_change.html", {"evidence": evidence}
    )


@require_POST
def evidence_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a piece of evidence back."""
    evidence = actions.withdraw_evidence(evidence=_evidence_or_404(request, pk), by=request.user)
    messages.success(request, "The evidence is taken back.")
    return redirect(in_workspace(evidence.claim))


def _looking(request: StaffRequest, claim: Claim) -> Bringing:
    """The page before anything is judged: fresh, or as far as it was filled in."""
    typed = request.POST
    question = question_named(request.GET, claim)
    begun = {"question": question.value if question else None, "stance": Stance.SUPPORTS}
    found = sources_offered(request.user, typed.get("find", ""), typed.get("source", ""))
    evidence = BringForm(
        links=chain(claim), sources=found.sources, initial={**begun, **as_typed(typed)}
    )
    source = SourceForm(
        prefix="new",
        optional=True,
        speakers=unnamed_in(claim.article),
        initial=as_typed(typed, "new-"),
    )
    copy = CaptureForm(prefix="copy", optional=True, initial=as_typed(typed, "copy-"))
    return Bringing(evidence, source, copy, found)


def _sent(request: StaffRequest, claim: Claim) -> Bringing:
    """The three parts as they were sent. A source is described only where none was chosen."""
    chosen = request.POST.get("source", "")
    found = sources_offered(request.user, request.POST.get("find", ""), chosen)
    evidence = BringForm(request.POST, links=chain(claim), sources=found.sources)
    described = {"initial": as_typed(request.POST, "new-")} if chosen else {"data": request.POST}
    source = SourceForm(
        prefix="new", optional=True, speakers=unnamed_in(claim.article), **described
    )
    copy = CaptureForm(request.POST, request.FILES, prefix="copy", optional=True)
    return Bringing(evidence, source, copy, found)


def _valid(parts: Bringing) -> bool:
    """Whether all that was filled in is right; each form is asked, so that each shows its errors."""
    # an empty description is no source: it was optional only as long as none might be needed
    parts.source.empty_permitted = False
    forms = [parts.evidence, parts.copy, *([parts.source] if parts.source.is_bound else [])]
    right = [form.is_valid() for form in forms]
    if all(right) and parts.copy.has_copy and parts.evidence.cleaned_data["capture"]:
        parts.evidence.add_error("capture", "Either choose a copy that we have or add a new one.")
    if not parts.source.is_bound and parts.source["title"].value():
        parts.evidence.add_error(
            "source", "Either choose a source that we have or describe a new one."
        )
    return all(right) and not parts.evidence.errors


def _may_cite_now(request: StaffRequest, pk: int) -> Ruling:
    return rules.may_cite(request.user, claim_or_404(request.user, pk))


def _evidence_page(request: StaffRequest, claim: Claim, parts: Bringing) -> HttpResponse:
    """The three parts of the form, with what the library offers."""
    described = any(parts.source[name].value() for name in ("title", "url", "publisher"))
    return card_page(
        request,
        claim,
        parts.evidence,
        "desk/evidence/evidence_add.html",
        {
            "source_form": parts.source,
            "copy_form": parts.copy,
            "forms": [parts.evidence, parts.source, parts.copy],
            "wrong": parts.evidence.is_bound,
            "offered": parts.offered,
            "chosen": str(parts.evidence["source"].value() or ""),
            "origins": origins_in_use(),
            "describing": described or bool(parts.source.errors),
            "file_lost": bool(request.FILES),
        },
    )


def _evidence_conflict(request: StaffRequest, form: ChangeEvidenceForm, pk: int) -> HttpResponse:
    """What stands of the evidence now beside what was sent."""
    now = _evidence_or_404(request, pk)
    return conflict_page(
        request,
        form=form,
        change=last_change(now),
        seen=now.revision,
        compared=[
            Compared(str(form.fields[name].label), _in_words(getattr(now, name)), _in_words(sent))
            for name, sent in form.cleaned_data.items()
            if name != "seen"
        ],
        about=f"Evidence on claim {now.claim.number}",
        back=in_workspace(now.claim),
    )


def _in_words(value: Any) -> str:
    """A value as the page that compares two of them shows it."""
    if isinstance(value, bool):
        return "Yes" if value else "No"
    return str(dict(Stance.choices).get(value, value) or "")


def _evidence_or_404(request: StaffRequest, pk: int) -> Evidence:
    """A piece of evidence whose source this person may see."""
    evidence = get_object_or_404(evidence_seen(request.user), pk=pk)
    evidence.claim = claim_or_404(request.user, evidence.claim_id)
    return evidence
