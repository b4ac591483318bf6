"""What the splitter found is written as suggestions, and taken by people."""

from collections import Counter
from dataclasses import replace

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from factcheck.claims.actions import (
    begin,
    exempt,
    propose,
    set_aside,
)
from factcheck.claims.models import Anchor, Claim, Link, Speaker, Splitting, Suggestion
from factcheck.core.rulings import Never
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.trail.models import Event
from tests import splits
from tests.fixtures.pages import FRAME
from tests.splits import ASKED, CARS, CLOSE, LAMPS

VALUES = 26 + 10 + 11 + 7 + 3  # of a claim, its anchor, link, suggestion and search words


def again(row):
    return type(row).objects.get(pk=row.pk)


def test_claims_are_suggested_with_numbers_that_follow_the_text(proposed):
    rows = [(claim.number, claim.wording, claim.stage, claim.kind) for claim in proposed]

    assert rows == [
        (1, CLOSE, "suggested", "prediction"),
        (2, CARS, "suggested", "number"),
        (3, ASKED, "suggested", "fact"),
        (4, LAMPS, "suggested", "fact"),
    ]


def test_numbers_go_on_where_claims_were_marked_before(article, anna, found, marked):
    marked("Traders on Weir Street fear for their shops")
    begin(article=article, by=anna)

    proposed = propose(version=article.current_version, by=anna, split=found)

    assert [claim.number for claim in proposed] == [2, 3, 4, 5]


def test_nobody_has_set_anything_on_a_suggestion(proposed):
    claim = again(proposed[0])

    hands = [claim.spanned_by, claim.worded_by, claim.kinded_by, claim.chained_by]
    assert [*hands, claim.accepted_by] == [None] * 5


def test_a_suggestion_stands_where_the_splitter_found_it(proposed, article, text):
    anchor = Anchor.objects.get(claim=proposed[1])

    assert text[anchor.start : anchor.end] == anchor.quote == CARS
    assert (anchor.placed, anchor.place, anchor.part) == ("suggested", 1, 1)
    assert anchor.prefix == text[anchor.start - 32 : anchor.start]
    assert anchor.suffix == text[anchor.end : anchor.end + 32]


def test_a_broken_quotation_is_one_place_with_parts(article, anna, text):
    begin(article=article, by=anna)

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, ASKED, LAMPS)),
    )

    rows = claim.anchors.values_list("place", "part", "quote").order_by("part")
    assert list(rows) == [(1, 1, ASKED), (1, 2, LAMPS)]
    assert claim.wording == f"{ASKED} … {LAMPS}"


def test_the_chain_stands_at_the_very_places_that_were_found(proposed, text):
    link = Link.objects.select_related("speaker").get(claim=proposed[0])

    assert (link.words, link.words_start) == ("the roads office", text.index("the roads office"))
    assert (link.cue, link.cue_start) == ("said", text.index("said"))
    assert (link.speaker.kind, link.speaker.name) == ("organisation", "Roads office")
    assert link.governs


def test_a_chain_of_two_is_governed_by_the_link_that_was_named(article, anna, text):
    begin(article=article, by=anna)
    chain = [
        splits.link(text, "Traders on Weir Street", "fear"),
        splits.link(text, "Greta Olsvik", "said", kind="person"),
    ]

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=chain, governs=0)),
    )

    rows = claim.links.order_by("position").values_list("speaker__name", "governs")
    assert list(rows) == [("Traders on Weir Street", True), ("Greta Olsvik", False)]


def test_named_speakers_are_the_desks_and_unnamed_ones_the_articles(article, anna, text):
    known = Speaker.objects.create(kind="person", name="Greta Olsvik", added_by=anna)
    begin(article=article, by=anna)
    chain = [
        splits.link(text, "Traders on Weir Street", kind="unnamed", name="traders"),
        splits.link(text, "Greta Olsvik", "said", kind="person"),
    ]

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=chain)),
    )

    inner, outer = [link.speaker for link in claim.links.order_by("position")]
    assert outer == known
    assert (inner.kind, inner.article) == ("unnamed", article)


def test_a_name_that_was_merged_stands_for_the_other_speaker(article, anna, text):
    olsvik = Speaker.objects.create(kind="person", name="Greta Maria Olsvik", added_by=anna)
    Speaker.objects.create(kind="person", name="Greta Olsvik", added_by=anna, merged_into=olsvik)
    begin(article=article, by=anna)
    chain = [splits.link(text, "Greta Olsvik", "said", kind="person")]

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=chain)),
    )

    assert claim.links.get().speaker == olsvik


