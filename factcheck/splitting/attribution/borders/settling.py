"""Turn ranges of tokens into places in the text: whole quotations, clean ends, split quotations."""

import re
from collections.abc import Iterable, Sequence

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.borders.quotations import at_quotations
from factcheck.splitting.attribution.borders.tails import without_tail
from factcheck.splitting.grammar.parsing import Tree
from factcheck.splitting.text.quotes import Quoted

_HYPHENED = re.compile(r"[-‐‑]\w")
_LEADING = ",;:.—–-)"
_TRAILING = " \t\n,;:.—–-("
_JOINTS = frozenset({"and", "but", "or", "nor", "yet", "while"})
# by construction, the kinds of final remark that are the reporter's
_THING_TAILS = frozenset({"relative", "measure", "apposition", "participle"})
TAILS: dict[str, frozenset[str]] = {
    "clause": frozenset({"relative", "contrast", "measure"}),
    **dict.fromkeys(
        ("aside", "according", "as said", "quotation", "colon", "announced", "reportedly"),
        frozenset(),
    ),
}
Bounds = tuple[int, int]


def settle(text: str, found: Attribution, quoted: Quoted) -> None:
    """Set an attribution's places in the text; an attribution without any is void."""
    tree = found.tree
    cue = (tree[found.cue[0]].start, tree[found.cue[1]].end)
    barred = [cue]
    if found.speaker:
        barred.append((tree[found.speaker[0]].start, tree[found.speaker[1]].end))
    spans = []
    for first, last in found.parts:
        first, last = without_joints(found, first, last)
        first, last = at_quotations(found, first, last)
        first, last = without_tail(tree, (first, last), kinds=TAILS.get(found.how, _THING_TAILS))
        span = widened((tree[first].start, tree[last].end), quoted, barred)
        clean = cleaned(text, _whole_words(text, span), quoted)
        if clean is not None and not any(a < clean[1] and clean[0] < b for a, b in barred):
            spans.append(clean)
    found.spans = joined(text, spans)
    if found.spans:
        found.start, found.end = found.spans[0][0], found.spans[-1][1]


def _whole_words(text: str, span: Bounds) -> Bounds:
    """The span extended to the end of its last word: "anti-harbour" does not end at "anti"."""
    start, end = span
    while text[end - 1].isalnum() and _HYPHENED.match(text, end):
        end += 1
        while end < len(text) and text[end].isalnum():
            end += 1
    return start, end


def without_joints(found: Attribution, first: int, last: int) -> Bounds:
    """The span without a final "and" or "but", and without a remark after a dash."""
    tree = found.tree
    while last > first and (tree[last].low in _JOINTS or tree[last].text in ",;:—–"):
        last -= 1
    if found.how == "clause":
        dashes = [i for i in range(first, last) if tree[i].text in {"—", "–", "--", "―", "-"}]
        alone = len(dashes) == 1 and _stands_alone(tree, dashes[0]) and dashes[0] > first + 2
        if alone and not _joins(tree, dashes[0]):
            last = dashes[0] - 1
    return first, last


def _stands_alone(tree: Tree, dash: int) -> bool:
    """Whether a dash is not part of a compound and stands outside any quotation."""
    before, after = tree[dash - 1], tree[dash + 1]
    marks = sum(tree[i].text in {'"', "“", "”", "''", "``"} for i in range(dash))
    return before.end < tree[dash].start and tree[dash].end < after.start and marks % 2 == 0


def _joins(tree: Tree, dash: int) -> bool:
    """Whether "and", "but" or "or" after a dash continues the sentence rather than starting one."""
    after = tree.at(dash + 2)
    if tree[dash + 1].low in {"before", "until", "because", "if", "when", "unless", "after"}:
        return True
    if tree[dash + 1].low not in _JOINTS or after is None:
        return False
    return after.tag not in {"PRP", "DT", "NN", "NNS", "NNP", "PRP$", "EX"}


def widened(span: Bounds, quoted: Quoted, barred: Iterable[Bounds]) -> Bounds:
    """The span widened to the borders of the quotations it lies in."""
    start, end = span
    barred = list(barred)
    for quote in quoted.within(start, end):
        if any(a < quote.end and quote.start < b for a, b in barred):
            continue
        if quote.start < quoted.sentence(start):
            start = quoted.sentence(quote.start)
            if quoted.text[start : quote.start].rstrip().endswith((":", "—", "–", "(")):
                start = quote.start
        start, end = min(start, quote.start), max(end, quote.end)
    return start, end


def cleaned(text: str, span: Bounds, quoted: Quoted) -> Bounds | None:
    """The span without outer white space and marks; a whole quotation keeps its marks."""
    start, end = span
    while start < end and (
        text[start] in _LEADING
        or text[start].isspace()
        or _lone(start, end, quoted, text, at_end=False)
    ):
        start += 1
    while end > start and _loose_end(text, start, end, quoted):
        end -= 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return (start, end) if start < end and any(map(str.isalnum, text[start:end])) else None


def _lone(start: int, end: int, quoted: Quoted, text: str, *, at_end: bool) -> bool:
    """Whether the quotation mark at the border has no partner inside the span."""
    place = end - 1 if at_end else start
    if text[place] not in "\"“”«»'‘’„":
        return False
    quote = quoted.at(place)
    if quote is None:
        return text[place] in '"“”«»' or (not at_end and text[place] in "’'")
    if at_end:
        return not (quote.end == end and quote.start >= start)
    return not (quote.start == start and quote.end <= end)


def _loose_end(text: str, start: int, end: int, quoted: Quoted) -> bool:
    sign = text[end - 1]
    if sign == ".":
        # the full stop of an abbreviation ("U.S.") belongs to the word
        return not _abbreviation(text, start, end)
    return sign in _TRAILING or _lone(start, end, quoted, text, at_end=True)


def _abbreviation(text: str, start: int, end: int) -> bool:
    word = text[max(start, end - 8) : end].split()[-1:]
    return bool(word) and word[0].count(".") > 1 and text[end - 2 : end - 1].isalpha()


def joined(text: str, spans: Sequence[Bounds]) -> list[Bounds]:
    """The spans in order, with those that touch joined into one."""
    whole: list[Bounds] = []
    for start, end in sorted(spans):
        if whole and not any(map(str.isalnum, text[whole[-1][1] : start])):
            whole[-1] = (whole[-1][0], max(whole[-1][1], end))
        else:
            whole.append((start, end))
    return whole
