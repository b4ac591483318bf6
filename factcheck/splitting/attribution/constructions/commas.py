"""Who speaks between commas, without quotation marks: "It is safe, Ann Lie, the mayor, said."

A row of commas breaks the parse as quotations do; here too the order of the words tells enough.
"""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.borders.openings import begin
from factcheck.splitting.attribution.constructions.asides import TO_SOMEBODY
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.grammar.marks import MARKS, STOPS
from factcheck.splitting.grammar.occasions import DAYS
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import ASIDE_VERBS

LONGEST_NAME = 9  # words
LONGEST_GLOSS = 16
_NAME = frozenset("NNP NNPS NN NNS DT JJ IN POS CD PRP$ CC".split())
_STARTS = frozenset({"NNP", "NNPS", "DT", "NN", "NNS", "PRP$"})


def from_commas(tree: Tree) -> Iterator[Attribution]:
    """Every verb of saying that stands behind a comma, with whoever is named beside it."""
    for verb in tree:
        if verb.i < 3 or tree[verb.i - 1].text != "," or not _says(verb):
            continue
        found = _behind(tree, verb) or _before(tree, verb)
        if found is not None:
            speaker, parts = found
            yield Attribution(tree, verb, cue_words(tree, verb), parts, "aside", speaker)


def _says(verb: Token) -> bool:
    return verb.tag in FINITE and verb.lemma in ASIDE_VERBS


def _behind(tree: Tree, verb: Token) -> tuple[TokenRange, list[TokenRange]] | None:
    """ "The profit, said Lie, fell", "The ferry sank, said Ann Lie, a teacher"."""
    last = _end_of_name(tree, verb.i + 1)
    left = (begin(tree), verb.i - 2)
    if last is None or verb.lemma in TO_SOMEBODY or not _plain(tree, left):
        return None
    following = tree.at(last + 2)
    if not _finite(tree, left):
        if following is None or following.tag not in FINITE:
            return None
        return (verb.i + 1, last), [left, (last + 2, len(tree) - 1)]
    subject = tree.kid(verb, "nsubj")
    if subject is not None and subject.i < verb.i:
        return None  # "The mayor, who runs the port, announced a plan"
    end = _closing(tree)
    gloss = (last + 2, end)
    if last != end and (not _plain(tree, gloss) or _finite(tree, gloss) or _parted(tree, gloss)):
        return None
    return (verb.i + 1, end), [left]


def _parted(tree: Tree, part: TokenRange) -> bool:
    return any(tree[i].text in STOPS for i in range(part[0], part[1] + 1))


def _before(tree: Tree, verb: Token) -> tuple[TokenRange, list[TokenRange]] | None:
    """ "The bridge is safe, Ann Lie, the harbour master, said on Monday"."""
    gloss = _comma_before(tree, verb.i - 2, LONGEST_GLOSS)
    name = _comma_before(tree, gloss - 1, LONGEST_NAME) if gloss is not None else None
    if gloss is None or name is None or not _ends_there(tree, verb):
        return None
    named = [tree[i].tag in _NAME for i in range(name + 1, gloss)]
    left = (begin(tree), name - 1)
    opening = tree[left[0]]
    if not all(named) or tree[name + 1].tag not in _STARTS or tree[gloss + 1].tag == "CC":
        return None
    whole = _plain(tree, left) and _finite(tree, left) and opening.tag not in {"WRB", "IN", "VBG"}
    return ((name + 1, verb.i - 2), [left]) if whole else None


def _comma_before(tree: Tree, i: int, longest: int) -> int | None:
    """The place of the comma before a phrase, if the phrase is short."""
    for at in range(i, max(i - longest, 2), -1):
        if tree[at].text == ",":
            return at if at < i else None
        if tree[at].text in STOPS | MARKS:
            return None
    return None


def _ends_there(tree: Tree, verb: Token) -> bool:
    """Whether behind the verb stands no more than the day, the place, or whom it was said to."""
    last = _closing(tree)
    if last == verb.i:
        return True
    following = tree[verb.i + 1]
    occasion = (following.tag == "IN" and following.low != "that") or following.low in DAYS
    if not (occasion or verb.lemma in TO_SOMEBODY):
        return False
    rest = (verb.i + 1, last)
    return _plain(tree, rest) and not _finite(tree, rest) and tree[last].text not in STOPS


def _end_of_name(tree: Tree, start: int) -> int | None:
    """The last word of a name that a comma or the end of the sentence follows."""
    if start >= len(tree) or tree[start].tag not in _STARTS:
        return None
    for i in range(start, min(start + LONGEST_NAME, len(tree))):
        if tree[i].text == "," or i > _closing(tree):
            return i - 1
        if tree[i].tag not in _NAME:
            return None
    return _closing(tree) if _closing(tree) < start + LONGEST_NAME else None


def _closing(tree: Tree) -> int:
    """The last word of a sentence."""
    last = len(tree) - 1
    while last > 0 and tree[last].text in {".", "?", "!"}:
        last -= 1
    return last


def _finite(tree: Tree, part: TokenRange) -> bool:
    return any(tree[i].tag in FINITE for i in range(part[0], part[1] + 1))


def _plain(tree: Tree, part: TokenRange) -> bool:
    """Whether a stretch has words and no quotation, which has rules of its own."""
    return part[0] <= part[1] and not any(
        tree[i].text in MARKS or tree[i].text in {";", ":"} for i in range(part[0], part[1] + 1)
    )
