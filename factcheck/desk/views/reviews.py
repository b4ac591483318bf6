"""A second person judges: claims are given to review, signed, sent back; what was left out is confirmed."""

from django.contrib import messages
from django.http import Http404, HttpResponse
from django.shortcuts import redirect
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from factcheck.claims.models import Claim, Stage
from factcheck.claims.queries import claims_of
from factcheck.core.rulings import Ruling
from factcheck.desk.pages.review import ticked
from factcheck.desk.queries.review import in_review, next_in_review, progress, signing
from factcheck.desk.queries.workspace.card import card
from factcheck.desk.requests import article_or_404, claim_or_404
from factcheck.desk.views.form_pages import card_form_page
from factcheck.desk.workspace.page import in_workspace
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest
from factcheck.people.roles import Ability
from factcheck.review import actions, rules
from factcheck.review.forms import ReasonForm, SendBackForm, WhoseForm
from factcheck.review.queries import approved_by, approvers
from factcheck.review.queries.left_out import to_confirm
from factcheck.web.conflict import attempt
from factcheck.web.pages import page, posted


@require_POST
def claim_submit(request: StaffRequest, pk: int) -> HttpResponse:
    """Give a checked claim to review."""
    claim = actions.submit(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(request, f"Claim {claim.number} is in review.")
    return redirect(in_workspace(claim))


@require_POST
def submit_all(request: StaffRequest, pk: int) -> HttpResponse:
    """Give every checked claim of an article to review."""
    article = article_or_404(request.user, pk)
    claims = claims_of(article).filter(stage=Stage.CHECKED)
    done, refused = actions.submit_all(article=article, by=request.user, claims=list(claims))
    _flash_outcome(request, done, refused, "in review")
    return redirect(article)


@require_POST
def claim_withdraw(request: StaffRequest, pk: int) -> HttpResponse:
    """Take a claim back from review."""
    claim = actions.withdraw(claim=claim_or_404(request.user, pk), by=request.user)
    messages.success(request, f"Claim {claim.number} is withdrawn from review.")
    return redirect(in_workspace(claim))


@require_http_methods(["GET", "HEAD", "POST"])
def claim_review(request: StaffRequest, pk: int) -> HttpResponse:
    """Everything that a signature covers; the button signs exactly what is shown."""
    claim = claim_or_404(request.user, pk)
    if request.method != "POST":
        return _signing_page(request, claim)
    with attempt() as tried:
        actions.approve(claim=claim, by=request.user, seen_digest=request.POST.get("digest", ""))
    if tried.stale:
        return _signing_page(request, claim, moved=True)
    messages.success(request, f"Claim {claim.number} is approved.")
    following = next_in_review(claim, request.user)
    return redirect("desk:claim_review", following.pk) if following else _to_review(claim)


@require_http_methods(["GET", "HEAD", "POST"])
def claim_send_back(request: StaffRequest, pk: int) -> HttpResponse:
    """Send a claim back with a reason that its checker can act on."""
    claim = claim_or_404(request.user, pk)
    rules.may_send_back(request.user, claim).enforce()
    form = SendBackForm(posted(request))
    if form.is_valid():
        actions.send_back(claim=claim, by=request.user, **form.cleaned_data)
        messages.success(request, f"Claim {claim.number} is sent back.")
        return _to_review(claim)
    return card_form_page(request, claim, form, "Send claim {n} back", "Send it back")


@require_safe
def review(request: StaffRequest, pk: int) -> HttpResponse:
    """All that waits for a second person on one article."""
    article = article_or_404(request.user, pk)
    waiting = [(item, rules.may_confirm(request.user, item)) for item in to_confirm(article)]
    lines = in_review(article, request.user)
    return page(
        request,
        "desk/reviews/review.html",
        {
            "article": article,
            "lines": lines,
            "may_sign": any(line.may for line in lines),
            "unconfirmed": waiting,
            "may_confirm": any(may for _, may in waiting),
            "progress": progress(article),
            "submits": request.user.can(Ability.VERIFY),
            "may_reopen_all": rules.may_reopen_all(request.user),
        },
    )


@require_POST
def approve_all(request: StaffRequest, pk: int) -> HttpResponse:
    """Sign off the claims that were ticked; those that may not be are named."""
    article = article_or_404(request.user, pk)
    seen = ticked(request.POST.getlist("claim"))
    claims = claims_of(article).filter(pk__in=seen)
    done, refused = actions.approve_all(
        article=article, by=request.user, claims=list(claims), seen=seen
    )
    _flash_outcome(request, done, refused, "approved")
    return redirect("desk:review", article.pk)


@require_POST
def confirm(request: StaffRequest, pk: int) -> HttpResponse:
    """Agree to what was left out of the check, as far as it was ticked."""
    article = article_or_404(request.user, pk)
    wanted = set(request.POST.getlist("item"))
    done = actions.confirm(article=article, by=request.user, seen=wanted)
    if len(done) < len(wanted):
        messages.warning(request, "Some of it was changed in the meantime. Look again.")
    if done:
        messages.success(request, f"{len(done)} left out with your agreement.")
    if not wanted:
        messages.warning(request, "Nothing was ticked.")
    return redirect("desk:review", article.pk)


@require_http_methods(["GET", "HEAD", "POST"])
def reopen_all(request: StaffRequest) -> HttpResponse:
    """A publisher chooses a colleague, reads what would be opened, and says why."""
    if not request.user.abilities:
        raise Http404
    rules.may_reopen_all(request.user).enforce()
    whose = WhoseForm(request.GET if "person" in request.GET else None)
    person: User | None = whose.cleaned_data["person"] if whose.is_valid() else None
    form = ReasonForm(posted(request))
    if person is not None and form.is_valid():
        done = actions.reopen_all_of(person=person, by=request.user, **form.cleaned_data)
        one = len(done) == 1
        messages.success(
            request,
            f"{len(done)} claim{'' if one else 's'} that {person} approved "
            f"{'is' if one else 'are'} open again.",
        )
        return redirect("desk:queue")
    wrong = (whose.is_bound and person is None) or form.is_bound
    return page(
        request,
        "desk/reviews/reopen_all.html",
        {
            "whose": whose,
            "person": person,
            "claims": approved_by(person) if person else [],
            "anybody": approvers().exists(),
            "form": form,
        },
        status=422 if wrong else 200,
    )


def _signing_page(request: StaffRequest, claim: Claim, *, moved: bool = False) -> HttpResponse:
    """The claim as it stands now; `moved` where it is not what was to be signed a moment ago."""
    found = card(claim, request.user)
    shown = signing(found)
    context = {
        "card": found,
        "claim": found.claim,
        "article": claim.article,
        "signing": shown,
        "mine": shown.is_theirs(request.user),
        "moved": moved,
        "form": SendBackForm(),
    }
    return page(request, "desk/reviews/claim_review.html", context, status=409 if moved else 200)


def _to_review(claim: Claim) -> HttpResponse:
    return redirect("desk:review", claim.article_id)


def _flash_outcome(
    request: StaffRequest, done: list[Claim], refused: list[tuple[Claim, Ruling]], what: str
) -> None:
    """Name what went through, and what did not with its reason."""
    if done:
        numbers = ", ".join(str(claim.number) for claim in done)
        one = len(done) == 1
        messages.success(
            request, f"Claim{'' if one else 's'} {numbers} {'is' if one else 'are'} {what}."
        )
    for claim, ruling in refused:
        messages.warning(request, f"Claim {claim.number}: {ruling.reason}")
    if not done and not refused:
        messages.warning(request, "No claim was chosen.")
