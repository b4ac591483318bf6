"""Sources, captures, evidence, verdicts and contacts, to be looked up.

The desk's own words for verdicts are changed here too, since this room knows the verdicts.

What rests on a confidential source is left out for everybody who may not see that source on the
desk: administrators do not see it by being administrators.
"""

from typing import Any

from django import forms
from django.contrib import admin
from django.db.models import Q, QuerySet
from django.http import HttpRequest

from factcheck.core.verdicts import QUESTIONS, SCALES
from factcheck.policy.actions import rename_label
from factcheck.policy.models import Label
from factcheck.verification.models import Capture, Contact, Evidence, Source, Verdict
from factcheck.web.lookup import LookUpAdmin, LookUpInline


def seen_by(request: HttpRequest, rows: QuerySet[Any], source: str = "source") -> QuerySet[Any]:
    """Rows whose source (if any) this person may see."""
    user: Any = request.user
    visible = Source.objects.visible_to(user)
    return rows.filter(Q(**{f"{source}__isnull": True}) | Q(**{f"{source}__in": visible}))


@admin.register(Source)
class SourceAdmin(LookUpAdmin[Source]):
    """The library of sources."""

    list_display = ["shown", "kind", "publisher", "origin", "confidential", "added_by", "added_at"]
    list_filter = ["kind", "confidential"]
    search_fields = ["title", "publisher", "origin", "public_description"]
    list_select_related = ["added_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Source]:
        return super().get_queryset(request).visible_to(request.user)  # type: ignore[attr-defined, no-any-return]


@admin.register(Capture)
class CaptureAdmin(LookUpAdmin[Capture]):
    """Stored copies. The file itself is served by the desk alone."""

    list_display = ["pk", "source", "media_type", "size", "taken_on", "added_by", "added_at"]
    list_filter = ["media_type"]
    search_fields = ["sha256"]
    list_select_related = ["source", "added_by"]
    exclude = ["file"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Capture]:
        return seen_by(request, super().get_queryset(request))


@admin.register(Evidence)
class EvidenceAdmin(LookUpAdmin[Evidence]):
    """Sources brought to bear on claims."""

    list_display = ["claim_id", "aspect", "stance", "primary", "source", "added_by", "added_at"]
    list_filter = ["aspect", "stance", "primary"]
    search_fields = ["excerpt", "note", "=claim__id"]
    list_select_related = ["source", "added_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Evidence]:
        return seen_by(request, super().get_queryset(request))


@admin.register(Contact)
class ContactAdmin(LookUpAdmin[Contact]):
    """Attempts to reach speakers."""

    list_display = ["pk", "article_id", "speaker", "reached_on", "none_by", "added_by"]
    list_filter = ["added_by"]
    search_fields = ["speaker__name"]
    list_select_related = ["speaker", "added_by"]

    def get_queryset(self, request: HttpRequest) -> QuerySet[Contact]:
        return seen_by(request, super().get_queryset(request))


class RestsOnInline(LookUpInline):
    """The evidence that a verdict rests on, by its public description."""

    model = Verdict.evidence.through
    fields = ["evidence"]
    show_change_link = False


@admin.register(Verdict)
class VerdictAdmin(LookUpAdmin[Verdict]):
    """Findings, the superseded ones included."""

    list_display = ["claim_id", "aspect", "code", "found_by", "found_at"]
    list_filter = ["aspect", "code", "found_by"]
    search_fields = ["rationale", "=claim__id"]
    date_hierarchy = "found_at"
    list_select_related = ["found_by"]
    inlines = [RestsOnInline]


class LabelForm(forms.ModelForm[Label]):
    """One verdict and what this desk calls it."""

    verdict = forms.ChoiceField(
        choices=[
            (QUESTIONS[aspect], [(f"{aspect}:{code}", meant.word) for code, meant in scale.items()])
            for aspect, scale in SCALES.items()
        ]
    )

    class Meta:
        model = Label
        fields = ["words"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.instance.pk:
            self.initial["verdict"] = f"{self.instance.aspect}:{self.instance.code}"
            self.fields["verdict"].disabled = True


@admin.register(Label)
class LabelAdmin(admin.ModelAdmin[Label]):
    """The desk's own words for verdicts; removing one brings the product's word back."""

    form = LabelForm
    list_display = ["aspect", "code", "words"]
    list_filter = ["aspect"]
    search_fields = ["code", "words"]
    ordering = ["aspect", "code"]
    actions = None

    def save_model(self, request: HttpRequest, obj: Label, form: Any, change: bool) -> None:
        by: Any = request.user
        aspect, code = form.cleaned_data["verdict"].split(":")
        label = rename_label(by=by, aspect=aspect, code=code, words=obj.words)
        obj.pk = label.pk if label else obj.pk

    def delete_model(self, request: HttpRequest, obj: Label) -> None:
        by: Any = request.user
        rename_label(by=by, aspect=obj.aspect, code=obj.code, words="")