def test_a_namesake_is_not_taken_for_the_speaker(article, anna, text):
    for note in ("sells lamps", "sells bread"):
        Speaker.objects.create(kind="person", name="Greta Olsvik", note=note, added_by=anna)
    begin(article=article, by=anna)
    chain = [splits.link(text, "Greta Olsvik", "said", kind="person")]

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=chain)),
    )

    assert claim.links.get().speaker.note == ""


def test_where_nobody_is_named_an_unnamed_speaker_says_so(article, anna, text):
    begin(article=article, by=anna)

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=[splits.link(text, None, "fear")])),
    )

    link = claim.links.get()
    assert (link.speaker.kind, link.words, link.cue) == ("unnamed", "", "fear")


@pytest.mark.parametrize("name", ["", "  ", "\u2028"])
def test_a_name_without_letters_is_nobodys(name, article, anna, text):
    begin(article=article, by=anna)
    fear = splits.link(text, "Traders", "fear", kind="unnamed")
    fear = replace(fear, speaker=replace(fear.speaker, name=name))

    (claim,) = propose(
        version=article.current_version,
        by=anna,
        split=splits.split(splits.suggestion(text, CARS, chain=[fear])),
    )

    link = claim.links.get()
    assert (link.speaker.name, link.words) == ("somebody the text does not name", "Traders")


def test_why_it_was_suggested_is_kept(proposed):
    kept = Suggestion.objects.get(claim=proposed[0])

    assert kept.reason == "The words “the roads office said” stand beside it."
    assert kept.worth == 0.8


def test_one_event_tells_of_all_suggestions(proposed, article):
    event = Event.objects.get(verb="claims.suggested", thread=f"article:{article.pk}")

    assert event.words == {"numbers": [1, 2, 3, 4], "engine": "parser"}


def test_the_row_of_the_version_says_that_it_was_read(proposed, article):
    row = Splitting.objects.get(version=article.current_version)

    assert (row.state, row.engine, row.proposed) == ("done", "parser", 4)
    assert row.words_read == row.words == article.current_version.words
    assert row.ended_at is not None


def test_nothing_is_suggested_where_a_claim_or_an_exemption_stands(
    article, anna, checker, found, marked, at
):
    marked("mill bridge will close in May, the roads")
    exempt(article=article, by=checker, **at("sells lamps"), reason="common_knowledge")
    begin(article=article, by=anna)

    proposed = propose(version=article.current_version, by=anna, split=found)

    assert [claim.wording for claim in proposed] == [CARS, ASKED]


def test_nothing_is_suggested_twice(proposed, article, anna, found):
    Splitting.objects.update(state="waiting", ended_at=None)

    assert propose(version=article.current_version, by=anna, split=found) == []
    assert Claim.objects.count() == len(proposed)


def test_what_was_set_aside_is_not_suggested_again(proposed, article, anna, checker, found):
    set_aside(claim=proposed[3], by=checker, because="Not a statement.")
    Splitting.objects.update(state="waiting", ended_at=None)

    assert propose(version=article.current_version, by=anna, split=found) == []


def test_a_split_that_comes_twice_writes_once(proposed, article, anna, found):
    assert propose(version=article.current_version, by=anna, split=found) == []
    assert Event.objects.filter(verb="claims.suggested").count() == 1


def asked_for(count, anna):
    """What is asked of the database to propose as many claims: inserts, and all else."""
    text, found = splits.many(count)
    article, _ = keep(reading=read_text(text, title="Ships"), by=anna)
    begin(article=article, by=anna)
    with CaptureQueriesContext(connection) as captured:
        propose(version=article.current_version, by=anna, split=found)
    asked = [query["sql"] for query in captured if not FRAME.match(query["sql"])]
    inserts = [sql.partition(" INTO ")[2].split()[0] for sql in asked if sql.startswith("INSERT")]
    return Counter(inserts), len(asked) - len(inserts)


def test_the_number_of_queries_grows_only_with_what_one_insert_may_hold(anna):
    few, others = asked_for(3, anna)
    many, others_then = asked_for(300, anna)

    assert others == others_then <= 15
    assert set(few.values()) == {1}
    assert many.keys() == few.keys()
    assert sum(many.values()) <= len(many) + 300 * VALUES // 999 + 1


@pytest.mark.parametrize("person", ["reviewer", "administrator", "stranger"])
def test_who_brings_in_nothing_lets_nothing_be_read(article, person, request):
    with pytest.raises(Never):
        begin(article=article, by=request.getfixturevalue(person))

    assert not Splitting.objects.exists()
