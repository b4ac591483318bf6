"""Marks among the words of a sentence: which of them open a quotation, which close it, and where."""

from factcheck.splitting.grammar.parsing import Tree

OPENING = frozenset({'"', "“", "''", "``", "„", "«", "‘"})
CLOSING = frozenset({'"', "”", "''", "»", "’", "“"})
MARKS = OPENING | CLOSING
STOPS = frozenset(".,;:—–-")
_BEFORE_OPENING = frozenset({"(", "[", "—", "–", "--", "-", "‘", "“", "/"})


def opens(tree: Tree, i: int) -> bool:
    """Whether a mark opens a quotation here: it touches what follows, and nothing before it."""
    mark = tree[i]
    if mark.text not in OPENING:
        return False
    before, after = tree.at(i - 1), tree.at(i + 1)
    return (
        after is not None
        and mark.end == after.start
        and (before is None or before.end < mark.start or before.text in _BEFORE_OPENING)
    )


def closes(tree: Tree, i: int) -> bool:
    """Whether a mark closes a quotation here."""
    return tree[i].text in CLOSING and not opens(tree, i)


def closing(tree: Tree, opening: int) -> int | None:
    """The mark that closes the quotation which another one opens, within the sentence."""
    single = tree[opening].text in "‘’"
    for i in range(opening + 2, len(tree)):
        if closes(tree, i) and (tree[i].text in "‘’") == single:
            return i
    return None


def opening_of(tree: Tree, close: int) -> int | None:
    """The mark that opens the quotation that ends here; None where it opens further before."""
    single = tree[close].text in {"’", "‘"}
    for i in range(close - 1, -1, -1):
        if (tree[i].text in {"’", "‘"}) != single:
            continue
        if opens(tree, i):
            return i
        if tree[i].text in {"”", "''"}:
            return None
    return None


def titled(tree: Tree, first: int, last: int) -> bool:
    """Whether a stretch ends in a name in quotation marks, of a programme or a book."""
    opening = next((i for i in range(first, last) if opens(tree, i)), None)
    close = closing(tree, opening) if opening is not None else None
    if opening is None or close is None or close < last - 1 or close > last + 2:
        return False
    words = [token for token in tree.tokens[opening + 1 : close] if token.text[0].isalpha()]
    return bool(words) and all(token.text[0].isupper() or len(token.text) < 4 for token in words)
