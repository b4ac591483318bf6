"""All attributions that the grammar of one sentence shows, construction by construction."""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.constructions.announced import announced
from factcheck.splitting.attribution.constructions.asides import (
    according,
    ends_quoted,
    from_as,
    from_aside,
    reportedly,
)
from factcheck.splitting.attribution.constructions.commas import from_commas
from factcheck.splitting.attribution.constructions.content import from_verb
from factcheck.splitting.attribution.constructions.headlines import from_colon
from factcheck.splitting.attribution.constructions.nouns import from_adjective, from_noun
from factcheck.splitting.attribution.constructions.raised import by_somebody, with_subject
from factcheck.splitting.attribution.constructions.relatives import from_relative
from factcheck.splitting.attribution.constructions.surface import from_quotations
from factcheck.splitting.attribution.cues import Cue, cues
from factcheck.splitting.attribution.doubts import doubtful
from factcheck.splitting.grammar.marks import OPENING
from factcheck.splitting.grammar.parsing import Tree


def in_sentence(tree: Tree) -> Iterator[Attribution]:
    """All attributions of a sentence, in no order; contents may contain one another."""
    found = list(_by_words(tree))
    yield from found
    yield from announced(tree, found)


def _by_words(tree: Tree) -> Iterator[Attribution]:
    """The attributions by words of saying, thinking or feeling, or by a name before a colon."""
    ordered = list(from_quotations(tree)) or list(from_commas(tree))
    yield from ordered
    done = {one.verb.i for one in ordered}
    for cue in cues(tree):
        if cue.word.i in done:
            continue
        one = _BUILD[cue.kind](tree, cue)
        if one is not None and not doubtful(tree, one):
            yield with_subject(tree, one)
    yield from according(tree)
    yield from reportedly(tree)
    named = from_colon(tree)
    if named is not None:
        yield named


def _verb(tree: Tree, cue: Cue) -> Attribution | None:
    """What a verb attributes: before, around or after it."""
    said = from_as(tree, cue) or from_relative(tree, cue)
    if said is not None:
        return said
    one, aside = from_verb(tree, cue), from_aside(tree, cue)
    if one is None or aside is None:
        return one or aside or by_somebody(tree, cue)
    if one.how == "clause" and one.parts[0][0] > one.verb.i and not _parted(tree, one):
        return one
    if one.how in {"thing", "preposition"} or ends_quoted(tree, aside):
        return aside
    if len(aside.parts) > 1 and _goes_on(tree, aside.parts[1][0]):
        return aside
    return one


def _goes_on(tree: Tree, start: int) -> bool:
    """Whether the words after an aside continue a sentence: a quotation in small letters does."""
    if tree[start].text not in OPENING:
        return True
    following = tree.at(start + 1)
    return following is not None and following.text[:1].islower()


def _parted(tree: Tree, one: Attribution) -> bool:
    """Whether a comma stands between a verb and the clause after it."""
    return any(tree[i].text == "," for i in range(one.verb.i + 1, one.parts[0][0]))


_BUILD = {"verb": _verb, "noun": from_noun, "adjective": from_adjective}
