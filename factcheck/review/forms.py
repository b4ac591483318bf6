"""What is typed when work is judged."""

from typing import Any

from django import forms

from factcheck.claims.models import Claim
from factcheck.people.models import User
from factcheck.review.models import Release
from factcheck.review.queries import approvers
from factcheck.review.rules import may_release_so


class ReasonForm(forms.Form):
    """Why: a sentence or two that somebody can act on."""

    because = forms.CharField(
        max_length=500, label="Why?", widget=forms.Textarea(attrs={"rows": 3})
    )


class WhoseForm(forms.Form):
    """Whose approvals are to be opened again."""

    person = forms.ModelChoiceField(
        User.objects.none(), label="Who approved them", empty_label=None
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].queryset = approvers()  # type: ignore[attr-defined]


class SendBackForm(forms.Form):
    """What is missing before anybody would sign."""

    because = forms.CharField(
        max_length=2000, label="What is missing?", widget=forms.Textarea(attrs={"rows": 4})
    )


class ReleaseForm(forms.Form):
    """What a lawyer decided, and why. Only what may be decided of this text is offered."""

    decision = forms.ChoiceField(label="The words", widget=forms.RadioSelect)
    reason = forms.CharField(
        max_length=2000, label="Why?", widget=forms.Textarea(attrs={"rows": 4})
    )

    def __init__(self, data: Any = None, *, claim: Claim) -> None:
        super().__init__(data)
        self.fields["decision"].choices = [  # type: ignore[attr-defined]
            (value, label) for value, label in Release.choices if may_release_so(claim, value)
        ]
