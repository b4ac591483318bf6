"""What a person can do to claims: what it changes, what it leaves, what the trail keeps."""

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims.actions import (
    mark,
    rechain,
    respan,
    reword,
    set_aside,
)
from factcheck.claims.models import Claim, LinkDraft, Speaker
from factcheck.claims.queries import chain
from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import keep
from factcheck.intake.readers import ReadingRefused, read_text
from factcheck.trail.models import Event

CARS = "It carries 4,100 cars a day"


def last_event():
    return Event.objects.order_by("-pk").first()


@pytest.fixture
def approved(claim):
    """The first claim, as it looks once it was signed."""
    Claim.objects.filter(pk=claim.pk).update(stage="approved")
    return Claim.objects.get(pk=claim.pk)


class TestMark:
    def test_words_become_a_claim(self, article, checker, at):
        claim = mark(article=article, by=checker, kind="number", **at(CARS))

        anchor = claim.anchors.get()
        text = article.current_version.text
        assert (claim.stage, claim.number, claim.wording) == ("open", 1, CARS)
        assert text[anchor.start : anchor.end] == anchor.quote == CARS
        assert text[: anchor.start].endswith(anchor.prefix)
        assert text[anchor.end :].startswith(anchor.suffix)
        assert {claim.spanned_by, claim.worded_by, claim.kinded_by, claim.accepted_by} == {checker}

    def test_it_leaves_one_event(self, article, checker, at):
        before = Event.objects.count()

        claim = mark(article=article, by=checker, **at(CARS))

        event = last_event()
        assert Event.objects.count() == before + 1
        assert (event.verb, event.subject) == ("claim.marked", f"claim:{claim.pk}")
        assert event.words == {"number": 1, "quote": CARS}

    def test_a_claim_may_lie_inside_another(self, marked):
        marked("The old mill bridge will close in May")

        assert marked("close in May").number == 2

    def test_the_very_same_words_are_one_claim(self, claim, marked):
        with pytest.raises(NotNow, match="claim 1 already"):
            marked("The old mill bridge will close in May")

    def test_words_of_a_claim_that_was_set_aside_are_free(self, claim, checker, marked):
        set_aside(claim=claim, by=checker, because="Marked too narrowly.")

        assert marked("The old mill bridge will close in May").number == 2

    def test_long_words_are_worded_by_somebody(self, anna, checker):
        text = "Snow " * 80 + "fell."
        article, _ = keep(reading=read_text(text), by=anna)

        claim = mark(article=article, by=checker, start=0, end=len(text))

        assert claim.wording == ""
        assert claim.anchors.get().quote == text

    @pytest.mark.parametrize(("start", "end"), [(-1, 4), (4, 4), (9, 2), (0, 10_000), (31, 33)])
    def test_what_is_no_words_is_refused(self, article, checker, start, end):
        with pytest.raises(ValueError, match="words"):
            mark(article=article, by=checker, start=start, end=end)

    def test_what_was_left_out_is_no_claim(self, article, checker, at):
        with pytest.raises(ValueError, match="left out"):
            mark(article=article, by=checker, **at("Ten bridges to see"))

    def test_offsets_of_another_version_are_stale(self, article, checker, at):
        with pytest.raises(NotNow) as refused:
            mark(article=article, by=checker, version=999_999, **at(CARS))

        assert refused.value.stale

    def test_a_writer_marks_nothing(self, article, writer, at):
        with pytest.raises(Never):
            mark(article=article, by=writer, **at(CARS))
        assert not Claim.objects.exists()

    @settings(
        max_examples=40,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
    )
    @given(data=st.data())
    def test_every_quote_is_the_text_where_it_stands(self, anna, checker, data):
        raw = data.draw(st.text(min_size=1, max_size=120))
        try:
            reading = read_text(raw)
        except ReadingRefused:
            return
        article, _ = keep(reading=reading, by=anna)
        text = article.current_version.text
        begins = data.draw(st.integers(0, len(text) - 1))
        ends = data.draw(st.integers(begins + 1, len(text)))
        try:
            claim = mark(article=article, by=checker, start=begins, end=ends)
        except (ValueError, NotNow):
            return

        anchor = claim.anchors.get()
        assert anchor.quote == text[anchor.start : anchor.end] == text[begins:ends].strip()


