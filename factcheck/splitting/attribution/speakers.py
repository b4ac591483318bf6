"""Who speaks: the subject of the cue, wherever it stands in the sentence."""

from factcheck.splitting.attribution.attributions import TokenRange
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.subjects import own_subject, passive

_MARKS = frozenset(",;:—–-\"“”''``‘’.")
_TIMES = frozenset(
    """
    second seconds minute minutes hour hours day days week weeks month months year years time
    evening morning afternoon night career life decade decades
    """.split()
)
DEEP = 6


def subject(tree: Tree, verb: Token) -> Token | None:
    """The word that says, thinks or wants, followed through coordination and control."""
    for _ in range(DEEP):
        found = own_subject(tree, verb)
        if found is not None:
            return found
        if passive(tree, verb):
            return None
        before = _just_before(tree, verb)
        if before is not None:
            return before
        above = tree.head(verb)
        if above is None:
            return None
        if verb.dep in {"acl", "relcl"}:
            return above if above.is_noun and verb.tag in {"VBG", "VBD"} else None
        step = _controller(tree, verb, above)
        if step is None or not step.is_verb:
            return step
        verb = step
    return None


def _just_before(tree: Tree, verb: Token) -> Token | None:
    """The phrase right before a finite verb, if the parser attached it elsewhere."""
    if verb.tag not in {"VBD", "VBZ", "VBP"} or verb.dep == "conj":
        return None
    token = tree.at(verb.i - 1)
    while (
        token is not None
        and token.dep in {"advmod", "aux", "neg"}
        and token.tag[:2] in {"RB", "MD", "VB"}
    ):
        token = tree.at(token.i - 1)
    if token is not None and token.text == "," and verb.tag != "VBP":
        return _described(tree, tree.at(token.i - 1))
    if token is None or not token.is_noun:
        return None
    while token.head < verb.i and token.head != token.i and tree[token.head].is_noun:
        token = tree[token.head]
    return token if token.right < verb.i else None


def _described(tree: Tree, token: Token | None) -> Token | None:
    """Whom "the chief, Ann Lie," means: the phrase that the words between the commas rename."""
    while token is not None and token.is_noun:
        above = tree.head(token)
        if above is None or above.i > token.i:
            return None
        if token.dep == "appos":
            return above if above.is_noun else None
        token = above
    return None


def _controller(tree: Tree, verb: Token, above: Token) -> Token | None:
    """Where to look next for the subject of a verb that has none of its own."""
    if verb.dep in {"conj", "advcl", "xcomp", "ccomp", "dep", "parataxis", "auxpass", "aux"}:
        if verb.dep == "xcomp":
            told = tree.kid(above, "dobj", "nsubjpass")
            return above if told is None or told.lemma in _TIMES else told
        if above.is_verb:
            if passive(tree, above) and verb.dep in {"advcl", "conj"}:
                return tree.kid(above, "nsubjpass") or above
            return above
        return None
    if verb.dep in {"pcomp", "prep", "acl"}:
        return next((one for one in tree.above(verb) if one.is_verb), None)
    return above if above.is_verb and verb.dep == "acomp" else None


def phrase(tree: Tree, head: Token, verb: Token) -> TokenRange | None:
    """The whole phrase of a speaker, without the cue and without loose words at its ends."""
    first, last = head.left, head.right
    if first <= verb.i <= last:
        if head.i < verb.i:
            last = verb.i - 1
        else:
            first = verb.i + 1
    while last > head.i and tree[last].text in _MARKS:
        last -= 1
    while first < head.i and (tree[first].text in _MARKS or tree[first].dep in {"cc", "mark"}):
        first += 1
    return (first, last) if first <= head.i <= last else None
