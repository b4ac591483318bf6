"""What is typed about evidence, verdicts and contacts."""

from collections.abc import Sequence
from typing import Any

from django import forms

from factcheck.claims.models import Claim, Link, Speaker
from factcheck.core.verdicts import (
    OWN_VOICE,
    QUESTIONS,
    SCALES,
    SELF_EXPLANATORY,
    UNCHECKED,
    Aspect,
    ContentCode,
)
from factcheck.verification.forms.fields import (
    DayInput,
    MomentInput,
    SeveralChoice,
    SourceChoice,
    words,
)
from factcheck.verification.models import Capture, Evidence, Source, Stance, Verdict


class EvidenceForm(forms.Form):
    """A source brought to bear: on which question, which way, where in it."""

    question = forms.ChoiceField(label="What is it about?", widget=forms.RadioSelect)
    source = SourceChoice(
        Source.objects.none(),
        required=False,
        empty_label="A new one, described below",
        label="Source in use",
    )
    capture = forms.ModelChoiceField(
        Capture.objects.none(),
        required=False,
        empty_label="None, or a new one below",
        label="Stored copy",
    )
    stance = forms.ChoiceField(
        choices=Stance, label="Which way does it point?", widget=forms.RadioSelect
    )
    primary = forms.BooleanField(
        required=False,
        label="Primary for this claim",
        help_text="It is the record itself, or somebody who was there; not a report about it.",
    )
    locator = words("Where in it", most=200, hint="Page, paragraph, table, minute and second.")
    excerpt = words("The words that matter", most=2000, rows=3)
    note = words(
        "Note", most=2000, rows=2, hint="Of a conversation: who spoke with whom, and when."
    )

    def __init__(
        self,
        *args: Any,
        links: Sequence[Link],
        sources: Sequence[Source],
        captures: Sequence[Capture] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.links = {f"link-{link.pk}": link for link in links}
        choices = [(key, f"Did {link.speaker} say it?") for key, link in self.links.items()]
        choices.append((Aspect.CONTENT.value, QUESTIONS[Aspect.CONTENT]))
        self.fields["question"].choices = choices  # type: ignore[attr-defined]
        keys = [source.pk for source in sources]
        self.fields["source"].queryset = Source.objects.filter(pk__in=keys).order_by("-pk")  # type: ignore[attr-defined]
        self.fields["capture"].queryset = Capture.objects.filter(  # type: ignore[attr-defined]
            source__in=keys
        ).select_related("source")

    def clean(self) -> dict[str, Any]:
        """A copy belongs to the source that was chosen."""
        cleaned = super().clean() or self.cleaned_data
        capture, source = cleaned.get("capture"), cleaned.get("source")
        if capture and capture.source_id != (source.pk if source else None):
            self.add_error("capture", "This copy is of another source.")
        return cleaned

    @property
    def asked(self) -> dict[str, Any]:
        """Aspect and link of the question that was chosen."""
        link = self.links.get(self.cleaned_data["question"])
        return {"aspect": Aspect.ATTRIBUTION if link else Aspect.CONTENT, "link": link}

    def cited(self) -> dict[str, Any]:
        """What `cite` takes, but for source and capture."""
        names = ("stance", "primary", "locator", "excerpt", "note")
        return {**self.asked, **{name: self.cleaned_data[name] for name in names}}


class ChangeEvidenceForm(forms.Form):
    """The same about evidence that is there; its question and source stay."""

    seen = forms.IntegerField(widget=forms.HiddenInput)
    stance = forms.ChoiceField(
        choices=Stance, label="Which way does it point?", widget=forms.RadioSelect
    )
    primary = forms.BooleanField(required=False, label="Primary for this claim")
    capture = forms.ModelChoiceField(
        Capture.objects.none(), required=False, empty_label="None", label="Stored copy"
    )
    locator = words("Where in it", most=200)
    excerpt = words("The words that matter", most=2000, rows=3)
    note = words("Note", most=2000, rows=2)

    def __init__(self, *args: Any, evidence: Evidence, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        copies = Capture.objects.filter(source=evidence.source_id)
        self.fields["capture"].queryset = copies.select_related("source")  # type: ignore[attr-defined]

    @staticmethod
    def shown(evidence: Evidence) -> dict[str, Any]:
        """What the form begins with."""
        names = ("stance", "primary", "capture", "locator", "excerpt", "note")
        return {"seen": evidence.revision, **{name: getattr(evidence, name) for name in names}}


class EvidenceChoice(SeveralChoice[Evidence]):
    """Pieces of evidence, as somebody who may see them reads them."""

    def label_from_instance(self, obj: Evidence) -> str:
        """Which way it points, what it is, and its weight."""
        weight = "primary" if obj.primary else "secondary"
        return f"{obj.get_stance_display()}: {obj.source.shown} ({weight})"


class VerdictForm(forms.Form):
    """One finding on one question; `seen` is the one that stood when the form was opened."""

    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    code = forms.ChoiceField(label="Verdict", widget=forms.RadioSelect)
    rationale = words(
        "Why",
        most=4000,
        rows=4,
        hint="Readers see it. May be empty only where the record says all.",
    )
    searched = words("Where we looked", most=2000, rows=2, hint="Also in vain. Readers see it.")
    as_of = forms.DateField(required=False, label="True as of", widget=DayInput())
    look_again = forms.DateField(required=False, label="Look again on", widget=DayInput())
    evidence = EvidenceChoice(
        Evidence.objects.none(),
        required=False,
        label="It rests on",
        widget=forms.CheckboxSelectMultiple,
    )

    def __init__(
        self, *args: Any, aspect: str, evidence: Sequence[Evidence], **kwargs: Any
    ) -> None:
        super().__init__(*args, **kwargs)
        scale = SCALES[Aspect(aspect)]
        choices = [(code, scale[code].word) for code in scale if code != OWN_VOICE]
        self.fields["code"].choices = choices  # type: ignore[attr-defined]
        keys = [piece.pk for piece in evidence]
        rows = Evidence.objects.filter(pk__in=keys).select_related("source").order_by("pk")
        self.fields["evidence"].queryset = rows  # type: ignore[attr-defined]
        self.initial.setdefault("evidence", keys)

    def clean(self) -> dict[str, Any]:
        """What each verdict cannot do without."""
        cleaned = super().clean() or self.cleaned_data
        code = cleaned.get("code")
        if code and code not in SELF_EXPLANATORY and not cleaned.get("rationale"):
            self.add_error("rationale", "Say why. Only a plain match needs no words.")
        if code == ContentCode.UNVERIFIABLE and not cleaned.get("look_again"):
            self.add_error("look_again", "Say when we shall look again.")
        if code == ContentCode.OUTDATED and not cleaned.get("as_of"):
            self.add_error("as_of", "Name the date on which it was true.")
        if code == UNCHECKED:
            cleaned["evidence"] = Evidence.objects.none()
        return cleaned

    def compared(self, theirs: Verdict) -> list[tuple[str, str, str]]:
        """Every field's label, with what stands in theirs and what was typed here."""
        words = dict(self.fields["code"].choices)  # type: ignore[attr-defined]
        names = ("code", "rationale", "searched", "as_of", "look_again")
        sides = [
            (
                str(self.fields[name].label),
                _in_words(getattr(theirs, name), words),
                _in_words(self.cleaned_data[name], words),
            )
            for name in names
        ]
        rests = self.fields["evidence"].label_from_instance  # type: ignore[attr-defined]
        pieces = theirs.evidence.select_related("source").order_by("pk")
        stands, typed = (
            ", ".join(rests(piece) for piece in side)
            for side in (pieces, self.cleaned_data["evidence"])
        )
        return [*sides, (str(self.fields["evidence"].label), stands, typed)]


def _in_words(value: Any, words: dict[str, str]) -> str:
    """A value of a verdict in words."""
    return str(words.get(value, value) or "")


class ClaimChoice(SeveralChoice[Claim]):
    """Claims of the article by number and wording."""

    def label_from_instance(self, obj: Claim) -> str:
        """Its number, and its wording or else the words of the text."""
        quotes = [anchor.quote for anchor in obj.anchors.all()]
        return f"{obj.number}: {obj.wording or ' … '.join(quotes)}"


class ContactForm(forms.Form):
    """An attempt to reach a speaker, or the reason why none was made."""

    speaker = forms.ModelChoiceField(Speaker.objects.none(), label="Whom", empty_label=None)
    claims = ClaimChoice(
        Claim.objects.none(), label="About which claims", widget=forms.CheckboxSelectMultiple
    )
    reached_on = forms.DateTimeField(required=False, label="When", widget=MomentInput())
    means = words("How", most=80, hint="By telephone, by e-mail to the press office.")
    asked = words("What was asked", most=2000, rows=3)
    answer = words("The answer", most=4000, rows=3)
    none_by = forms.DateTimeField(
        required=False, label="No answer by", widget=MomentInput(), help_text="Readers see it."
    )
    not_tried_because = words(
        "Or: why it was not tried", most=500, rows=2, hint="Readers see it for named speakers."
    )
    source = SourceChoice(
        Source.objects.none(),
        required=False,
        empty_label="Not confidential",
        label="The confidential source behind it",
        help_text="Then only those who may see the source read this note.",
    )

    def __init__(
        self,
        *args: Any,
        speakers: Sequence[Speaker],
        claims: Sequence[Claim],
        sources: Sequence[Source] = (),
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        speaker, claim, source = (self.fields[name] for name in ("speaker", "claims", "source"))
        speaker.queryset = Speaker.objects.filter(pk__in=[row.pk for row in speakers])  # type: ignore[attr-defined]
        rows = Claim.objects.filter(pk__in=[row.pk for row in claims])
        claim.queryset = rows.prefetch_related("anchors").order_by("number")  # type: ignore[attr-defined]
        source.queryset = Source.objects.filter(  # type: ignore[attr-defined]
            pk__in=[row.pk for row in sources], confidential=True
        )
        if not sources:
            del self.fields["source"]

    def clean(self) -> dict[str, Any]:
        """Either an attempt with its time, or the reason why there was none."""
        cleaned = super().clean() or self.cleaned_data
        tried = [cleaned.get(name) for name in ("reached_on", "asked", "answer", "none_by")]
        if cleaned.get("not_tried_because"):
            if any(tried):
                self.add_error(
                    "not_tried_because", "Either it was tried or it was not: leave one part empty."
                )
        elif not cleaned.get("reached_on"):
            self.add_error("reached_on", "Say when it was tried, or below why it was not.")
        return cleaned
