"""Where words stand in a text: a selection in code points or, without a script, written down."""

from typing import Any

from django import forms

from factcheck.core.spans import Span, find_all, trimmed
from factcheck.intake.models import PassageRole, Version
from factcheck.intake.readers import normalised

MOST_PLACES = 20
NEAR = 40  # characters shown on both sides of a place
OUTSIDE = "These words lie outside the text. Select them again, or write them down."
LEFT_OUT = "These words were left out of the check."
NEW_VERSION = "The text has a new version. Mark the words in it again."


class PlaceForm(forms.Form):
    """Takes `start` and `end`, or else `words` exactly as they stand in the text.

    Words that stand in several places bring up `where`, a choice of places. After validation,
    `span` is the place, trimmed and under check.
    """

    start = forms.IntegerField(required=False, widget=forms.HiddenInput)
    end = forms.IntegerField(required=False, widget=forms.HiddenInput)
    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    words = forms.CharField(
        required=False,
        max_length=4000,
        label="The words, exactly as they stand",
        help_text="Select them in the text before, or copy them from it.",
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    where = forms.ChoiceField(required=False, label="Which of them?", widget=forms.RadioSelect)

    text: Version
    span: Span | None = None

    def _begin(self, text: Version) -> None:
        """Name the version that the words stand in. Called once, when the form is made."""
        self.text = text
        self.initial.setdefault("version", text.pk)
        if self._selected("start", "end"):
            del self.fields["words"], self.fields["where"]
            return
        choices = self._choices()
        if choices:
            self.fields["where"].choices = choices  # type: ignore[attr-defined]
        else:
            del self.fields["where"]

    def ends(self) -> tuple[int | None, int | None]:
        """Where the words stand, as far as the form says it: before and after validation."""
        shown = [str(self[name].value() or "0") for name in ("start", "end")]
        if not all(number.isdecimal() and len(number) < 10 for number in shown):
            return None, None
        return int(shown[0]), int(shown[1])

    def _selected(self, *names: str) -> bool:
        """Whether a place in this text came with the form, so that nothing need be written."""
        start, end = (self[name].value() for name in names)
        try:
            return 0 <= int(start) < int(end) <= len(self.text.text)
        except (TypeError, ValueError):
            return False

    def _written(self) -> str:
        return normalised(str(self["words"].value() or "")).strip()

    def _choices(self) -> list[tuple[str, str]]:
        """The places where the written words stand, if they are several and not too many."""
        found = find_all(self.text.text, self._written()) if self.is_bound else []
        if not 1 < len(found) <= MOST_PLACES:
            return []
        return [(str(place.start), self._surroundings(place)) for place in found]

    def _surroundings(self, place: Span) -> str:
        text = self.text.text
        before = text[max(0, place.start - NEAR) : place.start].rsplit("\n", 1)[-1]
        after = text[place.end : place.end + NEAR].split("\n", 1)[0]
        return f"…{before}{text[place.start : place.end][:NEAR]}{after}…"

    def clean(self) -> dict[str, Any]:
        """Find the place."""
        cleaned = super().clean() or self.cleaned_data
        if "words" in self.fields:
            self._place_written()
        elif cleaned.get("version") in {None, self.text.pk}:
            start, end = cleaned.get("start"), cleaned.get("end")
            if start is not None and end is not None:
                self._take(Span(start, end), None)
        else:  # offsets of another version mean nothing in this one
            self.add_error(None, NEW_VERSION)
        return cleaned

    def _place_written(self) -> None:
        """By the words alone; what stands in the text once needs no more."""
        words = self._written()
        if "words" in self.errors:
            return
        if not words:
            given = self["start"].value() not in {None, ""} or self["end"].value() not in {None, ""}
            self.add_error("words", OUTSIDE if given else "Select words, or write them down.")
            return
        found = find_all(self.text.text, words)
        if not found:
            self.add_error("words", "These words do not stand in the text, letter by letter.")
        elif len(found) == 1:
            self._take(found[0], "words")
        elif len(found) > MOST_PLACES:
            self.add_error(
                "words",
                f"These words stand in {len(found)} places. Write more of what stands around them.",
            )
        else:
            self._take_chosen(found)

    def _take_chosen(self, found: list[Span]) -> None:
        chosen = self.cleaned_data.get("where", "")
        place = next((place for place in found if str(place.start) == chosen), None)
        if place is not None:
            self._take(place, "where")
        elif "where" not in self.errors:
            self.add_error("where", f"These words stand in {len(found)} places. Choose one.")

    def _take(self, place: Span, field: str | None) -> None:
        """Keep the place, if it holds words that are under check."""
        span = trimmed(self.text.text, place)
        if span is None:
            self.add_error(field, "There are no words in this stretch.")
            return
        left_out = self.text.passages.filter(
            role=PassageRole.BOILERPLATE, start__lt=span.end, end__gt=span.start
        )
        if left_out.exists():
            self.add_error(field, LEFT_OUT)
            return
        self.span = span

    def place(self) -> dict[str, int]:
        """`start` and `end`, as the actions take them. After validation only."""
        if self.span is None:
            raise ValueError("The form has no place.")
        return {"start": self.span.start, "end": self.span.end}
