"""A text as it is brought: pasted, or from a file."""

from typing import Any

from django import forms

from factcheck.intake.forms.fields import AboutForm, PastedField, read_upload
from factcheck.intake.models import Origin
from factcheck.intake.readers import FORMATS, Reading, ReadingRefused, read_text


class PasteForm(AboutForm):
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
        help_text="Plain text (.txt), Markdown (.md) or a saved web page (.html).",
        widget=forms.ClearableFileInput(attrs={"accept": ",".join(FORMATS)}),
    )
    field_order = ["title", "text", "file"]

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
        self.origin, self.file_name = Origin.FILE, upload.name[:200]
        return read_upload(upload, title)

    def kept(self) -> dict[str, Any]:
        """What `intake.actions.keep` takes."""
        return {
            "reading": self.reading,
            "origin": self.origin,
            "file_name": self.file_name,
            **self.about(),
        }
