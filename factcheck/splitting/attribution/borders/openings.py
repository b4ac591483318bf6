"""How a sentence opens: with a word that ties it to the one before, and belongs to the reporter.

A whole sentence that is said keeps its "Still,": alone it would be a word that nobody accounts for.
"""

from factcheck.splitting.grammar.parsing import Tree

_JOINTS = frozenset({"but", "and"})
_LINKS = frozenset(
    "still however meanwhile moreover nevertheless nonetheless indeed separately".split()
)
_PHRASES = frozenset({("even", "so"), ("in", "fact"), ("in", "addition"), ("at", "least")})


def joint(tree: Tree) -> int:
    """Where a sentence begins without its "But" or "And"."""
    return 1 if tree[0].low in _JOINTS or tree[0].dep == "cc" else 0


def begin(tree: Tree) -> int:
    """Where the statement of a sentence begins: behind "But", "Still," or "In fact,"."""
    first = joint(tree)
    for words in (1, 2):
        comma = tree.at(first + words)
        if comma is None or comma.text != ",":
            continue
        found = tuple(tree[i].low for i in range(first, first + words))
        if found in _PHRASES or (words == 1 and found[0] in _LINKS):
            return first + words + 1
    return first if first < len(tree) else 0
