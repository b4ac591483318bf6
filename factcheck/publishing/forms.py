"""What is typed in this room."""

from django import forms

from factcheck.publishing.models import SLUG


class AddressForm(forms.Form):
    """Where the report will stand."""

    slug = forms.CharField(
        label="Address of the report",
        max_length=60,
        validators=[SLUG],
        help_text="Small letters, digits and single hyphens. It cannot be changed once published.",
        widget=forms.TextInput(attrs={"autocapitalize": "none", "spellcheck": "false"}),
    )


class BreakGlassForm(forms.Form):
    """Going past the gate: why, and what readers are told."""

    past = forms.CharField(
        label="Why it cannot wait",
        max_length=2000,
        help_text="Stays in the desk’s history.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    public = forms.CharField(
        label="One sentence for readers",
        max_length=400,
        help_text="Stands on the report, above the first claim.",
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class ClearForm(forms.Form):
    """Why words that look like a confidential source may stand."""

    reason = forms.CharField(
        label="Why these words may stand",
        max_length=500,
        help_text="Seen by nobody but those who may see the source.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
