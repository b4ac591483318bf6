"""Content that resumes after an aside: "The plan, he said, would fail, because it is late"."""

from factcheck.splitting.attribution.attributions import TokenRange
from factcheck.splitting.grammar.marks import MARKS, OPENING, STOPS, closing, titled
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import SPEECH

NEAR = 3  # words between a verb and a quotation that resumes after it without a comma
_REASONS = frozenset({"because", "unless", "if", "until"})


def behind(tree: Tree, verb: Token, last: int) -> TokenRange | None:
    """The content after an aside: "The plan, he said, would fail"."""
    start = last + 1
    if start >= len(tree) - 1 or tree[start].text not in STOPS | OPENING:
        return None
    if tree[start].text in {".", "?", "!"}:
        return None
    if tree[start].text not in OPENING:
        start += 1
    elif last > verb.i + NEAR or titled(tree, start, closing(tree, start) or start):
        return None  # the quotation belongs to an earlier clause, or is the name of a programme
    if start < len(tree) and _is_content(tree, verb, start):
        return start, len(tree) - 1
    return None


def _is_content(tree: Tree, verb: Token, start: int) -> bool:
    """Whether the words from `start` to the end are said too, rather than the reporter's remark."""
    opening = tree[start]
    if opening.text in OPENING or opening.low == "including":
        return True
    if _gives_reason(tree, opening) and not _behind_quotation(tree, verb):
        return True
    if opening.low == "which" and _behind_quotation(tree, verb):
        return False  # "“I left at nine,” he said, which was true"
    if _remark(tree, start) or (opening.tag in FINITE and opening.lemma in SPEECH):
        return False  # the second: "…, said Lie, reports the paper"
    above = tree.head(verb)
    if above is not None and above.i >= start and verb.dep != "conj":
        return True
    finite = opening.tag in FINITE or (opening.tag == "VBN" and verb.dep == "parataxis")
    if finite and tree.kid(opening, "nsubj") is None:
        return True  # "The plan, he said, was a mistake"
    if any(kid.i >= start for kid in tree.kids(verb, "ccomp")):
        return True
    return _hangs_before(tree, verb, start)


def _gives_reason(tree: Tree, opening: Token) -> bool:
    """ "It will stay dry, they insist, because the wind has turned"."""
    if opening.low not in _REASONS or opening.dep != "mark":
        return False
    return tree[opening.head].lemma not in SPEECH


def _behind_quotation(tree: Tree, verb: Token) -> bool:
    """Whether a quotation ends before the verb's aside."""
    first = _first(tree, verb)
    return first < 2 or tree[first - 1].text in MARKS or tree[first - 2].text in MARKS


def _first(tree: Tree, verb: Token) -> int:
    named = tree.kid(verb, "nsubj")
    return min(verb.i, named.left) if named is not None else verb.i


def _remark(tree: Tree, start: int) -> bool:
    """ "…, he said, adding", "…, he said, not even mentioning", "…, he said, asked about it"."""
    while tree[start].tag == "RB" and start + 1 < len(tree):
        start += 1
    if tree[start].low in {"asked", "pressed"}:
        return True
    return tree[start].tag in {"VBG", "VBN"} and tree[start].dep not in {"amod", "csubj"}


def _hangs_before(tree: Tree, verb: Token, start: int) -> bool:
    """Whether a clause here continues the one before the aside: "…, he said, so it fell"."""
    if verb.dep in {"acl", "relcl"} or _behind_quotation(tree, verb):
        return False
    first = _first(tree, verb)
    top = tree[start]
    for above in tree.above(top):
        if above.i < first:
            return True
        if above.i < start:
            return above is verb and top.dep == "cc" and _goes_on(tree, verb, start)
    return False


def _goes_on(tree: Tree, verb: Token, start: int) -> bool:
    """ "…, it added, and had been paid": a second verb with an auxiliary is not the speaker's."""
    return any(
        kid.i > start and tree.kid(kid, "aux", "auxpass") is not None
        for kid in tree.kids(verb, "conj")
    )
