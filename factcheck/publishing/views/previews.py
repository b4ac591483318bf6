"""The page exactly as readers will get it."""

import json

from django.conf import settings
from django.http import HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_safe

from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.publishing import queries
from factcheck.publishing.assemble import Dossier, dossier, report_for
from factcheck.publishing.gate import judge
from factcheck.publishing.report import Report, digest_of, part_digests, without_public_sentence
from factcheck.publishing.views.articles import article_of_desk, may_publish
from factcheck.web.pages import page


@require_safe
def preview(request: StaffRequest, pk: int) -> HttpResponse:
    """The page exactly as readers will get it, under a bar with the button."""
    return preview_page(request, article_of_desk(request, pk))


def preview_page(request: StaffRequest, article: Article, *, refused: str = "") -> HttpResponse:
    """The readers' template, with the report of this moment; after a refusal, with what moved."""
    found = dossier(article)
    answer = judge(found)
    report = report_for(found)
    may = may_publish(request, found)
    return page(
        request,
        "publishing/preview.html",
        {
            **_as_read(request, found, report),
            "article": article,
            "gate": answer,
            "may_publish": may and answer.lets_through(),
            "posted_digest": digest_of(without_public_sentence(report)),
            "posted_parts": json.dumps(part_digests(report)),
            "refused": refused,
            "moved": moved(request, report) if refused else [],
        },
        status=409 if refused else 200,
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


def moved(request: StaffRequest, report: Report) -> list[str]:
    """Which parts of the page are not what they were when it was shown."""
    try:
        before = json.loads(request.POST.get("parts", "{}"))
    except json.JSONDecodeError:
        return []
    now = part_digests(report)
    if not isinstance(before, dict):
        return []
    return sorted(
        name
        for name in {*before, *now}
        if before.get(name) != now.get(name) and (name in now or name.startswith("claim "))
    )
