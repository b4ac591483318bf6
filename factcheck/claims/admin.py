"""Claims, speakers, exemptions and questions, to be looked up."""

from typing import Any

from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.utils.html import format_html_join
from django.utils.safestring import SafeString

from factcheck.claims.models import (
    Anchor,
    Claim,
    Exemption,
    Link,
    Question,
    Speaker,
    Splitting,
    Suggestion,
    Weighing,
)
from factcheck.claims.queries.deciding import order_in_words, weighing_in_force
from factcheck.web.lookup import LookUpAdmin, LookUpInline


class AnchorInline(LookUpInline):
    """Where a claim stands."""

    model = Anchor
    fields = ["version", "place", "part", "start", "end", "quote", "placed"]
    show_change_link = False


class LinkInline(LookUpInline):
    """The chain of attribution, retired links included."""

    model = Link
    fields = ["position", "speaker", "words", "cue", "quote_kind", "governs", "retired_at"]
    show_change_link = False


class SuggestionInline(LookUpInline):
    """Why the splitter proposed a claim, where it did."""

    model = Suggestion
    fields = ["reason", "worth", "version"]
    show_change_link = False


@admin.register(Claim)
class ClaimAdmin(LookUpAdmin[Claim]):
    """Checkable statements of articles."""

    list_display = ["pk", "article_id", "number", "wording", "kind", "stage", "assignee"]
    list_display_links = ["pk", "wording"]
    list_filter = ["stage", "kind", "disposition", "assignee"]
    search_fields = ["wording", "anchors__quote"]
    list_select_related = ["assignee"]
    inlines = [AnchorInline, LinkInline, SuggestionInline]


@admin.register(Speaker)
class SpeakerAdmin(LookUpAdmin[Speaker]):
    """Who is said to say it."""

    list_display = ["name", "kind", "note", "article_id"]
    list_filter = ["kind"]
    search_fields = ["name", "note"]


@admin.register(Exemption)
class ExemptionAdmin(LookUpAdmin[Exemption]):
    """Words that are no claim."""

    list_display = ["quote", "reason", "version_id", "exempted_by", "lifted_at"]
    list_filter = ["reason", "exempted_by"]
    search_fields = ["quote"]
    list_select_related = ["exempted_by"]


@admin.register(Question)
class QuestionAdmin(LookUpAdmin[Question]):
    """What was asked on claims."""

    list_display = ["text", "claim_id", "asked_by", "to", "blocking", "answered_at", "closed_at"]
    list_filter = ["blocking", "asked_by", "to"]
    search_fields = ["text", "answer"]
    list_select_related = ["asked_by", "to"]


@admin.register(Splitting)
class SplittingAdmin(LookUpAdmin[Splitting]):
    """Texts that were read for claims, and texts where that got stuck."""

    list_display = ["version_id", "state", "engine", "proposed", "tries", "asked_by", "touched_at"]
    list_filter = ["state", "engine"]
    search_fields = ["version__title", "note"]
    list_select_related = ["asked_by"]


@admin.register(Weighing)
class WeighingAdmin(LookUpAdmin[Weighing]):
    """What to check first: what was learned from the desk's decisions, and taken back."""

    list_display = [
        "set_at",
        "__str__",
        "accepted",
        "set_aside",
        "in_order_ours",
        "in_order",
        "set_by",
    ]
    list_filter = ["set_by"]
    list_select_related = ["set_by"]
    fields = ["changed", "decisions", "accepted", "in_order_ours", "in_order", "set_by", "set_at"]
    readonly_fields = ["changed"]

    @admin.display(description="what weighs otherwise")
    def changed(self, row: Weighing) -> SafeString:
        """One line each."""
        return format_html_join("", "{}<br>", ((words,) for words in row.changes))

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """How it stands now is said above the list."""
        said = {"subtitle": order_in_words(weighing_in_force()), **(extra_context or {})}
        return super().changelist_view(request, said)
