"""What may be typed about claims, and the sentence for what may not."""

import pytest
from django.http import QueryDict

from factcheck.claims.actions import rechain
from factcheck.claims.forms import (
    ChainForm,
    MarkForm,
)
from factcheck.claims.models import LinkDraft

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


class TestPlace:
    def test_a_selection_is_taken_in_code_points(self, article, form, at):
        taken = form(**at("It carries 4,100 cars a day"))

        assert taken.is_valid(), taken.errors
        marked = taken.marked()
        text = article.current_version.text
        assert text[marked["start"] : marked["end"]] == "It carries 4,100 cars a day"
        assert marked["version"] == article.current_version_id

    def test_white_space_at_the_ends_is_left_out(self, article, form, at):
        taken = form(**at(" It carries 4,100 cars a day"))

        assert taken.is_valid()
        assert article.current_version.text[taken.span.start] == "I"

    def test_words_that_stand_once_are_found(self, form, at):
        taken = form(words="  It carries 4,100 cars a day \r\n")

        assert taken.is_valid()
        assert taken.place() == at("It carries 4,100 cars a day")

    def test_words_in_several_places_bring_up_a_choice(self, form):
        taken = form(words="Olsvik")

        assert not taken.is_valid()
        assert said(taken, "where") == ["These words stand in 2 places. Choose one."]
        labels = [label for _, label in taken.fields["where"].choices]
        assert "said Greta Olsvik. Olsvik sells lamps" in labels[0]

    def test_the_chosen_place_is_taken(self, article, form):
        second = article.current_version.text.rindex("Olsvik")

        taken = form(words="Olsvik", where=second)

        assert taken.is_valid(), taken.errors
        assert taken.place()["start"] == second

    def test_a_place_that_is_none_of_them_is_refused(self, form):
        taken = form(words="Olsvik", where=1)

        assert not taken.is_valid()
        assert said(taken, "where")

    def test_words_that_stand_everywhere_ask_for_more_words(self, form):
        taken = form(words="e")

        assert not taken.is_valid()
        assert "Write more of what stands around them." in said(taken, "words")[0]
        assert "where" not in taken.fields

    @pytest.mark.parametrize(
        ("fields", "sentence"),
        [
            ({}, "Select words, or write them down."),
            (
                {"words": "the new mill bridge"},
                "These words do not stand in the text, letter by letter.",
            ),
            (
                {"start": 0, "end": 99_999},
                "These words lie outside the text. Select them again, or write them down.",
            ),
            (
                {"start": 7, "end": 7},
                "These words lie outside the text. Select them again, or write them down.",
            ),
            (
                {"start": -3, "end": 5},
                "These words lie outside the text. Select them again, or write them down.",
            ),
            ({"words": "Ten bridges to see"}, "These words were left out of the check."),
        ],
    )
    def test_a_place_that_cannot_be_taken_says_why(self, form, fields, sentence):
        taken = form(**fields)

        assert not taken.is_valid()
        assert said(taken, "words") == [sentence]

    def test_a_selection_of_what_was_left_out_is_refused(self, form, at):
        taken = form(**at("Ten bridges to see"))

        assert not taken.is_valid()
        assert taken.non_field_errors() == ["These words were left out of the check."]

    def test_white_space_alone_is_no_words(self, form, at):
        taken = form(**at("\n\n"))

        assert not taken.is_valid()
        assert taken.non_field_errors() == ["There are no words in this stretch."]

    def test_offsets_of_another_version_mean_nothing(self, form, at):
        taken = form(**at(WORDS), version=999_999)

        assert not taken.is_valid()
        assert taken.non_field_errors() == [
            "The text has a new version. Mark the words in it again."
        ]

    def test_a_form_without_a_place_gives_none(self, form):
        taken = form()
        taken.is_valid()

        with pytest.raises(ValueError, match="no place"):
            taken.place()

    def test_an_empty_form_offers_to_write_the_words(self, article):
        empty = MarkForm(version=article.current_version)

        assert "words" in [field.name for field in empty.plain_fields()]
        assert empty["version"].value() == article.current_version_id

    def test_a_selection_leaves_nothing_to_write(self, article, at):
        chosen = MarkForm(version=article.current_version, initial=at(WORDS))

        assert "words" not in chosen.fields


