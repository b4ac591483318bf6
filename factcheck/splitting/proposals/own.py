"""Statements of the article itself: declarative sentences that quote nobody else."""

from factcheck.core.spans import Span
from factcheck.splitting.grammar.marks import MARKS, STOPS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE

_QUESTIONS = frozenset({"?", "？", "؟"})
_UNITS = frozenset("%‰°€£¥$")  # after a figure they belong to it
SHORTEST = 3  # words


def statement(text: str, tree: Tree) -> Span | None:
    """The statement of a sentence; None for questions, imperatives and fragments."""
    words = [token for token in tree if any(map(str.isalnum, token.text))]
    if len(words) < SHORTEST or _asks(tree) or not _declares(tree):
        return None
    end = words[-1].end
    if text[end : end + 1] in _UNITS or (_abbreviated(words[-1]) and text[end : end + 1] == "."):
        end += 1
    closing = tree[len(tree) - 1]
    if closing.text in MARKS and _opened(text, words[0].start, end):
        end = closing.end
    start = words[0].start
    if start and tree[0].text in MARKS and tree[0].end == start:
        start = tree[0].start
    return Span(start, end)


def _asks(tree: Tree) -> bool:
    return any(tree[i].text in _QUESTIONS for i in range(max(0, len(tree) - 2), len(tree)))


def _declares(tree: Tree) -> bool:
    """Whether a finite verb has a subject: an imperative has none, and "Let’s" is one."""
    if tree[0].low in {"let", "lets"}:
        return False
    for token in tree:
        if token.tag in FINITE:
            verb = tree[token.head] if token.dep in {"aux", "auxpass"} else token
            if tree.kid(verb, "nsubj", "nsubjpass", "expl", "csubj", "csubjpass") is not None:
                return True
            if verb.tag == "VBD" or token.tag == "VBZ":
                return True
    return False


def _abbreviated(token: Token) -> bool:
    return "." in token.text[:-1] and not token.text.endswith(".")


def _opened(text: str, start: int, end: int) -> bool:
    """Whether a quotation opens inside the span and does not close in it."""
    words = text[start:end]
    return words.count("“") > words.count("”") or words.count('"') % 2 == 1


def splits(tree: Tree, span: Span) -> tuple[int, ...]:
    """The offsets where a statement may be cut in two: before a coordinated verb, or "while"."""
    found = set()
    for token in tree:
        if not span.start < token.start < span.end or not token.is_verb:
            continue
        head = tree.head(token)
        if token.dep == "conj" and head is not None and head.is_verb:
            found.add(_before(tree, token))
        elif token.dep == "advcl" and tree[token.left].low in {"while", "whereas", "although"}:
            found.add(tree[token.left].start)
    room = 12  # characters that either half must have
    return tuple(sorted(at for at in found if span.start + room <= at <= span.end - room))


def _before(tree: Tree, verb: Token) -> int:
    """The offset where the second of two coordinated verbs begins, with its "and"."""
    first = verb.left
    while first > 0 and (
        tree[first - 1].dep == "cc" or tree[first - 1].low in {"and", "but", "or"}
    ):
        first -= 1
    if first > 0 and tree[first].text in STOPS:
        first += 1
    return tree[first].start
