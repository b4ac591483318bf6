"""Content before or around its cue: "…, he said", "…, he said, …", "according to …"."""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.borders.openings import begin, joint
from factcheck.splitting.attribution.borders.resumption import behind
from factcheck.splitting.attribution.cues import Cue, cue_words
from factcheck.splitting.attribution.speakers import phrase, subject
from factcheck.splitting.grammar.marks import MARKS, OPENING, STOPS, opening_of, opens
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import ASIDE_VERBS, SPEECH

_BORDERS = frozenset({",", "—", "–", "--", "-", ";", "...", "…", "?", "!"}) | MARKS

_SOMEBODY_SAYS = frozenset({"reportedly", "allegedly", "purportedly"})
_AS_VERBS = frozenset({"put", "see", "note", "know", "show"})
_CIRCUMSTANCE = frozenset({"advcl", "prep", "npadvmod", "advmod", "mark", "nsubj", "nsubjpass"})
_LINKS = frozenset({"and", "but", "or", "so", "yet"})
TO_SOMEBODY = frozenset(
    "tell ask remind assure warn inform advise caution notify reassure message email text".split()
)


def from_aside(tree: Tree, cue: Cue) -> Attribution | None:
    """The content around a clause such as "he said"."""
    verb = cue.word
    if "aside" not in cue.frames:
        return None
    head = _speaker(tree, verb)
    if head is None:
        return None
    speaker = phrase(tree, head, verb)
    if speaker is None:
        return None
    first, last = _aside(tree, verb, speaker)
    if _governs_clause(tree, verb, first, last) or _has_object(tree, verb, head):
        return None
    parts = _around_aside(tree, verb, first, last)
    if not parts:
        return None
    return Attribution(tree, verb, cue_words(tree, verb), parts, "aside", speaker)


def _around_aside(tree: Tree, verb: Token, first: int, last: int) -> list[TokenRange]:
    """What is said before and after an aside; empty if the words before it are not said."""
    left = _before(tree, verb, first)
    if left is None:
        return []
    right, opening = behind(tree, verb, last), opening_of(tree, left[1])
    if opening is not None and opened_by_a_verb(tree, opening):
        return []
    if not _is_said(tree, verb, left, right) or opens_anew(tree, left, right):
        return []
    if right is None:
        # "But it is safe, he said", "Still, it is safe, he said": whole, with the linking word
        return [(0, left[1]) if left[0] in {1, begin(tree)} else left]
    link = left[0] == left[1] and tree[left[0]].low in _LINKS  # "Yet, he said, …"
    return [right] if link or left[1] < begin(tree) else [left, right]


def _has_object(tree: Tree, verb: Token, head: Token) -> bool:
    """Whether a thing follows the verb as its object, unless it is a verb of telling somebody."""
    if verb.lemma in TO_SOMEBODY or head.i > verb.i:
        return False
    thing = tree.kid(verb, "dobj")
    return thing is not None and tree[thing.left - 1].text not in MARKS  # a title is not


def _governs_clause(tree: Tree, verb: Token, first: int, last: int) -> bool:
    """Whether the content follows within the aside, and none stands before it."""
    return any(
        tree[i].dep == "mark"
        and tree[i].low in {"that", "if", "whether"}
        and tree[tree[i].head].head == verb.i
        for i in range(first, last + 1)
    )


def _is_said(tree: Tree, verb: Token, left: TokenRange, right: TokenRange | None) -> bool:
    """Whether the words before the aside are content, not the circumstances of saying it."""
    if tree[left[1]].text in MARKS or right is not None:
        return True
    if not any(tree[i].tag in FINITE for i in range(left[0], left[1] + 1)):
        return False
    if _clause_before(tree, verb) is not None:
        return True
    kids = [
        kid for kid in tree.kids(verb) if kid.left <= left[1] and kid.dep not in {"punct", "cc"}
    ]
    return not kids or any(kid.dep not in _CIRCUMSTANCE for kid in kids)


def opened_by_a_verb(tree: Tree, opening: int) -> bool:
    """Whether another verb introduces the quotation: 'When a boy cried, "Help!" she laughed'."""
    before = tree.at(opening - 2)
    if before is None or tree[opening - 1].text not in {",", ":"}:
        return False
    return before.tag in FINITE and before.lemma in ASIDE_VERBS


