"""What is typed on pages that show several rooms: a choice that says what it is about."""

from collections.abc import Mapping
from typing import Any

from django import forms

from factcheck.core.spans import one_line
from factcheck.intake.forms import PastedField, read_upload
from factcheck.intake.models import Origin, PassageRole, Version
from factcheck.intake.queries import passages
from factcheck.intake.readers import FORMATS, Reading, ReadingRefused, read_text
from factcheck.verification.forms import EvidenceForm
from factcheck.verification.models import Capture


class CopyChoice(forms.ModelChoiceField[Capture]):
    """A stored copy, named with the source that it is a copy of."""

    def label_from_instance(self, obj: Capture) -> str:
        name = f"{obj.source.title}: copy of {obj.taken_on:%-d %B %Y}"
        return f"{name} ({obj.file_name})" if obj.file_name else name


class BringForm(EvidenceForm):
    """A source brought to bear, looked for in the library first."""

    find = forms.CharField(
        required=False,
        max_length=200,
        label="Find it in the library",
        widget=forms.TextInput(attrs={"type": "search", "autocomplete": "off"}),
    )
    capture = CopyChoice(
        Capture.objects.none(),
        required=False,
        empty_label="None, or a new one below",
        label="A copy that we have",
    )


class NewTextForm(forms.Form):
    """The next text of an article: the one that stands, changed; or another, pasted or from a file."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)
    title = forms.CharField(
        required=False,
        max_length=200,
        label="Title",
        help_text="Where you paste a text that begins with its headline, empty this field.",
    )
    text = PastedField(
        required=False,
        label="Text",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 24}),
        help_text="Change it here, or paste the new one over it. A blank line parts paragraphs.",
    )
    file = forms.FileField(
        required=False,
        label="Or a file",
        help_text="Text, Markdown or a web page. It is read instead of the text above.",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(FORMATS)}),
    )

    reading: Reading

    def __init__(self, data: Any = None, files: Any = None, *, version: Version) -> None:
        title, text = _parted(version)
        begin = {"seen": version.pk, "title": title, "text": text}
        super().__init__(data, files, initial=begin)
        self.version = version

    @property
    def is_stale(self) -> bool:
        """Whether another version came since the form was shown. After validation."""
        return self.cleaned_data.get("seen") != self.version.pk

    @property
    def was_read(self) -> bool:
        """Whether there is a reading."""
        return hasattr(self, "reading")

    def clean(self) -> dict[str, Any]:
        """Read the text; what cannot be read is refused at the field that it came through."""
        cleaned = super().clean() or self.cleaned_data
        if not self.errors:
            field = "file" if cleaned.get("file") else "text"
            try:
                self.reading = self._read(cleaned)
            except ReadingRefused as refused:
                self.add_error(field, str(refused))
        return cleaned

    def _read(self, cleaned: dict[str, Any]) -> Reading:
        title, upload = one_line(cleaned["title"]), cleaned.get("file")
        if not upload:
            return read_text(cleaned["text"], title=title)
        cleaned["file_name"] = upload.name[:200]
        reading = read_upload(upload)
        return reading if reading.title or not title else reading.with_title(title)

    def begin_with(self, reading: Reading) -> None:
        """Show what was read, to be kept as it is or changed again, against what stands now."""
        title, text = _apart([(passage.role, passage.text) for passage in reading.passages])
        data: dict[str, Any] = dict(self.data.items())
        data["title"], data["text"] = title, text
        data["seen"], data["file_name"] = str(self.version.pk), self.cleaned_data["file_name"]
        self.data = data

    def kept(self) -> dict[str, Any]:
        """What `review.actions.replace_text` takes."""
        name = self.cleaned_data["file_name"]
        return {
            "reading": self.reading,
            "seen": self.cleaned_data["seen"],
            "origin": Origin.FILE if name else Origin.PASTE,
            "file_name": name,
        }


def _parted(version: Version) -> tuple[str, str]:
    """The title of a version, and the rest of its text as somebody would type it."""
    rows = passages(version)
    return _apart([(row.role, version.text[row.start : row.end]) for row in rows])


def _apart(blocks: list[tuple[str, str]]) -> tuple[str, str]:
    title = blocks[0][1] if blocks and blocks[0][0] == PassageRole.TITLE else ""
    rest = [text for _, text in blocks[1 if title else 0 :]]
    text = "\n\n".join(rest)
    # without a blank line in it, every line of the only block would be read as one of its own
    return title, f"{text}\n\n" if len(rest) == 1 and "\n" in text else text


def as_typed(data: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    """What was typed so far, to begin a form with that is not yet to be judged."""
    names = [name for name in data if name.startswith(prefix)]
    return {name.removeprefix(prefix): data[name] for name in names}
