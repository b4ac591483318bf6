"""What is said stands before its cue, or around it: "…, the source said", "…," said Ann Lie. Pure."""

from collections.abc import Sequence

from factcheck.splitting.plain import lexicon as known
from factcheck.splitting.plain.adjuncts import occasion, past_adjuncts
from factcheck.splitting.plain.cue import (
    BEFORE,
    CLOSING_MARKS,
    OPENING,
    OPENING_MARKS,
    STOPS,
    Cue,
    low_at,
    quote_next,
)
from factcheck.splitting.plain.subjects import Range, is_auxiliary
from factcheck.splitting.plain.tokens import Token

_LINKING = frozenset("and but while as who which adding saying".split())


def closing(tokens: Sequence[Token], who: Range, words: Range, verb: str) -> Cue | None:
    """ "…, the source said": what is said stands before, or around."""
    border = who[0] - 1
    while border >= 0 and tokens[border].low in ("as", "and", "but") and not tokens[border].quoted:
        border -= 1
    if border < 1:
        return None
    before = tokens[border]
    quoted = before.quoted and before.text[0] in CLOSING_MARKS
    if not quoted and (before.text not in (",", "—", "–", "--") or verb not in known.PARENTHETIC):
        return None
    after = past_adjuncts(tokens, words[1], verb)
    goes_on = _around(tokens, after, border)
    if not quoted and not _has_statement(tokens, border) and goes_on == len(tokens):
        return None
    if not (quoted and _direct_before(tokens, border)) and not _leaves_off(
        tokens, after, strict=not quoted
    ):
        return None
    content = border + 1 if quoted else border
    resume = _resume(tokens, words[1]) if quoted else goes_on
    return Cue(BEFORE, verb, who, words, content, resume)


def _direct_before(tokens: Sequence[Token], border: int) -> bool:
    """Whether the quotation that ends here is direct speech: a comma closes it, nothing leads up."""
    if tokens[border - 1].word:
        return False
    index = border
    while index > 0 and tokens[index - 1].quoted and border - index < 60:
        index -= 1
    return border - index >= 60 or index == 0 or not tokens[index - 1].word


def leading(tokens: Sequence[Token], who: Range, words: Range, verb: str) -> Cue | None:
    """ "As the mayor noted, …" and "And, the mayor says, …" at the start of a sentence."""
    before = [token.low for token in tokens[: min(who[0], 4)] if token.word]
    if who[0] > 3 or before[-1:] not in ([], ["as"], ["and"], ["but"], ["but", "as"]):
        return None
    comma = past_adjuncts(tokens, words[1], verb)
    if comma + 2 >= len(tokens) or tokens[comma].text != "," or quote_next(tokens, comma):
        return None
    if verb not in known.PARENTHETIC or (not before and tokens[comma + 1].low in _LINKING):
        return None
    return Cue(OPENING, verb, who, words, comma + 1, len(tokens))


def _has_statement(tokens: Sequence[Token], border: int) -> bool:
    """Whether what stands before the comma can be said, and is no setting of the scene."""
    first = 0
    while first < border and (not tokens[first].word or tokens[first].low in ("but", "and")):
        first += 1
    if border - first < 2:
        return False
    low = tokens[first].low
    if low in known.INTRODUCTIONS or low.endswith(("ing", "ed")):
        return border - first > 7 and any(
            t.text == "," for t in tokens[first : min(border, first + 40)]
        )
    return True


def _leaves_off(tokens: Sequence[Token], index: int, *, strict: bool) -> bool:
    """Whether nothing that is said follows the cue at once."""
    if index >= len(tokens):
        return True
    token = tokens[index]
    if token.text in (",", "—", "–", "--") or token.text in STOPS:
        return not (strict and token.text == "," and quote_next(tokens, index) and False)
    if token.text[0] in OPENING_MARKS and token.quoted:
        return not strict
    return not strict and token.low in (
        "of", "in", "as", "at", "to", "on", "during", "when", "while", "after", "before", "about",
        "from", "with", "for", "by", "and", "but", "(",
    )  # fmt: skip


def _around(tokens: Sequence[Token], index: int, border: int) -> int:
    """Where a sentence goes on after ", she said,": only after a start that holds no verb."""
    size = len(tokens)
    if index + 1 >= size or tokens[index].text != "," or border > 25 or border < 2:
        return size
    following = tokens[index + 1].low
    if tokens[index + 1].quoted:
        return size
    if following.endswith("ing") or following in ("who", "which", "and", "but", "while", "as"):
        return size
    if not _has_statement(tokens, border):
        return index + 1
    verbs = (is_auxiliary(t.low) or t.low in known.FORMS for t in tokens[:border])
    return size if any(verbs) else index + 1


def inverted(tokens: Sequence[Token], index: int, verb: str, form: str) -> Cue | None:
    """ "…," said the mayor of Oslo."""
    if verb not in known.INVERTED or form not in ("past", "third") or index == 0:
        return None
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    quoted = before.quoted and before.text[0] in CLOSING_MARKS
    comma = before.text == "," and verb == "say"
    if not (quoted or comma) or after is None or not after.word or after.quoted:
        return None
    if not (after.capital or after.low in known.DETERMINERS or after.low in known.PRONOUNS):
        return None
    if after.low == "that" or (comma and not quoted and not _ends_soon(tokens, index + 1)):
        return None
    end = _name_end(tokens, index + 1)
    content = index if quoted else index - 1
    return Cue(BEFORE, verb, (index + 1, end), (index, index + 1), content, _resume(tokens, end))


def _ends_soon(tokens: Sequence[Token], index: int) -> bool:
    """Whether no other verb of the sentence follows: only who spoke, when and where."""
    rest = tokens[index : index + 40]
    for token in rest:
        if token.quoted or token.text in (",", *STOPS):
            return True
        if token.low in known.AUXILIARIES or token.low in known.FORMS:
            return False
    return True


def _name_end(tokens: Sequence[Token], start: int) -> int:
    """Where the speaker after an inverted verb ends, with what is told about them."""
    end, commas = start, 0
    while end < len(tokens) and end - start < 40:
        token = tokens[end]
        if token.quoted or token.text in STOPS or token.text in ("—", "–", ":"):
            break
        if token.text == ",":
            follows = low_at(tokens, end + 1)
            if commas or follows.endswith("ing") or follows in ("and", "but", "in", "as", "while"):
                break
            if end + 1 >= len(tokens) or tokens[end + 1].quoted:
                break
            commas += 1
        elif end > start and (
            token.low in known.DAYS or occasion(tokens, end) or token.low in ("as", "while", "when")
        ):
            break
        end += 1
    while end > start + 1 and tokens[end - 1].low in ("on", "in", ",", "at", "late", "last", "and"):
        end -= 1
    return end


def _resume(tokens: Sequence[Token], end: int) -> int:
    """Where what is said goes on after its cue: the next quotation, or the end."""
    for index in range(end, min(len(tokens), end + 30)):
        token = tokens[index]
        if token.quoted and token.text[0] in OPENING_MARKS:
            return index
        if token.text in (";",) or (token.text == "," and not quote_next(tokens, index)):
            return len(tokens)
    return len(tokens)
