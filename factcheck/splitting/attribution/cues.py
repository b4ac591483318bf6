"""The words that attribute: verbs, nouns, adjectives and set phrases, with the frames of each."""

from collections.abc import Iterator
from dataclasses import dataclass

from factcheck.splitting.attribution.attributions import TokenRange
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.lexicon.phrasal import PHRASAL, PHRASAL_VERBS
from factcheck.splitting.lexicon.words import ADJECTIVES, NOUNS, VERBS

_LEADING = frozenset("decline refuse hesitate continue begin".split())
FAR = 4  # words between a verb and its particle: "laid it all out"
_BESIDE = frozenset({"aux", "auxpass", "neg", "advmod", "prt"})


@dataclass(frozen=True, slots=True)
class Cue:
    """A word that may attribute, with its frames from the lexicon."""

    word: Token
    kind: str  # verb noun adjective
    frames: frozenset[str]


def cues(tree: Tree) -> Iterator[Cue]:
    """All words of a sentence that may attribute something to somebody."""
    for token in tree:
        if token.is_verb and token.dep not in {"aux", "auxpass", "amod", "compound"}:
            cue = _verb(tree, token)
            if cue is not None:
                yield cue
        elif token.tag in {"NN", "NNS"} and token.lemma in NOUNS:
            yield Cue(token, "noun", frozenset())
        elif token.low in ADJECTIVES:
            yield Cue(token, "adjective", frozenset())


def _verb(tree: Tree, verb: Token) -> Cue | None:
    """A verb as a cue, by its frames, or by its position beside a quotation."""
    small = _small_word(tree, verb)
    frames = PHRASAL[verb.lemma, small.low] if small is not None else VERBS.get(verb.lemma)
    if frames is not None:
        return Cue(verb, "verb", frames)
    if _behind_quotation(tree, verb) or _before_quotation(tree, verb):
        return Cue(verb, "verb", frozenset({"aside"}))
    return None


def _small_word(tree: Tree, verb: Token) -> Token | None:
    """The particle that makes another verb of this one: "out" in "laid out"."""
    if verb.lemma not in PHRASAL_VERBS:
        return None
    for kid in tree.kids(verb, "prt", "advmod"):
        if verb.i < kid.i <= verb.i + FAR and (verb.lemma, kid.low) in PHRASAL:
            return kid
    return None


def _behind_quotation(tree: Tree, verb: Token) -> bool:
    """'"Never!" beamed Smith': any verb may be a cue there."""
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


def cue_words(tree: Tree, verb: Token, last: int | None = None) -> TokenRange:
    """The cue as written: auxiliaries and adverbs, the verb, and its particle."""
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
    """ "are set to condemn", "is likely to say", "declined to say": words before an infinitive."""
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
