"""A source behind a bare preposition: "…, per the coast guard", "In a poll in May, she led"."""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.grammar.marks import STOPS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.lexicon.words import SPEECH, VERBS

_POLLS = frozenset({"poll", "polls", "survey", "surveys"})
SHORTEST = 3  # words of a statement


def sources(tree: Tree) -> Iterator[Attribution]:
    """What a poll or an office named behind "in" or "per" is the source of."""
    for token in tree:
        named = tree.kid(token, "pobj") if token.tag == "IN" else None
        if named is None:
            continue
        if (token.low == "per" and named.tag in {"NNP", "NNPS"} and _parted(tree, token)) or (
            token.low == "in" and named.low in _POLLS and _of_statement(tree, token)
        ):
            yield from _stating(tree, token, named)


def _parted(tree: Tree, token: Token) -> bool:
    return token.i > 0 and tree[token.i - 1].text in STOPS


def _of_statement(tree: Tree, prep: Token) -> bool:
    """Whether it hangs on a statement of the article's, and on nobody's words."""
    verb = tree.head(prep)
    if verb is None or not verb.is_verb or verb.dep != "ROOT":
        return False
    return verb.lemma not in SPEECH and verb.lemma not in VERBS


def _stating(tree: Tree, prep: Token, named: Token) -> Iterator[Attribution]:
    speaker = (prep.i + 1, named.right)
    part = _beside(tree, prep, named.right)
    if part is not None and part[1] - part[0] >= SHORTEST:
        yield Attribution(tree, prep, (prep.i, prep.i), [part], "according", speaker)


def _beside(tree: Tree, prep: Token, last: int) -> TokenRange | None:
    """The statement before the preposition, or behind it where it opens the sentence."""
    end = len(tree) - 1
    while end > last and tree[end].text in {".", "”", '"', "''"}:
        end -= 1
    if prep.i <= 1:
        first = last + 1
        while first < end and tree[first].text in STOPS:
            first += 1
        return (first, end) if first < end else None
    before = prep.i - 1
    while before > 0 and tree[before].text in STOPS:
        before -= 1
    first = 1 if tree[0].low in {"but", "and"} else 0
    return (first, before) if last >= end else None
