"""What becomes of a claim, who works on it; how a speaker is called."""

from typing import Any

from django import forms

from factcheck.claims.forms.chain import OneLine
from factcheck.claims.models import Claim, Disposition, SetAsideCause, Speaker, SpeakerKind
from factcheck.claims.queries import people_at_work
from factcheck.claims.rules import may_dispose_so
from factcheck.intake.forms import DueField


class SetAsideForm(forms.Form):
    """Why a claim is left out of the check."""

    because = forms.CharField(
        max_length=300, label="Why?", widget=forms.Textarea(attrs={"rows": 3})
    )


class NotThisOneForm(forms.Form):
    """Why a suggestion is no claim: by a word that is nearly always the right one, or in words."""

    CAUSES = (SetAsideCause.NO_STATEMENT, SetAsideCause.SAID_TWICE, SetAsideCause.WRONG_WORDS)

    why = forms.ChoiceField(
        choices=[*((cause.value, cause.label) for cause in CAUSES), ("", "Another reason")],
        required=False,
        initial=SetAsideCause.NO_STATEMENT,
        label="Why?",
        widget=forms.RadioSelect,
    )
    because = forms.CharField(
        max_length=200,
        required=False,
        label="In words",
        widget=forms.Textarea(attrs={"rows": 2}),
    )

    def clean(self) -> dict[str, Any]:
        """One sentence and its cause, however they were given."""
        cause = self.cleaned_data.get("why") or ""
        known = f"{SetAsideCause(cause).label}." if cause else ""
        given = (known, self.cleaned_data.get("because"))
        because = " ".join(part for part in given if part)
        if not because and not self.errors:
            self.add_error("because", "Say why, in a word or two.")
        return {"because": because, "cause": cause or SetAsideCause.EDITOR}


class AssignForm(forms.Form):
    """Who works on a claim, and by when."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    to = forms.ModelChoiceField(people_at_work(), required=False, label="Who", empty_label="Nobody")
    due_at = DueField()


class DisposeForm(forms.Form):
    """What happens to the text. Only what may be set by hand is offered."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    disposition = forms.ChoiceField(label="The text", widget=forms.RadioSelect)

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        shown = {"seen": claim.revision, "disposition": claim.disposition}
        super().__init__(data, initial={**shown, **(initial or {})})
        self.fields["disposition"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in Disposition.choices if may_dispose_so(claim, value)
        ]


class SpeakerForm(forms.Form):
    """Who somebody is, and what tells them from namesakes."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    kind = forms.ChoiceField(label="Who or what it is")
    name = OneLine(max_length=160, label="Name")
    note = OneLine(
        required=False,
        max_length=160,
        label="What tells namesakes apart",
        help_text="For example an office, a place, or an edition.",
    )

    def __init__(self, data: Any = None, *, speaker: Speaker, initial: Any = None) -> None:
        names = ("kind", "name", "note")
        shown = {"seen": speaker.revision, **{name: getattr(speaker, name) for name in names}}
        super().__init__(data, initial={**shown, **(initial or {})})
        self.speaker = speaker
        # an unnamed one belongs to one article and stays what it is; a named one is the desk's
        self.fields["kind"].choices = [  # type: ignore[attr-defined]
            (value, label)
            for value, label in SpeakerKind.choices
            if (value == SpeakerKind.UNNAMED) == (not speaker.is_named)
        ]

    def clean(self) -> dict[str, Any]:
        """Two speakers whom nothing tells apart are one."""
        cleaned = super().clean() or self.cleaned_data
        twins = Speaker.objects.filter(
            article=self.speaker.article_id,
            **{name: cleaned.get(name) for name in ("kind", "name", "note")},
        ).exclude(pk=self.speaker.pk)
        if not self.errors and twins.exists():
            self.add_error("note", "There is a speaker of this name already. Tell the two apart.")
        return cleaned
