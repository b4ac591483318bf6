"""What is typed when a piece is brought in or described."""

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.timezone import localtime

from factcheck.intake.models import Article, Origin, Rights
from factcheck.intake.readers import MAX_BYTES, Reading, ReadingRefused, read_bytes, read_text
from factcheck.people.models import User


class WriterField(forms.ModelChoiceField[User]):
    """A colleague who wrote the piece, or nobody of ours."""

    def __init__(self, **kwargs: Any) -> None:
        people = User.objects.filter(is_active=True).order_by("name", "pk")
        super().__init__(people, required=False, empty_label="Nobody of ours", **kwargs)


class DueField(forms.DateTimeField):
    """When it is due, as browsers send it."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.DateTimeInput(attrs={"type": "datetime-local"}, format="%Y-%m-%dT%H:%M")
        super().__init__(required=False, label="Due", widget=widget, **kwargs)


class PastedField(forms.CharField):
    """A text as it was pasted; null characters, which no text needs, are dropped, not refused."""

    def to_python(self, value: Any) -> str:
        """The text without them. Everything else is the reader's to normalise."""
        return (super().to_python(value) or "").replace("\x00", "")


class PasteForm(forms.Form):
    """A text, pasted or from a file, and what is known about it."""

    title = forms.CharField(
        required=False,
        max_length=200,
        label="Title",
        help_text="Leave it empty where the text begins with its headline, or has none.",
    )
    text = PastedField(
        required=False,
        label="Text",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 16}),
        help_text="Up to 1 MB and 20,000 words. Leave a blank line between paragraphs.",
    )
    file = forms.FileField(
        required=False,
        label="Or a file",
        help_text="Plain text (.txt).",
        widget=forms.ClearableFileInput(attrs={"accept": ".txt,text/plain"}),
    )
    rights = forms.ChoiceField(
        choices=Rights,
        initial=Rights.THIRD_PARTY,
        label="Whose article is it?",
        widget=forms.RadioSelect,
        help_text="Readers see our own text whole, and only short parts of somebody else’s.",
    )
    writer = WriterField(label="Written by")
    publisher = forms.CharField(required=False, max_length=120, label="Published by")
    original_url = forms.URLField(
        required=False, max_length=500, label="Where it stands on the web", assume_scheme="https"
    )
    due_at = DueField()

    reading: Reading
    origin = Origin.PASTE
    file_name = ""

    def clean(self) -> dict[str, Any]:
        """Read the piece; what cannot be read is refused at the field that it came through."""
        cleaned = super().clean() or self.cleaned_data
        upload = cleaned.get("file")
        if upload and cleaned.get("text", "").strip():
            self.add_error("file", "Either paste the text or choose a file, not both.")
        elif not self.errors:
            field = "file" if upload else "text"
            try:
                self.reading = self._read(cleaned)
            except ReadingRefused as refused:
                self.add_error(field, str(refused))
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> Reading:
        title = cleaned.get("title", "")
        upload = cleaned.get("file")
        if not upload:
            return read_text(cleaned.get("text", ""), title=title)
        if upload.size > 2 * MAX_BYTES + 2:  # UTF-16 takes twice the room
            raise ReadingRefused(
                f"The file has {upload.size / 1_000_000:.1f} MB; the desk takes up to 1 MB of text."
            )
        self.origin, self.file_name = Origin.FILE, upload.name[:200]
        reading = read_bytes(upload.read(), name=upload.name)
        return reading.with_title(" ".join(title.split())) if title.strip() else reading

    def kept(self) -> dict[str, Any]:
        """What `intake.actions.keep` takes."""
        names = ("rights", "writer", "publisher", "original_url", "due_at")
        return {
            "reading": self.reading,
            "origin": self.origin,
            "file_name": self.file_name,
            **{name: self.cleaned_data[name] for name in names},
        }


class DescribeForm(forms.Form):
    """What an article is: title for readers, whose it is, writer, due time."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    given_title = forms.CharField(
        required=False,
        max_length=200,
        label="Title for readers",
        help_text="It heads the report and is no part of the text under check.",
    )
    rights = forms.ChoiceField(
        choices=Rights, label="Whose article is it?", widget=forms.RadioSelect
    )
    writer = WriterField(label="Written by")
    publisher = forms.CharField(required=False, max_length=120, label="Published by")
    original_url = forms.URLField(
        required=False, max_length=500, label="Where it stands on the web", assume_scheme="https"
    )
    due_at = DueField()

    def __init__(self, data: Any = None, *, article: Article) -> None:
        super().__init__(data, initial=self.shown(article))
        # a writer who has left since remains the writer
        writers = User.objects.filter(Q(is_active=True) | Q(pk=article.writer_id))
        self.fields["writer"].queryset = writers.order_by("name", "pk")  # type: ignore[attr-defined]

    @staticmethod
    def shown(article: Article) -> dict[str, Any]:
        """What the form begins with."""
        names = ("given_title", "rights", "writer", "publisher", "original_url", "due_at")
        return {"seen": article.revision, **{name: getattr(article, name) for name in names}}

    def said(self, values: dict[str, Any]) -> dict[str, str]:
        """Values of these fields as words, by the label of the field."""
        labels = {field.name: str(field.label) for field in self.visible_fields()}
        return {label: self._in_words(name, values.get(name)) for name, label in labels.items()}

    def _in_words(self, name: str, value: Any) -> str:
        if value in {None, ""}:
            return ""
        if name == "rights":
            return str(Rights(value).label)
        if isinstance(value, datetime):
            return f"{localtime(value):%d %B %Y, %H:%M}"
        return str(value)
