"""The trail, to be looked up."""

from django.contrib import admin

from factcheck.trail.models import Event
from factcheck.web.lookup import LookUpAdmin


@admin.register(Event)
class EventAdmin(LookUpAdmin[Event]):
    """Who did what, when."""

    list_display = ["at", "thread", "number", "verb", "actor", "subject"]
    list_filter = ["verb", "actor"]
    search_fields = ["=thread", "=subject", "verb"]
    date_hierarchy = "at"
    list_select_related = ["actor"]
    ordering = ["-at", "-pk"]
