"""Fields of pieces, and what is asked about each of them."""

import re
from datetime import timedelta
from typing import Any

from django import forms
from django.conf.locale import LANG_INFO
from django.core.files.uploadedfile import UploadedFile

from factcheck.intake.models import Rights
from factcheck.intake.readers import Reading, ReadingRefused, largest_file, read_bytes
from factcheck.people.models import User

_TAG = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*")
_OFFSET = re.compile(r"[+-](?:0\d|1[0-4]):[0-5]\d")
_HALVES = ("-09:30", "-03:30", "+03:30", "+04:30", "+05:30", "+05:45", "+06:30", "+09:30")


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


class _OpenChoiceField(forms.ChoiceField):
    """A list to choose from, to which what was found is added where it is not on it."""

    known: re.Pattern[str]

    def valid_value(self, value: Any) -> bool:
        """Whether it is on the list, or could be."""
        return super().valid_value(value) or self.known.fullmatch(str(value)) is not None

    def offer(self, value: str, label: str) -> None:
        """Put what was found on the list."""
        choices = list(self.choices)  # type: ignore[arg-type]  # a list here, never a callable
        if value and self.valid_value(value) and value not in [code for code, _ in choices]:
            self.choices = [*choices, (value, label)]


class LanguageField(_OpenChoiceField):
    """The language of a text, as a BCP 47 tag."""

    known = _TAG

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_languages(), required=False, label="Language", **kwargs)

    def show(self, tag: str) -> None:
        """Put a tag that was found on the list, named after its language."""
        names = dict(_languages())
        self.offer(tag, f"{names.get(tag.split('-')[0].lower(), 'Other')} ({tag})")


class ZoneField(_OpenChoiceField):
    """How far a clock stands from UTC."""

    known = _OFFSET

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=_offsets(), required=False, label="Zone", **kwargs)

    def show(self, offset: str) -> None:
        """Put an offset that was found on the list."""
        self.offer(offset, _in_words(offset))


class AboutForm(forms.Form):
    """What is known about a piece besides its text."""

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

    def about(self) -> dict[str, Any]:
        """What `intake.actions.keep` takes of it."""
        return {name: self.cleaned_data[name] for name in AboutForm.base_fields}


def shown_offset(offset: timedelta | None) -> str:
    """An offset as the list of zones has it: "+02:00"."""
    minutes = round((offset or timedelta()).total_seconds() / 60)
    sign = "-" if minutes < 0 else "+"
    return f"{sign}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


def offset_in(shown: str) -> timedelta:
    """The offset that was chosen; none is UTC."""
    if not shown:
        return timedelta()
    hours, minutes = shown[1:].split(":")
    offset = timedelta(hours=int(hours), minutes=int(minutes))
    return -offset if shown[0] == "-" else offset


def _offsets() -> list[tuple[str, str]]:
    whole = [shown_offset(timedelta(hours=hours)) for hours in range(-12, 15)]
    ordered = sorted([*whole, *_HALVES], key=offset_in)
    return [(offset, _in_words(offset)) for offset in ordered]


def _in_words(offset: str) -> str:
    """ "UTC", "UTC+2", "UTC−3:30"."""
    hours, minutes = offset[1:].split(":")
    if offset == "+00:00":
        return "UTC"
    half = "" if minutes == "00" else f":{minutes}"
    return f"UTC{'−' if offset[0] == '-' else '+'}{int(hours)}{half}"


def _languages() -> list[tuple[str, str]]:
    """Every language that Django has a name for, by that name."""
    named = {_tag(code): entry["name"] for code, entry in LANG_INFO.items() if "name" in entry}
    ordered = sorted(named.items(), key=lambda pair: pair[1])
    return [("", "Not known"), *ordered]


def _tag(code: str) -> str:
    """A code as BCP 47 is usually written: "pt-BR", "zh-Hans"."""
    language, _, rest = code.partition("-")
    if not rest:
        return language
    return f"{language}-{rest.upper() if len(rest) == 2 else rest.title()}"


def read_upload(upload: "UploadedFile[Any]", title: str | None = None) -> Reading:
    """Read a chosen file. Raises `ReadingRefused` with a sentence, before it reads too large a one."""
    name, size = upload.name or "", upload.size or 0
    if size > largest_file(name):
        raise ReadingRefused(
            f"The file has {size / 1_000_000:.1f} MB; the desk takes up to 1 MB of text."
        )
    return read_bytes(upload.read(), name=name, title=title)
