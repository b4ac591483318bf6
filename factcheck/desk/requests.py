"""What an address of the desk names: rows, or 404, and words of a text.

A person without work at the desk sees none of it.
"""

from django.db.models import QuerySet
from django.shortcuts import get_object_or_404

from factcheck.claims.models import Claim, Exemption, Speaker
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.people.requests import StaffRequest, has_work
from factcheck.people.rules import may_look_after_people
from factcheck.web.query_string import number_asked


def article_or_404(user: User, pk: int) -> Article:
    """An article with its current version."""
    has_work(user)
    rows: QuerySet[Article] = Article.objects.select_related(
        "current_version__splitting__weighing", "writer", "brought_by"
    )
    return get_object_or_404(rows, pk=pk)


def claim_or_404(user: User, pk: int) -> Claim:
    """A claim with its article and the article's current version."""
    has_work(user)
    rows = Claim.objects.select_related("article__current_version", "article__writer", "assignee")
    return get_object_or_404(rows, pk=pk)


def speaker_or_404(user: User, pk: int) -> Speaker:
    """A speaker, by whom claims of any article may be said."""
    has_work(user)
    return get_object_or_404(Speaker, pk=pk)


def administrators_only(user: User) -> None:
    """What is for who looks after people and house rules."""
    has_work(user)
    may_look_after_people(user).enforce()


def exemption_or_404(user: User, pk: int) -> Exemption:
    """An exemption with the article it belongs to."""
    has_work(user)
    rows = Exemption.objects.select_related("version__article", "exempted_by")
    return get_object_or_404(rows, pk=pk)


def asked_span(request: StaffRequest, article: Article) -> dict[str, int]:
    """The `start` and `end` that the address names, if they hold words of the current version."""
    version = article.current_version
    if version is None or request.GET.get("version", str(version.pk)) != str(version.pk):
        return {}
    start, end = number_asked(request, "start"), number_asked(request, "end")
    if start is None or end is None:
        return {}
    return {"start": start, "end": end} if start < end <= len(version.text) else {}