class TestChain:
    def test_places_are_those_nearest_to_the_claim(self, article, claim):
        link = claim.links.get()

        text = article.current_version.text
        assert text[link.words_start :].startswith("the roads office said")
        assert text[link.cue_start :].startswith("said on Tuesday")
        assert link.governs

    def test_the_outermost_governs_where_nobody_was_named(self, marked):
        claim = marked(CARS, LinkDraft("person", "Inner"), LinkDraft("person", "Outer"))

        assert [link.governs for link in chain(claim)] == [False, True]

    def test_named_speakers_are_shared_and_unnamed_ones_are_not(self, marked, anna, checker):
        clerk, mayor = LinkDraft("unnamed", "a clerk"), LinkDraft("person", "Ida Moe")
        marked(CARS, clerk, mayor)
        other, _ = keep(reading=read_text("Snow fell on the pass all night."), by=anna)

        mark(article=other, by=checker, start=0, end=9, links=[clerk, mayor])

        assert Speaker.objects.filter(name="Ida Moe").count() == 1
        assert Speaker.objects.filter(name="a clerk").count() == 2

    def test_a_link_whose_speaker_stays_keeps_its_row(self, claim, checker, office):
        link = claim.links.get()
        draft = LinkDraft("organisation", "Roads office", cue="said", pk=link.pk)

        rechain(claim=claim, by=checker, links=[LinkDraft("person", "Ida Moe"), draft])

        inner, outer = chain(claim)
        assert (outer.pk, outer.position, outer.words) == (link.pk, 1, "")
        assert inner.speaker.name == "Ida Moe"

    def test_links_change_places_and_keep_their_rows(self, marked, checker):
        claim = marked(CARS, LinkDraft("person", "One", governs=True), LinkDraft("person", "Two"))
        one, two = chain(claim)

        rechain(
            claim=claim,
            by=checker,
            links=[LinkDraft("person", "Two", pk=two.pk), LinkDraft("person", "One", pk=one.pk)],
        )

        assert [link.pk for link in chain(claim)] == [two.pk, one.pk]
        assert [link.governs for link in chain(claim)] == [False, True]

    def test_one_row_named_twice_is_kept_once(self, marked, checker):
        claim = marked(CARS, LinkDraft("person", "One"))
        row = chain(claim)[0]
        twice = LinkDraft("person", "One", pk=row.pk)

        rechain(claim=claim, by=checker, links=[twice, twice])

        assert [link.pk == row.pk for link in chain(claim)].count(True) == 1
        assert len(chain(claim)) == 2

    def test_another_speaker_retires_the_link(self, claim, checker):
        link = claim.links.get()
        draft = LinkDraft("person", "Ida Moe", pk=link.pk)

        rechain(claim=claim, by=checker, links=[draft])

        link.refresh_from_db()
        assert link.retired_by == checker
        assert [row.speaker.name for row in chain(claim)] == ["Ida Moe"]

    def test_the_same_chain_changes_nothing(self, claim, checker, office):
        events = Event.objects.count()

        again = rechain(claim=claim, by=checker, links=[office])

        assert again.revision == claim.revision
        assert Event.objects.count() == events


