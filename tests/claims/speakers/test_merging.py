"""Two speakers that are one are merged, and taken apart again."""

from dataclasses import replace

import pytest

from factcheck.claims.actions import (
    mark,
    merge_speakers,
    rechain,
    rename_speaker,
    unmerge_speakers,
)
from factcheck.claims.models import Link, LinkDraft, Speaker, SpeakerMerge, Stage
from factcheck.claims.queries.speaking import said_by, speaker_page
from factcheck.core.rulings import Never, NotNow
from factcheck.trail.models import Event
from factcheck.verification.actions import note_contact
from factcheck.verification.queries import facts_of
from tests import story, world

pytestmark = pytest.mark.django_db

PORT = LinkDraft("organisation", "Port office")


@pytest.fixture
def office(checker):
    """The speaker of the first claim of the first article."""
    return story.marked(story.bring_in(checker), checker).links.get().speaker


@pytest.fixture
def port(checker):
    """Another name for it, in another article."""
    article = story.bring_in(checker, text=story.TEXT + "\nOnce more.\n", title="Ferries again")
    return story.marked(article, checker, links=[PORT]).links.get().speaker


def merged(speaker, into, by):
    return merge_speakers(speaker=speaker, into=into, by=by)


def fresh(row):
    return type(row).objects.get(pk=row.pk)


