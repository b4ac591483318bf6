"""Whom a mention means: "the source", "he" and "Kamikawa" are a speaker introduced before.

A shared last name alone never merges two people: if the text gives it with two first names, or with
none, every mention keeps its own words.
"""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass, field

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.lexicon.names import DOCUMENTS, HE, ORGANISATIONS, SHE, TITLES

PRONOUNS = frozenset("he she they it his her their its who which that".split())
_PLURAL = frozenset("they their".split())


@dataclass(slots=True)
class Entity:
    """One speaker of the text, with all names that the text uses."""

    name: str
    kind: str
    heads: set[str] = field(default_factory=set)
    gender: str = ""
    plural: bool = False


class Speakers:
    """The speakers of one text, found in the order of the text."""

    def __init__(self, trees: Iterable[Tree | None]) -> None:
        self._full = _full_names(trees)
        self._named: dict[str, Entity] = {}
        self._common: dict[str, list[Entity]] = defaultdict(list)
        self._last: Entity | None = None
        self._by_name: dict[str, Entity] = {}

    def meet(self, one: Attribution) -> Entity | None:
        """The entity that an attribution's speaker means."""
        if one.speaker is None:
            return None
        tree = one.tree
        head = _head(tree, one.speaker)
        found = self._find(tree, one.speaker, head)
        self._by_name[found.name] = found
        found.gender = found.gender or _gender(tree, one.speaker)
        if head.low not in PRONOUNS or found is not self._last:
            self._last = found
        return found

    def turn_to(self, name: str) -> None:
        """Make a speaker met before the one that the next pronoun means."""
        known = self._by_name.get(name)
        if known is not None:
            self._last = known

    def _find(self, tree: Tree, phrase: TokenRange, head: Token) -> Entity:
        if phrase[0] == phrase[1] and head.low in PRONOUNS:
            return self._pronoun(tree, head)
        proper = _proper(tree, phrase, head)
        if not proper and phrase[0] == phrase[1] and head.text in self._full:
            proper = head.text  # a name that the parser took for a common noun
        if proper:
            return self._proper(proper, tree, phrase, head)
        of = _of_name(tree, phrase, head)
        return self._proper(of, tree, phrase, head) if of else self._noun(tree, phrase, head)

    def _pronoun(self, tree: Tree, head: Token) -> Entity:
        """ "he" is the speaker met last, unless a title rules it out; "who" is the noun before."""
        if head.tag in {"WP", "WDT"}:
            above = next((t for t in tree.above(head) if t.is_noun and t.i < head.i), None)
            if above is not None:
                return self._find(
                    tree, (above.left, head.i - 1 if above.i < head.i else above.i), above
                )
        last = self._last
        if last is not None and _fits(head.low, last):
            if head.low in HE:
                last.gender = last.gender or "he"
            elif head.low in SHE:
                last.gender = last.gender or "she"
            return last
        return Entity(head.text, "unnamed")

    def _proper(self, name: str, tree: Tree, phrase: TokenRange, head: Token) -> Entity:
        words = name.split()
        full = name
        if len(words) == 1:
            known = self._full.get(name, set())
            full = next(iter(known)) if len(known) == 1 else name
        found = self._named.get(full)
        if found is None:
            found = Entity(full, _kind(tree, phrase, head, full))
            self._named[full] = found
        for i in range(phrase[0], phrase[1] + 1):
            if tree[i].tag in {"NN", "NNS"} and i <= head.right:
                found.heads.add(tree[i].low)
        return found

    def _noun(self, tree: Tree, phrase: TokenRange, head: Token) -> Entity:
        """ "the source" is the only source met before; "a source" is a new one."""
        words = _words(tree, (phrase[0], _short(tree, phrase, head)))
        if tree[phrase[0]].tag == "DT":
            words = words[:1].lower() + words[1:]
        article = tree[phrase[0]].low
        before = self._common.get(head.low, [])
        if article in {"the", "this", "that", "these", "those"} and before:
            last = before[-1]
            if len(before) == 1 or last is self._last:
                return last
        if article not in {"a", "an", "another", "one"}:
            same = next((e for e in before if e.name.lower() == words.lower()), None)
            if same is not None:
                return same
        if article == "the" and self._last is not None and head.low in self._last.heads:
            return self._last
        found = Entity(words, _kind(tree, phrase, head, ""), plural=head.tag == "NNS")
        self._common[head.low].append(found)
        return found


def _head(tree: Tree, phrase: TokenRange) -> Token:
    """The word that governs the others of a phrase."""
    first, last = phrase
    tops = [
        tree[i]
        for i in range(first, last + 1)
        if tree[i].is_noun and (not first <= tree[i].head <= last or tree[i].head == i)
    ]
    if tops:  # a compound that the parser split has two heads: take the name
        return next((top for top in tops if top.tag in {"NNP", "NNPS"}), tops[0])
    return next((tree[i] for i in range(last, first - 1, -1) if tree[i].is_noun), tree[last])


