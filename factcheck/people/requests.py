"""The request that a desk view gets: signed in, and known to htmx."""

from django.http import Http404, HttpRequest
from django_htmx.middleware import HtmxDetails

from factcheck.people.models import User


class StaffRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
    htmx: HtmxDetails


def has_work(user: User) -> None:
    """Who has no work at the desk sees none of it, not even that it is there."""
    if not user.abilities:
        raise Http404
