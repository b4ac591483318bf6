"""The request that a desk view gets: signed in, and known to htmx."""

from django.http import HttpRequest
from django_htmx.middleware import HtmxDetails

from factcheck.people.models import User


class StaffRequest(HttpRequest):
    """A request of somebody who has signed in."""

    user: User
    htmx: HtmxDetails
