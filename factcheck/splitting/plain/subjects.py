"""Who stands before a verb: its subject, found by walking left from it. Pure."""

from collections.abc import Sequence

from factcheck.splitting.plain.lexicon import (
    ADVERBS,
    AUXILIARIES,
    BEFORE_TO,
    CLAUSE_WORDS,
    DETERMINERS,
    FORMS,
    FRAMES,
    INTRODUCTIONS,
    MONTHS,
    NOUNS,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
)
from factcheck.splitting.plain.tokens import Token

FARTHEST = 45
_DASHES = frozenset("— – -- -".split())
Range = tuple[int, int]


def chain_start(tokens: Sequence[Token], verb: int, floor: int) -> int:
    """Where the words before a verb begin that belong to it: "has repeatedly | denied"."""
    start = verb
    while start > floor:
        low = tokens[start - 1].low
        if tokens[start - 1].quoted or not tokens[start - 1].word:
            break
        if is_auxiliary(low) or low in ADVERBS or (low.endswith("ly") and len(low) > 4):
            start -= 1
        elif low == "to" and start - 2 >= floor and tokens[start - 2].low in BEFORE_TO:
            start -= 2
            while start > floor and tokens[start - 1].low in BEFORE_TO:
                start -= 1
        else:
            break
    while start < verb and tokens[start].low in TIMES:
        start += 1
    return start


def is_auxiliary(low: str) -> bool:
    """Whether the word helps a verb: has, will, didn't."""
    return low in AUXILIARIES or low.endswith(("n't", "n’t"))


def subject(tokens: Sequence[Token], end: int, floor: int) -> Range | None:
    """The tokens that name who does what the verb at `end` says; None where there is none."""
    if end <= floor:
        return None
    if tokens[end - 1].low in ("who", "which", "that") and not tokens[end - 1].quoted:
        return (end - 1, end) if tokens[end - 1].low == "who" else None
    if tokens[end - 1].low in CLAUSE_WORDS or tokens[end - 1].low in ("and", "to"):
        return None
    closes_aside = tokens[end - 1].text in (",", *_DASHES)
    start = _aside(tokens, end - 1, floor) if closes_aside else _segment(tokens, end, floor)
    last = end - 1 if closes_aside else end
    start = _without_introduction(tokens, start, last)
    return (start, last) if start < last and _may_name(tokens[start:last]) else None


def main_subject(tokens: Sequence[Token], end: int) -> Range | None:
    """Who or what a sentence begins with, up to its first likely verb."""
    start = _without_introduction(tokens, 0, min(end, FARTHEST))
    if start >= end or (_introduces(tokens, start) and tokens[start].low != "that"):
        commas = (i for i in range(start, min(end, FARTHEST)) if tokens[i].text == ",")
        start = next(commas, end) + 1
    if start >= end or tokens[start].quoted:
        return None
    if tokens[start].low in PRONOUNS:
        return start, start + 1
    stop = start
    while stop < end and stop - start < 10 and _goes_on(tokens[stop]):
        stop += 1
    return (start, stop) if start < stop < end and _may_name(tokens[start:stop]) else None


def _goes_on(token: Token) -> bool:
    """Whether a noun phrase may go on with this token: no verb, no comma."""
    low = token.low
    if token.capital or token.text in "()-.":
        return True
    if not token.word or token.quoted or is_auxiliary(low) or low in FORMS:
        return False
    return low not in CLAUSE_WORDS and low not in ADVERBS and not low.endswith(("ed", "ly"))


def _segment(tokens: Sequence[Token], end: int, floor: int) -> int:
    """How far left the words reach that may be one noun phrase, no comma among them."""
    index, depth = end, 0
    limit = max(floor, end - FARTHEST)
    while index > limit:
        token = tokens[index - 1]
        if token.text == ")":
            depth += 1
        elif token.text == "(":
            depth -= 1
        elif depth <= 0 and _stops(tokens, index - 1, end, limit):
            break
        index -= 1
    return index


def _stops(tokens: Sequence[Token], index: int, end: int, limit: int) -> bool:
    """Whether a subject cannot reach across this token."""
    token = tokens[index]
    if not token.word:
        return (
            token.text not in ("'", "’", "$", "%", "&", "#", "/", "-", ".")
            and not (token.quoted or token.text in '"“”')
        ) or _ends_long_quotation(tokens, index)
    if token.quoted:
        return False
    if token.low in CLAUSE_WORDS:
        return token.low not in ("who", "whose", "than", "how") or index == limit
    if token.low == "and":
        return not _joins_names(tokens, index, end)
    if is_auxiliary(token.low) and token.low not in ("may", "'s", "’s") and not token.capital:
        return not _relative_before(tokens, index, limit)
    return _finite_verb(tokens, index) and not _relative_before(tokens, index, limit)


