"""What was just done is said with the button that undoes it; and it is undone."""

from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST

from factcheck.claims.models import Step
from factcheck.claims.queries import last_step, step_touching
from factcheck.desk.pages.queue import in_workspace
from factcheck.desk.requests import article_or_404
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.review.actions import undo as undo_step


@require_POST
def undo(request: StaffRequest, pk: int) -> HttpResponse:
    """Undo the last thing that one did to the claims of an article: `step` says what that was."""
    article = article_or_404(request.user, pk)
    asked = request.POST.get("step") or request.GET.get("step", "")
    key = int(asked) if asked.isdecimal() and len(asked) < 19 else 0
    step = undo_step(
        step=get_object_or_404(Step.objects.filter(article=article), pk=key), by=request.user
    )
    messages.success(request, f"Undone: {step.sentence}")
    claim = step_touching(step)
    if claim is None or ("made" in step.inverse and claim.pk in step.inverse["made"]):
        return redirect("desk:workspace", article.pk)
    return redirect(in_workspace(claim))


def done(request: StaffRequest, article: Article, sentence: str = "") -> None:
    """Say what was just done to the claims of an article, with the button that undoes it.

    The message carries the address of that button, so it undoes what the sentence says or nothing.
    """
    step = last_step(article, request.user)
    if step is None:
        messages.success(request, sentence)
        return
    address = f"{reverse('desk:undo', args=[article.pk])}?{urlencode({'step': step.pk})}"
    messages.success(request, sentence or step.sentence, extra_tags=address)
