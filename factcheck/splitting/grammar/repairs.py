"""Repairs what the parser typically gets wrong in reported speech, before any rule reads the tree.

Each repair is for one construction. It attaches a verb to the word that governs it, and no more.
"""

from factcheck.splitting.grammar.clauses import parted
from factcheck.splitting.grammar.coordination import mend_coordination
from factcheck.splitting.grammar.parsing import Token, Tree, hang
from factcheck.splitting.grammar.subjects import own_subject, passive
from factcheck.splitting.grammar.tags import FINITE, TENSED
from factcheck.splitting.lexicon.words import SPEECH, VERBS

# verbs that continue what somebody has been saying
_AND_SAYING = frozenset(
    """
    add say note cite call explain argue insist warn claim stress describe predict suggest tell
    accuse express point conclude declare writing write ask refer quote compare vow promise pledge
    urge dismiss praise criticize criticise blame emphasize announce assert joke acknowledge admit question
    tweet echo allude employ deploy recall
    """.split()
)


# a second verb of these, in the same tense, is the speaker's act and not part of the content
_ACTS = (_AND_SAYING - {"write", "writing", "say"}) | frozenset(
    """
    decline refuse defend deny condemn denounce reject demand mock attack thank call invoke recall
    apologize apologise advise threaten order assail oppose deride reiterate repeat respond
    """.split()
)


def mend(tree: Tree) -> None:
    """Apply every repair to a tree."""
    moved = False
    for token in tree:
        if token.is_verb:
            moved = _saying(tree, token) or _also_said(tree, token) or moved
            moved = _behind_agent(tree, token) or moved
    if moved:
        tree.settle()
    if mend_coordination(tree):
        tree.settle()


def _behind_agent(tree: Tree, verb: Token) -> bool:
    """ "accused by two guests of hiding it", "accused on Monday of": the guests hide nothing."""
    frames = VERBS.get(verb.lemma, frozenset()) if verb.tag == "VBN" else frozenset()
    for before in tree.kids(verb, "agent", "prep") if frames else ():
        named = tree.kid(before, "pobj") if before.i > verb.i else None
        for prep in tree.kids(named, "prep") if named is not None else ():
            doing = tree.kid(prep, "pcomp")
            if prep.low in frames and doing is not None and doing.tag == "VBG":
                return passive(tree, verb) and hang(prep, verb, "prep")
    return False


def _saying(tree: Tree, verb: Token) -> bool:
    """ "He said X was late, adding that …": he adds, not X."""
    if verb.tag != "VBG" or verb.dep not in {"advcl", "acl"} or verb.lemma not in _AND_SAYING:
        return False
    mark = tree.at(verb.left)
    while_ = mark is not None and mark.low in {"while", "before", "after"} and mark.i == verb.i - 1
    joined = tree[verb.i - 1].low == "and"
    if not (while_ or joined or parted(tree, verb.i - 1)) or own_subject(tree, verb) is not None:
        return False
    outer = _outer(tree, verb, {"VBG"} if joined else TENSED | {"VBN", "VB", "VBG"})
    return outer is not None and hang(verb, outer, "conj" if joined else "advcl")


def _also_said(tree: Tree, verb: Token) -> bool:
    """ "He said X would win and added that …": a verb joins the verb of its own tense."""
    if verb.dep != "conj":
        return False
    if verb.tag == "VBG" and verb.lemma in _AND_SAYING:
        return _also_saying(tree, verb)
    if _tense(tree, verb) is None:
        return False
    first = tree.head(verb)
    if first is None or not first.is_verb:
        return False
    outer = _outer(tree, first, TENSED | {"VBN", "VB"})
    while outer is not None and outer.dep == "xcomp":
        outer = tree.head(outer)  # "continues to insist …, and refuses"
    if outer is None or not _goes_with(tree, verb, first, outer):
        return False
    return hang(verb, outer, "conj")


def _goes_with(tree: Tree, verb: Token, first: Token, outer: Token) -> bool:
    """Whether a second verb is one of saying, not part of the content."""
    alone = own_subject(tree, verb) is None
    says = verb.lemma in SPEECH and tree.kid(verb, "ccomp") is not None
    differs = _tense(tree, first) != _tense(tree, verb)
    if _tense(tree, outer) == _tense(tree, verb):
        return says or (alone and (differs or verb.lemma in _ACTS))
    return says and alone and differs and _quotes(verb)  # "says it is late but conceded that"


def _quotes(verb: Token) -> bool:
    return "aside" in VERBS.get(verb.lemma, frozenset())


def _also_saying(tree: Tree, verb: Token) -> bool:
    """ "…, telling them that X was late and asking for help": asking joins telling."""
    for above in tree.above(verb):
        if above.tag == "VBG":
            return above.lemma in SPEECH and above.i < verb.i and hang(verb, above, "conj")
    return False


def _tense(tree: Tree, verb: Token) -> str | None:
    """The tag of a verb's finite part: its own, or that of its first auxiliary."""
    first = tree.kid(verb, "aux", "auxpass") or verb
    if first.low == "to":
        return None
    if first.tag == "VBP":
        return "VBZ"
    return first.tag if first.tag in FINITE else None


def _outer(tree: Tree, verb: Token, tags: frozenset[str] | set[str]) -> Token | None:
    """The verb of saying to the left whose content contains this verb."""
    below = verb
    for above in tree.above(verb):
        says = above.lemma in SPEECH and above.tag in tags
        if says and below.dep == "ccomp" and above.i < below.i:
            return above
        below = above
    return None
