"""Who wrote a piece and when, where a plain line above the text says so. Pure."""

import re
from datetime import UTC, datetime, timedelta, timezone

_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_MONTH = (
    r"(?P<month>jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?"
    r"|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)\.?"
)
_DAY = r"(?P<day>\d{1,2})"
_YEAR = r"(?P<year>(?:19|20)\d\d)"
_WEEKDAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\.?,?\s+)?"
_TIME = (
    r"(?:(?:,|T|\s+at|\s*[–—-])?\s*(?P<hour>\d{1,2})[:.](?P<minute>\d\d)(?::\d\d)?"
    r"(?:\s*(?P<half>[ap])\.?m\.?)?(?:\s*\(?(?P<zone>[a-z]{1,4}|[+-]\d\d:?\d\d)\)?)?)?"
)
_LABEL = (
    r"(?:(?P<label>first published|published|posted|date|updated|last updated)(?:\s+on)?:?\s+)?"
)
_DATES = [
    re.compile(_LABEL + _WEEKDAY + date + _TIME, re.IGNORECASE)
    for date in (
        rf"{_MONTH}\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}",
        rf"{_DAY}(?:st|nd|rd|th)?\s+{_MONTH},?\s+{_YEAR}",
        rf"{_YEAR}-(?P<month>\d\d)-{_DAY}",
    )
]
_ZONES = {
    "utc": 0, "gmt": 0, "z": 0, "bst": 1, "cet": 1, "cest": 2, "eet": 2, "eest": 3, "jst": 9,
    "est": -5, "edt": -4, "cst": -6, "cdt": -5, "mst": -7, "mdt": -6, "pst": -8, "pdt": -7,
}  # fmt: skip

_BY = re.compile(r"by:?\s+(?P<name>[^\n;:!?]{2,120})", re.IGNORECASE)
_ROLE = re.compile(
    r"(?:our |the )?(?:[\w’'&-]+ ){0,4}(?:editor|correspondent|reporter|writer|staff|bureau|chief|press"
    r"|reuters|afp|ap|dpa|news)(?: (?:in|at|for) .{2,40})?",
    re.IGNORECASE,
)
_STAFF = re.compile(
    r"(?:reuters|afp|ap|dpa|(?:the )?associated press"
    r"|(?:our |the )?(?:[\w’'-]+ ){0,3}(?:staff|correspondents?|reporters?|writers?|desk)"
    r"(?: (?:and agencies|in .{2,40}))?)",
    re.IGNORECASE,
)
_PARTICLES = frozenset(
    "and & de la le du da dos van von der den bin al el di of in for und y".split()
)
_NO_NAMES = frozenset("the a an this that these those numbers all any every contrast".split())

_DATELINE = re.compile(
    r"(?P<place>[^\W\d_][^\n()\d—–:;]{2,40}?)(?P<date>, [^\W\d_]{3,9}\.? \d{1,2})?"
    r"(?P<agency> \([^()\n]{2,30}\))?(?: (?:[—–]|--?) |(?<=\))[—–-])(?=\S)"
)
_AGENCIES = frozenset("(ap) (afp) (dpa) (reuters) (xinhua) (kyodo) (ansa) (efe) (tass)".split())


def byline_in(line: str) -> str | None:
    """The name in a line such as "By Jane Roe, staff writer"; None where it is not certain."""
    match = _BY.fullmatch(line)
    if match:
        name = match["name"].strip().rstrip(".")
        who, _, role = name.partition(", ")
        if _STAFF.fullmatch(name) or (_is_name(who) and (not role or _is_second(role))):
            return name
        return None
    who, _, role = line.partition(", ")
    if who.isupper() and role and not role.isupper() and _is_name(who) and _ROLE.fullmatch(role):
        return line
    return None


def _is_second(role: str) -> bool:
    """What may follow a name and a comma: a role, or further names."""
    names = role.replace(" and ", ", ").split(", ")
    return bool(_ROLE.fullmatch(role)) or all(map(_is_name, names))


def _is_name(words: str) -> bool:
    """Two words or more, each with a capital but for the small words of names."""
    tokens = words.split()
    if len(tokens) < 2 or len(tokens) > 12 or tokens[0] in _PARTICLES or tokens[-1] in _PARTICLES:
        return False
    return all(
        token.lower() not in _NO_NAMES and (token in _PARTICLES or token[0].isupper())
        for token in tokens
    )


def date_in(line: str) -> tuple[datetime, bool] | None:
    """The date in a line that holds nothing else, and whether it is that of an update.

    A date without a time is the start of that day, a time without a zone is taken as UTC. Numbers
    alone (6/10/2026) are nobody's date: half the world reads them the other way round.
    """
    if len(line) > 100:
        return None
    for form in _DATES:
        if match := form.fullmatch(line.strip()):
            moment = _moment(match)
            label = (match["label"] or "").lower()
            return (moment, "updated" in label) if moment else None
    return None


def moment_in(words: str) -> datetime | None:
    """A moment as machines write it, or as people do. One without a zone is taken as UTC."""
    try:
        moment = datetime.fromisoformat(words.strip())
    except ValueError:
        found = date_in(words)
        return found[0] if found else None
    return moment if moment.tzinfo else moment.replace(tzinfo=UTC)


def _moment(match: re.Match[str]) -> datetime | None:
    """The moment that was written, or None where there is no such day, time or zone."""
    month = match["month"].lower()
    number = int(month) if month.isdigit() else _MONTHS.index(month[:3]) + 1
    hour = int(match["hour"] or 0)
    if match["half"]:
        hour = hour % 12 + (12 if match["half"].lower() == "p" else 0)
    zone = _zone(match["zone"])
    if zone is None:
        return None
    try:
        return datetime(
            int(match["year"]),
            number,
            int(match["day"]),
            hour,
            int(match["minute"] or 0),
            tzinfo=zone,
        )
    except ValueError:
        return None


def _zone(written: str | None) -> timezone | None:
    """The offset of a zone as written; UTC where none is; None where it is unknown."""
    if not written:
        return UTC
    if written[0] in "+-":
        digits = written[1:].replace(":", "")
        offset = timedelta(hours=int(digits[:2]), minutes=int(digits[2:]))
        if offset >= timedelta(hours=24):
            return None
        return timezone(-offset if written[0] == "-" else offset)
    hours = _ZONES.get(written.lower())
    return None if hours is None else timezone(timedelta(hours=hours))


def dateline_in(block: str) -> str | None:
    """Place and date before the dash that opens a text: "BRUSSELS, Oct. 6 (Agency) -".

    The place stands in capitals, or a date or the name of a news agency makes it certain.
    """
    match = _DATELINE.match(block)
    if match is None or not match["place"][0].isupper():
        return None
    agency = (match["agency"] or "").strip().lower()
    if not (match["place"].isupper() or match["date"] or agency in _AGENCIES):
        return None
    return block[: match.end()].rstrip(" —–-")
