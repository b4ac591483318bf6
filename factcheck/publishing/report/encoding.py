"""A report as JSON and back, and its digests. Pure."""

from dataclasses import replace
from typing import Any, cast

import msgspec

from factcheck.core.digests import digest
from factcheck.publishing.report.report import FORMAT, Report


class UnknownFormatError(ValueError):
    """A stored report has a format that this desk does not know."""


def encode(report: Report) -> dict[str, Any]:
    """The report as plain JSON values."""
    return cast("dict[str, Any]", msgspec.json.decode(msgspec.json.encode(report)))


def decode(data: dict[str, Any]) -> Report:
    """A stored report of any format that was ever written.

    Fields that it lacks take their defaults, and fields that are not known are passed over. A value
    of another type than its field is refused with a `msgspec.ValidationError` that names the place.
    """
    if data.get("format") != FORMAT:
        raise UnknownFormatError(data.get("format"))
    return msgspec.convert(data, Report)


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
