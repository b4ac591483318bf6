"""Who is quoted inside whom: outermost contents become claims, those inside become their chain."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.grammar.marks import MARKS
from factcheck.splitting.lexicon.words import SPEECH

# where two contents cross and neither contains the other, the more reliable construction stays
_SURE = (
    "quotation",
    "aside",
    "according",
    "clause",
    "relative",
    "colon",
    "as",
    "urging",
    "infinitive",
    "wish",
)
NESTED_SHARE = 0.5


@dataclass(slots=True)
class Attributed:
    """A claim to suggest: its governing link, and the links inside and outside it."""

    outer: Attribution
    inner: list[Attribution] = field(default_factory=list)
    further: list[Attribution] = field(default_factory=list)


def outermost(found: Sequence[Attribution], spoken: Sequence[Attribution] = ()) -> list[Attributed]:
    """The contents that lie in no other, in order, each with its chain. They never overlap.

    An attribution in `spoken` lies within a quotation and can only be an inner link of it.
    """
    kept: list[Attribution] = []
    ground = _Ground()
    inside: dict[int, list[Attribution]] = {}
    within = _Asides(found)
    for one in sorted(found, key=lambda a: (within.holds(a), _rank(a), a.start)):
        holder = ground.holder(one)
        if holder is None:
            kept.append(one)
            ground.take(one)
        else:
            inside.setdefault(id(holder), []).append(one)
    for one in spoken:
        holder = ground.holder(one)
        if holder is not None:
            inside.setdefault(id(holder), []).append(one)
    return [
        Attributed(one, nested(one, inside.get(id(one), ())))
        for one in sorted(kept, key=lambda a: a.start)
    ]


class _Asides:
    """The asides of each sentence: content around "he said" contains the attributions within it."""

    def __init__(self, found: Sequence[Attribution]) -> None:
        self._of: dict[int, list[Attribution]] = {}
        for one in found:
            goes_on = len(one.parts) > 1 and len(one.spans) > 1
            if one.how == "aside" and goes_on and one.tree[one.parts[1][0]].text not in MARKS:
                self._of.setdefault(id(one.tree), []).append(one)

    def holds(self, one: Attribution) -> bool:
        """Whether an aside lies in this content, and this content's cue in what the aside
        reports.
        """
        cue = one.tree[one.cue[0]].start
        for aside in self._of.get(id(one.tree), ()):
            place = aside.tree[aside.cue[0]].start
            around = aside is not one and any(a <= place < b for a, b in one.spans)
            if around and any(a <= cue < b for a, b in aside.spans):
                return True
        return False


class _Ground:
    """The parts of a text that contents occupy; no two share a character."""

    def __init__(self) -> None:
        self._starts: list[int] = []
        self._taken: list[tuple[int, Attribution]] = []  # end and content, by start

    def holder(self, one: Attribution) -> Attribution | None:
        """The first content that shares a character with this one."""
        for start, end in one.spans:
            n = bisect_left(self._starts, end) - 1
            if n >= 0 and self._taken[n][0] > start:
                return self._taken[n][1]
        return None

    def take(self, one: Attribution) -> None:
        for start, end in one.spans:
            n = bisect_left(self._starts, start)
            self._starts.insert(n, start)
            self._taken.insert(n, (end, one))


def _rank(one: Attribution) -> tuple[int, int]:
    length = sum(end - start for start, end in one.spans)
    sure = _SURE.index(one.how) if one.how in _SURE else len(_SURE)
    return (-length, sure)


def nested(outer: Attribution, candidates: Sequence[Attribution]) -> list[Attribution]:
    """The links inside a content that attribute its main statement, innermost first."""
    chain: list[Attribution] = []
    holder = outer
    rest = [one for one in candidates if _somebody_else(one)]
    while True:
        following = [one for one in rest if one not in chain and _main(holder, one)]
        if not following:
            return chain[::-1]
        holder = max(following, key=lambda one: one.end - one.start)
        chain.append(holder)


def _somebody_else(one: Attribution) -> bool:
    """Whether somebody other than the speaker holds a statement. "I think" within the speaker's
    words adds no link, and neither does what others are only said to want or to like.
    """
    if one.speaker is None:
        return False
    if one.how != "clause" and one.verb.is_verb and one.verb.lemma not in SPEECH:
        return False
    return one.tree[one.speaker[0]].low not in {"i", "we", "you"}


def _main(holder: Attribution, one: Attribution) -> bool:
    """Whether the inner link carries the outer one's statement rather than a side remark."""
    cue = one.tree[one.cue[0]].start
    if not any(a <= cue < b for a, b in holder.spans) or one.end > holder.end:
        return False
    if one.tree is not holder.tree:
        return False
    return _is_root(holder, one) or _length(one) >= NESTED_SHARE * _length(holder)


def _is_root(holder: Attribution, one: Attribution) -> bool:
    """Whether no verb of the outer content governs the inner verb."""
    tree = one.tree
    for above in tree.above(one.verb):
        inside = any(a <= above.start < b for a, b in holder.spans)
        if inside and not (above.tag in {"VBN", "JJ"} and one.verb.dep == "xcomp"):
            return False
    return True


def _length(one: Attribution) -> int:
    return sum(end - start for start, end in one.spans)
