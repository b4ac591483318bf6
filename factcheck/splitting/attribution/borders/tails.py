"""Where the speaker's words end and the reporter's begin: ", which …", ", echoing …", ", while …".

A remark after a comma may belong to either. In newspapers these kinds are usually the reporter's
when they close the sentence.
"""

from factcheck.splitting.attribution.attributions import TokenRange
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.subjects import own_subject
from factcheck.splitting.lexicon.words import ASIDE_VERBS

ATTRIBUTED = frozenset({"attributed"})  # a remark of this kind always belongs to somebody else
SHORTEST = 3  # words of content that must be left
_CONTRAST = frozenset("while whereas despite".split())
_MEASURE = frozenset("double half up down well about compared nearly roughly almost".split())
_MARKS = frozenset({'"', "“", "”", "''", "``"})


def without_tail(tree: Tree, part: TokenRange, *, kinds: frozenset[str]) -> TokenRange:
    """The range without its final remark, if that is one of these kinds."""
    first, last = part
    open_marks = 0
    for i in range(first, last):
        token = tree[i]
        if token.text in _MARKS:
            open_marks += 1
        if i < first + SHORTEST or open_marks % 2:
            continue
        if token.text in {",", "("} and _tail(tree, token, last) & (kinds | ATTRIBUTED):
            return first, i - 1
    return part


def _tail(tree: Tree, comma: Token, last: int) -> frozenset[str]:
    """The kinds of the remark that opens after a comma and runs to the end."""
    opening = tree[comma.i + 1]
    if comma.text == "(":
        return frozenset({"brackets"}) if tree[last].text == ")" else frozenset()
    head = _head(tree, opening, comma.i)
    if head is None or head.right < last - 1:
        return frozenset()
    if _attributed(tree, opening, head):
        return ATTRIBUTED
    if any(tree[i].text in _MARKS for i in range(comma.i, last + 1)):
        return frozenset()  # a remark with a quotation in it is the speaker's
    return _kind(opening, head)


def _attributed(tree: Tree, opening: Token, head: Token) -> bool:
    """Whether the remark is attributed too: ", which he said was late", ", as he put it"."""
    if opening.low == "according":
        return True
    if opening.low not in {"which", "who", "as"} or head.lemma not in ASIDE_VERBS:
        return False
    named = own_subject(tree, head)
    return named is not None and named.i > opening.i


def _kind(opening: Token, head: Token) -> frozenset[str]:
    if opening.low in {"which", "who", "whose", "whom"} or head.dep == "relcl":
        return frozenset({"relative"})
    if opening.low in _CONTRAST or (opening.low == "even" and head.dep == "advcl"):
        return frozenset({"contrast"})
    if head.tag == "VBG" and head.dep in {"advcl", "acl"}:
        return frozenset({"participle"})
    if opening.low in _MEASURE:
        return frozenset({"measure"})
    if head.dep == "appos":
        return frozenset({"apposition"})
    if head.dep == "advcl":
        return frozenset({"adverbial"})
    if head.dep == "prep":
        return frozenset({"preposition"})
    return frozenset()


def _head(tree: Tree, opening: Token, comma: int) -> Token | None:
    """The highest word in the tree that starts after the comma."""
    head = opening
    for above in tree.above(opening):
        if above.left <= comma:
            break
        head = above
    return head
