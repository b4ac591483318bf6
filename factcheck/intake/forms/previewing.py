"""What was found in a text, to be looked at and mended before anything is kept."""

import re
from datetime import date, datetime, time, timezone
from typing import Any

from django import forms
from django.core.exceptions import ValidationError

from factcheck.intake.forms.fields import (
    AboutForm,
    LanguageField,
    PastedField,
    ZoneField,
    offset_in,
    shown_offset,
)
from factcheck.intake.forms.pasting import PasteForm
from factcheck.intake.models import Origin
from factcheck.intake.readers import Reading, ReadingRefused, ReadPassage, read_text, weigh
from factcheck.intake.readers.form_marks import (
    LONGEST_KEPT_TITLE,
    marks,
    remembered,
    text_below,
    title_line,
    turned,
    under_marks,
)
from factcheck.intake.readers.reading import normalised

# the button that gives a passage another role: its position, and the role
TURN = re.compile(r"(\d{1,6}):(title|heading|body|caption|boilerplate)", re.ASCII)

CHANGED = (
    "The text is not the one that was read before. Here is what is found in it now: "
    "look at it, then keep it."
)
NO_TEXT = "There is no text below the title. Put the text here, or bring in another."
ALL_LEFT_OUT = "Everything is left out. Keep at least one passage."


