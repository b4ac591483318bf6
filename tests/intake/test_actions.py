"""A piece is kept and described: the rows, the event, and nothing where it was refused."""

from datetime import UTC, datetime

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import describe, keep
from factcheck.intake.models import Article, Passage, Version
from factcheck.intake.queries import passages, text_digest
from factcheck.intake.readers import ReadingRefused, read_text
from factcheck.trail import record
from factcheck.trail.models import Event
from tests.intake.conftest import TEXT


def last():
    return Event.objects.order_by("-pk").first()


class TestKeep:
    @pytest.mark.parametrize("paragraphs", [1, 40])
    def test_it_asks_as_much_for_a_long_text_as_for_a_short_one(self, anna, queries, paragraphs):
        text = "\n\n".join(f"The weir held on day {day}." for day in range(paragraphs))
        anna.can("bring in")  # abilities come with the request

        with queries(11):
            article, there = keep(reading=read_text(text), by=anna)

        assert not there
        assert article.current_version.passages.count() == paragraphs

    def test_the_same_text_again_takes_two_questions(self, anna, article, queries):
        with queries(2):
            again, there = keep(reading=read_text(TEXT), by=anna)

        assert there
        assert again == article

    def test_a_piece_becomes_an_article_of_one_version(self, anna, article):
        version = article.current_version

        assert (article.rights, article.publisher, article.brought_by) == (
            "own",
            "Weir Gazette",
            anna,
        )
        assert (version.number, version.title, version.byline) == (
            1,
            "Mill bridge to close for a year",
            "Nell Farrow",
        )
        assert version.text_digest == text_digest(version.text)
        assert [version.text[p.start : p.end] for p in passages(version)] == (
            version.text.split("\n\n")
        )

    def test_it_leaves_one_event(self, anna, article):
        event = last()

        assert (event.verb, event.actor, event.thread) == (
            "article.brought_in",
            anna,
            f"article:{article.pk}",
        )
        assert event.words == {"title": "Mill bridge to close for a year", "origin": "paste"}

    def test_the_same_text_again_is_what_is_there(self, article, checker):
        events = Event.objects.count()

        again, existing = keep(reading=read_text(TEXT.replace("\n", "\r\n")), by=checker)

        assert (again, existing) == (article, True)
        assert again.rights == "own"
        assert Event.objects.count() == events

    def test_one_more_word_is_another_article(self, article, checker):
        other, existing = keep(reading=read_text(TEXT + "\n\nIt snows."), by=checker)

        assert not existing
        assert other != article

    def test_who_may_not_keeps_nothing(self, reviewer):
        with pytest.raises(Never, match="writers, checkers and publishers"):
            keep(reading=read_text(TEXT), by=reviewer)

        assert not Article.objects.exists()
        assert not Event.objects.filter(verb="article.brought_in").exists()

    def test_who_may_not_is_not_told_what_is_there(self, article, reviewer):
        with pytest.raises(Never):
            keep(reading=read_text(TEXT), by=reviewer)

    def test_nothing_is_kept_where_the_trail_fails(self, anna, monkeypatch):
        def fail(*args, **kwargs):
            raise OSError("The disk is full.")

        monkeypatch.setattr(record, "digest", fail)

        with pytest.raises(OSError, match="disk"):
            keep(reading=read_text(TEXT), by=anna)

        assert not Version.objects.exists()

    @settings(
        max_examples=60,
        deadline=None,
        suppress_health_check=[HealthCheck.function_scoped_fixture],
    )
    @given(raw=st.text(max_size=400))
    def test_passages_tile_the_text(self, anna, raw):
        try:
            reading = read_text(raw)
        except ReadingRefused:
            assume(False)

        article, _ = keep(reading=reading, by=anna)

        version = article.current_version
        rows = passages(version)
        assert "\n\n".join(version.text[p.start : p.end] for p in rows) == version.text
        assert [p.position for p in rows] == list(range(1, len(rows) + 1))
        assert Version.objects.get(pk=version.pk).text == reading.text


class TestDescribe:
    def test_what_it_is_changes_and_is_told(self, article, described, writer, checker):
        due = datetime(2026, 3, 5, 17, tzinfo=UTC)

        changed = describe(
            article=article,
            by=checker,
            seen=article.revision,
            **described(given_title="The bridge", writer=writer, due_at=due),
        )

        assert (changed.given_title, changed.writer, changed.due_at) == ("The bridge", writer, due)
        assert changed.revision == article.revision + 1
        assert last().verb == "article.described"
        assert last().words["changes"] == {
            "given_title": ["", "The bridge"],
            "writer_id": [None, writer.pk],
            "due_at": [None, due.isoformat()],
        }

    def test_the_text_under_check_stays(self, article, described, checker):
        changed = describe(article=article, by=checker, **described(given_title="The bridge"))

        assert changed.current_version == article.current_version
        assert changed.current_version.title == "Mill bridge to close for a year"

    def test_the_same_again_leaves_no_event(self, article, described, checker):
        events = Event.objects.count()

        same = describe(article=article, by=checker, **described())

        assert same.revision == article.revision
        assert Event.objects.count() == events

    def test_a_stale_form_overwrites_nothing(self, article, described, checker, anna):
        describe(article=article, by=anna, **described(publisher="Hill Post"))
        events = Event.objects.count()

        with pytest.raises(NotNow) as refused:
            describe(article=article, by=checker, seen=article.revision, **described())

        assert refused.value.stale
        assert Article.objects.get().publisher == "Hill Post"
        assert Event.objects.count() == events

    def test_another_writers_article_is_left_alone(self, article, described, writer):
        with pytest.raises(Never, match="another writer"):
            describe(article=article, by=writer, **described(given_title="Mine"))

        assert Article.objects.get().given_title == ""

    def test_passages_are_not_touched(self, article, described, checker):
        before = list(Passage.objects.values_list())

        describe(article=article, by=checker, **described(rights="third_party"))

        assert list(Passage.objects.values_list()) == before