def _proper(tree: Tree, phrase: TokenRange, head: Token) -> str:
    """The proper name at the head of a phrase, without titles; empty if there is none."""
    if head.tag not in {"NNP", "NNPS"}:
        return _apposed(tree, phrase, head)
    first = head.i
    while first > phrase[0] and tree[first - 1].tag in {"NNP", "NNPS"}:
        first -= 1
    titles = [i for i in range(first, head.i) if tree[i].low in TITLES]
    first = titles[-1] + 1 if titles else first
    named_of = first == head.i or head.low in ORGANISATIONS  # "Bank of Oslo", but "Ann Lie of Oslo"
    if named_of and _goes_on_with_of(tree, head):
        return ""
    if head.low in ORGANISATIONS and first > phrase[0] and tree[first - 1].tag == "POS":
        first = tree[head.left].i if tree[head.left].tag in {"NNP", "NNPS"} else head.left + 1
    last = head.i
    while last < phrase[1] and tree[last + 1].tag == "NNP" and tree[last + 1].head == head.i:
        last += 1
    return _words(tree, (first, last))


def _goes_on_with_of(tree: Tree, head: Token) -> bool:
    return head.low not in TITLES and any(kid.low == "of" for kid in tree.kids(head, "prep"))


def _of_name(tree: Tree, phrase: TokenRange, head: Token) -> str:
    """ "the Group of Seven foreign ministers", "University of Oslo": a name with "of"."""
    if head.tag not in {"NNP", "NNPS"} or head.low in TITLES:
        return ""
    prep = next((kid for kid in tree.kids(head, "prep") if kid.low == "of"), None)
    if prep is None:
        return ""
    first = head.left if tree[head.left].low not in {"the", "a", "an"} else head.left + 1
    return _words(tree, (first, min(prep.right, phrase[1])))


def _apposed(tree: Tree, phrase: TokenRange, head: Token) -> str:
    """ "a spokesman for X, John Smith": the name in apposition to a common noun."""
    for kid in tree.kids(head, "appos"):
        if kid.tag == "NNP" and kid.i <= phrase[1] and kid.i > head.i:
            return _proper(tree, (kid.left, kid.i), kid)
    return ""


def _words(tree: Tree, stretch: TokenRange) -> str:
    """The words of a range as a name, never empty."""
    found = ""
    for i in range(stretch[0], stretch[1] + 1):
        gap = " " if found and tree[i].start > tree[i - 1].end else ""
        found += gap + tree[i].text
    return re.sub(r"(?<=.)['’]s$", "", found)


def _short(tree: Tree, phrase: TokenRange, head: Token) -> int:
    """The last token of a phrase without its remarks and relative clauses."""
    last = phrase[1]
    for kid in tree.kids(head, "relcl", "appos", "acl", "punct"):
        if head.i < kid.left <= last:
            last = kid.left - 1
    while last > head.i and tree[last].text in {",", "(", "—", "-"}:
        last -= 1
    return last


def _kind(tree: Tree, phrase: TokenRange, head: Token, name: str) -> str:
    """person, organisation, document or unnamed."""
    words = {tree[i].low for i in range(phrase[0], head.i + 1)}
    if head.low in DOCUMENTS:
        return "document"
    if head.low in ORGANISATIONS or words & {"inc", "inc.", "corp", "corp.", "ltd"}:
        return "organisation"
    if not name:
        return "unnamed"
    if name.isupper() or tree[phrase[0]].low == "the" or " of " in f" {name} ":
        return "organisation" if not words & HE | words & SHE else "person"
    return "person"


def _gender(tree: Tree, phrase: TokenRange) -> str:
    words = {tree[i].low for i in range(phrase[0], min(phrase[1], phrase[0] + 6) + 1)}
    if words & (HE - {"he", "his"}):
        return "he"
    return "she" if words & (SHE - {"she", "her"}) else ""


def _fits(pronoun: str, entity: Entity) -> bool:
    """Whether a pronoun may mean this speaker."""
    if pronoun in HE | SHE:
        wanted = "he" if pronoun in HE else "she"
        return (
            not entity.plural
            and entity.kind in {"person", "unnamed"}
            and entity.gender in {"", wanted}
        )
    if pronoun in _PLURAL:
        return entity.plural or entity.kind == "organisation"
    return entity.kind in {"organisation", "document"}


def _full_names(trees: Iterable[Tree | None]) -> dict[str, set[str]]:
    """For each last name, the full names in which the text uses it."""
    found: dict[str, set[str]] = defaultdict(set)
    for tree in trees:
        if tree is None:
            continue
        run: list[Token] = []
        for token in [*tree, None]:
            if token is not None and token.tag == "NNP":
                run.append(token)
                continue
            while run and run[0].low in TITLES:
                run.pop(0)
            if run and run[-1].dep == "compound" and run[-1].head > run[-1].i:
                run = []  # "an Oslo Times reader": no full name of Times
            if 1 < len(run) < 5 and run[-1].text[:1].isupper():
                found[run[-1].text].add(_words(tree, (run[0].i, run[-1].i)))
            run = []
    return found
