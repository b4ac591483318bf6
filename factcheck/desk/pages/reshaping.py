"""Where a claim can be split, and with which neighbours it can be made one, as a page shows it."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims import rules
from factcheck.claims.models import Claim
from factcheck.claims.queries import chain, neighbours, parts_of
from factcheck.claims.span_parts import (
    Parts,
    natural_split_points,
    parts_joined,
    parts_split_at,
    split_points,
)
from factcheck.core.rulings import Ruling
from factcheck.core.spans import Span, cut
from factcheck.people.models import User

BETWEEN = " … "


@dataclass(frozen=True, slots=True)
class Halves:
    """A point at which a claim is commonly split, with what stands on both sides of it."""

    at: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class Stretch:
    """Words up to a point at which the claim can be split; the last stretch has none."""

    words: str
    at: int | None
    following: str  # the word after the point, for who hears the button


@dataclass(frozen=True, slots=True)
class Cuts:
    """All points of a claim: those at which it falls apart by itself first, then every other."""

    halves: tuple[Halves, ...]
    stretches: tuple[Stretch, ...]


@dataclass(frozen=True, slots=True)
class Joining:
    """A neighbour, what the two would be as one, and whether they may be made one now.

    `kept` is the claim that stays; `other_chain` says that the one which goes is said by others.
    """

    side: str
    other: Claim
    theirs: str
    words: str
    kept: Claim
    gone: Claim
    other_chain: bool
    may: Ruling


def cuts(claim: Claim, *, asked: int | None = None) -> Cuts:
    """Where the claim can be split; a point that was asked for comes before all others."""
    version, parts = claim.article.current_version, parts_of(claim)
    if version is None or not parts:
        return Cuts((), ())
    text, points = version.text, split_points(version.text, parts)
    suggestion = getattr(claim, "suggestion", None)
    proposed = suggestion.splits if suggestion and suggestion.version_id == version.pk else ()
    shown = natural_split_points(text, parts, proposed)
    if asked is not None and asked in points:
        shown = [asked, *(point for point in shown if point != asked)]
    return Cuts(
        tuple(_halves(text, parts, point) for point in shown),
        tuple(_stretches(text, parts, points)),
    )


def _halves(text: str, parts: Parts, at: int) -> Halves:
    first, second = (_words(text, piece) for piece in parts_split_at(text, parts, [at]))
    return Halves(at, first, second)


def _stretches(text: str, parts: Parts, points: list[int]) -> Iterator[Stretch]:
    begin = parts[0].start
    for number, point in enumerate([*points, None]):
        end = parts[-1].end if point is None else point
        inside = [
            Span(max(begin, part.start), min(end, part.end))
            for part in parts
            if part.start < end and begin < part.end
        ]
        following = points[number + 1] if number + 1 < len(points) else parts[-1].end
        after = text[point:following].strip() if point is not None else ""
        yield Stretch(_words(text, tuple(inside)), point, after)
        begin = end


def joinings(claim: Claim, user: User) -> list[Joining]:
    """The neighbours of a claim, the following one first: one mostly reads on."""
    before, after = neighbours(claim)
    found = [("after", after), ("before", before)]
    return [_joining(claim, other, user, side) for side, other in found if other is not None]


def _joining(claim: Claim, other: Claim, user: User, side: str) -> Joining:
    version = claim.article.current_version
    if version is None:
        raise ValueError("This article has no text.")
    kept, gone = sorted((claim, other), key=lambda row: row.pk)
    mine, theirs = parts_of(claim), parts_of(other)
    return Joining(
        side=side,
        other=other,
        theirs=_words(version.text, theirs),
        words=_words(version.text, parts_joined(version.text, [*mine, *theirs])),
        kept=kept,
        gone=gone,
        other_chain=_speakers(kept) != _speakers(gone),
        may=rules.may_merge_claims(user, claim, other) and rules.may_be_left_out(gone),
    )


def _speakers(claim: Claim) -> list[int]:
    return [link.speaker_id for link in chain(claim)]


def _words(text: str, parts: Parts) -> str:
    return BETWEEN.join(cut(text, part) for part in parts)
