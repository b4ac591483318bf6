"""The article that a page of the gate is about."""

from django.shortcuts import get_object_or_404

from factcheck.core.rulings import Ruling
from factcheck.intake.models import Article
from factcheck.people.requests import StaffRequest
from factcheck.publishing import rules
from factcheck.publishing.assemble import Dossier


def article_of_desk(request: StaffRequest, pk: int) -> Article:
    """The article, for people of the desk."""
    rules.may_see_gate(request.user).enforce()
    return get_object_or_404(Article.objects.select_related("current_version"), pk=pk)


def may_publish(request: StaffRequest, found: Dossier) -> Ruling:
    """Whether this person may publish the report of what was read."""
    published = bool(found.editions)
    return rules.may_publish(request.user, found.article, published=published, rules=found.rules)
