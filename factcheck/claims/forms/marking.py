"""Words become a claim or are exempt; a claim's words and place are changed."""

from typing import Any

from django import forms

from factcheck.claims.forms.chain import LinkFields, OneLine
from factcheck.claims.forms.placing import PlaceForm
from factcheck.claims.models import Claim, ClaimKind, ExemptReason
from factcheck.claims.queries import numbered
from factcheck.intake.models import Article, Version

WORDING = (
    "One sentence that can be understood on its own. Left empty, the words of the text are taken."
)


def _wording() -> OneLine:
    return OneLine(
        required=False,
        max_length=300,
        label="As one sentence",
        help_text=WORDING,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


def _kind() -> forms.ChoiceField:
    return forms.ChoiceField(choices=ClaimKind, initial=ClaimKind.FACT, label="What sort it is")


class MarkForm(LinkFields, PlaceForm):
    """Words of the text, as a claim with its chain."""

    wording = _wording()
    kind = _kind()

    def __init__(self, data: Any = None, *, version: Version, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        self._begin(version)
        self._begin_links()

    def clean(self) -> dict[str, Any]:
        """Find the place first: the links are looked up around it."""
        cleaned = super().clean() or self.cleaned_data
        self._clean_links(self.text, self.span)
        return cleaned

    def marked(self) -> dict[str, Any]:
        """What `claims.actions.mark` takes."""
        return {
            **self.place(),
            "wording": self.cleaned_data["wording"],
            "kind": self.cleaned_data["kind"],
            "links": self.drafts,
            "version": self.text.pk,
        }


class ClaimForm(forms.Form):
    """The statement as one sentence, and what sort it is."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    wording = _wording()
    kind = _kind()

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        shown = {"seen": claim.revision, "wording": claim.wording, "kind": claim.kind}
        super().__init__(data, initial={**shown, **(initial or {})})
        self.claim = claim

    def clean_wording(self) -> str:
        """A claim that was worded keeps a sentence: readers are shown it."""
        wording: str = self.cleaned_data["wording"]
        if not wording and self.claim.wording:
            raise forms.ValidationError("Say it in one sentence.")
        return wording


class SpanForm(PlaceForm):
    """Where a claim, or one part of it, begins and ends in the text: `part` is "place.part"."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    part = forms.RegexField(
        r"^[1-9]\d{0,3}\.[1-9]\d{0,3}\Z", required=False, widget=forms.HiddenInput
    )

    def __init__(self, data: Any = None, *, claim: Claim, initial: Any = None) -> None:
        super().__init__(data, initial={"seen": claim.revision, **(initial or {})})
        if claim.article.current_version is None:
            raise ValueError("This article has no text.")
        self.claim = claim
        self._begin(claim.article.current_version)

    def clean(self) -> dict[str, Any]:
        """The part that is moved is one of the claim's."""
        cleaned = super().clean() or self.cleaned_data
        place, _, part = (cleaned.get("part") or "").partition(".")
        here = self.claim.anchors.filter(version=self.text)
        if part and not here.filter(place=place, part=part).exists():
            self.add_error(None, "The claim does not stand there any more. Choose its words again.")
        return cleaned

    def placed(self) -> dict[str, Any]:
        """What `claims.actions.respan` takes."""
        place, _, part = self.cleaned_data.get("part", "").partition(".")
        return {
            **self.place(),
            "seen": self.cleaned_data.get("seen"),
            "version": self.text.pk,
            "part": (int(place), int(part)) if part else None,
        }


class ExemptForm(PlaceForm):
    """Words of the text that are no claim, and why."""

    reason = forms.ChoiceField(choices=ExemptReason, label="Why?", widget=forms.RadioSelect)
    repeats = forms.ModelChoiceField(
        Claim.objects.none(), required=False, label="Which claim?", empty_label="None"
    )

    def __init__(self, data: Any = None, *, article: Article, initial: Any = None) -> None:
        super().__init__(data, initial=initial)
        if article.current_version is None:
            raise ValueError("This article has no text.")
        self._begin(article.current_version)
        live = numbered(article)
        if live.exists():
            self.fields["repeats"].queryset = live  # type: ignore[attr-defined]
        else:
            del self.fields["repeats"]

    def clean(self) -> dict[str, Any]:
        """What `claims.actions.exempt` takes."""
        cleaned = super().clean() or self.cleaned_data
        reason, repeats = cleaned.get("reason"), cleaned.get("repeats")
        if reason == ExemptReason.REPEATS and repeats is None:
            if "repeats" in self.fields:
                self.add_error("repeats", "Say which claim these words repeat.")
            else:
                self.add_error("reason", "There is no claim yet that they could repeat.")
        elif reason != ExemptReason.REPEATS and repeats is not None:
            self.add_error("repeats", "This goes only with “Repeats a claim”.")
        if self.span is None:
            return cleaned
        return {**self.place(), "reason": reason, "repeats": repeats, "version": self.text.pk}
