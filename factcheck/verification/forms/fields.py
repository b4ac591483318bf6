"""Kinds of fields that the forms of this room share."""

from typing import Any, TypeVar

from django import forms
from django.db.models import Model

from factcheck.claims.models import Speaker
from factcheck.verification.models import Source


class DayInput(forms.DateInput):
    """A day, as browsers send it."""

    input_type = "date"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%d", **kwargs)


class MomentInput(forms.DateTimeInput):
    """A day and a time, as browsers send them."""

    input_type = "datetime-local"

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(format="%Y-%m-%dT%H:%M", **kwargs)


def words(label: str, *, most: int, rows: int = 0, hint: str = "") -> forms.CharField:
    """An optional field of words, one line or several."""
    widget = forms.Textarea(attrs={"rows": rows}) if rows else forms.TextInput()
    return forms.CharField(
        required=False, max_length=most, label=label, widget=widget, help_text=hint
    )


Row = TypeVar("Row", bound=Model)
LONGEST = 18  # digits; no key has more, and databases stumble over a number past their largest


class SeveralChoice(forms.ModelMultipleChoiceField[Row]):
    """Several rows at once. A key that is longer than any key names none of them."""

    def clean(self, value: Any) -> Any:
        """The rows, or which of the keys is none."""
        for key in value or ():
            if len(str(key)) > LONGEST:
                raise forms.ValidationError(
                    self.error_messages["invalid_choice"],
                    code="invalid_choice",
                    params={"value": key},
                )
        return super().clean(value)


class SpeakerChoice(forms.ModelChoiceField[Speaker]):
    """An unnamed speaker, with the article that quotes them."""

    def label_from_instance(self, obj: Speaker) -> str:
        """What readers are told of them, and where."""
        return f"{obj} · {obj.article.title}" if obj.article else str(obj)


class SourceChoice(forms.ModelChoiceField[Source]):
    """A source of the library, as the person who chooses may see it."""

    def label_from_instance(self, obj: Source) -> str:
        """Its title and publisher, and whether it is confidential."""
        name = f"{obj.title} (confidential)" if obj.confidential else obj.title
        return f"{name} · {obj.publisher}" if obj.publisher else name
