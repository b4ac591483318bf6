"""What "Tuesday" means: the day is told where it is plain, and left open where it is not."""

from datetime import UTC, date, datetime, timedelta, timezone
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.intake.dates import RelativeDate, relative_dates

THURSDAY = date(2026, 10, 8)


def meant(text, day=THURSDAY):
    return [(text[found.start : found.end], found.words) for found in relative_dates(text, day)]


class TestWeekdays:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("Trams will be cheaper, a mayor said Tuesday.", "Tuesday, 6 October 2026"),
            ("The mayor told reporters late on Wednesday", "Wednesday, 7 October 2026"),
            ("On Tuesday the mayor said he would go.", "Tuesday, 6 October 2026"),
            ("On Tuesday, after a night of talks, the mayor left.", "Tuesday, 6 October 2026"),
            ("The talks on Monday ended early.", "Monday, 5 October 2026"),
            ("The bridge was closed Thursday.", "Thursday, 8 October 2026"),
            ("on Tuesday, 14 people came to watch", "Tuesday, 6 October 2026"),
        ],
    )
    def test_a_past_verb_means_the_last_such_day_up_to_publication(self, text, words):
        [(_, told)] = meant(text)

        assert told == words

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("She said he will meet her on Tuesday.", "Tuesday, 13 October 2026"),
            ("On Friday, the mayor will speak.", "Friday, 9 October 2026"),
            ("The meeting Friday will be short.", "Friday, 9 October 2026"),
            ("The mayor is expected to arrive on Saturday.", "Saturday, 10 October 2026"),
            ("The mayor is to arrive on Saturday.", "Saturday, 10 October 2026"),
            ("The work will be completed by Friday.", "Friday, 9 October 2026"),
            ("The work will have to be finished by Friday.", "Friday, 9 October 2026"),
            ("They’ll vote on Monday.", "Monday, 12 October 2026"),
        ],
    )
    def test_a_future_verb_means_the_next_such_day(self, text, words):
        [(_, told)] = meant(text)

        assert told == words

    @pytest.mark.parametrize(
        "text",
        [
            "The council votes on Friday, the mayor said.",
            "He agreed to meet on Friday.",
            "He was expected to arrive on Monday.",
            "Readers would see it on Friday, she said.",
            "The vote is on Friday.",
            "the proposed vote on Monday",
            "It should be finished on Friday.",
            "Work is finished on Friday.",
            "It was due Friday.",
            "Friday is no day for it.",
            "Thursday’s strike",
            "The council will vote on Thursday.",
        ],
    )
    def test_what_could_be_either_is_left_open(self, text):
        [(_, told)] = meant(text)

        assert told == ""

    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("last Friday", "Friday, 2 October 2026"),
            ("last Thursday", "Thursday, 1 October 2026"),
            ("last Tuesday", ""),
            ("this past Tuesday", "Tuesday, 6 October 2026"),
            ("next Tuesday", "Tuesday, 13 October 2026"),
            ("next Friday", ""),
            ("this coming Friday", "Friday, 9 October 2026"),
            ("this Saturday", "Saturday, 10 October 2026"),
        ],
    )
    def test_a_word_before_the_day_turns_it(self, text, words):
        assert meant(text) == [(text, words)]

    @pytest.mark.parametrize(
        "text",
        [
            "on Tuesday, 6 October 2026",
            "on Tuesday, Oct. 6",
            "on Tuesday the 6th",
            "Black Friday",
            "the Sunday Times",
            "on Tuesdays",
            "a man friday",
        ],
    )
    def test_a_date_in_full_or_a_name_is_none(self, text):
        assert meant(text) == []


class TestOtherWords:
    @pytest.mark.parametrize(
        ("text", "words"),
        [
            ("today", "Thursday, 8 October 2026"),
            ("This morning", "Thursday, 8 October 2026"),
            ("yesterday", "Wednesday, 7 October 2026"),
            ("last night", "Wednesday, 7 October 2026"),
            ("the day before yesterday", "Tuesday, 6 October 2026"),
            ("tomorrow", "Friday, 9 October 2026"),
            ("the day after tomorrow", "Saturday, 10 October 2026"),
            ("three days ago", "Monday, 5 October 2026"),
            ("10 days ago", "Monday, 28 September 2026"),
            ("two weeks ago", ""),
            ("last week", "28 September to 4 October 2026"),
            ("earlier this week", "5 to 11 October 2026"),
            ("next week", "12 to 18 October 2026"),
            ("last month", "September 2026"),
            ("later this month", "October 2026"),
            ("next year", "2027"),
            ("last year", "2025"),
            ("last weekend", "3 to 4 October 2026"),
            ("this weekend", "10 to 11 October 2026"),
            ("next weekend", ""),
        ],
    )
    def test_table(self, text, words):
        assert meant(text) == [(text, words)]

    def test_a_weekend_that_was_is_left_open(self):
        assert meant("The mayor resigned this weekend.") == [("this weekend", "")]

    def test_on_a_monday_a_weekend_is_left_open(self):
        assert meant("this weekend", date(2026, 10, 5)) == [("this weekend", "")]

    def test_across_the_turn_of_a_year(self):
        assert meant("last month", date(2027, 1, 4)) == [("last month", "December 2026")]
        assert meant("this week", date(2026, 12, 31)) == [
            ("this week", "28 December 2026 to 3 January 2027")
        ]

    @pytest.mark.parametrize("day", [date.min, date.max])
    def test_where_the_calendar_ends_nothing_is_meant(self, day):
        text = "900 days ago, next year, last year, tomorrow"

        assert "" in [words for _, words in meant(text, day)]


class TestWhere:
    def test_code_points_are_counted(self):
        text = "🚧 Æble e\u0301 fell Tuesday"

        [found] = relative_dates(text, THURSDAY)

        assert found == RelativeDate(15, len(text), date(2026, 10, 6))

    def test_without_a_date_of_the_piece_the_words_are_found_all_the_same(self):
        assert meant("He left on Tuesday.", None) == [("Tuesday", "")]

    def test_the_day_is_that_of_the_zone(self):
        late = datetime(2026, 10, 8, 23, 30, tzinfo=UTC)
        there = late.astimezone(timezone(timedelta(hours=2)))

        assert meant("today", late) == [("today", "Thursday, 8 October 2026")]
        assert meant("today", there) == [("today", "Friday, 9 October 2026")]

    @given(st.text(max_size=200), st.dates())
    def test_whatever_stands_around_them(self, around, day):
        text = f"{around}. He left yesterday, on Tuesday and last week. {around}"

        found = relative_dates(text, day)

        assert {"yesterday", "Tuesday", "last week"} <= {text[f.start : f.end] for f in found}
        assert all(a.end <= b.start for a, b in pairwise(found))

    def test_a_million_characters_of_days_end(self):
        text = "last " * 100_000 + " " * 100_000 + "Tuesday " * 50_000

        assert len(relative_dates(text, THURSDAY)) == 50_000
