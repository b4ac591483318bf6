"""Where a claim can be split, and with which neighbours it can be merged. Pure."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.models import Claim, Link
from factcheck.claims.span_parts import (
    Parts,
    natural_split_points,
    parts_joined,
    parts_split_at,
    split_points,
)
from factcheck.core.rulings import Ruling
from factcheck.core.spans import Span, words_at


@dataclass(frozen=True, slots=True)
class SplitHalves:
    """A point at which a claim is likely to be split, and the words on either side."""

    at: int
    first: str
    second: str


@dataclass(frozen=True, slots=True)
class SplitPoint:
    """Words up to a point at which the claim can be split; the last words have none."""

    words: str
    at: int | None
    following: str  # the word after the point, for who hears the button


@dataclass(frozen=True, slots=True)
class SplitChoices:
    """All points of a claim: those at which it falls apart by itself first, then every other."""

    halves: tuple[SplitHalves, ...]
    points: tuple[SplitPoint, ...]


@dataclass(frozen=True, slots=True)
class MergeChoice:
    """A neighbour, what the two would be as one, and whether they may be made one now.

    `kept` is the claim that stays; `other_chain`: the claim that goes has other speakers.
    """

    side: str
    other: Claim
    theirs: str
    words: str
    kept: Claim
    gone: Claim
    other_chain: bool
    may: Ruling


def split_choices(
    text: str, parts: Parts, proposed: Iterable[int], asked: int | None
) -> SplitChoices:
    """Where these parts of a text can be split; a point that was asked for comes before all others."""
    points = split_points(text, parts)
    shown = natural_split_points(text, parts, proposed)
    if asked is not None and asked in points:
        shown = [asked, *(point for point in shown if point != asked)]
    return SplitChoices(
        tuple(_halves(text, parts, point) for point in shown),
        tuple(_points(text, parts, points)),
    )


def _halves(text: str, parts: Parts, at: int) -> SplitHalves:
    first, second = (words_at(text, piece) for piece in parts_split_at(text, parts, [at]))
    return SplitHalves(at, first, second)


def _points(text: str, parts: Parts, points: list[int]) -> Iterator[SplitPoint]:
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
        yield SplitPoint(words_at(text, tuple(inside)), point, after)
        begin = end


@dataclass(frozen=True, slots=True)
class MergeSide:
    """One of two claims that may be merged: where it stands, and the chain that says it."""

    claim: Claim
    parts: Parts
    chain: Sequence[Link]

    @property
    def speakers(self) -> list[int]:
        """Who says it, innermost first, by key."""
        return [link.speaker_id for link in self.chain]


def merge_choice(
    text: str, mine: MergeSide, other: MergeSide, side: str, may: Ruling
) -> MergeChoice:
    """What a claim and its neighbour would be as one."""
    kept, gone = kept_and_gone(mine.claim, other.claim)
    return MergeChoice(
        side=side,
        other=other.claim,
        theirs=words_at(text, other.parts),
        words=words_at(text, parts_joined(text, [*mine.parts, *other.parts])),
        kept=kept,
        gone=gone,
        other_chain=mine.speakers != other.speakers,
        may=may,
    )


def kept_and_gone(one: Claim, other: Claim) -> tuple[Claim, Claim]:
    """Of two claims that become one, the earlier stays."""
    kept, gone = sorted((one, other), key=lambda row: row.pk)
    return kept, gone
