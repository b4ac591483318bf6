"""The words that attribute: verbs, nouns, adjectives and set phrases, each with what may follow."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.claims.splitting.attributions import Stretch
from factcheck.claims.splitting.lexicon import ADJECTIVES, NOT_REPORTING, NOUNS, VERBS
from factcheck.claims.splitting.parsing import Token, Tree

_LEADING = frozenset("decline refuse hesitate continue begin".split())
_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute. `frames` are those of the lexicon."""

    word: Token
    kind: str  # verb noun adjective
    frames: frozenset[str]
    known: bool = True


def cues(tree: Tree) -> Iterator[Cue]:
    """Everything in a sentence that may attribute something to somebody."""
    for token in tree:
        if token.is_verb and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            frames = VERBS.get(token.lemma)
            if frames is not None:
                yield Cue(token, "verb", frames)
            elif _behind_quotation(tree, token) or _before_quotation(tree, token):
                yield Cue(token, "verb", frozenset("q"), known=False)
            elif token.lemma not in NOT_REPORTING and _that(tree, token):
                yield Cue(token, "verb", frozenset("c"), known=False)
        elif token.tag in {"NN", "NNS"} and token.lemma in NOUNS:
            yield Cue(token, "noun", frozenset())
        elif token.low in ADJECTIVES:
            yield Cue(token, "adjective", frozenset())


def _behind_quotation(tree: Tree, verb: Token) -> bool:
    """'"Never!" beamed Smith': any verb may say it there."""
    before, after = tree.at(verb.i - 1), tree.at(verb.i + 1)
    if before is None or after is None or verb.tag not in {"VBD", "VBZ"}:
        return False
    if before.text not in {"”", '"', "''", "’"} or verb.i < 3 or verb.lemma in {"be", "have", "do"}:
        return False
    return tree[verb.i - 2].text in {",", "!", "?", "…"} and after.tag in {"NNP", "DT", "PRP$"}


def _before_quotation(tree: Tree, verb: Token) -> bool:
    """'Smith fired back: "Never!"': any verb may open a quotation behind a colon or a comma."""
    if verb.tag not in {"VBD", "VBZ", "VBG"} or verb.lemma in {"be", "have", "do"}:
        return False
    for i in range(verb.i + 1, min(verb.i + 7, len(tree) - 2)):
        if tree[i].text in {":", ","}:
            return tree[i + 1].tag == "``" and (tree[i].text == ":" or i <= verb.i + 3)
        if tree[i].is_verb or tree[i].text in {";", "—", "“"}:
            return False
    return False


def _that(tree: Tree, verb: Token) -> bool:
    clause = tree.kid(verb, "ccomp")
    mark = tree.kid(clause, "mark") if clause is not None and clause.i > verb.i else None
    named = tree.kid(verb, "nsubj", "nsubjpass")
    if named is not None and (named.lemma in NOUNS or named.low in {"it", "this", "which"}):
        return False  # "concerns grow that": nobody in particular has them
    return mark is not None and mark.low == "that"


def cue_words(tree: Tree, verb: Token, last: int | None = None) -> Stretch:
    """The cue as it is written: its auxiliaries and adverbs, the verb, and what belongs to it."""
    first = verb.i
    beside = {kid.i for kid in tree.kids(verb, *_BESIDE)}
    while first - 1 in beside and tree[first - 1].text != ",":
        first -= 1
    first = _modal(tree, verb, first)
    end = verb.i
    for kid in tree.kids(verb, "prt"):
        if kid.i == end + 1:
            end = kid.i
    return first, max(end, last if last is not None else end)


def _modal(tree: Tree, verb: Token, first: int) -> int:
    """ "are set to condemn", "is likely to say", "declined to say": what leads to an infinitive."""
    above = tree.head(verb)
    if verb.dep != "xcomp" or above is None:
        return first
    if above.tag not in {"VBN", "JJ"} and above.lemma not in _LEADING:
        return first
    if above.i + 1 != first or tree[first].low != "to":
        return first
    start = above.i
    beside = {kid.i for kid in tree.kids(above, *_BESIDE)}
    while start - 1 in beside:
        start -= 1
    over = tree.head(above)
    if above.tag == "JJ" and over is not None and over.lemma == "be" and over.i == start - 1:
        return over.i
    return start