def opens_anew(tree: Tree, left: TokenRange, right: TokenRange | None) -> bool:
    """Whether only the quotation after the verb is said, and the words before it are not: 'Asked
    about her "tone," she said, "No."'
    """
    if right is None or tree[right[0]].text not in OPENING or tree[left[0]].text in OPENING:
        return False
    return tree[right[0] + 1].text[:1].isupper()


def ends_quoted(tree: Tree, one: Attribution) -> bool:
    """Whether the words before the aside are a quotation, or a clause of their own."""
    return tree[one.parts[0][1]].text in MARKS or _clause_before(tree, one.verb) is not None


def _clause_before(tree: Tree, verb: Token) -> Token | None:
    """The clause that stands before a verb and is governed by it."""
    clause = tree.kid(verb, "ccomp")
    return clause if clause is not None and clause.i < verb.i else None


def _speaker(tree: Tree, verb: Token) -> Token | None:
    """The subject, including one after the verb that the parser took for an object."""
    own = tree.kids(verb, "nsubj", "nsubjpass")
    if own:
        return next((kid for kid in reversed(own) if kid.i < verb.i), own[0])
    following = tree.at(verb.i + 1) if verb.tag != "VBG" else None
    behind = tree.kid(verb, "dobj", "attr", "oprd", "npadvmod")
    border = tree.at(verb.i - 1)
    if behind is not None and border is not None and border.text in _BORDERS and following:
        return behind if behind.left == verb.i + 1 else None
    if _clause_before(tree, verb) is not None and border is not None and border.is_noun:
        return _behind_comma(tree, verb)
    if (
        border is not None
        and border.text in MARKS
        and following is not None
        and following.text[:1].isupper()
        and following.tag != "PRP"
    ):
        return _named(tree, verb)
    if verb.dep in {"conj", "advcl"}:
        return subject(tree, verb) if border is not None and border.text in MARKS else None
    return None


def _behind_comma(tree: Tree, verb: Token) -> Token | None:
    """The phrase between a comma and a verb that the parser attached to the clause before."""
    start = verb.i
    while start > 0 and tree[start - 1].text not in STOPS | MARKS:
        start -= 1
    if start == 0:
        return None
    return next((tree[i] for i in range(start, verb.i) if tree[i].head < start), None)


def _named(tree: Tree, verb: Token) -> Token:
    """The last capitalised word after the verb, for a name that the parser missed."""
    last = tree[verb.i + 1]
    while last.i + 1 < len(tree) and tree[last.i + 1].text[:1].isupper():
        last = tree[last.i + 1]
    return last


def _aside(tree: Tree, verb: Token, speaker: TokenRange) -> TokenRange:
    """The clause that attributes, from its first to its last word."""
    first = min(cue_words(tree, verb)[0], speaker[0])
    last = max(verb.i, speaker[1])
    while last + 1 < len(tree) and tree[last + 1].text not in STOPS | MARKS:
        last += 1
    return first, last


def _before(tree: Tree, verb: Token, first: int) -> TokenRange | None:
    """What is said before the aside."""
    border = first - 1
    if border < 1 or tree[border].text not in _BORDERS or tree[border].tag == "``":
        return None
    first = _begin(tree, verb, border)
    if border < first == begin(tree):
        first = 0  # "Still, he said, …": only a linking word stands before
    while border >= first and tree[border].text in {",", "—", "–", "--", "-"}:
        border -= 1
    if border == 0 < first:
        return 0, 0  # "But, he said, it is late"
    return (first, border) if first <= border else None


def _begin(tree: Tree, verb: Token, border: int) -> int:
    """The first token of the content before an aside: the sentence's first, or after a clause."""
    clause = _clause_before(tree, verb)
    if clause is not None and clause.left:
        for i in (clause.left, clause.left - 1):  # "…; the bridge is safe, he said"
            if tree[i].text in {"—", "–", "--", ";"}:
                return i + 1
    if verb.dep in {"conj", "relcl", "acl", "pcomp"}:
        if clause is not None:
            return clause.left
        above = tree.head(verb)
        return above.i + 1 if above is not None and above.i < border else border + 1
    return begin(tree)


