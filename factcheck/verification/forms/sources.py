"""What is typed about sources and their copies."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils import timezone

from factcheck.claims.models import Speaker
from factcheck.verification.forms.fields import DayInput, SpeakerChoice, words
from factcheck.verification.media import LARGEST
from factcheck.verification.models import Source, SourceKind

HIDDEN = ("public_description", "aliases", "private_note", "stands_behind")


class SourceForm(forms.Form):
    """A source of the library. What is hidden belongs to confidential ones alone."""

    title = forms.CharField(max_length=300, label="Title, or the person’s name")
    kind = forms.ChoiceField(choices=SourceKind, label="What it is")
    publisher = words("Publisher", most=160)
    author = words("Author", most=160)
    url = forms.URLField(
        required=False, max_length=500, label="Address on the web", assume_scheme="https"
    )
    published_on = forms.DateField(
        required=False,
        label="Date",
        widget=DayInput(),
        help_text="When it was published; of a conversation, when it was held.",
    )
    origin = words(
        "Whose story it copies",
        most=120,
        hint="For example a wire service. Sources of one origin count once.",
    )
    interests = words("Interests that readers should know", most=300)
    confidential = forms.BooleanField(
        required=False,
        label="Confidential",
        help_text="Only you, and people who may see confidential sources, will see who it is. "
        "Everybody else, and every reader, sees the public description and nothing more.",
    )
    public_description = words(
        "Public description",
        most=200,
        hint="“A diplomat of a G7 country who has seen the draft.” Needed when confidential.",
    )
    aliases = words("Other names, parted by commas", most=300, hint="Confidential.")
    private_note = words(
        "Private note",
        most=4000,
        rows=3,
        hint="Confidential: how we know the person, when and how we spoke.",
    )
    stands_behind = SpeakerChoice(
        Speaker.objects.none(),
        required=False,
        empty_label="Nobody whom an article leaves unnamed",
        label="The unnamed speaker that it is",
        help_text="Confidential.",
    )

    def __init__(
        self,
        *args: Any,
        optional: bool = False,
        speakers: Iterable[Speaker] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        keys = [speaker.pk for speaker in speakers]
        rows = Speaker.objects.filter(pk__in=keys).select_related("article__current_version")
        self.fields["stands_behind"].queryset = rows  # type: ignore[attr-defined]
        if not keys:
            del self.fields["stands_behind"]
        self.fields["origin"].widget.attrs["list"] = "origins"
        if optional:
            self.empty_permitted, self.use_required_attribute = True, False

    def clean(self) -> dict[str, Any]:
        """A confidential source is described; an open one hides nothing."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("confidential"):
            if not cleaned.get("public_description"):
                self.add_error(
                    "public_description", "Say what readers are told instead of the name."
                )
        else:
            for name in HIDDEN:
                if cleaned.get(name):
                    self.add_error(name, "Tick “Confidential”, or leave this empty.")
        return cleaned

    @staticmethod
    def shown(source: Source) -> dict[str, Any]:
        """What the form begins with when a source is changed."""
        return {"seen": source.revision} | {
            name: getattr(source, name) for name in SourceForm.base_fields
        }


class ChangeSourceForm(SourceForm):
    """The same about a source that is there; whether it is confidential is decided elsewhere."""

    seen = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, source: Source, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["confidential"].disabled = True
        self.initial.setdefault("confidential", source.confidential)
        if not source.confidential:
            for name in (*HIDDEN, "confidential"):
                self.fields.pop(name, None)

    def said(self, values: dict[str, Any]) -> dict[str, str]:
        """Every field's label with its value in words."""
        kinds = dict(SourceKind.choices)
        return {
            str(field.label): str(kinds.get(values[name], values[name]) or "")
            for name, field in self.fields.items()
            if name not in {"seen", "confidential"}
        }


class OpenSourceForm(forms.Form):
    """Why a confidential source is made open."""

    because = forms.CharField(
        max_length=500, label="Why may it be open?", widget=forms.Textarea(attrs={"rows": 3})
    )


class CaptureForm(forms.Form):
    """A stored copy: a file, or text that was copied out."""

    file = forms.FileField(
        required=False,
        label="A file",
        help_text="A page saved as PDF, a scan, a recording: ≤ 20 MB.",
    )
    text = forms.CharField(
        required=False,
        max_length=200_000,
        label="Or its words, pasted",
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    taken_from = words("Where it was taken from", most=500)
    taken_on = forms.DateField(required=False, label="Taken on", widget=DayInput())

    def __init__(self, *args: Any, optional: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.optional = optional
        self.initial.setdefault("taken_on", timezone.localdate())

    @property
    def has_copy(self) -> bool:
        """Whether a file or words came with it."""
        return bool(self.cleaned_data.get("file") or self.cleaned_data.get("text"))

    def clean_file(self) -> Any:
        """Not larger than the desk takes."""
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST:
            raise forms.ValidationError(
                f"The file has {file.size / 1_000_000:.0f} MB; the desk takes up to 20 MB."
            )
        return file

    def clean(self) -> dict[str, Any]:
        """Either a file or words; both only where nothing is needed."""
        cleaned = super().clean() or self.cleaned_data
        both = cleaned.get("file") and cleaned.get("text")
        if both:
            self.add_error("text", "Either choose a file or paste its words, not both.")
        elif not self.optional and not self.errors and not self.has_copy:
            self.add_error("file", "Choose a file or paste the words.")
        if not cleaned.get("taken_on"):
            cleaned["taken_on"] = timezone.localdate()
        return cleaned
