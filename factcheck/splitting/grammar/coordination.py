"""Repairs coordination with "and", "but" and "or": a verb continues the content, or the saying.

The parser attaches the second of two verbs to the verb of saying or to the content, often wrongly.
Tense, subject and the verb itself decide it better.
"""

from collections.abc import Iterator

from factcheck.splitting.grammar.parsing import Token, Tree, hang
from factcheck.splitting.grammar.subjects import own_subject, passive
from factcheck.splitting.grammar.tags import TENSED
from factcheck.splitting.lexicon.words import CLAUSE_VERBS, SPEECH, VERBS

_DASHES = frozenset({"—", "–", "--", "-"})
_JOINTS = frozenset({"and", "but", "or", "nor"})


def mend_coordination(tree: Tree) -> bool:
    """Apply every repair to a tree, and return whether anything moved."""
    moved = False
    for saying, clause in _reports(tree):
        moved = _that_too(tree, saying, clause) or moved
        moved = _new_speaker(tree, saying) or moved
        moved = _goes_on(tree, saying, clause) or moved
        moved = _would_too(tree, saying, clause) or moved
        moved = _second_clause(tree, saying, clause) or moved
    for token in tree:
        if token.is_verb and token.lemma in VERBS:
            moved = _pieces(tree, token) or moved
    return moved


def _reports(tree: Tree) -> Iterator[tuple[Token, Token]]:
    """Each verb of saying with the clause that follows it."""
    for token in tree:
        if token.is_verb and token.lemma in CLAUSE_VERBS:
            clause = next((k for k in tree.kids(token, "ccomp") if k.i > token.i), None)
            if clause is not None:
                yield token, clause


def _that_too(tree: Tree, saying: Token, clause: Token) -> bool:
    """ "said that it was late, and that it was cold": the second "that" clause is content too."""
    moved = False
    for i in range(clause.i + 1, len(tree) - 1):
        token = tree[i]
        if token.low != "that" or tree[i - 1].low not in _JOINTS:
            continue
        second = tree[token.head]
        if token.dep != "mark" and second.is_noun:
            second = tree[second.head]
        inside = any(above is clause for above in tree.above(second))
        if second.is_verb and second.i > i and not inside and _within(tree, second, saying):
            moved = hang(second, clause, "conj") or moved
    return moved


def _within(tree: Tree, verb: Token, saying: Token) -> bool:
    """Whether a verb depends on the verb of saying, or on a word above it."""
    return any(above is saying for above in tree.above(verb)) or any(
        above.i == verb.head for above in tree.above(saying)
    )


def _new_speaker(tree: Tree, saying: Token) -> bool:
    """ "One said it was late and another said it was early": the parser attaches "another" to the
    first content.
    """
    lost = own_subject(tree, saying) is None and not passive(tree, saying)
    named = _joined_before(tree, saying) if lost and saying.tag in TENSED | {"VBN"} else None
    if named is None:
        return False
    outer = next((t for t in tree.above(named) if t.is_verb and t.lemma in SPEECH), None)
    tree[named.left - 1].head = saying.i
    named.head, named.dep = saying.i, "nsubj"
    if outer is not None and outer is not saying:
        hang(saying, outer, "conj")
    return True


def _joined_before(tree: Tree, saying: Token) -> Token | None:
    """The second of two nouns, if it ends right before a verb without a subject."""
    first = saying.i
    while first and tree[first - 1].head == saying.i and tree[first - 1].dep in {"aux", "advmod"}:
        first -= 1
    named = tree.at(first - 1)
    while named is not None and named.dep in {"pobj", "prep"} and named.head < named.i:
        named = tree[named.head]
    if named is None or named.dep != "conj" or not named.is_noun or named.right != first - 1:
        return None
    joint = tree.at(named.left - 1)
    return named if joint is not None and joint.low in _JOINTS else None


def _goes_on(tree: Tree, saying: Token, clause: Token) -> bool:
    """ "says the dam is safe, but the river rises": a clause without another speaker continues the
    content.

    This does not apply if it shares the perfect tense of the saying: "has said no, but she has
    doubted since".
    """
    if saying.dep == "advcl" or any(
        kid.dep == "mark" or kid.tag == "WRB" for kid in tree.kids(saying)
    ):
        return False
    moved = False
    for second in tree.kids(saying, "conj"):
        if second.i < clause.i or not second.is_verb or own_subject(tree, second) is None:
            continue
        joint = next((k for k in tree.kids(saying, "cc") if clause.i < k.i < second.i), None)
        if joint is None or second.left - joint.i > 2 or tree[joint.i - 1].text in _DASHES:
            continue
        if (_perfect(tree, second) and _perfect(tree, saying)) or _says(tree, second):
            continue
        moved = hang(second, clause, "conj") or moved
    return moved


def _would_too(tree: Tree, saying: Token, clause: Token) -> bool:
    """ "said he was late but would come": "would" without a subject continues the content."""
    if tree.kid(saying, "aux") is not None:
        return False
    above = tree.head(saying)
    for second in [*tree.kids(saying, "conj"), *(tree.kids(above, "conj") if above else ())]:
        if second.i < clause.i or own_subject(tree, second) is not None:
            continue
        if any(kid.tag == "MD" for kid in tree.kids(second, "aux")):
            return hang(second, clause, "conj")
    return False


def _second_clause(tree: Tree, saying: Token, clause: Token) -> bool:
    """ "said the talks had failed, had cost too much": two contents of one verb are joined."""
    moved = False
    for second in tree.kids(saying, "ccomp"):
        if second.i > clause.right and second.is_verb and second.lemma not in SPEECH:
            moved = hang(second, clause, "conj") or moved
    return moved


def _pieces(tree: Tree, verb: Token) -> bool:
    """ "called for a strike, and then a vote", "not a failure, but a disaster": a phrase that is
    not a verb continues the content, not the verb.
    """
    moved = False
    for piece in tree.kids(verb, "conj"):
        bare = piece.tag == "VB" and verb.tag != "VB" and not tree.kids(piece, "aux", "nsubj")
        if piece.i < verb.i or (piece.is_verb and not bare):
            continue
        before = [
            kid
            for kid in tree.kids(verb, "ccomp", "xcomp", "dobj", "prep")
            if verb.i < kid.i and kid.right < piece.left
        ]
        if before and (not bare or before[-1].dep == "xcomp"):
            moved = hang(piece, before[-1], "conj") or moved
    return moved


def _perfect(tree: Tree, verb: Token) -> bool:
    return any(kid.low in {"has", "have", "’ve", "'ve"} for kid in tree.kids(verb, "aux"))


def _says(tree: Tree, verb: Token) -> bool:
    """Whether the verb reports too, or ends in a remark that does: "…, saying they were late"."""
    if verb.lemma in SPEECH:
        return True
    return any(kid.lemma in SPEECH and kid.tag == "VBG" for kid in tree.kids(verb, "advcl"))
