"""A claim that lost its place is marked again in a new text."""

from typing import Any

from django import forms

from factcheck.claims.forms.placing import PlaceForm
from factcheck.claims.models import Claim, Disposition
from factcheck.claims.rules import may_show

SHOWS = [
    ("", "Neither: the words moved, or say the same in another way"),
    (Disposition.FIXED, "It is corrected"),
    (Disposition.HEDGED, "It is hedged: said with more care"),
]


class MarkAgainForm(PlaceForm):
    """Where a claim stands now, and what the new text shows about it."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    shows = forms.ChoiceField(
        required=False,
        label="What does the new text show?",
        widget=forms.RadioSelect,
        help_text="Where it is corrected or hedged, what was found of the old words is open again.",
    )

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        super().__init__(data, initial={"seen": claim.revision, "shows": "", **(initial or {})})
        if claim.article.current_version is None:
            raise ValueError("This article has no text.")
        self._begin(claim.article.current_version)
        if may_show(claim, Disposition.FIXED):
            self.fields["shows"].choices = SHOWS  # type: ignore[attr-defined]
        else:
            del self.fields["shows"]

    def refresh(self, claim: Claim) -> None:
        """Carry the claim as it stands now, for who sends the same again after a refusal."""
        data: dict[str, Any] = dict(self.data.items())
        data["seen"] = str(claim.revision)
        self.data = data

    def marked(self) -> dict[str, Any]:
        """What `verification.actions.mark_again` takes."""
        return {
            **self.place(),
            "shows": self.cleaned_data.get("shows", ""),
            "seen": self.cleaned_data.get("seen"),
            "version": self.text.pk,
        }
