"""Words of the text become a claim; its words, its place and its chain are changed."""

from collections.abc import Sequence
from http import HTTPStatus
from typing import Any

from django.contrib import messages
from django.forms import BoundField, Form
from django.http import HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.views.decorators.http import require_http_methods

from factcheck.claims import rules
from factcheck.claims.actions import mark, rechain, respan, reword
from factcheck.claims.forms import ChainForm, ClaimForm, MarkForm, SpanForm
from factcheck.claims.models import Anchor, Claim, LinkDraft
from factcheck.claims.queries import chain, speakers_for
from factcheck.core.differences import Compared
from factcheck.core.rulings import NotNow
from factcheck.desk.pages.queue import in_workspace
from factcheck.desk.pages.surroundings import around
from factcheck.desk.queries.open_sentences import open_sentences
from factcheck.desk.queries.titles import quotes_in_text
from factcheck.desk.requests import article_or_404, claim_or_404
from factcheck.desk.views.conflict import conflict_page
from factcheck.desk.views.undoing import done
from factcheck.desk.workspace.span_form import name, nudges, parts_shown, standing
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_http_methods(["GET", "HEAD", "POST"])
def claim_new(request: StaffRequest, pk: int) -> HttpResponse:
    """Mark words as a claim, with its chain; `?start=&end=` names them."""
    article = article_or_404(request.user, pk)
    rules.may_mark(request.user, article).enforce()
    if article.current_version is None:
        raise ValueError("This article has no text.")
    status = None
    form = MarkForm(
        request.POST if request.method == "POST" else None,
        version=article.current_version,
        initial=asked_for(request, article),
    )
    if form.is_valid():
        try:
            claim = mark(article=article, by=request.user, **form.marked())
        except NotNow as refused:
            form.add_error(None, refused.reason)
            status = HTTPStatus.CONFLICT
        else:
            done(request, article)
            return redirect(in_workspace(claim))
    by_hand = not form.is_bound and "words" in form.fields
    return _page(
        request,
        article,
        form,
        "Mark a claim",
        sentences=open_sentences(article) if by_hand else (),
        back=reverse("desk:workspace", args=[article.pk]),
        plain=form.plain_fields(),
        links=form.link_groups(),
        status=status,
        instead=same_words(form, "desk:exempt", article),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_words(request: StaffRequest, pk: int) -> HttpResponse:
    """Change the statement as one sentence, and what sort it is."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = ClaimForm(request.POST if request.method == "POST" else None, claim=claim)
    if form.is_valid():
        try:
            now = reword(claim=claim, by=request.user, **form.cleaned_data)
        except NotNow as refused:
            now = _if_stale(request, refused, claim)
            yours = Claim(kind=form.cleaned_data["kind"])
            compared = [
                Compared("As one sentence", now.wording, form.cleaned_data["wording"]),
                Compared("What sort it is", now.get_kind_display(), yours.get_kind_display()),
            ]
            return _conflict(request, form, now, compared)
        return _saved(request, claim, now)
    return _of_claim(request, claim, form, "The words of claim {n}", form.visible_fields())


@require_http_methods(["GET", "HEAD", "POST"])
def claim_span(request: StaffRequest, pk: int) -> HttpResponse:
    """Change where a claim begins and ends; `?start=&end=` names the words."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    version = claim.article.current_version
    if version is None:
        raise ValueError("This article has no text.")
    anchors = standing(claim, version)
    form = SpanForm(
        request.POST if request.method == "POST" else None,
        claim=claim,
        initial=_ends_asked_for(request, claim.article, anchors),
    )
    if form.is_valid():
        try:
            now = respan(claim=claim, by=request.user, **form.placed())
        except NotNow as refused:
            now = _if_stale(request, refused, claim)
            text = form.text.text
            place = form.place()
            theirs = " … ".join(
                now.anchors.filter(version=form.text).values_list("quote", flat=True)
            )
            yours = text[place["start"] : place["end"]]
            return _conflict(request, form, now, [Compared("The words", theirs, yours)])
        return _saved(request, claim, now)
    part = str(form["part"].value() or "")
    return _of_claim(
        request,
        claim,
        form,
        "Where claim {n} stands",
        form.visible_fields(),
        parts=parts_shown(anchors, part),
        also=reverse("desk:claim_also", args=[claim.pk]),
        nudges=nudges(version, *span_of(form), part),
    )


@require_http_methods(["GET", "HEAD", "POST"])
def claim_chain(request: StaffRequest, pk: int) -> HttpResponse:
    """Change who is said to say it."""
    claim = claim_or_404(request.user, pk)
    rules.may_change(request.user, claim).enforce()
    form = ChainForm(request.POST if request.method == "POST" else None, claim=claim)
    if form.is_valid():
        try:
            now = rechain(claim=claim, by=request.user, **form.chained())
        except NotNow as refused:
            now = _if_stale(request, refused, claim)
            compared = [Compared("The chain", _stands(now), _drafted(form.drafts))]
            return _conflict(request, form, now, compared, links=form.link_groups())
        return _saved(request, claim, now)
    title = "The chain of claim {n}"
    return _of_claim(request, claim, form, title, form.plain_fields(), form.link_groups())


def _ends_asked_for(
    request: StaffRequest, article: Article, anchors: Sequence[Anchor]
) -> dict[str, Any]:
    """The ends that the address names, of the part that it names; else those that stand.

    With `?write=1` none, so that the words are written down.
    """
    asked, part = asked_for(request, article), request.GET.get("part", "")
    names = {name(row): row for row in anchors}
    chosen = names.get(part) or (anchors[0] if anchors else None)
    if "write" in request.GET or chosen is None:
        return {}
    several = {"part": name(chosen)} if len(anchors) > 1 else {}
    return {"start": chosen.start, "end": chosen.end, **asked, **several}


def asked_for(request: StaffRequest, article: Article) -> dict[str, Any]:
    """The words that the address names, if they are words of the current version."""
    asked = [request.GET.get(name, "") for name in ("start", "end")]
    version = article.current_version
    if version is None or request.GET.get("version", str(version.pk)) != str(version.pk):
        return {}
    if not all(number.isdecimal() and len(number) < 10 for number in asked):
        return {}
    start, end = map(int, asked)
    return {"start": start, "end": end} if start < end <= len(version.text) else {}


def span_of(form: Form) -> tuple[int | None, int | None]:
    """Where the words of the form stand, as far as it has them."""
    found = [str(form[name].value() or "0") for name in ("start", "end")]
    if not all(number.isdecimal() and len(number) < 10 for number in found):
        return None, None
    return int(found[0]), int(found[1])


def same_words(form: Form, name: str, article: Article) -> str:
    """The page of that name for the words of this form; nothing where it has none."""
    start, end = span_of(form)
    if not end:
        return ""
    version = article.current_version_id
    return f"{reverse(name, args=[article.pk])}?start={start}&end={end}&version={version}"


def _if_stale(request: StaffRequest, refused: NotNow, claim: Claim) -> Claim:
    """The claim as it stands now, where that is why the form was refused."""
    if not refused.stale:
        raise refused
    return claim_or_404(request.user, claim.pk)


def _conflict(
    request: StaffRequest,
    form: Form,
    now: Claim,
    compared: Sequence[Compared],
    links: Sequence[Sequence[BoundField]] = (),
) -> HttpResponse:
    extra = {"form_template": "desk/_mark_fields.html", "links": links} if links else {}
    return conflict_page(
        request,
        form=form,
        row=now,
        seen=now.revision,
        compared=compared,
        about=f"Claim {now.number}",
        back=in_workspace(now),
        extra=extra,
    )


def _stands(claim: Claim) -> str:
    """The chain that stands, innermost first, as one line."""
    return ", ".join(f"{link.speaker}: {link.cue or 'says'}" for link in chain(claim))


def _drafted(drafts: Sequence[LinkDraft]) -> str:
    """The chain that was sent, in the same way."""
    return ", ".join(
        f"{draft.speaker_name}{f' ({draft.speaker_note})' if draft.speaker_note else ''}"
        f": {draft.cue or 'says'}"
        for draft in drafts
    )


def _saved(request: StaffRequest, claim: Claim, now: Claim) -> HttpResponse:
    """Say so; where nothing was changed, there is nothing to undo."""
    if now.revision == claim.revision:
        messages.success(request, f"Claim {claim.number} is as it was.")
    else:
        done(request, claim.article)
    return redirect(in_workspace(claim))


def _of_claim(
    request: StaffRequest,
    claim: Claim,
    form: Form,
    title: str,
    plain: Sequence[BoundField],
    links: Sequence[Sequence[BoundField]] = (),
    **more: Any,
) -> HttpResponse:
    """A form about one claim, with the claim beside it."""
    return _page(
        request,
        claim.article,
        form,
        title.format(n=claim.number),
        back=in_workspace(claim),
        plain=plain,
        links=links,
        claim=claim,
        **more,
    )


def _page(
    request: StaffRequest,
    article: Article,
    form: Form,
    title: str,
    *,
    back: str,
    plain: Sequence[BoundField],
    links: Sequence[Sequence[BoundField]] = (),
    claim: Claim | None = None,
    status: int | None = None,
    **more: Any,
) -> HttpResponse:
    """Words of the text in their passage, and the form about them."""
    version = article.current_version
    chosen = "start" in form.fields and version is not None
    return page(
        request,
        "desk/mark.html",
        {
            "article": article,
            "claim": claim,
            "anchors": quotes_in_text(claim) if claim else (),
            "form": form,
            "title": title,
            "button": "Save" if claim else "Mark it",
            "back": back,
            "around": around(version.text, *span_of(form)) if version and chosen else None,
            "plain": plain,
            "links": links,
            "speakers": speakers_for(article) if links else (),
            **more,
        },
        status=status or (422 if form.is_bound else 200),
    )
