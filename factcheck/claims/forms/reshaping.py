"""A claim is split, or two are made one: keys and places that a button sends."""

from typing import Any

from django import forms

from factcheck.claims.forms.placing import PlaceForm
from factcheck.claims.models import Claim


class SplitForm(forms.Form):
    """Where a claim is cut, in the version that was on the page."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    version = forms.IntegerField(widget=forms.HiddenInput)
    at = forms.IntegerField(min_value=0, widget=forms.HiddenInput)


class NeighbourForm(forms.Form):
    """The neighbour with which a claim is made one, and how both stood on the page."""

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
