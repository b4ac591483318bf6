"""What is typed when work is judged."""

from django import forms

from factcheck.review.models import Release


class ReasonForm(forms.Form):
    """Why: a sentence or two that somebody can act on."""

    because = forms.CharField(
        max_length=500, label="Why?", widget=forms.Textarea(attrs={"rows": 3})
    )


class SendBackForm(forms.Form):
    """What is missing before anybody would sign."""

    because = forms.CharField(
        max_length=2000, label="What is missing?", widget=forms.Textarea(attrs={"rows": 4})
    )


class ReleaseForm(forms.Form):
    """What a lawyer decided, and why."""

    decision = forms.ChoiceField(choices=Release, label="The words", widget=forms.RadioSelect)
    reason = forms.CharField(
        max_length=2000, label="Why?", widget=forms.Textarea(attrs={"rows": 4})
    )
