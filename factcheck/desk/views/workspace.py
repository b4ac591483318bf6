"""The text of an article and the chosen claim beside it."""

from django.http import HttpResponse
from django.views.decorators.http import require_safe

from factcheck.claims.rules import may_exempt, may_mark
from factcheck.desk.queries import workspace as at_work
from factcheck.desk.queries.buttons import buttons_for
from factcheck.desk.queries.steps import next_for, next_in
from factcheck.desk.views.finding import article_or_404
from factcheck.people.requests import StaffRequest
from factcheck.web.pages import page


@require_safe
def workspace(request: StaffRequest, pk: int) -> HttpResponse:
    """The article's text with everything marked in it, one claim chosen by `?claim=`."""
    article = article_or_404(request.user, pk)
    chosen = request.GET.get("claim", "")
    work = at_work.workspace(
        article, request.user, claim=int(chosen) if chosen.isdecimal() else None
    )
    may_mark_now = may_mark(request.user, article)
    return page(
        request,
        "desk/workspace.html",
        {
            "article": article,
            "work": work,
            "card": work.chosen,
            "step": next_for(work.chosen) if work.chosen else None,
            "buttons": buttons_for(work.chosen.claim, work.chosen.rulings) if work.chosen else None,
            "next": next_in(work, may_mark_now),
            "mark": may_mark_now,
            "exempt": may_exempt(request.user, article),
        },
    )
