"""Speakers before a colon: "Poll: most would go", "Smith: I was wrong", "He went on:"."""

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.speakers import phrase, subject
from factcheck.splitting.grammar.marks import MARKS
from factcheck.splitting.grammar.parsing import Token, Tree

LONGEST_NAME = 7
_LABELS = frozenset(
    """
    watch video photo photos update updates updated breaking exclusive opinion live note
    correction related more read listen quiz gallery editorial first q a here there subject date
    time place background fact facts lead image caption source credit topic part chapter p.s tip
    """.split()
)
_NAMES = frozenset(
    {"NN", "NNS", "NNP", "NNPS", "JJ", "DT", "IN", "CD", "POS", "HYPH", "CC", "PRP$"}
)
_ENDS = frozenset({"NN", "NNS", "NNP", "NNPS"})


def from_colon(tree: Tree) -> Attribution | None:
    """A speaker's name, a colon, and what they say."""
    for i in range(1, min(LONGEST_NAME + 1, len(tree) - 2)):
        token = tree[i]
        if token.text == ":":
            return _after(tree, token)
        if token.text in MARKS or token.is_verb:
            return None
    return None


def _after(tree: Tree, colon: Token) -> Attribution | None:
    named = [tree[i] for i in range(colon.i)]
    if any(token.tag not in _NAMES for token in named) or named[-1].tag not in _ENDS:
        return None
    if {token.low for token in named} & _LABELS:
        return None
    if colon.end < tree[colon.i + 1].start or tree[colon.i + 1].text in MARKS:
        part = (colon.i + 1, len(tree) - 1)
        if part[1] - part[0] < 2:
            return None
        return Attribution(tree, colon, (colon.i, colon.i), [part], "colon", (0, colon.i - 1))
    return None


def announces(tree: Tree) -> Attribution | None:
    """A sentence that ends in a colon: its speaker, with a content still to be found."""
    if len(tree) < 2 or tree[len(tree) - 1].text != ":":
        return None
    for token in tree:
        if token.is_verb and token.dep == "ROOT":
            head = subject(tree, token) or tree.kid(token, "nsubj", "dobj")
            speaker = phrase(tree, head, token) if head is not None else None
            return Attribution(tree, token, (token.i, token.i), [], "announced", speaker)
    if len(tree) <= LONGEST_NAME and tree[len(tree) - 2].tag in _ENDS:
        last = len(tree) - 1
        return Attribution(tree, tree[last], (last, last), [], "announced", (0, last - 1))
    return None
