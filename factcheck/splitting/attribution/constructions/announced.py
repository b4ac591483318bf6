"""A quotation that closes its sentence without a verb of saying: 'Her letter makes a case: "…"'.

After a colon any clause introduces the quotation. After a comma the quotation must be a whole
sentence.
"""

from collections.abc import Iterator, Sequence

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.attribution.speakers import phrase, subject
from factcheck.splitting.grammar.lemmas import lemma
from factcheck.splitting.grammar.marks import OPENING, closing, opens
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import FINITE, TENSED
from factcheck.splitting.lexicon.words import ASIDE_VERBS

SHORTEST = 3  # words before the quotation
SENTENCE = 4  # fewest words of a quotation that count as a sentence
_WORDS = frozenset(
    """
    chant cry shout slogan motto dictum mantra refrain maxim catchphrase headline banner placard
    hashtag caption war-cry exclamation call
    """.split()
)


def announced(tree: Tree, found: Sequence[Attribution]) -> Iterator[Attribution]:
    """The quotations that no verb of saying opens, unless an attribution already covers them."""
    if tree.words.isdisjoint(OPENING):
        return
    yield from _worded(tree)
    opening = _last(tree)
    if opening is None:
        return
    inverted = _continued(tree, opening)
    if inverted is not None:
        yield inverted
        return
    part = (opening, len(tree) - 1)
    if opening <= SHORTEST or any(_shares(one, part) for one in found if one.verb.i < opening):
        return
    verb = _announcing(tree, opening)
    if verb is None:
        return
    head = subject(tree, verb)
    speaker = phrase(tree, head, verb) if head is not None and head.i < opening else None
    if speaker is not None:
        yield Attribution(tree, verb, cue_words(tree, verb), [part], "quotation", speaker)


def _last(tree: Tree) -> int | None:
    """The mark that opens the final quotation, after a colon or a comma."""
    for i in range(2, len(tree) - 2):
        if not opens(tree, i) or tree[i - 1].text not in {":", ","}:
            continue
        close = closing(tree, i)
        if close is None or close >= len(tree) - 2:
            return i if tree[i + 1].text[:1].isupper() else None
    return None


def _announcing(tree: Tree, opening: int) -> Token | None:
    """The verb of the clause before the quotation."""
    if tree[opening - 1].text == ",":
        inside = tree.tokens[opening + 1 :]
        if len(inside) <= SENTENCE or not any(token.tag in FINITE for token in inside):
            return None
    verbs = [token for token in tree.tokens[:opening] if token.tag in TENSED]
    top = [token for token in verbs if token.dep in {"ROOT", "ccomp"}]
    return next(iter([*top, *verbs]), None)


def _continued(tree: Tree, opening: int) -> Attribution | None:
    """'Continued Smith: "…"': only a verb and a name before the quotation."""
    base = lemma(tree[0].low, "VBD")
    named = range(1, opening - 1)
    if base not in ASIDE_VERBS or not named or len(named) > SHORTEST:
        return None
    if not tree[0].low.endswith(("ed", "d")) or any(tree[i].tag[:2] != "NN" for i in named):
        return None
    parts = [(opening, len(tree) - 1)]
    return Attribution(tree, tree[0], (0, 0), parts, "quotation", (1, opening - 2))


def _worded(tree: Tree) -> Iterator[Attribution]:
    """'chants of "Go home"', 'a hat reading, "…"', 'his motto is "…"'."""
    for i in range(2, len(tree) - 2):
        close = closing(tree, i) if opens(tree, i) else None
        if close is None:
            continue
        before = tree[i - 1] if tree[i - 1].text not in {",", ":"} else tree[i - 2]
        noun, speaker = _written(tree, before) or _called_out(tree, before)
        if noun is not None and speaker is not None:
            yield Attribution(tree, noun, (noun.i, before.i), [(i, close)], "quotation", speaker)


def _written(tree: Tree, before: Token) -> tuple[Token, TokenRange] | None:
    """The thing that bears the words ("a hat reading …"), if "reading" was parsed as a noun."""
    if before.low != "reading" or before.tag != "NN" or before.i < 1:
        return None
    first = before.i - 1
    while first > 0 and tree[first].tag[:2] in {"NN", "JJ"}:
        first -= 1
    return (before, (first, before.i - 1)) if tree[before.i - 1].is_noun else None


def _called_out(tree: Tree, before: Token) -> tuple[Token | None, TokenRange | None]:
    """Whose words they are, from a noun for words such as "chant" or "motto"."""
    noun = tree.kid(before, "nsubj") if before.lemma == "be" else tree.head(before)
    if noun is None or noun.i > before.i or (before.lemma != "be" and before.low != "of"):
        return None, None
    if noun.low.removesuffix("s") not in _WORDS:
        return None, None
    above = tree.head(noun)
    whose = tree.kid(noun, "poss")
    if whose is None and above is not None and before.low == "of":
        verb = above if above.is_verb else next((v for v in tree.above(noun) if v.is_verb), None)
        whose = subject(tree, verb) if verb is not None else None
    return noun, phrase(tree, whose, noun) if whose is not None else None


def _shares(one: Attribution, part: TokenRange) -> bool:
    return any(a <= part[1] and part[0] <= b for a, b in one.parts)
