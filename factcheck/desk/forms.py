"""What is typed on pages that show several rooms: a choice that says what it is about."""

from collections.abc import Mapping
from typing import Any

from django import forms

from factcheck.verification.forms import EvidenceForm
from factcheck.verification.models import Capture


class CopyChoice(forms.ModelChoiceField[Capture]):
    """A stored copy, named with the source that it is a copy of."""

    def label_from_instance(self, obj: Capture) -> str:
        name = f"{obj.source.title}: copy of {obj.taken_on:%-d %B %Y}"
        return f"{name} ({obj.file_name})" if obj.file_name else name


class BringForm(EvidenceForm):
    """A source brought to bear, looked for in the library first."""

    find = forms.CharField(
        required=False,
        max_length=200,
        label="Find it in the library",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    capture = CopyChoice(
        Capture.objects.none(),
        required=False,
        empty_label="None, or a new one below",
        label="A copy that we have",
    )


def as_typed(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """What was typed so far, to begin a form with that is not yet to be judged."""
    names = [name for name in data if name.startswith(prefix)]
    return {name.removeprefix(prefix): data[name] for name in names}
