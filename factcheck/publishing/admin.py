"""Editions and their addresses, to be looked up."""

from django.contrib import admin

from factcheck.publishing.models import Address, Edition
from factcheck.web.lookup import LookUpAdmin


@admin.register(Edition)
class EditionAdmin(LookUpAdmin[Edition]):
    """Frozen public reports."""

    list_display = ["title", "number", "tier", "article_id", "published_by", "published_at"]
    list_filter = ["tier", "published_by"]
    search_fields = ["title", "digest"]
    date_hierarchy = "published_at"
    list_select_related = ["published_by"]


@admin.register(Address)
class AddressAdmin(LookUpAdmin[Address]):
    """Where reports stand."""

    list_display = ["slug", "article_id", "chosen_by", "chosen_at"]
    search_fields = ["slug"]
    list_select_related = ["chosen_by"]
