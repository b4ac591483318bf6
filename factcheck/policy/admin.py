"""House rules: changed in the admin, through the actions."""

from typing import Any

from django import forms
from django.contrib import admin
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect

from factcheck.policy import actions
from factcheck.policy.models import HouseRules
from factcheck.policy.queries import SWITCHES


class HouseRulesForm(forms.ModelForm[HouseRules]):
    """The rules, with the revision that was seen when the form was shown."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    class Meta:
        model = HouseRules
        fields = [
            "desk_name",
            "desk_url",
            "postal_address",
            "owner",
            "funding",
            "corrections_address",
            "method",
            "unnamed_sources",
            "corrections_policy",
            "share",
            *SWITCHES,
        ]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial["seen"] = self.instance.revision


@admin.register(HouseRules)
class HouseRulesAdmin(admin.ModelAdmin[HouseRules]):
    """The one row of house rules."""

    form = HouseRulesForm
    readonly_fields = ["changed_by", "changed_at"]
    fieldsets = [
        (
            "The desk",
            {
                "fields": [
                    "seen",
                    "desk_name",
                    "desk_url",
                    "postal_address",
                    "owner",
                    "funding",
                    "corrections_address",
                ]
            },
        ),
        ("What readers are told", {"fields": ["method", "unnamed_sources", "corrections_policy"]}),
        (
            "What the gate demands",
            {
                "description": "Five rules have no switch: who approved, what an approval covers, "
                "legal release, the current version, and confidential sources.",
                "fields": [*SWITCHES],
            },
        ),
        ("Other people’s texts", {"fields": ["share"]}),
        ("Last changed", {"fields": ["changed_by", "changed_at"]}),
    ]

    def has_add_permission(self, request: HttpRequest) -> bool:
        return super().has_add_permission(request) and not HouseRules.objects.exists()

    def history_view(
        self, request: HttpRequest, object_id: str, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """The trail has it, in sentences."""
        return redirect("desk:rules_history")

    def has_delete_permission(self, request: HttpRequest, obj: HouseRules | None = None) -> bool:
        return False

    def changelist_view(
        self, request: HttpRequest, extra_context: dict[str, Any] | None = None
    ) -> HttpResponse:
        """There is one row: go to it, or to the form that makes it."""
        if not self.has_view_permission(request):
            return super().changelist_view(request, extra_context)
        if HouseRules.objects.exists():
            return redirect("admin:factcheck_houserules_change", 1)
        return redirect("admin:factcheck_houserules_add")

    def save_model(self, request: HttpRequest, obj: HouseRules, form: Any, change: bool) -> None:
        by: Any = request.user
        changed = {name: form.cleaned_data[name] for name in form.changed_data if name != "seen"}
        seen = form.cleaned_data["seen"] if change else None
        obj.pk = actions.set_house_rules(by=by, seen=seen, **changed).pk
