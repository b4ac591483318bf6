"""Nouns and adjectives that attribute: "his claim that …", "confident that …"."""

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.constructions.content import reach
from factcheck.splitting.attribution.cues import Cue
from factcheck.splitting.attribution.speakers import phrase, subject
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.lexicon.words import LIGHT

_OF = frozenset("of about on for against over to toward towards regarding concerning".split())
# "her stance on tolls", "a response to it" only name the topic; with these, something is said of it
_HELD_OF = {
    "on": frozenset("attack broadside".split()),
    "over": frozenset("anger outrage concern fear worry protest dismay alarm".split()),
    "to": frozenset(
        "opposition objection resistance hostility aversion antipathy commitment reaction".split()
    ),
    "toward": frozenset("hostility anger".split()),
    "towards": frozenset("hostility anger".split()),
}
_COURSES = frozenset("plan bid campaign case word report order".split())  # "their bid for the Cup"
# these take no clause: what follows "so hostile that" is a result, not what they feel
_MANNERS = frozenset("bitter critical explicit favorable favourable hostile vague vocal".split())
_IN = frozenset("interest faith belief confidence pride trust disappointment".split())
_WITH = frozenset(
    """
    anger frustration dissatisfaction satisfaction agreement disappointment unease irritation
    sympathy
    """.split()
)
# "marched in support of", "spoke in praise of"
_STANDS = frozenset(
    """
    support hope hopes opposition protest praise defence defense condemnation favor favour
    anticipation fear belief recognition expectation
    """.split()
)


# "in order to", "the argument to make", "a campaign to raise money"
_NO_PLANS = frozenset("order position campaign message argument statement story test".split())


def from_noun(tree: Tree, cue: Cue) -> Attribution | None:
    """ "her claim that …", "expressed hope for …": only with an owner."""
    noun = cue.word
    part, last = _content(tree, noun)
    if part is None:
        return None
    head = _owner(tree, noun, part[0])
    speaker = phrase(tree, head, noun) if head is not None else None
    if speaker is not None and any(part[0] <= i <= part[1] for i in speaker):
        return None
    if speaker is None and not _clause_of_its_own(tree[part[0]]):
        return None
    return Attribution(tree, noun, (noun.i, last), [part], "noun", speaker)


def _clause_of_its_own(first: Token) -> bool:
    """ "complaints that", "a warning not to": the content is clear without an owner."""
    return _conjunction(first) or first.low in {"to", "not"}


def _conjunction(token: Token) -> bool:
    return token.low in {"that", "whether"} and token.tag == "IN"


def _content(tree: Tree, noun: Token) -> tuple[tuple[int, int] | None, int]:
    """The content of the noun, and the last token of the cue."""
    for clause in tree.kids(noun, "acl", "relcl", "ccomp"):
        mark = tree.kid(clause, "mark")
        to = tree.kid(clause, "aux")
        if mark is not None and mark.low in {"that", "whether"} and clause.left >= mark.i:
            return (clause.left, reach(tree, noun, clause.right)), noun.i
        if noun.lemma in _NO_PLANS:
            continue
        if clause.tag == "VB" and to is not None and to.low == "to" and _opens(tree, clause, to):
            return (clause.left, clause.right), noun.i
    for prep in tree.kids(noun, "prep"):
        if _goes_with(noun, prep) and prep.i == noun.i + 1 and prep.right > prep.i:
            return (prep.i + 1, prep.right), prep.i
    return _predicate(tree, noun)


def _opens(tree: Tree, clause: Token, to: Token) -> bool:
    """Whether a clause begins with its "to", or with "not to"."""
    return clause.left == to.i or (clause.left == to.i - 1 and tree[clause.left].low == "not")


def _goes_with(noun: Token, prep: Token) -> bool:
    """ "interest in", but not "remarks in" a place; "anger with", not "a call with" a person."""
    if prep.low in {"in", "with"}:
        return noun.lemma in (_IN if prep.low == "in" else _WITH)
    if prep.low in _HELD_OF:
        return noun.lemma in _HELD_OF[prep.low]
    return prep.low in _OF and not (prep.low == "for" and noun.lemma in _COURSES)


def _predicate(tree: Tree, noun: Token) -> tuple[tuple[int, int] | None, int]:
    """ "her promise is to leave", "the fear was that it would": what the noun is said to be."""
    be = tree.head(noun)
    if be is None or be.lemma != "be" or noun.dep != "nsubj" or be.i < noun.i:
        return None, noun.i
    for clause in tree.kids(be, "ccomp", "xcomp", "advcl"):
        opens = tree[clause.left]
        if opens.i == be.i + 1 and (opens.low == "that" or opens.tag == "TO"):
            return (opens.i, clause.right), be.i
    return None, noun.i


def _owner(tree: Tree, noun: Token, clause: int) -> Token | None:
    """Whose word it is: "her claim", "a claim by the ministry", or the subject of "made a claim"."""
    whose = tree.kid(noun, "poss")
    if whose is not None:
        return whose
    for prep in tree.kids(noun, "prep"):
        if prep.low in {"by", "from", "among"} or (prep.low == "of" and clause > prep.right):
            return tree.kid(prep, "pobj")
    above = tree.head(noun)
    if above is not None and above.is_verb and noun.dep == "dobj" and above.lemma in LIGHT:
        return subject(tree, above)
    if above is not None and above.low in {"in", "on", "with"} and noun.dep == "pobj":
        held = above.low == "in" and noun.lemma in _STANDS
        return _doing(tree, above) if held or _conjunction(tree[clause]) else None
    return None


def _doing(tree: Tree, prep: Token) -> Token | None:
    """ "they came in the hope that": the subject has the hope."""
    verb = tree.head(prep)
    return subject(tree, verb) if verb is not None and verb.is_verb else None


def from_adjective(tree: Tree, cue: Cue) -> Attribution | None:
    """ "is confident that …", "was critical of …"."""
    word = cue.word
    be = tree.head(word)
    if _of_a_thing(tree, word, be):
        return None
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


def _of_a_thing(tree: Tree, word: Token, be: Token | None) -> bool:
    """ "made sure that", "is critical to the plan", "so vague that nobody came": not a feeling."""
    if be is not None and be.lemma == "make" and word.low in {"sure", "certain"}:
        return True
    after = tree.at(word.i + 1)
    if word.low == "critical" and after is not None and after.low in {"to", "for", "in"}:
        return True
    so = any(kid.low == "so" for kid in tree.kids(word, "advmod"))
    return so and word.low in _MANNERS and tree.kid(word, "ccomp") is not None


def _complement(tree: Tree, word: Token) -> tuple[tuple[int, int] | None, int]:
    for clause in tree.kids(word, "ccomp", "xcomp"):
        if clause.left > word.i:
            return (clause.left, clause.right), word.i
    for prep in tree.kids(word, "prep"):
        if prep.low in _OF | {"at", "by", "in", "with"} and prep.i > word.i and prep.right > prep.i:
            return (prep.i + 1, prep.right), prep.i
    return None, word.i