class TestMerge:
    def test_the_links_go_over_and_the_name_stays_one(self, office, port, checker):
        links = list(port.links.values_list("pk", flat=True))

        merge = merged(port, office, checker)

        assert fresh(port).merged_into == office
        assert set(Link.objects.filter(pk__in=links).values_list("speaker", flat=True)) == {
            office.pk
        }
        assert (merge.links, merge.merged_by, merge.undone_by) == (links, checker, None)
        assert len(said_by(office)) == 2
        assert [row.pk for row in speaker_page().rows] == [office.pk]

    def test_one_event_tells_both_names(self, office, port, checker):
        merged(port, office, checker)

        event = Event.objects.get(verb="speaker.merged")
        assert (event.thread, event.subject) == (f"speaker:{office.pk}", f"speaker:{port.pk}")
        assert event.words["was"] == ["organisation", "Port office", ""]
        assert event.words["now"] == ["organisation", "Harbour office", ""]
        assert len(event.words["claims"]) == 1

    def test_who_writes_the_other_name_means_the_kept_one(self, office, port, checker):
        merged(port, office, checker)
        claim = story.marked(
            office.links.get(claim__article__current_version__title=story.TITLE).claim.article,
            checker,
            story.RAIN,
            links=[PORT],
        )

        assert claim.links.get().speaker == office

    def test_a_chain_that_is_saved_as_it_stands_is_kept(self, office, port, checker):
        link = port.links.get()
        merged(port, office, checker)

        rechain(
            claim=link.claim, by=checker,
            links=[LinkDraft("organisation", "Port office", cue="said", pk=link.pk)],
        )  # fmt: skip

        link.refresh_from_db()
        assert (link.speaker, link.cue, link.retired_at) == (office, "said", None)

    def test_links_that_were_taken_out_go_over_too(self, office, port, checker):
        link = port.links.get()
        rechain(claim=link.claim, by=checker, links=())

        merged(port, office, checker)

        link.refresh_from_db()
        assert link.speaker == office

    def test_a_speaker_that_has_names_brings_them_along(self, office, port, checker, newcomer):
        quay = Speaker.objects.create(kind="person", name="Quay office", added_by=checker)
        merged(quay, port, checker)

        merged(port, office, checker)

        assert fresh(quay).merged_into == office

    @pytest.mark.parametrize("stage", [Stage.CHECKED, Stage.APPROVED])
    def test_claims_that_are_called_otherwise_are_looked_at_again(
        self, office, checker, reviewer, stage
    ):
        shown = world.claim_at(
            stage, checker=checker, reviewer=reviewer, links=[PORT],
            article=story.bring_in(checker, text=story.TEXT + "\nMore.\n"),
        )  # fmt: skip
        kept = world.claim_at(
            stage, checker=checker, reviewer=reviewer, words=story.RAIN,
            article=office.links.get().claim.article,
        )  # fmt: skip

        merged(shown.links.get().speaker, office, checker)

        assert world.fresh(shown).stage == Stage.CHECKING
        assert world.fresh(kept).stage == stage

    def test_claims_in_review_stay_there(self, office, checker):
        article = story.bring_in(checker, text=story.TEXT + "\nMore.\n")
        shown = world.claim_at(Stage.IN_REVIEW, checker=checker, links=[PORT], article=article)

        merged(shown.links.get().speaker, office, checker)

        assert world.fresh(shown).stage == Stage.IN_REVIEW

    def test_contacts_follow(self, office, port, checker):
        claim = port.links.get().claim
        note_contact(
            by=checker, article=claim.article, speaker=port, claims=[claim],
            not_tried_because="It is closed.",
        )  # fmt: skip

        merged(port, office, checker)

        [attempt] = facts_of(claim).contacts
        assert (attempt.speaker, attempt.speaker_name) == (office.pk, "Harbour office")

    def test_nobody_else_may(self, office, port, reviewer):
        with pytest.raises(Never):
            merged(port, office, reviewer)

        assert not SpeakerMerge.objects.exists()

    def test_a_changed_speaker_is_looked_at_first(self, office, port, checker):
        with pytest.raises(NotNow) as refused:
            merge_speakers(speaker=port, into=office, by=checker, seen=port.revision + 1)

        assert refused.value.stale

    def test_nobody_is_merged_into_themselves(self, office, checker):
        with pytest.raises(NotNow, match="the same speaker already"):
            merged(office, office, checker)

    def test_nobody_is_merged_twice(self, office, port, checker):
        merged(port, office, checker)

        with pytest.raises(NotNow, match="was merged into Harbour office"):
            merged(port, office, checker)

    def test_nobody_is_merged_into_a_mere_name(self, office, port, checker):
        merged(port, office, checker)
        quay = Speaker.objects.create(kind="person", name="Quay office", added_by=checker)

        with pytest.raises(NotNow, match="Take them apart first"):
            merged(quay, port, checker)

    def test_a_mere_name_is_not_renamed(self, office, port, checker):
        merged(port, office, checker)

        with pytest.raises(NotNow, match="Take them apart first"):
            rename_speaker(speaker=port, by=checker, kind="person", name="Port", note="")

    def test_the_kept_one_does_not_take_the_name_by_renaming(self, office, port, checker):
        merged(port, office, checker)

        with pytest.raises(NotNow, match="one of their names already"):
            rename_speaker(
                speaker=office, by=checker, kind="organisation", name="Port office", note=""
            )


class TestUnnamed:
    @pytest.fixture
    def article(self, checker):
        return story.bring_in(checker)

    @pytest.fixture
    def clerk(self, article, checker):
        drafts = [LinkDraft("unnamed", "a clerk")]
        return story.marked(article, checker, links=drafts).links.get().speaker

    def test_two_of_one_article_are_one(self, article, clerk, checker):
        drafts = [LinkDraft("unnamed", "the clerk")]
        same = story.marked(article, checker, story.RAIN, links=drafts).links.get().speaker

        merged(same, clerk, checker)

        assert fresh(same).merged_into == clerk

    def test_of_two_articles_never(self, clerk, checker):
        other = story.bring_in(checker, text=story.TEXT + "\nMore.\n")
        drafts = [LinkDraft("unnamed", "a clerk")]
        theirs = story.marked(other, checker, links=drafts).links.get().speaker

        with pytest.raises(NotNow, match="two articles are never one"):
            merged(theirs, clerk, checker)

    @pytest.mark.parametrize("way", ["into the named", "into the unnamed"])
    def test_with_a_named_one_never(self, clerk, port, checker, way):
        pair = (clerk, port) if way == "into the named" else (port, clerk)

        with pytest.raises(NotNow, match="not merged into a named one"):
            merged(*pair, checker)


