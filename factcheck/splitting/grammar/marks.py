"""Quotation marks among the words of a sentence: which open a quotation, and which close it."""

from factcheck.splitting.grammar.parsing import Tree

OPENING = frozenset({'"', "“", "''", "``", "„", "«", "‘"})
CLOSING = frozenset({'"', "”", "''", "»", "’", "“"})
MARKS = OPENING | CLOSING
STOPS = frozenset(".,;:—–-")
_BEFORE_OPENING = frozenset({"(", "[", "—", "–", "--", "-", "‘", "“", "/"})


def opens(tree: Tree, i: int) -> bool:
    """Whether the mark opens a quotation: it touches the word after it, but not the one before."""
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
    """Whether the mark closes a quotation."""
    return tree[i].text in CLOSING and not opens(tree, i)


def closing(tree: Tree, opening: int) -> int | None:
    """The mark that closes the quotation opened here; None if the sentence does not contain it."""
    single = tree[opening].text in "‘’"
    for i in range(opening + 2, len(tree)):
        if closes(tree, i) and (tree[i].text in "‘’") == single:
            return i
    return None


def opening_of(tree: Tree, close: int) -> int | None:
    """The mark that opens the quotation closed here; None if it is not in the sentence."""
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
    """Whether a range ends in a title in quotation marks, such as a programme's or a book's."""
    opening = next((i for i in range(first, last) if opens(tree, i)), None)
    close = closing(tree, opening) if opening is not None else None
    if opening is None or close is None or close < last - 1 or close > last + 2:
        return False
    words = [token for token in tree.tokens[opening + 1 : close] if token.text[0].isalpha()]
    return bool(words) and all(token.text[0].isupper() or len(token.text) < 4 for token in words)
