"""A thing as content: "denied the charge", and how far it extends."""

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.grammar.marks import STOPS
from factcheck.splitting.grammar.occasions import is_occasion
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.lexicon.words import NOUNS, SPEECH

# "cited China as a suspect", "offered a bonus to teachers"; other prepositions may give the
# occasion
_WITH_IT = frozenset({"as", "for", "to", "about", "by", "over"})
_MATTERS = frozenset("in of from at between against among with on".split())
_TIMES = frozenset("year years decade decades month months week weeks day days hour hours".split())


def from_thing(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "denied the charge"."""
    thing = tree.kid(verb, "dobj")
    if "thing" not in frames or thing is None or thing.i < verb.i or not _worthwhile(tree, thing):
        return None
    stops = [i for i in range(verb.i + 1, thing.left) if tree[i].text in STOPS]
    if stops and stops != [verb.i + 1, thing.left - 1]:
        return None  # but "described, in plain words, a trap"
    last = _end_of_thing(tree, verb, without_gloss(tree, thing))
    part = (thing.left, _with_those(tree, verb, last))
    return Attribution(tree, verb, cue_words(tree, verb), [part], "thing")


def _end_of_thing(tree: Tree, verb: Token, last: int) -> int:
    """The last token of a thing and its complement: "a series of steps to tighten"."""
    for clause in tree.kids(verb, "xcomp", "advcl", "relcl"):
        if clause.left == last + 1 and tree[clause.left].low == "to":
            last = clause.right
    for prep in tree.kids(verb, "prep"):
        if prep.i != last + 1 or tree[prep.right].lemma in _TIMES:
            continue
        if prep.low in _WITH_IT or (tree[last].tag in {"NN", "NNS"} and _belongs(tree, prep)):
            last = prep.right
    return last


def _belongs(tree: Tree, prep: Token) -> bool:
    """ "denied any role in the attack": a place or a topic, but not the occasion."""
    if prep.low not in _MATTERS or tree.kid(prep, "pobj") is None:
        return False
    return not is_occasion(tree, prep)


def _with_those(tree: Tree, verb: Token, last: int) -> int:
    """ "cited a draft, with the ministers criticising Iran": the content of the thing continues."""
    if verb.lemma not in SPEECH:
        return last
    for prep in tree.kids(verb, "prep"):
        inside = tree.kid(prep, "pcomp")
        if prep.low == "with" and prep.i == last + 2 and inside is not None and inside.tag == "VBG":
            return prep.right
    return last


def without_gloss(tree: Tree, thing: Token) -> int:
    """The end of a phrase without the remark behind it: "the plan, which has failed before"."""
    for kid in tree.kids(thing, "relcl", "appos", "acl"):
        if kid.left > thing.i and tree[kid.left - 1].text in {",", "—", "–", "-"}:
            return kid.left - 2
    return thing.right


def _worthwhile(tree: Tree, thing: Token) -> bool:
    """Whether the thing is more than a bare pronoun, which says nothing to check."""
    if thing.right > thing.left:
        return True
    return thing.tag not in {"PRP", "WP", "WDT"} and thing.lemma not in NOUNS
