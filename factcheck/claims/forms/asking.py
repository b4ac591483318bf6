"""Questions on a claim."""

from typing import Any

from django import forms

from factcheck.claims.queries import people_at_work


class QuestionForm(forms.Form):
    """What is asked, of whom, and whether publication waits for it."""

    text = forms.CharField(
        max_length=1000, label="Question", widget=forms.Textarea(attrs={"rows": 4})
    )
    to = forms.ModelChoiceField(
        people_at_work(), required=False, label="To", empty_label="Whoever knows"
    )
    blocking = forms.BooleanField(
        required=False,
        label="Do not publish before this is closed",
        help_text="Only whoever asked closes it.",
    )


class AnswerForm(forms.Form):
    """The answer; until the question is closed it may be given anew."""

    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(
        max_length=2000, label="Answer", widget=forms.Textarea(attrs={"rows": 5})
    )


class CloseForm(forms.Form):
    """Closing one's own question needs no words; somebody else's takes a reason."""

    because = forms.CharField(
        required=False, max_length=300, label="Why?", widget=forms.Textarea(attrs={"rows": 3})
    )

    def __init__(self, *args: Any, needed: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["because"].required = needed
