"""Words such as "Tuesday" or "last week", and the day that they mean where that is plain. Pure.

English only. A date that is written out is left alone: it needs no calendar to be understood.
"""

import re
from calendar import monthrange
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from factcheck.core.spans import one_line
from factcheck.intake.dates.tenses import FUTURE, PAST, tense

_DAYS = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_MONTHS = (
    "January February March April May June July August September October November December".split()
)
_STEPS = {"last": -1, "this": 0, "next": 1}
_WEEK = timedelta(days=7)
_NUMBERS = {
    word: number
    for number, word in enumerate(
        "zero one two three four five six seven eight nine ten eleven twelve".split()
    )
} | {"a": 1, "an": 1}

_MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\b"
)
# names that hold a weekday, and days that are written out with their date
_NO_DAY_BEFORE = "".join(
    rf"(?<!\b{name}\s)"
    for name in ("black", "good", "bloody", "super", "ash", "easter", "cyber", "palm")
)
_NO_DAY_AFTER = (
    r"(?!\s+(?:times|telegraph|mirror|express|mail|herald|mass|school|roast)\b)"
    rf"(?!,?\s+\(?(?:the\s+)?(?:{_MONTH}|\d{{1,2}}(?:st|nd|rd|th)\b|\d{{1,2}}\.?\s+{_MONTH}))"
)
_FOUND = re.compile(
    rf"""
      \b(?P<day>(?:the\s+day\s+before\s+)?yesterday|(?:the\s+day\s+after\s+)?tomorrow|today|tonight
        |last\s+night|this\s+(?:morning|afternoon|evening))\b
    | \b(?:(?P<which>last|next|this(?:\s+(?:past|coming))?)\s+)?{_NO_DAY_BEFORE}
        \b(?P<weekday>{"|".join(_DAYS)})\b{_NO_DAY_AFTER}
    | \b(?:(?:earlier|later)\s+)?(?P<turn>last|this|next)\s+(?P<stretch>weekend|week|month|year)\b
    | \b(?P<count>\d{{1,3}}|{"|".join(_NUMBERS)})\s+(?P<unit>day|week|month|year)s?\s+ago\b
    """,
    re.IGNORECASE | re.VERBOSE,
)


@dataclass(frozen=True, slots=True)
class RelativeDate:
    """Where such words stand (code points, end exclusive), and the day or days that they mean.

    `meant` is one day. Of a week, a month or a year `stretch` has the first and the last. Both are
    None where a reader could understand it in two ways: then only the article's own date helps.
    """

    start: int
    end: int
    meant: date | None = None
    stretch: tuple[date, date] | None = None

    @property
    def words(self) -> str:
        """What is meant, written out; empty where that is not plain."""
        if self.meant:
            return f"{_DAYS[self.meant.weekday()].capitalize()}, {_written(self.meant)}"
        return _stretch_in_words(*self.stretch) if self.stretch else ""


def relative_dates(text: str, published: date | None) -> tuple[RelativeDate, ...]:
    """Every relative date of a text, in order, with what it means in a piece of that day.

    Pass the moment of publication in the zone in which its day is to be told.
    """
    day = published.date() if isinstance(published, datetime) else published
    return tuple(_meant(text, day))


def _meant(text: str, day: date | None) -> Iterator[RelativeDate]:
    for match in _FOUND.finditer(text):
        weekday = match["weekday"]
        if weekday and not weekday[0].isupper():
            continue
        meant, stretch = _readings(text, match, day) if day else (None, None)
        yield RelativeDate(match.start(), match.end(), meant, stretch)


def _readings(
    text: str, match: re.Match[str], day: date
) -> tuple[date | None, tuple[date, date] | None]:
    """The one day, or the first and the last of several, that these words mean."""
    try:
        if match["day"]:
            return _around(one_line(match["day"].lower()), day), None
        if match["weekday"]:
            return _weekday(text, match, day), None
        if match["count"]:
            return _ago(match["count"].lower(), match["unit"].lower(), day), None
        turn, unit = match["turn"].lower(), match["stretch"].lower()
        if unit == "weekend":
            looks_back = tense(text, match.start(), match.end()) == PAST
            return None, _weekend(turn, day, looks_back=looks_back)
        return None, _stretch(turn, unit, day)
    except (OverflowError, ValueError):  # before the first or after the last day that there is
        return None, None


def _around(words: str, day: date) -> date:
    offsets = {
        "the day before yesterday": -2,
        "yesterday": -1,
        "last night": -1,
        "tomorrow": 1,
        "the day after tomorrow": 2,
    }
    return day + timedelta(days=offsets.get(words, 0))


def _weekday(text: str, match: re.Match[str], day: date) -> date | None:
    """The nearest such day before publication or after it, as the sentence looks back or ahead."""
    wanted = _DAYS.index(match["weekday"].lower())
    back = timedelta(days=(day.weekday() - wanted) % 7)
    ahead = timedelta(days=(wanted - day.weekday()) % 7)
    which = one_line((match["which"] or "").lower())
    if which in {"last", "this past"}:
        # "last Tuesday" on a Thursday: two days ago to one reader, nine to another
        return None if which == "last" and wanted < day.weekday() else day - (back or _WEEK)
    if which in {"next", "this coming"}:
        return None if which == "next" and wanted > day.weekday() else day + (ahead or _WEEK)
    if which == "this" and wanted > day.weekday():
        return day + ahead
    turned = tense(text, match.start(), match.end())
    if turned == PAST:
        return day - back
    return day + ahead if turned == FUTURE and ahead else None


def _ago(count: str, unit: str, day: date) -> date | None:
    """Days are counted; "two weeks ago" is a round number."""
    number = _NUMBERS[count] if count in _NUMBERS else int(count)
    return day - timedelta(days=number) if unit == "day" else None


def _stretch(turn: str, unit: str, day: date) -> tuple[date, date]:
    step = _STEPS[turn]
    if unit == "year":
        year = day.year + step
        return date(year, 1, 1), date(year, 12, 31)
    if unit == "month":
        return _month(day, step)
    monday = _monday(day, step)
    return monday, monday + timedelta(days=6)


def _monday(day: date, step: int) -> date:
    return day - timedelta(days=day.weekday()) + step * _WEEK


def _month(day: date, step: int) -> tuple[date, date]:
    months = day.year * 12 + day.month - 1 + step
    first = date(months // 12, months % 12 + 1, 1)
    return first, first.replace(day=monthrange(first.year, first.month)[1])


def _weekend(turn: str, day: date, *, looks_back: bool) -> tuple[date, date] | None:
    """ "Next weekend" is never plain, nor is "this weekend" early in the week or looking back."""
    early = day.weekday() == 0 or (looks_back and day.weekday() < 5)
    if turn == "next" or (turn == "this" and early):
        return None
    saturday = _monday(day, _STEPS[turn]) + timedelta(days=5)
    return saturday, saturday + timedelta(days=1)


def _written(day: date) -> str:
    return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"


def _stretch_in_words(first: date, last: date) -> str:
    if (last - first).days > 31:
        return str(first.year)
    if (last - first).days > 6:
        return f"{_MONTHS[first.month - 1]} {first.year}"
    if first.year != last.year:
        return f"{_written(first)} to {_written(last)}"
    if first.month != last.month:
        return f"{first.day} {_MONTHS[first.month - 1]} to {_written(last)}"
    return f"{first.day} to {_written(last)}"