class TestChange:
    def test_rewording_keeps_who_and_when(self, claim, anna):
        changed = reword(claim=claim, by=anna, wording="The bridge closes.", kind="prediction")

        assert (changed.wording, changed.worded_by) == ("The bridge closes.", anna)
        assert (changed.kind, changed.kinded_by) == ("prediction", anna)
        assert changed.spanned_by != anna

    def test_a_new_span_takes_its_wording_along(self, claim, checker, at):
        changed = respan(claim=claim, by=checker, **at("The old mill bridge will close"))

        assert changed.wording == "The old mill bridge will close"
        assert changed.anchors.get().quote == "The old mill bridge will close"

    def test_who_said_it_is_looked_up_around_the_new_place(self, marked, checker, at):
        named = LinkDraft("person", "Greta Olsvik", words="Olsvik")
        claim = marked("We were never asked", named)
        first = claim.links.get().words_start

        respan(claim=claim, by=checker, **at("sells lamps"))

        assert claim.links.get().words_start > first

    @pytest.mark.parametrize("change", ["mark", "reword"])
    def test_a_wording_that_is_too_long_is_refused(self, article, claim, checker, at, change):
        changes = {
            "mark": lambda: mark(article=article, by=checker, wording="w" * 301, **at(CARS)),
            "reword": lambda: reword(claim=claim, by=checker, wording="w" * 301, kind="fact"),
        }

        with pytest.raises(ValueError, match="300 characters"):
            changes[change]()

    def test_a_wording_of_ones_own_stays(self, claim, checker, at):
        claim = reword(claim=claim, by=checker, wording="My own words.", kind="fact")

        changed = respan(claim=claim, by=checker, **at("The old mill bridge will close"))

        assert changed.wording == "My own words."

    def test_a_span_that_is_another_claims_is_refused(self, claim, checker, marked, at):
        marked(CARS)

        with pytest.raises(NotNow, match="claim 2 already"):
            respan(claim=claim, by=checker, **at(CARS))

    @pytest.mark.parametrize("what", ["words", "span", "chain"])
    def test_what_was_signed_is_reopened(self, approved, checker, at, what):
        changes = {
            "words": lambda: reword(claim=approved, by=checker, wording="Else.", kind="fact"),
            "span": lambda: respan(claim=approved, by=checker, **at("mill bridge will close")),
            "chain": lambda: rechain(claim=approved, by=checker, links=[]),
        }

        changed = changes[what]()

        assert changed.stage == "checking"
        assert Event.objects.filter(verb="claim.reopened").count() == 1

    @pytest.mark.parametrize("what", ["words", "span", "chain"])
    def test_what_is_the_same_is_not_reopened(self, approved, checker, office, at, what):
        same = {
            "words": lambda: reword(
                claim=approved, by=checker, wording=approved.wording, kind="fact"
            ),
            "span": lambda: respan(
                claim=approved, by=checker, **at("The old mill bridge will close in May")
            ),
            "chain": lambda: rechain(claim=approved, by=checker, links=[office]),
        }

        assert same[what]().stage == "approved"

    @pytest.mark.parametrize("what", ["words", "span", "chain"])
    def test_a_stale_form_overwrites_nothing(self, claim, checker, at, what):
        reword(claim=claim, by=checker, wording="Meanwhile.", kind="fact")
        seen = claim.revision
        late = {
            "words": lambda: reword(claim=claim, by=checker, wording="L.", kind="fact", seen=seen),
            "span": lambda: respan(claim=claim, by=checker, seen=seen, **at("mill bridge")),
            "chain": lambda: rechain(claim=claim, by=checker, links=[], seen=seen),
        }

        with pytest.raises(NotNow) as refused:
            late[what]()

        assert refused.value.stale
        assert Claim.objects.get().wording == "Meanwhile."


def test_speakers_of_a_chain_are_made_in_one_order_whatever_the_chain(marked):
    claim = marked(
        "The old mill bridge will close in May",
        LinkDraft("person", "Zoe Vik"),
        LinkDraft("person", "Abel Moe"),
    )

    assert [link.speaker.name for link in claim.links.order_by("position")] == [
        "Zoe Vik",
        "Abel Moe",
    ]
    assert list(Speaker.objects.order_by("pk").values_list("name", flat=True)) == [
        "Abel Moe",
        "Zoe Vik",
    ]