class TestTakeApart:
    def test_the_links_go_back(self, office, port, checker):
        link = port.links.get()
        merge = merged(port, office, checker)

        unmerge_speakers(merge=merge, by=checker)

        link.refresh_from_db()
        merge.refresh_from_db()
        assert link.speaker == port
        assert fresh(port).merged_into is None
        assert merge.undone_by == checker
        assert office.links.count() == 1
        event = Event.objects.get(verb="speaker.unmerged")
        assert (event.thread, event.words["now"][1]) == (f"speaker:{office.pk}", "Port office")

    def test_what_was_written_of_the_kept_one_since_stays(self, office, port, checker):
        merge = merged(port, office, checker)
        later = story.marked(
            office.links.order_by("pk").first().claim.article, checker, story.RAIN, links=[PORT]
        )

        unmerge_speakers(merge=merge, by=checker)

        assert later.links.get().speaker == office

    def test_claims_that_are_called_otherwise_are_looked_at_again(
        self, office, port, checker, reviewer
    ):
        claim = port.links.get().claim
        merge = merged(port, office, checker)
        story.approved(world.fresh(claim), checker, reviewer)

        unmerge_speakers(merge=merge, by=checker)

        assert world.fresh(claim).stage == Stage.CHECKING

    def test_a_chain_that_was_made_anew_forbids_it(self, office, port, checker):
        claim = port.links.get().claim
        merge = merged(port, office, checker)
        rechain(claim=claim, by=checker, links=[replace(PORT, cue="said")])  # another link

        with pytest.raises(NotNow, match=f"The chain of claim {claim.number} was made anew"):
            unmerge_speakers(merge=merge, by=checker)

        rechain(claim=world.fresh(claim), by=checker, links=[LinkDraft("person", "Ida Moe")])
        unmerge_speakers(merge=merge, by=checker)
        assert fresh(port).merged_into is None

    def test_twice_is_once(self, office, port, checker):
        merge = merged(port, office, checker)
        unmerge_speakers(merge=merge, by=checker)

        with pytest.raises(NotNow, match="taken apart already"):
            unmerge_speakers(merge=merge, by=checker)

    def test_the_last_merge_is_taken_apart_first(self, office, port, checker):
        quay = Speaker.objects.create(kind="person", name="Quay office", added_by=checker)
        first = merged(quay, port, checker)
        second = merged(port, office, checker)

        with pytest.raises(NotNow, match="Take them apart first"):
            unmerge_speakers(merge=first, by=checker)

        unmerge_speakers(merge=second, by=checker)
        assert fresh(quay).merged_into == port
        unmerge_speakers(merge=first, by=checker)
        assert fresh(quay).merged_into is None

    def test_it_can_be_merged_again(self, office, port, checker):
        unmerge_speakers(merge=merged(port, office, checker), by=checker)

        merged(office, port, checker)

        assert fresh(office).merged_into == port

    def test_nobody_else_may(self, office, port, checker, reviewer):
        merge = merged(port, office, checker)

        with pytest.raises(Never):
            unmerge_speakers(merge=merge, by=reviewer)


def test_the_same_name_of_another_sort_is_no_reason_to_look_again_unless_readers_see_it(
    office, checker, reviewer
):
    person = LinkDraft("person", "Harbour office")
    article = story.bring_in(checker, text=story.TEXT + "\nMore.\n")
    claim = world.claim_at(
        Stage.APPROVED, checker=checker, reviewer=reviewer, links=[person], article=article
    )

    merged(claim.links.get().speaker, office, checker)

    assert world.fresh(claim).stage == Stage.CHECKING  # readers are told what a speaker is


def test_a_speaker_is_made_once_for_two_links(checker):
    article = story.bring_in(checker)
    start = article.current_version.text.index(story.RAIN)
    claim = mark(
        article=article, by=checker, start=start, end=start + len(story.RAIN), links=[PORT, PORT]
    )

    assert len({link.speaker_id for link in claim.links.all()}) == 1
