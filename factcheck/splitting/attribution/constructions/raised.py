"""Statements about a subject: "the plan is seen as weak", "the mayor is expected to resign".

The statement is that the plan is weak, that the mayor will resign, so the subject belongs to it.
"""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.constructions.things import without_gloss
from factcheck.splitting.attribution.cues import Cue, cue_words
from factcheck.splitting.attribution.speakers import phrase
from factcheck.splitting.grammar.marks import STOPS
from factcheck.splitting.grammar.parsing import Token, Tree

_HELD = frozenset({"infinitive", "urging", "wish", "as", "preposition"})
_OF = frozenset({"for", "of", "as", "to"})  # "was accused of": the others speak of a topic
_SENSES = frozenset({"see", "hear", "read", "watch"})  # a doctor sees a child


def with_subject(tree: Tree, one: Attribution) -> Attribution:
    """The same attribution, with the subject of its passive added to the content."""
    if one.how not in _HELD or not one.parts or one.parts[0][0] < one.verb.i:
        return one
    if tree.kid(one.verb, "auxpass") is None:
        return one
    if one.how == "as" and one.speaker is None:
        _cut_agent(tree, one)
    if one.how == "preposition" and tree[one.cue[1]].low not in _OF:
        return one
    part = _subject(tree, one.verb, one.cue[0])
    if part is not None and tree[part[0]].low not in _EMPTY:
        one.parts.insert(0, part)
    return one


_EMPTY = frozenset({"it", "there", "what", "whatever"})


def _cut_agent(tree: Tree, one: Attribution) -> None:
    """ "was described as a ruin by two engineers": the engineers are not part of the content."""
    first, last = one.parts[0]
    for i in range(first + 1, last):
        named = tree.kid(tree[i], "pobj") if tree[i].low == "by" else None
        if named is not None and tree[i].right == last and tree[i].dep == "prep":
            one.parts[0] = (first, i - 1)
            one.speaker = phrase(tree, named, tree[i])
            return


_RELATIVE = frozenset({"who", "which", "that"})


def _subject(tree: Tree, verb: Token, cue: int) -> TokenRange | None:
    """The subject's phrase, without a remark after it."""
    head = tree.kid(verb, "nsubjpass", "nsubj", "csubjpass")
    if head is None or head.right >= cue:
        return None
    return head.left, without_gloss(tree, head)


def by_somebody(tree: Tree, cue: Cue) -> Attribution | None:
    """ "The plan was rejected by the council", "the bill, opposed by the farmers,"."""
    verb = cue.word
    if verb.lemma in _SENSES:
        return None
    agent = tree.kid(verb, "agent") if verb.tag == "VBN" else None
    named = tree.kid(agent, "pobj") if agent is not None else None
    if agent is None or named is None or "thing" not in cue.frames:
        return None
    speaker = phrase(tree, named, verb)
    part = _subject(tree, verb, cue_words(tree, verb)[0])
    if part is None and verb.dep == "acl":
        part = _described(tree, verb)
    if part is None or speaker is None or tree[part[0]].low in _EMPTY | _RELATIVE:
        return None
    return Attribution(tree, verb, cue_words(tree, verb), [part], "thing", speaker)


def _described(tree: Tree, verb: Token) -> TokenRange | None:
    """The phrase that a participle describes."""
    head = tree.head(verb)
    if head is None or not head.is_noun or not head.left <= head.i < verb.left:
        return None
    last = verb.left - 1
    while last > head.i and tree[last].text in STOPS:
        last -= 1
    return head.left, last
