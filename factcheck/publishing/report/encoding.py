"""A report as JSON and back, and its digests. Pure."""

from dataclasses import fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from factcheck.core.digests import digest
from factcheck.publishing.report.report import FORMAT, Report

Made = TypeVar("Made")


class UnknownFormatError(ValueError):
    """A stored report has a format that this desk does not know."""


def encode(report: Report) -> dict[str, Any]:
    """The report as plain JSON values."""
    return cast("dict[str, Any]", _plain(report))


def decode(data: dict[str, Any]) -> Report:
    """A stored report of any format that was ever written."""
    if data.get("format") != FORMAT:
        raise UnknownFormatError(data.get("format"))
    return _made(Report, data)


def digest_of(report: Report) -> str:
    """SHA-256 over the canonical JSON."""
    return digest(encode(report))


def without_public_sentence(report: Report) -> Report:
    """The report without the sentence that a publisher adds when going past the gate.

    That sentence is typed after the page was seen; everything else is what was seen.
    """
    return replace(report, past_public="")


def part_digests(report: Report) -> dict[str, str]:
    """A short digest of each part that somebody could change, under the name a person knows."""
    data = encode(report)
    named = {f"claim {claim['number']}": claim for claim in data["claims"]}
    named |= {
        "the article’s title, rights or text": [data["article"], data["passages"]],
        "the house rules": [data["desk"], data["rules"]],
        "the names of who checked and reviewed": [data["checked_by"], data["reviewed_by"]],
        "what is left out of the check": data["coverage"],
    }
    return {name: digest({"part": part})[:8] for name, part in named.items()}


def _plain(value: Any) -> Any:
    """Dataclasses, tuples and dates as JSON has them. What there is most of is asked first."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if names := _names(kind):  # type: ignore[arg-type]  # a class can be a key
        return {name: _plain(getattr(value, name)) for name in names}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in their order; of anything else there are none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


PLAIN = frozenset({str, int, bool, float, type(None)})


def _made(kind: type[Made], data: dict[str, Any]) -> Made:
    """A dataclass of this kind; fields that a stored report lacks take their defaults."""
    hints = get_type_hints(kind)
    known = {name: _value(hint, data[name]) for name, hint in hints.items() if name in data}
    return kind(**known)


def _value(hint: Any, value: Any) -> Any:
    """One value as its annotation says."""
    if value is None:
        return None
    if get_origin(hint) is UnionType:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if hint in {date, datetime}:
        return hint.fromisoformat(value)
    return _made(hint, value) if isinstance(hint, type) and is_dataclass(hint) else value
