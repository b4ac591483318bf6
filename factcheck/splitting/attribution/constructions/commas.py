"""Speakers named between commas, without quotation marks: "It is safe, Ann Lie, the mayor, said."

A row of commas misleads the parser as quotations do, so these rules use word order alone.
"""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.borders.openings import begin
from factcheck.splitting.attribution.constructions.asides import TO_SOMEBODY
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.grammar.marks import MARKS
from factcheck.splitting.grammar.occasions import DAYS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import ASIDE_VERBS

_NAME = frozenset("NNP NNPS NN NNS DT JJ IN POS CD PRP$ CC".split())
_STARTS = frozenset({"NNP", "NNPS", "DT", "NN", "NNS", "PRP$"})


def from_commas(tree: Tree) -> Iterator[Attribution]:
    """Each verb of saying after a whole statement and a comma, with its speaker."""
    for verb in tree:
        if verb.i < 3 or tree[verb.i - 1].text != "," or verb.lemma not in ASIDE_VERBS:
            continue
        speaker = _behind(tree, verb) or _before(tree, verb) if verb.tag in FINITE else None
        if speaker is not None:
            part = (begin(tree), min(speaker[0], verb.i) - 2)
            if _states(tree, part):
                yield Attribution(tree, verb, cue_words(tree, verb), [part], "aside", speaker)


def _behind(tree: Tree, verb: Token) -> TokenRange | None:
    """ "…, said Ann Lie, a teacher": the speaker is the rest of the sentence."""
    own = tree.kid(verb, "nsubj")
    if verb.lemma in TO_SOMEBODY or (own is not None and own.i < verb.i):
        return None  # "The mayor, who runs the port, announced a plan"
    last = _last(tree)
    rest = tree.tokens[verb.i + 1 : last + 1]
    named = rest and rest[0].tag in _STARTS and all(_names(token) for token in rest)
    return (verb.i + 1, last) if named else None


def _before(tree: Tree, verb: Token) -> TokenRange | None:
    """ "…, Ann Lie, the harbour master, said on Monday"."""
    commas = [i for i in range(verb.i - 1) if tree[i].text == ","][-2:]
    if len(commas) < 2 or commas[1] - commas[0] < 2 or not _ends_there(tree, verb):
        return None
    first, gloss = commas[0] + 1, tree[commas[1] + 1]
    named = all(tree[i].tag in _NAME for i in range(first, commas[1]))
    opens = tree[begin(tree)].tag not in {"WRB", "IN", "VBG"}
    known = named and opens and tree[first].tag in _STARTS and gloss.tag != "CC"
    return (first, verb.i - 2) if known else None


def _names(token: Token) -> bool:
    """Whether a word may stand in a name, or in the description of a speaker."""
    return token.tag in _NAME or token.text == ","


def _ends_there(tree: Tree, verb: Token) -> bool:
    """Whether only the day, the place or the listener follows the verb."""
    rest = tree.tokens[verb.i + 1 : _last(tree) + 1]
    if not rest:
        return True
    near = rest[0].tag == "IN" or rest[0].low in DAYS or verb.lemma in TO_SOMEBODY
    return near and rest[0].low != "that" and all(_names(token) for token in rest)


def _last(tree: Tree) -> int:
    """The last word of a sentence."""
    last = len(tree) - 1
    while last > 0 and tree[last].text in {".", "?", "!"}:
        last -= 1
    return last


def _states(tree: Tree, part: TokenRange) -> bool:
    """Whether a range may be a statement without a quotation; others have their own rules."""
    tokens = tree.tokens[part[0] : part[1] + 1]
    if any(token.text in MARKS or token.text in {";", ":"} for token in tokens):
        return False
    return any(token.tag in FINITE for token in tokens)
