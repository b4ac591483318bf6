"""Reading claims takes few questions, however many there are."""

import pytest

from factcheck.claims.actions import ask, close, rechain, set_aside
from factcheck.claims.models import Claim, LinkDraft
from factcheck.claims.queries import (
    chain,
    checked_passages,
    claim_at,
    fresh,
    number_in_text_order,
    numbered,
    open_blocking,
    people_at_work,
    speakers_for,
)
from factcheck.claims.queries.speaking import PAGE, said_by, speaker_page
from factcheck.core.spans import Span
from factcheck.people.actions import deactivate
from tests.factories.claims import (
    AnchorFactory,
    ClaimFactory,
    ExemptionFactory,
    LinkFactory,
    QuestionFactory,
    SpeakerFactory,
)

CARS = "It carries 4,100 cars a day"


@pytest.fixture
def many(article):
    """many(40): so many claims, each with its place, chain, question and exemption."""

    def add(count):
        text = article.current_version
        speaker = SpeakerFactory(added_by=article.brought_by)
        for number in range(1, count + 1):
            claim = ClaimFactory(article=article, number=number)
            AnchorFactory(claim=claim, version=text, start=number, end=number + 3)
            LinkFactory(claim=claim, speaker=speaker)
            QuestionFactory(claim=claim, blocking=True)
            ExemptionFactory(version=text, start=number, end=number + 2)

    return add


@pytest.mark.parametrize("count", [1, 40])
class TestHowManyQuestions:
    def test_questions_that_block_take_one(self, article, many, queries, count):
        many(count)

        with queries(1):
            found = open_blocking(article)
            assert len([(row.claim.number, row.asked_by.name) for row in found]) == count

    def test_numbers_take_one(self, article, many, queries, count):
        many(count)

        with queries(1):
            assert len(number_in_text_order(article)) == count

    def test_speakers_take_one(self, article, many, queries, count):
        many(count)
        speaker = speakers_for(article)[0]

        with queries(1):
            assert len(speakers_for(article)) == 1
        with queries(1):
            assert speaker_page().rows[0].claims == count
        with queries(1):
            assert len([claim.article.title for claim in said_by(speaker)]) == count


def test_a_claim_is_read_with_what_its_rules_look_at(claim, queries):
    with queries(1):
        row = fresh(claim)
        assert row.article.current_version.text
        assert row.assignee is None


def test_the_chain_is_what_stands_innermost_first(marked, checker, queries):
    claim = marked(CARS, LinkDraft("person", "Inner"), LinkDraft("person", "Outer"))
    kept = chain(claim)[1]
    links = [LinkDraft("person", "New"), LinkDraft("person", "Outer", pk=kept.pk)]
    rechain(claim=claim, by=checker, links=links)

    with queries(1):
        assert [link.speaker.name for link in chain(claim)] == ["New", "Outer"]


def test_what_was_left_out_is_not_under_check(article):
    roles = [passage.role for passage in checked_passages(article.current_version)]

    assert roles == ["title", "body", "body"]


def test_a_claim_that_was_set_aside_stands_on_no_words(article, claim, checker, at):
    place = at("The old mill bridge will close in May")
    span = Span(place["start"], place["end"])
    assert claim_at(article.current_version, span) == claim
    assert claim_at(article.current_version, span, claim) is None

    set_aside(claim=claim, by=checker, because="No claim.")

    assert claim_at(article.current_version, span) is None


def test_only_claims_that_count_are_numbered(article, claim, marked, checker):
    other = marked(CARS)
    set_aside(claim=claim, by=checker, because="No claim.")

    assert list(numbered(article)) == [other]


class TestBlocking:
    def test_only_what_blocks_and_is_open(self, article, claim, checker):
        ask(claim=claim, by=checker, text="By the way?")
        waiting = ask(claim=claim, by=checker, text="Who says so?", blocking=True)
        done = ask(claim=claim, by=checker, text="When?", blocking=True)
        close(question=done, by=checker)

        assert open_blocking(article) == [waiting]

    def test_not_what_was_asked_on_a_claim_that_was_set_aside(self, article, claim, checker):
        away = set_aside(claim=claim, by=checker, because="No claim.")
        QuestionFactory(claim=away, asked_by=checker, blocking=True)

        assert open_blocking(article) == []


class TestNumbers:
    def test_they_follow_the_text_and_the_outer_claim_comes_first(self, article, marked, claim):
        traders = marked("Traders on Weir Street fear for their shops")
        cars = marked(CARS)

        assert number_in_text_order(article) == {claim.pk: 1, cars.pk: 2, traders.pk: 3}

    def test_what_does_not_count_comes_last(self, article, marked, claim, checker):
        cars = marked(CARS)
        set_aside(claim=claim, by=checker, because="No claim.")

        assert number_in_text_order(article) == {cars.pk: 1, claim.pk: 2}

    def test_what_stands_nowhere_comes_after_the_text(self, article, marked, claim):
        lost = ClaimFactory(article=article, number=9)
        cars = marked(CARS)

        assert number_in_text_order(article) == {claim.pk: 1, cars.pk: 2, lost.pk: 3}


class TestSpeakers:
    def test_unnamed_ones_of_other_articles_are_not_offered(self, article):
        here = SpeakerFactory(kind="unnamed", name="A clerk", article=article)
        elsewhere = ClaimFactory().article
        SpeakerFactory(kind="unnamed", name="A clerk", article=elsewhere)
        office = SpeakerFactory(name="Roads office")

        assert speakers_for(article) == [here, office]

    def test_pages_go_on_where_the_last_one_ended(self, db):
        by = SpeakerFactory(name="Same", note="0").added_by
        for note in range(1, PAGE + 5):
            SpeakerFactory(name="Same", note=f"{note:03}", added_by=by)

        first = speaker_page()
        second = speaker_page(after=first.more)

        notes = [row.note for row in [*first.rows, *second.rows]]
        assert (len(notes), len(set(notes)), second.more) == (PAGE + 5, PAGE + 5, None)
        assert notes == sorted(notes)

    def test_claims_that_do_not_count_are_not_counted(self, claim, checker):
        speaker = claim.links.get().speaker
        assert said_by(speaker) == [claim]

        set_aside(claim=claim, by=checker, because="No claim.")

        assert said_by(speaker) == []
        assert speaker_page().rows[0].claims == 0

    def test_a_link_that_was_taken_out_says_nothing(self, claim, checker):
        speaker = claim.links.get().speaker

        rechain(claim=claim, by=checker, links=[])

        assert said_by(speaker) == []
        assert Claim.objects.live().count() == 1

    @pytest.mark.parametrize("q", ["roads", "ROADS county", "county"])
    def test_words_of_name_and_note_are_found(self, db, q):
        wanted = SpeakerFactory(name="Roads office", note="of the county")
        SpeakerFactory(name="Rail office")

        assert list(speaker_page(q).rows) == [wanted]

    @pytest.mark.parametrize("q", ["%", "_", "bridge"])
    def test_what_is_not_there_is_not_found(self, db, q):
        SpeakerFactory(name="Roads office")

        assert list(speaker_page(q).rows) == []


def test_people_at_work_have_a_role_or_a_grant_and_an_account(
    anna, lawyer, stranger, writer, administrator
):
    deactivate(person=writer, by=administrator)

    assert list(people_at_work()) == [administrator, anna, lawyer]