class TestLinks:
    def test_links_become_drafts_innermost_first(self, form, at):
        taken = form(
            **at(WORDS),
            link__0__speaker_name=" Roads   office ",
            link__0__speaker_kind="organisation",
            link__0__words="the roads office",
            link__0__cue="said",
            link__0__quote_kind="mixed",
            link__1__speaker_name="A clerk",
            link__1__speaker_kind="unnamed",
            governs="0",
        )

        assert taken.is_valid(), taken.errors
        first, second = taken.marked()["links"]
        assert first == LinkDraft(
            speaker_kind="organisation",
            speaker_name="Roads office",
            words="the roads office",
            cue="said",
            quote_kind="mixed",
            governs=True,
        )
        assert second.speaker_kind == "unnamed"
        assert not second.governs

    def test_choices_alone_are_no_link(self, form, at):
        taken = form(**at(WORDS), link__0__speaker_kind="person", link__0__quote_kind="direct")

        assert taken.is_valid()
        assert taken.marked()["links"] == ()

    @pytest.mark.parametrize("field", ["words", "cue"])
    def test_words_that_stand_elsewhere_are_refused(self, form, at, field):
        taken = form(
            **at(WORDS),
            link__0__speaker_name="Greta Olsvik",
            **{f"link__0__{field}": "Weir Street"},
        )

        assert not taken.is_valid()
        assert said(taken, f"link-0-{field}") == ["These words do not stand in this passage."]

    def test_part_of_a_word_does_not_stand_in_the_passage(self, form, at):
        taken = form(**at(WORDS), link__0__speaker_name="A bot", link__0__words="offi")

        assert not taken.is_valid()

    def test_words_without_a_name_are_refused(self, form, at):
        taken = form(**at(WORDS), link__0__cue="said")

        assert not taken.is_valid()
        assert said(taken, "link-0-speaker_name") == [
            "Name who it is, or leave all of this link empty."
        ]

    def test_a_gap_is_refused(self, form, at):
        taken = form(**at(WORDS), link__1__speaker_name="Roads office")

        assert not taken.is_valid()
        assert said(taken, "link-0-speaker_name") == ["Fill this one first: a chain has no gaps."]

    def test_a_link_that_is_not_there_cannot_govern(self, form, at):
        taken = form(**at(WORDS), link__0__speaker_name="Roads office", governs="2")

        assert not taken.is_valid()
        assert said(taken, "governs")

    @pytest.mark.parametrize(
        ("field", "value"),
        [
            ("speaker_name", "n" * 161),
            ("speaker_note", "n" * 161),
            ("words", "w" * 201),
            ("cue", "c" * 81),
            ("speaker_kind", "ghost"),
            ("quote_kind", "sung"),
        ],
    )
    def test_what_the_table_cannot_hold_is_refused(self, form, at, field, value):
        fields = {"link__0__speaker_name": "Roads office", f"link__0__{field}": value}

        taken = form(**at(WORDS), **fields)

        assert not taken.is_valid()
        assert f"link-0-{field}" in taken.errors

    def test_every_field_belongs_to_a_group_or_to_none(self, form, at):
        taken = form(**at(WORDS))

        grouped = [field.name for group in taken.link_groups() for field in group]
        plain = [field.name for field in taken.plain_fields()]
        assert sorted(grouped + plain) == sorted(field.name for field in taken.visible_fields())
        assert len(taken.link_groups()) == 3


class TestChainForm:
    def test_it_begins_with_what_stands(self, claim):
        form = ChainForm(claim=claim)

        link = claim.links.get()
        assert form["link-0-speaker_name"].value() == "Roads office"
        assert form["link-0-pk"].value() == link.pk
        assert form["seen"].value() == claim.revision

    def test_sent_back_as_shown_it_is_the_same_chain(self, claim, checker):
        shown = ChainForm(claim=claim)
        sent = typed(**{field.html_name: field.value() or "" for field in shown})

        form = ChainForm(sent, claim=claim)

        assert form.is_valid(), form.errors
        again = rechain(claim=claim, by=checker, **form.chained())
        assert again.revision == claim.revision

    def test_a_chain_of_three_that_is_governed_inside_is_shown_so(self, marked):
        claim = marked(
            WORDS,
            LinkDraft("person", "One", governs=True),
            LinkDraft("person", "Two"),
            LinkDraft("person", "Three"),
        )

        form = ChainForm(claim=claim)

        assert form["governs"].value() == "0"
        assert len(form.link_groups()) == 4

    def test_a_key_of_another_claim_is_no_key(self, claim, marked):
        other = marked("It carries 4,100 cars a day", LinkDraft("person", "Somebody"))
        sent = typed(
            seen=claim.revision,
            link__0__pk=other.links.get().pk,
            link__0__speaker_name="Roads office",
            link__0__speaker_kind="organisation",
            link__0__quote_kind="indirect",
        )

        form = ChainForm(sent, claim=claim)

        assert form.is_valid()
        assert form.chained()["links"][0].pk is None