def from_as(tree: Tree, cue: Cue) -> Attribution | None:
    """ "As the paper notes, …", "…, as the paper put it"."""
    verb = cue.word
    opening = _as_word(tree, verb)
    if opening is None or cue.word.lemma not in SPEECH | _AS_VERBS or tree.kid(verb, "xcomp"):
        return None
    head = subject(tree, verb)
    speaker = phrase(tree, head, verb) if head is not None else None
    if speaker is None or speaker[0] < opening.i or tree.kid(verb, "ccomp") is not None:
        return None
    last = max(verb.i, speaker[1])
    while last + 1 < len(tree) and tree[last + 1].text not in STOPS | MARKS:
        last += 1
    parts = [part for part in _around(tree, opening.i, last) if part[1] - part[0] > 1]
    if not parts:
        return None
    return Attribution(tree, verb, cue_words(tree, verb), parts, "as said", speaker)


def _as_word(tree: Tree, verb: Token) -> Token | None:
    """The "as" that opens a verb's clause, after a border."""
    for kid in tree.kids(verb, "mark", "advmod", "prep"):
        if kid.low == "as" and kid.i < verb.i:
            before = tree.at(kid.i - 1)
            if before is None or before.text in _BORDERS or before.low in {"but", "and"}:
                return kid
    return None


def reportedly(tree: Tree) -> Iterator[Attribution]:
    """ "was reportedly sold": the text does not name who says so."""
    for token in () if tree.words.isdisjoint(_SOMEBODY_SAYS) else tree:
        above = tree.head(token)
        if token.low not in _SOMEBODY_SAYS or above is None or not above.is_verb:
            continue
        if above.lemma in SPEECH and _opens_behind(tree, above):
            continue  # "reportedly said, …": the verb says whose words they are
        if above.lemma in SPEECH and tree.kid(above, "ccomp") is not None:
            continue  # "reportedly said that": the verb of saying attributes
        parts = []
        if above.left < token.i:
            parts.append((above.left, token.i - 1))
        if token.i < above.right:
            parts.append((token.i + 1, above.right))
        if parts:
            yield Attribution(tree, token, (token.i, token.i), parts, "reportedly")


def _opens_behind(tree: Tree, verb: Token) -> bool:
    """Whether a quotation opens right after a verb, with or without a comma or a colon between."""
    places = [i for i in (verb.i + 1, verb.i + 2) if i + 1 < len(tree)]
    return any(opens(tree, i) for i in places)


def according(tree: Tree) -> Iterator[Attribution]:
    """ "…, according to the source", anywhere in the sentence."""
    for token in tree if "according" in tree.words else ():
        following = tree.at(token.i + 1)
        if token.low != "according" or following is None or following.low != "to":
            continue
        named = tree.kid(following, "pobj", "pcomp") or tree.kid(token, "pobj")
        if named is None:
            continue
        speaker = phrase(tree, named, following)
        if speaker is None:
            continue
        parts = list(_around(tree, token.i, speaker[1]))
        if parts:
            cue = (token.i, following.i)
            yield Attribution(tree, token, cue, parts, "according", speaker)


def _around(tree: Tree, first: int, last: int) -> Iterator[TokenRange]:
    """The parts of the sentence before and after these words."""
    end = first - 1
    while end >= 0 and tree[end].text in STOPS:
        end -= 1
    if end >= begin(tree):
        yield _behind_colon(tree, joint(tree), end), end
    start = last + 1
    if start + 1 < len(tree) and tree[start + 1].low in {"quoting", "citing"}:
        comma = next((i for i in range(start + 1, len(tree)) if tree[i].text == ","), start - 1)
        start = comma + 1  # "According to the Echo, citing the port, …"
    if start < len(tree):
        yield start, len(tree) - 1


def _behind_colon(tree: Tree, first: int, end: int) -> int:
    """ "The toll works: So far it paid for two bridges, according to Lie": only this part."""
    for i in range(first + 3, end - 2):
        if tree[i].text in MARKS:
            return first
        if tree[i].text == ":" and tree[i + 1].text[:1].isupper():
            sides = (range(first, i), range(i + 1, end + 1))
            whole = all(any(tree[n].tag in FINITE for n in side) for side in sides)
            return i + 1 if whole else first
    return first
