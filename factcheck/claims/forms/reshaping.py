"""A claim is split, or two are made one: keys and places that a button sends."""

from typing import Any

from django import forms

from factcheck.claims.forms.placing import PlaceForm
from factcheck.claims.models import Claim
from factcheck.claims.queries import parts_of
from factcheck.claims.span_parts import parts_split_at


class PressedForm(forms.Form):
    """What a button sends. It shows no field, so whatever is wrong is said in one sentence."""

    INCOMPLETE = ""

    @property
    def problem(self) -> str:
        """Why the action was refused, or what to choose; nothing where all is well."""
        if not self.errors:
            return ""
        said = self.non_field_errors()
        return str(said[0]) if said else self.INCOMPLETE


class SplitForm(PressedForm):
    """Where a claim is cut, in the version that was on the page."""

    INCOMPLETE = "A claim is split between two of its words. Choose where."

    seen = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    at = forms.IntegerField(min_value=0, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, claim: Claim) -> None:
        super().__init__(data)
        self.claim = claim

    def clean(self) -> dict[str, Any]:
        """A point of the claim as it stands; a form that is out of date is for the action."""
        cleaned = super().clean() or self.cleaned_data
        version, parts = self.claim.article.current_version, parts_of(self.claim)
        known = (self.claim.revision, self.claim.article.current_version_id)
        if self.errors or version is None or not parts:
            return cleaned
        if (cleaned["seen"], cleaned["version"]) == known:
            try:
                parts_split_at(version.text, parts, [cleaned["at"]])
            except ValueError:
                self.add_error("at", self.INCOMPLETE)
        return cleaned


class NeighbourForm(PressedForm):
    """The neighbour with which a claim is made one, and how both stood on the page."""

    INCOMPLETE = "Choose the claim that stands before or after this one."

    other = forms.IntegerField(widget=forms.HiddenInput)
    seen = forms.IntegerField(widget=forms.HiddenInput)
    seen_other = forms.IntegerField(widget=forms.HiddenInput)


class AlsoForm(PlaceForm):
    """Further words at which a claim stands: they say it again, or go on with it."""

    AGAIN, ON = "again", "on"

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    how = forms.ChoiceField(
        label="These words",
        choices=[
            (AGAIN, "say the same once more, as a headline or a caption does"),
            (ON, "go on with the statement, which the text breaks up"),
        ],
        initial=AGAIN,
        widget=forms.RadioSelect,
    )

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        super().__init__(data, initial={"seen": claim.revision, **(initial or {})})
        if claim.article.current_version is None:
            raise ValueError("This article has no text.")
        self._begin(claim.article.current_version)

    def placed(self) -> dict[str, Any]:
        """What `claims.actions.add_place` takes, but for the place that they go on with."""
        return {
            **self.place(),
            "seen": self.cleaned_data.get("seen"),
            "version": self.text.pk,
        }

    @property
    def goes_on(self) -> bool:
        return bool(self.cleaned_data["how"] == self.ON)
