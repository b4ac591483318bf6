"""How a sentence opens: with a word that ties it to the sentence before, and is the reporter's.

A sentence that is reported whole keeps its "Still,"; otherwise coverage would count it as a word
outside the claim.
"""

from factcheck.splitting.grammar.parsing import Tree

_JOINTS = frozenset({"but", "and"})
_LINKS = frozenset(
    "still however meanwhile moreover nevertheless nonetheless indeed separately".split()
)
_PHRASES = frozenset({("even", "so"), ("in", "fact"), ("in", "addition"), ("at", "least")})


def joint(tree: Tree) -> int:
    """The first token of a sentence after its "But" or "And"."""
    return 1 if tree[0].low in _JOINTS or tree[0].dep == "cc" else 0


def begin(tree: Tree) -> int:
    """The first token of a sentence's statement: after "But", "Still," or "In fact,"."""
    first = joint(tree)
    for words in (1, 2):
        comma = tree.at(first + words)
        if comma is None or comma.text != ",":
            continue
        found = tuple(tree[i].low for i in range(first, first + words))
        if found in _PHRASES or (words == 1 and found[0] in _LINKS):
            return first + words + 1
    return first if first < len(tree) else 0
