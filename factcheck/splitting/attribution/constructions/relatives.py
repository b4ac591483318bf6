"""Content that opens with a relative pronoun before the cue: "which she said was a mistake".

The pronoun refers to the topic, and the rest of the content follows the cue. The parser knows the
pattern but attaches the pronoun to either verb.
"""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.constructions.content import from_verb, reach
from factcheck.splitting.attribution.cues import Cue, cue_words
from factcheck.splitting.attribution.speakers import phrase
from factcheck.splitting.grammar.marks import MARKS, STOPS
from factcheck.splitting.grammar.parsing import Token, Tree

_PRONOUNS = frozenset("which who whom that what".split())
_GOES_ON = frozenset({"VBD", "VBZ", "VBP", "MD", "VB"})
_FOUND = frozenset({"clause", "quotation", "as"})


def from_relative(tree: Tree, cue: Cue) -> Attribution | None:
    """The pronoun and the words after the cue, where a speaker stands between them."""
    verb = cue.word
    # the nearest, since the parser gives the verb both: "which they argue spur growth"
    before = [kid for kid in tree.kids(verb, "nsubj") if kid.i < verb.i]
    if not before:
        return None
    named = before[-1]
    pronoun = tree.at(named.left - 1)
    if pronoun is None or not _stands_for_something(tree, pronoun):
        return None
    speaker = phrase(tree, named, verb)
    part = _predicate(tree, cue)
    if part is None and pronoun.low != "what":
        part = _described(tree, cue) or _whole(tree, cue)
    if part is None or speaker is None:
        return None
    parts: list[TokenRange] = [(pronoun.i, pronoun.i), part]
    return Attribution(tree, verb, cue_words(tree, verb), parts, "relative", speaker)


def _stands_for_something(tree: Tree, pronoun: Token) -> bool:
    """Whether "that" is a pronoun, as after a noun, rather than a conjunction, as after a verb."""
    if pronoun.low not in _PRONOUNS:
        return False
    before = tree.at(pronoun.i - 1)
    if pronoun.low == "that":
        return before is not None and before.is_noun and _relative(tree, pronoun)
    return pronoun.low == "what" or before is None or before.tag != "IN"


def _relative(tree: Tree, pronoun: Token) -> bool:
    """Whether the clause is a relative one; "a race that he said broke him" contains another."""
    verb = tree[pronoun.head]
    inner = verb.dep == "ccomp" and pronoun.dep != "mark"
    return (tree[verb.head] if inner else verb).dep in {"acl", "relcl"}


def _predicate(tree: Tree, cue: Cue) -> TokenRange | None:
    """ "which she said was a mistake", "which they argue spurs growth"."""
    verb = cue.word
    following = tree.at(verb.i + 1)
    if "clause" not in cue.frames or following is None or following.tag not in _GOES_ON:
        return None
    clause = next((kid for kid in tree.kids(verb) if kid.i > verb.i and kid.is_verb), None)
    end = clause.right if clause is not None else verb.i
    while end > verb.i and tree[end].text in STOPS:
        end -= 1
    return (following.i, reach(tree, verb, end)) if end > verb.i else None


def _described(tree: Tree, cue: Cue) -> TokenRange | None:
    """ "which he described as a mistake"."""
    verb = cue.word
    for prep in tree.kids(verb, "prep") if "description" in cue.frames else ():
        if prep.low == "as" and prep.i == verb.i + 1 and prep.right > prep.i:
            return prep.i, prep.right
    return None


def _whole(tree: Tree, cue: Cue) -> TokenRange | None:
    """ "that investigators said they found on her desk", "what he calls a mistake"."""
    for clause in tree.kids(cue.word, "ccomp") if "clause" in cue.frames else ():
        if (
            clause.left < cue.word.i < clause.i - 1
        ):  # the pronoun belongs to the clause: "they found"
            return cue.word.i + 1, clause.right
    found = from_verb(tree, cue)
    if found is None or found.how not in _FOUND or len(found.parts) > 1:
        return None
    first, _ = found.parts[0]
    near = first == cue.word.i + 1 or tree[first - 1].text in MARKS
    return found.parts[0] if near and tree[first].dep != "mark" else None
