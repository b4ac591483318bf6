"""Who spoke is told in a clause before the main one: "While he said it was safe, the bridge fell".

The main clause is the reporter's. Where the parser hung it, or the words that open it, on what was
said, the content ends at the comma before it.
"""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.grammar.marks import MARKS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE

SHORTEST = 2  # words of content that must be left
_SUBORDINATING = frozenset("although though while when after".split())


def before_main(found: Attribution, part: TokenRange) -> TokenRange | None:
    """The stretch up to the comma where the main clause begins, if the saying stands before it.

    None where all of it is the main clause: "After he heard what she said, the mayor laughed".
    """
    tree, (first, last) = found.tree, part
    if found.how != "clause" or not _fronted(tree, found.verb, first):
        return part
    if tree[first - 1].text == "," and _main(tree, first - 1, last):
        return None
    if any(tree[i].text in MARKS for i in range(first, last + 1)):
        return part
    commas = [i for i in range(first + SHORTEST, last) if tree[i].text == ","]
    if not commas:
        return part
    if last < len(tree) - 2:
        return (first, commas[-1] - 1) if _opens_main(tree, commas[-1], last) else part
    comma = next((i for i in commas if _main(tree, i, last)), None)
    return part if comma is None else (first, comma - 1)


def _fronted(tree: Tree, verb: Token, first: int) -> bool:
    """Whether a verb stands in the clause that opens the sentence, behind "while" or its like."""
    opening = 1 if tree[0].low in {"but", "and"} else 0
    if tree[opening].low not in _SUBORDINATING or first <= verb.i:
        return False
    return not any(tree[i].text == "," for i in range(verb.i))


def _opens_main(tree: Tree, comma: int, last: int) -> bool:
    """ "…, at the meeting (she said no)": a circumstance of the main clause that follows."""
    finite = any(tree[i].tag in FINITE for i in range(comma, last + 1))
    return tree[comma + 1].tag == "IN" and tree[comma + 1].dep == "prep" and not finite


def _main(tree: Tree, comma: int, last: int) -> bool:
    """Whether a clause with a subject of its own begins behind a comma, and none hangs on it."""
    start = tree[comma + 1]
    if start.tag == "IN" and start.dep == "prep":
        start = tree[min(start.right + 1, last)]
    for subject in (tree[i] for i in range(start.i, min(start.i + 8, last))):
        if subject.dep not in {"nsubj", "nsubjpass"} or subject.left != start.i:
            continue
        verb = tree[subject.head]
        bound = tree.kid(verb, "mark") is not None or verb.dep in {"relcl", "acl"}
        return verb.i > subject.i and not bound and subject.tag not in {"WDT", "WP"}
    return False
