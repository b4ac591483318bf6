"""Phrases that look like attributions and are not: "measures aimed at them", "could support it".

Apart from invitations, only the weak constructions are doubted: those that report no sentence.
"""

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.grammar.parsing import Token, Tree

_WEAK = frozenset({"thing", "preposition", "doing"})
_POSSIBLE = frozenset({"can", "could", "might", "may", "should"})


def doubtful(tree: Tree, one: Attribution) -> bool:
    """Whether the phrase describes an act, and reports nothing said or held."""
    if _invitation(tree, one):
        return True
    if one.how not in _WEAK:
        return False
    if one.how == "thing" and one.speaker is None:
        return True
    before = tree.at(one.verb.i - 1)
    if one.verb.low == "opposed" and before is not None and before.low == "as":
        return True  # "four boats, as opposed to nine"
    return _only_possible(tree, one.verb) or _merely_described(tree, one) or _backwards(tree, one)


def _invitation(tree: Tree, one: Attribution) -> bool:
    """ "Let’s hope that …", "Let us assume …": an imperative reports no words."""
    if one.speaker is None or one.speaker[0] != one.speaker[1] or not one.speaker[0]:
        return False
    words = tree[one.speaker[0] - 1].low, tree[one.speaker[0]].low
    return words[0] == "let" and words[1] in {"us", "'s", "’s", "me"}


def _only_possible(tree: Tree, verb: Token) -> bool:
    """ "can support any of them" states what is possible, not what is."""
    return any(kid.low in _POSSIBLE for kid in tree.kids(verb, "aux"))


def _merely_described(tree: Tree, one: Attribution) -> bool:
    """ "people briefed on it", "measures aimed at them": nobody is said to have done it."""
    verb = one.verb
    if verb.lemma == "compare" and verb.tag == "VBN":
        return True
    bare = verb.tag == "VBN" and verb.dep == "acl" and tree.kid(verb, "agent") is None
    return bare and one.how == "preposition"


def _backwards(tree: Tree, one: Attribution) -> bool:
    """Whether the speaker follows a verb that is neither a passive nor an opening participle."""
    if one.speaker is None or one.speaker[0] < one.verb.i or one.verb.tag == "VBG":
        return False
    return tree.kid(one.verb, "agent") is None
