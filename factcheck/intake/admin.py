"""Articles and their versions, to be looked up."""

from django.contrib import admin

from factcheck.intake.models import Article, Passage, Version
from factcheck.web.lookup import LookUpAdmin, LookUpInline


class PassageInline(LookUpInline):
    """The blocks of a version."""

    model = Passage
    show_change_link = False


@admin.register(Article)
class ArticleAdmin(LookUpAdmin[Article]):
    """Pieces that were brought to the desk."""

    list_display = ["pk", "title", "rights", "writer", "due_at", "brought_by", "brought_at"]
    list_display_links = ["pk", "title"]
    list_filter = ["rights", "writer", "brought_by"]
    search_fields = ["given_title", "current_version__title", "publisher"]
    date_hierarchy = "brought_at"
    list_select_related = ["current_version", "writer", "brought_by"]


@admin.register(Version)
class VersionAdmin(LookUpAdmin[Version]):
    """The immutable texts of the articles."""

    list_display = ["pk", "article", "number", "title", "language", "words", "origin", "brought_at"]
    list_filter = ["language", "origin"]
    search_fields = ["title", "text_digest", "byline"]
    list_select_related = ["article__current_version"]
    inlines = [PassageInline]
