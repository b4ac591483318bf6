"""Which speaker another one is."""

from typing import Any

from django import forms
from django.db.models import QuerySet

from factcheck.claims.models import Speaker


class SpeakerChoices(forms.ModelChoiceField):  # type: ignore[type-arg]  # not at run time
    """Speakers with what they are and how often they are named."""

    def label_from_instance(self, obj: Any) -> str:
        """Harbour office (of Vellhaven), organisation, 3 claims."""
        count = "1 claim" if obj.claims == 1 else f"{obj.claims} claims"
        return f"{obj}, {obj.get_kind_display().lower()}, {count}"


class MergeForm(forms.Form):
    """Who a speaker is. Only those who can be the same are offered."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    into = SpeakerChoices(
        Speaker.objects.none(),
        label="Who it is",
        widget=forms.RadioSelect,
        empty_label=None,
        error_messages={
            "required": "Choose who it is.",
            "invalid_choice": "This speaker cannot be the same. Choose another one.",
        },
    )

    def __init__(
        self,
        data: Any = None,
        *,
        speaker: Speaker,
        offered: QuerySet[Speaker],
        initial: Any = None,
    ) -> None:
        super().__init__(data, initial={"seen": speaker.revision, **(initial or {})})
        self.fields["into"].queryset = offered  # type: ignore[attr-defined]

    def merged(self) -> dict[str, Any]:
        """What `claims.actions.merge_speakers` takes."""
        return {"into": self.cleaned_data["into"], "seen": self.cleaned_data.get("seen")}
