"""A chain of attribution as groups of fields, innermost first: `link-0-speaker_name` and so on."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.forms import BoundField

from factcheck.claims.actions.chaining import passage_at, position_near
from factcheck.claims.models import Claim, Link, LinkDraft, QuoteKind, SpeakerKind
from factcheck.claims.queries import chain
from factcheck.core.spans import Span, one_line
from factcheck.intake.models import Version
from factcheck.intake.readers import normalised

GROUPS = 3
NAMES = ("speaker_name", "speaker_kind", "speaker_note", "words", "cue", "quote_kind")
NOT_HERE = "These words do not stand in this passage."
ORDINALS = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth")


class OneLine(forms.CharField):
    """Words on one line, normalised as the text is."""

    def to_python(self, value: Any) -> str:
        """The words, with single spaces."""
        return one_line(normalised(super().to_python(value) or ""))


class AsWritten(forms.CharField):
    """Words that are looked up in the text: normalised, and otherwise as they stand."""

    def to_python(self, value: Any) -> str:
        """The words, in the form that the text has."""
        return normalised(super().to_python(value) or "").strip()


class LinkFields(forms.Form):
    """Up to three links, or as many as stand and one more, and which of them governs."""

    drafts: tuple[LinkDraft, ...] = ()
    standing: Sequence[Link] = ()
    groups = 0

    def _begin_links(self, standing: Sequence[Link] = ()) -> None:
        """Add the fields. Called once, when the form is made."""
        self.standing = standing
        self.groups = min(len(ORDINALS), max(GROUPS, len(standing) + 1))
        for n in range(self.groups):
            self._add_group(n, standing[n] if n < len(standing) else None)
        choices = [("", "The outermost")]
        choices += [(str(n), f"The {ORDINALS[n]}") for n in range(self.groups)]
        self.fields["governs"] = forms.ChoiceField(
            choices=choices,
            required=False,
            label="Whose statement is the claim?",
            help_text="Links further in stand inside the claim’s words.",
        )
        governing = next((n for n, link in enumerate(standing) if link.governs), None)
        if governing is not None and governing != len(standing) - 1:
            self.initial.setdefault("governs", str(governing))

    def _add_group(self, n: int, link: Link | None) -> None:
        """The fields of one link, filled with what stands."""
        fields: dict[str, forms.Field] = {
            "speaker_name": OneLine(
                required=False,
                max_length=160,
                label="Name",
                widget=forms.TextInput(attrs={"list": "speaker-names", "autocomplete": "off"}),
            ),
            "speaker_kind": forms.ChoiceField(
                choices=SpeakerKind, required=False, initial=SpeakerKind.PERSON, label="Who it is"
            ),
            "speaker_note": OneLine(
                required=False, max_length=160, label="What tells namesakes apart"
            ),
            "words": AsWritten(required=False, max_length=200, label="As the text names them"),
            "cue": AsWritten(required=False, max_length=80, label="The word for it: “said”"),
            "quote_kind": forms.ChoiceField(
                choices=QuoteKind, required=False, initial=QuoteKind.INDIRECT, label="Passed on"
            ),
        }
        if link is not None:
            fields["pk"] = forms.IntegerField(required=False, widget=forms.HiddenInput)
            for name in ("words", "cue", "quote_kind", "pk"):
                self.initial.setdefault(f"link-{n}-{name}", getattr(link, name))
            for name in ("kind", "name", "note"):
                self.initial.setdefault(f"link-{n}-speaker_{name}", getattr(link.speaker, name))
        for name, field in fields.items():
            self.fields[f"link-{n}-{name}"] = field

    def link_groups(self) -> list[list[BoundField]]:
        """The visible fields of each link, innermost first."""
        return [[self[f"link-{n}-{name}"] for name in NAMES] for n in range(self.groups)]

    def plain_fields(self) -> list[BoundField]:
        """The visible fields that belong to no link."""
        return [field for field in self.visible_fields() if not field.name.startswith("link-")]

    def _clean_links(self, text: Version, span: Span | None) -> None:
        """Read the groups into `drafts`; words that should stand in the text are looked up."""
        filled = [n for n in range(self.groups) if self._is_filled(n)]
        for n in range(filled[-1] if filled else 0):
            if n not in filled:
                self.add_error(
                    f"link-{n}-speaker_name", "Fill this one first: a chain has no gaps."
                )
        for n in filled:
            if not self._typed(n, "speaker_name") and f"link-{n}-speaker_name" not in self.errors:
                self.add_error(
                    f"link-{n}-speaker_name", "Name who it is, or leave all of this link empty."
                )
        if span is not None:
            self._look_up(text, span, filled)
        governs = self.cleaned_data.get("governs", "")
        if governs and int(governs) not in filled:
            self.add_error("governs", "There is no such link. Choose one that has a name.")
        self.drafts = tuple(self._draft(n, governs=governs == str(n)) for n in filled)

    def _look_up(self, text: Version, span: Span, filled: Sequence[int]) -> None:
        passage = passage_at(text, span)
        for n in filled:
            for name in ("words", "cue"):
                words = self._typed(n, name)
                if words and position_near(text.text, passage, span, words) is None:
                    self.add_error(f"link-{n}-{name}", NOT_HERE)

    def _typed(self, n: int, name: str) -> str:
        return str(self.cleaned_data.get(f"link-{n}-{name}") or "")

    def _is_filled(self, n: int) -> bool:
        """Whether anything was written; the choices alone say nothing."""
        written = ("speaker_name", "speaker_note", "words", "cue")
        return any(self._typed(n, name) or f"link-{n}-{name}" in self.errors for name in written)

    def _draft(self, n: int, *, governs: bool) -> LinkDraft:
        pk = self.cleaned_data.get(f"link-{n}-pk")
        return LinkDraft(
            speaker_kind=self._typed(n, "speaker_kind") or SpeakerKind.PERSON,
            speaker_name=self._typed(n, "speaker_name"),
            speaker_note=self._typed(n, "speaker_note"),
            words=self._typed(n, "words"),
            cue=self._typed(n, "cue"),
            quote_kind=self._typed(n, "quote_kind") or QuoteKind.INDIRECT,
            governs=governs,
            pk=pk if pk in {link.pk for link in self.standing} else None,
        )


class ChainForm(LinkFields):
    """The chain of a claim as it stands, to be changed."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        super().__init__(data, initial={"seen": claim.revision, **(initial or {})})
        self.claim = claim
        self._begin_links(chain(claim))

    def clean(self) -> dict[str, Any]:
        """The links, looked up around where the claim stands."""
        cleaned = super().clean() or self.cleaned_data
        text = self.claim.article.current_version
        if text is not None:
            anchor = self.claim.anchors.filter(version=text).order_by("place", "part").first()
            self._clean_links(text, Span(anchor.start, anchor.end) if anchor else Span(0, 1))
        return cleaned

    def chained(self) -> dict[str, Any]:
        """What `claims.actions.rechain` takes."""
        return {"links": self.drafts, "seen": self.cleaned_data.get("seen")}
