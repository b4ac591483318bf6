"""Rounds, decisions, confirmations and legal releases, to be looked up."""

from django.contrib import admin

from factcheck.review.models import Confirmation, Decision, LegalRelease, Round
from factcheck.web.lookup import LookUpAdmin, LookUpInline


class DecisionInline(LookUpInline):
    """What was decided in a round."""

    model = Decision


@admin.register(Round)
class RoundAdmin(LookUpAdmin[Round]):
    """Passes of review."""

    list_display = ["claim_id", "number", "opened_by", "opened_at", "outcome", "closed_at"]
    list_filter = ["outcome", "opened_by"]
    search_fields = ["=claim__id", "claim__wording"]
    date_hierarchy = "opened_at"
    list_select_related = ["opened_by"]
    inlines = [DecisionInline]


@admin.register(Confirmation)
class ConfirmationAdmin(LookUpAdmin[Confirmation]):
    """Exemptions and set-aside claims that a second person agreed to."""

    list_display = ["pk", "exemption_id", "claim_id", "confirmed_by", "confirmed_at"]
    list_filter = ["confirmed_by"]
    list_select_related = ["confirmed_by"]


@admin.register(LegalRelease)
class LegalReleaseAdmin(LookUpAdmin[LegalRelease]):
    """Decisions that ended a legal review."""

    list_display = ["claim_id", "decision", "released_by", "released_at"]
    list_filter = ["decision", "released_by"]
    list_select_related = ["released_by"]
