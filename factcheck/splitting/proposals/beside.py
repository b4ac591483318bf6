"""What a sentence states itself beside what it attributes: "The mayor resigned, saying that …".

Only its main clause, and only if it contains nobody else's content: a clause with a piece cut out
of it is not a statement.
"""

from collections.abc import Iterable, Sequence

from factcheck.core.spans import Span
from factcheck.splitting.grammar.marks import MARKS, STOPS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import TENSED

SHORTEST = 4  # words
_SUBJECTS = ("nsubj", "nsubjpass", "expl", "csubj")
_CLAUSES = frozenset({"relcl", "acl", "advcl", "conj", "prep", "pcomp", "parataxis", "appos"})
_SEAMS = frozenset({",", ";", "—", "–", "-", "--"})
_JOINING = frozenset({"and", "but", "after", "before", "while", "by", "without", "although"})
_OPENING = frozenset({"while", "as", "when", "after", "before", "because", "although", "if"})
_LOOSE = _OPENING | {"and", "but", "or"}


def beside(tree: Tree, cues: Iterable[Token], taken: Sequence[Span]) -> Span | None:
    """The main clause's own statement; None if it is attributed, incomplete or too short.

    `cues` are the verbs and nouns of this sentence that attribute something; `taken` are the places
    of their words and contents. The speaker may be the subject here as well.
    """
    root = next((token for token in tree if token.head == token.i), None)
    if root is None or not _states(tree, root) or tree[0].low in {"let", "lets"}:
        return None
    first, last = 0, len(tree) - 1
    for cue in cues:
        if cue.i == root.i:
            return None
        branch = _branch(tree, cue)
        if branch is None or not _parted(tree, branch):
            return None
        if branch.left > root.i:
            last = min(last, branch.left - 1)
        elif branch.right < root.i:
            first = max(first, branch.right + 1)
        else:
            return None
    return _clean(tree, root, first, last, taken)


def _states(tree: Tree, root: Token) -> bool:
    """Whether the main clause has a subject and a finite verb, and asks nothing."""
    finite = root.tag in TENSED or any(
        kid.tag in TENSED or kid.tag == "MD" for kid in tree.kids(root, "aux", "auxpass")
    )
    return finite and tree.kid(root, *_SUBJECTS) is not None and tree[len(tree) - 1].text != "?"


def _branch(tree: Tree, cue: Token) -> Token | None:
    """The widest clause around the cue that the main clause does not need, if there is one."""
    path = [cue, *(token for token in tree.above(cue) if token.head != token.i)]
    return next((token for token in reversed(path) if token.dep in _CLAUSES), None)


def _parted(tree: Tree, branch: Token) -> bool:
    """Whether a comma or a conjunction stands at the border: otherwise it is one statement.

    "He leads a group called Rain" and "he left after saying so" say nothing without their ends.
    """
    before, after = tree.at(branch.left - 1), tree.at(branch.right + 1)
    if branch.left == 0:
        return after is not None and after.text in _SEAMS
    if before is not None and (before.text in _SEAMS or before.low in {"and", "but"}):
        return True
    if branch.dep == "prep" and tree.kid(branch, "pcomp") is None:
        return False  # "spoke before members who say so"
    return tree[branch.left].low in _JOINING


def _clean(tree: Tree, root: Token, first: int, last: int, taken: Sequence[Span]) -> Span | None:
    """The span without loose ends, if it is a whole statement without anybody else's words."""
    while first < last and _hangs(tree[first]) and tree[first].low not in _OPENING:
        first += 1
    if tree[first].low in _OPENING:
        return None  # "As the mayor told them after …"
    while last > first and _hangs(tree[last]):
        last -= 1
    subject = tree.kid(root, *_SUBJECTS)
    if subject is None or not first <= subject.left <= subject.i <= last or last < root.i:
        return None
    if sum(tree[i].text[:1].isalnum() for i in range(first, last + 1)) < SHORTEST:
        return None
    span = tree.place(first, last)
    if any(span.overlaps(other) for other in taken) or _half_quoted(tree, first, last):
        return None
    return span


def _half_quoted(tree: Tree, first: int, last: int) -> bool:
    """Whether a quotation opens in the range and ends outside it."""
    words = " ".join(tree[i].text for i in range(first, last + 1))
    return words.count("“") != words.count("”") or words.count('"') % 2 == 1


def _hangs(token: Token) -> bool:
    return token.text in MARKS or token.text in STOPS or token.low in _LOOSE or token.text in "—–-"
