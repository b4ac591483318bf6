"""What may be typed about a claim that stands, about exempt words and about speakers."""

import pytest
from django.http import QueryDict

from factcheck.claims.actions import mark
from factcheck.claims.forms import (
    AssignForm,
    ClaimForm,
    CloseForm,
    DisposeForm,
    ExemptForm,
    MarkForm,
    QuestionForm,
    SetAsideForm,
    SpanForm,
    SpeakerForm,
)
from factcheck.claims.models import LinkDraft, Speaker

WORDS = "The old mill bridge will close in May"


def typed(**fields):
    """Fields as a browser posts them."""
    data = QueryDict(mutable=True)
    for name, value in fields.items():
        data[name.replace("__", "-")] = str(value)
    return data


@pytest.fixture
def form(article):
    """form(start=…, link__0__speaker_name=…): the form for a new claim, sent."""

    def build(**fields):
        sent = typed(**{"kind": "fact", "version": article.current_version_id, **fields})
        return MarkForm(sent, version=article.current_version)

    return build


def said(form, field):
    """The sentences at one field."""
    return [str(error) for error in form.errors.get(field, [])]


class TestOthers:
    def test_a_span_form_gives_what_respan_takes(self, article, claim, at):
        sent = typed(seen=claim.revision, version=article.current_version_id, **at("It carries"))

        form = SpanForm(sent, claim=claim)

        assert form.is_valid()
        version = article.current_version_id
        assert form.placed() == {
            **at("It carries"),
            "seen": claim.revision,
            "version": version,
            "part": None,
        }

    def test_a_worded_claim_keeps_a_wording(self, claim):
        form = ClaimForm(typed(seen=1, wording="  ", kind="fact"), claim=claim)

        assert not form.is_valid()
        assert said(form, "wording") == ["Say it in one sentence."]

    def test_a_claim_form_begins_with_what_stands(self, claim):
        form = ClaimForm(claim=claim)

        assert form["wording"].value() == claim.wording
        assert form["kind"].value() == "fact"

    @pytest.mark.parametrize(("words", "fine"), [("", False), ("x" * 301, False), ("No.", True)])
    def test_setting_aside_takes_a_reason_that_fits(self, words, fine):
        assert SetAsideForm(typed(because=words)).is_valid() is fine

    @pytest.mark.parametrize(("needed", "fine"), [(True, False), (False, True)])
    def test_closing_takes_a_reason_where_it_is_somebody_elses(self, needed, fine):
        assert CloseForm(typed(because=""), needed=needed).is_valid() is fine

    def test_nobody_without_work_is_given_a_claim(self, checker, stranger):
        people = AssignForm().fields["to"].queryset

        assert checker in people
        assert stranger not in people

    def test_a_question_needs_words(self, checker):
        assert not QuestionForm(typed(text="", to=checker.pk)).is_valid()
        assert QuestionForm(typed(text="Who counted?", to=checker.pk)).is_valid()

    def test_an_own_text_may_be_fixed_and_anothers_may_not(self, claim):
        own = [value for value, _ in DisposeForm(claim=claim).fields["disposition"].choices]
        claim.article.rights = "third_party"
        others = [value for value, _ in DisposeForm(claim=claim).fields["disposition"].choices]

        assert own == ["stands", "fix_requested", "legal_review"]
        assert others == ["stands", "legal_review"]


class TestExemptForm:
    def test_it_gives_what_exempt_takes(self, article, at):
        sent = typed(version=article.current_version_id, reason="opinion", **at("Olsvik sells"))

        form = ExemptForm(sent, article=article)

        assert form.is_valid(), form.errors
        assert form.cleaned_data == {
            **at("Olsvik sells"),
            "reason": "opinion",
            "repeats": None,
            "version": article.current_version_id,
        }

    @pytest.mark.parametrize(
        ("reason", "named", "wrong"),
        [("repeats", False, "repeats"), ("opinion", True, "repeats"), ("", False, "reason")],
    )
    def test_a_repetition_and_only_one_names_its_claim(
        self, article, claim, at, reason, named, wrong
    ):
        sent = typed(
            version=article.current_version_id,
            reason=reason,
            repeats=claim.pk if named else "",
            **at("Olsvik sells"),
        )

        form = ExemptForm(sent, article=article)

        assert not form.is_valid()
        assert wrong in form.errors

    def test_without_a_claim_nothing_can_be_repeated(self, article, at):
        sent = typed(version=article.current_version_id, reason="repeats", **at("Olsvik sells"))

        form = ExemptForm(sent, article=article)

        assert not form.is_valid()
        assert said(form, "reason") == ["There is no claim yet that they could repeat."]

    def test_a_claim_of_another_article_is_no_choice(self, article, claim, anna, checker, at):
        from factcheck.intake.actions import keep
        from factcheck.intake.readers import read_text

        other, _ = keep(reading=read_text("Snow fell on the pass all night."), by=anna)
        theirs = mark(article=other, by=checker, start=0, end=9)
        sent = typed(
            version=article.current_version_id,
            reason="repeats",
            repeats=theirs.pk,
            **at("Olsvik sells"),
        )

        assert not ExemptForm(sent, article=article).is_valid()


class TestSpeakerForm:
    @pytest.fixture
    def speaker(self, claim):
        return Speaker.objects.get(name="Roads office")

    def test_a_twin_is_refused(self, speaker, checker, marked):
        marked("It carries 4,100 cars a day", LinkDraft("organisation", "Roads board"))

        form = SpeakerForm(
            typed(seen=1, kind="organisation", name="Roads  board", note=""), speaker=speaker
        )

        assert not form.is_valid()
        assert said(form, "note") == [
            "There is a speaker of this name already. Tell the two apart."
        ]

    def test_a_note_tells_namesakes_apart(self, speaker, marked):
        marked("It carries 4,100 cars a day", LinkDraft("organisation", "Roads board"))

        form = SpeakerForm(
            typed(seen=1, kind="organisation", name="Roads board", note="the county’s"),
            speaker=speaker,
        )

        assert form.is_valid(), form.errors

    def test_a_named_one_does_not_become_unnamed(self, speaker):
        kinds = [value for value, _ in SpeakerForm(speaker=speaker).fields["kind"].choices]

        assert kinds == ["person", "organisation", "document"]