class PreviewForm(AboutForm):
    """A reading in a form. It carries all of it, so that nothing is saved until it is kept.

    `reading` is what the page shows; None where the text that was sent cannot be read.
    """

    title = forms.CharField(
        required=False,
        max_length=LONGEST_KEPT_TITLE,
        label="Title",
        widget=forms.Textarea(attrs={"rows": 2}),
    )
    byline = forms.CharField(required=False, max_length=200, label="Byline")
    dateline = forms.CharField(required=False, max_length=120, label="Dateline")
    published_on = forms.DateField(
        required=False,
        label="Date",
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )
    published_at = forms.TimeField(
        required=False,
        label="Time",
        widget=forms.TimeInput(attrs={"type": "time"}, format="%H:%M"),
    )
    zone = ZoneField()
    language = LanguageField()
    text = PastedField(
        required=False,
        label="The text below the title",
        strip=False,
        widget=forms.Textarea(attrs={"rows": 14}),
    )
    marks = forms.CharField(required=False, widget=forms.HiddenInput)
    file_name = forms.CharField(required=False, max_length=200, widget=forms.HiddenInput)

    touched: int | None = None  # the passage that was just given another role
    say = ""  # why the text was read anew though nobody asked for it

    def __init__(self, data: Any = None, *, reading: Reading | None = None, **kwargs: Any) -> None:
        super().__init__(data, **kwargs)
        self.reading = reading or self._sent()
        for name in ("zone", "language"):
            self.fields[name].show(str(self[name].value() or ""))  # type: ignore[attr-defined]

    @classmethod
    def after(cls, form: PasteForm) -> "PreviewForm":
        """What was found in what was brought, with what was said about it."""
        reading = form.reading
        about = {name: form.data.get(name, "") for name in AboutForm.base_fields}
        about["publisher"] = about["publisher"] or reading.publisher or ""
        about["original_url"] = about["original_url"] or reading.url or ""
        said = about | {"file_name": form.file_name}
        return cls(reading=reading, initial=said | _sheet(reading) | _facts(reading))

    @property
    def is_stale(self) -> bool:
        """Whether the text is not the one that the marks were made of."""
        return self.reading is None

    @property
    def published(self) -> date | None:
        """The day in the field, in the article's own zone; None where there is none, or no day."""
        try:
            return self.fields["published_on"].to_python(self["published_on"].value())
        except ValidationError:
            return None

    def pressed(self) -> "PreviewForm":
        """The form to go on with: another one to look at, not bound, or this one to be kept.

        The button `again` reads the text anew, `turn` gives a passage another role; a text that
        was changed since is read anew in any case. What cannot be read is an error of this form.
        """
        turn = TURN.fullmatch(self.data.get("turn", ""))
        try:
            if "again" in self.data or self.is_stale:
                shown = self.read_again()
                shown.say = "" if "again" in self.data else CHANGED
                return shown
            if turn:
                shown = self.turned(int(turn[1]), turn[2])
                shown.touched = 0 if turn[2] == "title" else int(turn[1])
                return shown
        except ReadingRefused as refused:
            self.add_error("title" if turn else "text", str(refused))
        return self

    def read_again(self) -> "PreviewForm":
        """The text as it is now, read. Raises `ReadingRefused` with a sentence.

        Roles of passages that are still there hold, and so does what was written into the fields;
        of another text altogether, what is found in it goes before.
        """
        text, title = self._value("text"), self._title()
        reading, same = remembered(read_text(text, title=title), self._value("marks"))
        if not same:
            reading = read_text(text)
        found = {name: value for name, value in _facts(reading).items() if value}
        return self._with(reading, **(found if not same else self._gaps(found)))

    def turned(self, position: int, role: str) -> "PreviewForm":
        """The same with one passage in another role. Raises `ReadingRefused` with a sentence."""
        if self.reading is None or position >= len(self.reading.passages):
            raise ReadingRefused(CHANGED)
        if role == "title" and len(self.reading.passages[position].text) > LONGEST_KEPT_TITLE:
            raise ReadingRefused(f"A title has at most {LONGEST_KEPT_TITLE} characters.")
        return self._with(turned(self.reading, position, role))

    def clean(self) -> dict[str, Any]:
        """The reading as it will be kept, to the letter of what was shown."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("published_at") and not cleaned.get("published_on"):
            self.add_error("published_on", "A time needs its date.")
        try:
            self._weigh()
        except ReadingRefused as refused:
            self.add_error("text", str(refused))
        return cleaned

    def kept(self) -> dict[str, Any]:
        """What `intake.actions.keep` takes."""
        said = self.cleaned_data
        reading = Reading(
            passages=self.reading.passages if self.reading else (),
            title=self._title() or None,
            byline=said["byline"] or None,
            dateline=said["dateline"] or None,
            published=self._published(),
            language=said["language"] or None,
        )
        origin = Origin.FILE if said["file_name"] else Origin.PASTE
        return {
            "reading": reading,
            "origin": origin,
            "file_name": said["file_name"],
            **self.about(),
        }

    def _weigh(self) -> None:
        text = self._value("text")
        if not text.strip():
            raise ReadingRefused(NO_TEXT)
        weigh(text)
        if self.reading and all(p.role in {"title", "boilerplate"} for p in self.reading.passages):
            raise ReadingRefused(ALL_LEFT_OUT)

    def _published(self) -> datetime | None:
        said = self.cleaned_data
        if not said["published_on"]:
            return None
        zone = timezone(offset_in(said["zone"]))
        return datetime.combine(said["published_on"], said["published_at"] or time(), zone)

    def _sent(self) -> Reading | None:
        """What came back from the page, where it is what the page had shown."""
        passages = under_marks(normalised(self._value("text")), self._value("marks"))
        if not passages:
            return None
        title = self._title()
        above = (ReadPassage("title", title),) if title else ()
        return Reading(passages=(*above, *passages), title=title or None)

    def _title(self) -> str:
        return title_line(normalised(self._value("title")))

    def _value(self, name: str) -> str:
        return str(self[name].value() or "")

    def _with(self, reading: Reading, **more: Any) -> "PreviewForm":
        """This form with another reading; everything else as it was typed."""
        typed = {name: self[name].value() for name in self.fields}
        return PreviewForm(reading=reading, initial=typed | _sheet(reading) | more)

    def _gaps(self, found: dict[str, Any]) -> dict[str, Any]:
        """Of what was found, what nobody has written into its field."""
        dated = bool(self._value("published_on"))
        of_the_date = {"published_on", "published_at", "zone"}
        return {
            name: value
            for name, value in found.items()
            if not self._value(name) and not (dated and name in of_the_date)
        }


def _sheet(reading: Reading) -> dict[str, str]:
    return {
        "title": reading.title or "",
        "text": text_below(reading),
        "marks": marks(reading),
    }


def _facts(reading: Reading) -> dict[str, str]:
    """What was found besides the text, as the fields show it."""
    when = reading.published
    return {
        "byline": (reading.byline or "")[:200],
        "dateline": (reading.dateline or "")[:120],
        "published_on": f"{when:%Y-%m-%d}" if when else "",
        "published_at": f"{when:%H:%M}" if when and when.time() != time() else "",
        "zone": shown_offset(when.utcoffset()) if when else "+00:00",
        "language": reading.language or "",
    }
