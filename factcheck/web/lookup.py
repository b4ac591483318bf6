"""Admin pages on which records are looked up and never written.

A form that wrote past the actions would leave no trail.
"""

from typing import Any, TypeVar

from django.contrib import admin
from django.db import models
from django.http import HttpRequest

Row = TypeVar("Row", bound=models.Model)


class LookUpAdmin(admin.ModelAdmin[Row]):
    """Lists, filters, search and a read-only page of one row."""

    list_per_page = 50
    show_full_result_count = False
    actions = None

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False

    def has_delete_permission(self, request: HttpRequest, obj: Row | None = None) -> bool:
        return False


class LookUpInline(admin.TabularInline[Any, Any]):
    """Rows that belong to the one that is looked at, read-only."""

    extra = 0
    can_delete = False
    show_change_link = True

    def has_add_permission(self, request: HttpRequest, *args: Any) -> bool:
        return False

    def has_change_permission(self, request: HttpRequest, obj: Any = None) -> bool:
        return False