def _ends_long_quotation(tokens: Sequence[Token], index: int) -> bool:
    """Whether the mark closes direct speech: a comma stands before it, or five words."""
    if tokens[index].text not in '"”’»“' or not tokens[index].quoted:
        return False
    if index and not tokens[index - 1].word:
        return True
    first = max(0, index - 6)
    return index - first >= 6 and all(token.quoted for token in tokens[first : index + 1])


def _finite_verb(tokens: Sequence[Token], index: int) -> bool:
    """Whether a verb of the list stands here as a verb, not as a noun or a name."""
    form = FORMS.get(tokens[index].low)
    if not form or tokens[index].capital or form[1] in ("base", "ing"):
        return False
    if form[1] == "third":
        return "n" not in FRAMES[form[0]]
    return not (index + 1 < len(tokens) and tokens[index - 1].low in DETERMINERS)


def _relative_before(tokens: Sequence[Token], index: int, limit: int) -> bool:
    """Whether a relative clause began shortly before: "the man who was shot"."""
    near = tokens[max(limit, index - 6) : index]
    return any(token.low in ("who", "whose") for token in near)


def _joins_names(tokens: Sequence[Token], index: int, end: int) -> bool:
    """Whether "and" stands between two names or nouns of one subject."""
    before, after = tokens[index - 1] if index else None, tokens[index + 1]
    if before is None or not before.word or after.low in PRONOUNS:
        return False
    if after.capital and before.capital:
        return True
    return not after.capital and after.low not in DETERMINERS and end - index <= 6


def _aside(tokens: Sequence[Token], comma: int, floor: int) -> int:
    """The start of a subject that closes with a comma: "Ann Lie, the mayor of Oslo, said"."""
    start = comma
    sign = tokens[comma].text
    for _ in range(5):
        start = _segment(tokens, start, floor)
        if start - 1 <= floor or tokens[start - 1].text not in (",", sign):
            break
        if _introduces(tokens, start) and tokens[start].low not in ("who", "of", "in", "from"):
            break
        if start < comma and _starts_clause_after(tokens, start - 1, floor):
            break
        start -= 1
    return start


def _starts_clause_after(tokens: Sequence[Token], comma: int, floor: int) -> bool:
    """Whether what stands before this comma only sets the scene, or is a quotation."""
    if comma - 1 >= floor and tokens[comma - 1].quoted:
        return True
    begin = _segment(tokens, comma, floor)
    return begin < comma and _introduces(tokens, begin)


def _introduces(tokens: Sequence[Token], index: int) -> bool:
    """Whether a stretch that begins here tells when, where or why rather than who."""
    low = tokens[index].low
    return low in INTRODUCTIONS or (low.endswith(("ing", "ed")) and low not in NOUNS)


def _without_introduction(tokens: Sequence[Token], start: int, end: int) -> int:
    """The start without "But", "And", "On Tuesday", "Last week"."""
    while start < end:
        low = tokens[start].low
        if (
            low in ("but", "and", "or", "so", "yet", "then", "as", "while", "still", "also", ",")
            or low in ADVERBS
            or (low.endswith("ly") and not tokens[start].low.endswith("ily"))
        ):
            start += 1
        elif low in ("on", "in", "by", "late", "earlier", "last", "this", "next", *TIMES, *MONTHS):
            after = _past_time(tokens, start, end)
            if after == start:
                break
            start = after
        elif not tokens[start].word and tokens[start].text not in '"“$#':
            start += 1
        else:
            break
    return start


def _past_time(tokens: Sequence[Token], start: int, end: int) -> int:
    """The first token after a time at the start of a stretch; `start` where there is none."""
    index, seen = start, False
    while index < end and index - start < 5:
        low = tokens[index].low
        if low in TIMES or low in MONTHS or (seen and low.isdigit()):
            seen = True
        elif low not in ("on", "in", "by", "the", "of") or seen:
            break
        index += 1
    return index if seen and index < end else start


def _may_name(tokens: Sequence[Token]) -> bool:
    """Whether the words can name somebody: a name, a pronoun, a noun with its article, a plural."""
    first = tokens[0]
    if not any(token.word for token in tokens) or len(tokens) > FARTHEST - 1:
        return False
    if first.low in PREPOSITIONS and not first.capital:
        return False
    if len(tokens) == 1:
        return (
            first.capital
            or first.low in PRONOUNS
            or (
                first.low.endswith("s")
                or first.low
                in ("police", "some", "many", "others", "people", "both", "few", "it", "one")
            )
        )
    return first.low not in CLAUSE_WORDS
