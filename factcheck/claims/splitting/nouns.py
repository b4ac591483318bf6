"""Nouns and adjectives that attribute: "his claim that …", "confident that …"."""

from factcheck.claims.splitting.attributions import Attribution
from factcheck.claims.splitting.content import reach
from factcheck.claims.splitting.cues import Cue
from factcheck.claims.splitting.lexicon import LIGHT
from factcheck.claims.splitting.parsing import Token, Tree
from factcheck.claims.splitting.speakers import phrase, subject

_OF = frozenset(
    "of about on for against over to toward towards regarding concerning in with".split()
)


def from_noun(tree: Tree, cue: Cue) -> Attribution | None:
    """ "her claim that …", "expressed hope for …": somebody must have it."""
    noun = cue.word
    part, last = _content(tree, noun)
    if part is None:
        return None
    head = _owner(tree, noun)
    speaker = phrase(tree, head, noun) if head is not None else None
    if speaker is None or any(part[0] <= i <= part[1] for i in speaker):
        return None
    return Attribution(tree, noun, (noun.i, last), [part], "noun", speaker)


def _content(tree: Tree, noun: Token) -> tuple[tuple[int, int] | None, int]:
    """What the noun is about, and the last word of the cue."""
    for clause in tree.kids(noun, "acl", "relcl", "ccomp"):
        mark = tree.kid(clause, "mark")
        to = tree.kid(clause, "aux")
        if mark is not None and mark.low in {"that", "whether"} and clause.left >= mark.i:
            return (clause.left, reach(tree, noun, clause.right)), noun.i
        if clause.tag == "VB" and to is not None and to.low == "to" and clause.left == to.i:
            return (to.i, clause.right), noun.i
    for prep in tree.kids(noun, "prep"):
        if prep.low in _OF and prep.i == noun.i + 1 and prep.right > prep.i:
            return (prep.i + 1, prep.right), prep.i
    return None, noun.i


def _owner(tree: Tree, noun: Token) -> Token | None:
    """Whose word it is: "her claim", "a claim by the ministry", or the subject of "made a claim"."""
    whose = tree.kid(noun, "poss")
    if whose is not None:
        return whose
    for prep in tree.kids(noun, "prep"):
        if prep.low in {"by", "from"}:
            return tree.kid(prep, "pobj")
    above = tree.head(noun)
    if above is not None and above.is_verb and noun.dep == "dobj" and above.lemma in LIGHT:
        return subject(tree, above)
    return None


def from_adjective(tree: Tree, cue: Cue) -> Attribution | None:
    """ "is confident that …", "was critical of …"."""
    word = cue.word
    be = tree.head(word)
    if (
        be is None
        or not be.is_verb
        or word.dep not in {"acomp", "ccomp", "xcomp", "conj", "advcl", "ROOT"}
    ):
        if word.dep != "ROOT" and not (word.tag == "VBN" and tree.kid(word, "auxpass")):
            return None
        be = word
    head = subject(tree, word if tree.kid(word, "nsubj", "nsubjpass") else be)
    if head is None:
        head = tree.kid(word, "nsubjpass")
    speaker = phrase(tree, head, word) if head is not None else None
    part, last = _complement(tree, word)
    if part is None or speaker is None or tree[speaker[0]].low in {"it", "there", "this", "that"}:
        return None
    first = be.i if be.i < word.i else word.i
    return Attribution(tree, word, (min(first, word.i), last), [part], "adjective", speaker)


def _complement(tree: Tree, word: Token) -> tuple[tuple[int, int] | None, int]:
    for clause in tree.kids(word, "ccomp", "xcomp"):
        if clause.left > word.i:
            return (clause.left, clause.right), word.i
    for prep in tree.kids(word, "prep"):
        if prep.low in _OF | {"at", "by"} and prep.i > word.i and prep.right > prep.i:
            return (prep.i + 1, prep.right), prep.i
    return None, word.i
