"""A quotation that opens after a verb: 'said: "…"', 'told them, "…"', 'said, smiling, "…"'."""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.grammar.marks import CLOSING, MARKS, OPENING, STOPS, opens
from factcheck.splitting.grammar.parsing import Token, Tree


def from_quotation(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """'said: "…"', 'told them, "…"': the quotation that opens after the verb."""
    if "aside" not in frames:
        return None
    for i in range(verb.i + 1, min(verb.i + 14, len(tree) - 1)):
        token = tree[i]
        if token.text in OPENING and i == verb.i + 1:
            return _opened(tree, verb, (i, close_of(tree, i)))
        if token.text in {",", ":"} and opens(tree, i + 1):
            return _opened(tree, verb, (i + 1, close_of(tree, i + 1)))
        if token.text == ":":
            return _opened(tree, verb, (i + 1, len(tree) - 1), "colon")
        if token.text == "," and i == verb.i + 1:
            return _behind_remark(tree, verb)
        if token.text in STOPS or (token.is_verb and token.dep not in {"acl", "relcl", "pcomp"}):
            return None
    return None


def _behind_remark(tree: Tree, verb: Token) -> Attribution | None:
    """'said, smiling at us, "…"': the quotation after a remark on how it was said."""
    for i in range(verb.i + 2, min(verb.i + 16, len(tree) - 2)):
        if tree[i].text in MARKS or tree[i].tag in {"VBD", "VBZ", "VBP", "MD"}:
            return None
        if tree[i].text == "," and opens(tree, i + 1):
            return _opened(tree, verb, (i + 1, close_of(tree, i + 1)))
    return None


def close_of(tree: Tree, opening: int) -> int:
    """The last token of a quotation that opens after a verb, or of the sentence that it opens."""
    last = len(tree) - 1
    for i in range(opening + 1, last):
        if tree[i].text in CLOSING and (
            i - 1 == opening or tree[i - 1].text in {".", "?", "!", ","}
        ):
            return i
    return last


def _opened(tree: Tree, verb: Token, part: TokenRange, how: str = "quotation") -> Attribution:
    return Attribution(tree, verb, cue_words(tree, verb), [part], how)
