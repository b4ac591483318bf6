"""The subject of a verb, found by walking left from it."""

from collections.abc import Sequence

from factcheck.splitting.plain.words import (
    ADVERBS,
    CLAUSE_WORDS,
    DASHES,
    PREPOSITIONS,
    PRONOUNS,
    TIMES,
    PlainWord,
    WordRange,
    closes_quotation,
    is_adverb,
    is_auxiliary,
    low_at,
)

FARTHEST = 45  # words that a subject may have
# "went on to say", "declined to say": the words before "to" belong to the cue
_BEFORE_TO = frozenset(
    """
    going went on likely continued continues declined declines refused refuses sought wants wanted
    began appeared seemed expected set able has have had failed tried needs scheduled hopes plans
    """.split()
)
_ALONE = frozenset("police some many others people both few it one".split())


def verb_start(words: Sequence[PlainWord], verb: int, floor: int) -> int:
    """The first word that belongs to a verb: "has repeatedly | denied"."""
    start = verb
    while start > floor and words[start - 1].is_word and not words[start - 1].quoted:
        low = words[start - 1].low
        if is_auxiliary(low) or is_adverb(low):
            start -= 1
        elif low == "to" and low_at(words, start - 2) in _BEFORE_TO:
            start -= 2
            while start > floor and low_at(words, start - 1) in _BEFORE_TO:
                start -= 1
        else:
            break
    while start < verb and words[start].low in TIMES:
        start += 1
    return start


def subject(words: Sequence[PlainWord], end: int, floor: int) -> WordRange | None:
    """The words that name the subject of the verb at `end`; None if there are none."""
    if end <= floor:
        return None
    before = words[end - 1]
    if before.low == "who" and not before.quoted:
        return end - 1, end
    if before.low in CLAUSE_WORDS | {"and", "to", "which"}:
        return None
    closes_aside = before.text in {",", *DASHES}
    last = end - 1 if closes_aside else end
    start = _phrase(words, last, floor)
    if closes_aside and start - 1 > floor and words[start - 1].text == before.text:
        start = _phrase(words, start - 1, floor)  # "Ann Lie, the mayor of Oslo, said"
    start = _behind_opening(words, start, last)
    return (start, last) if start < last and _may_name(words[start:last]) else None


def _phrase(words: Sequence[PlainWord], end: int, floor: int) -> int:
    """The first word of the noun phrase that ends here, without a comma in it."""
    i, depth = end, 0
    limit = max(floor, end - FARTHEST)
    while i > limit:
        word = words[i - 1]
        depth += (word.text == ")") - (word.text == "(")
        if depth <= 0 and word.text != "(" and _ends_subject(words, i - 1, limit):
            break
        i -= 1
    return i


def _ends_subject(words: Sequence[PlainWord], i: int, limit: int) -> bool:
    """Whether a subject cannot extend left across this word."""
    word = words[i]
    if not word.is_word:
        return closes_quotation(words, i) or (not word.quoted and word.text not in "'’$%&#/-.")
    if word.quoted or word.low in {"whose", "than", "how", "may", "'s", "’s"}:
        return False
    if word.low in CLAUSE_WORDS:
        return True
    relative = any(one.low in {"who", "whose"} for one in words[max(limit, i - 6) : i])
    return is_auxiliary(word.low) and not relative and not word.has_capital


def _behind_opening(words: Sequence[PlainWord], start: int, end: int) -> int:
    """The first word of a subject after "But", "On Tuesday" or "Last week"."""
    while start < end:
        low = words[start].low
        if low in {"but", "and", "or", "so", "yet", "as", "while", ","} or low in ADVERBS:
            start += 1
        elif low in TIMES or low in {"on", "in", "by"}:
            after = _behind_time(words, start, end)
            if after == start:
                break
            start = after
        elif not words[start].is_word and words[start].text not in '"“$#':
            start += 1
        else:
            break
    return start


def _behind_time(words: Sequence[PlainWord], start: int, end: int) -> int:
    """The first word after a time that begins here; `start` if there is none."""
    seen = False
    for i in range(start, min(end, start + 5)):
        low = words[i].low
        if low in TIMES or (seen and low.isdigit()):
            seen = True
        elif seen or low not in {"on", "in", "by", "the", "of"}:
            return i if seen else start
    return start


def _may_name(words: Sequence[PlainWord]) -> bool:
    """Whether these words may name a speaker: a name, pronoun, plural, or noun with article."""
    first = words[0]
    if not any(word.is_word for word in words) or len(words) >= FARTHEST:
        return False
    if len(words) == 1:
        plural = first.low.endswith("s") or first.low in _ALONE
        return first.has_capital or first.low in PRONOUNS or plural
    return first.low not in CLAUSE_WORDS and (first.has_capital or first.low not in PREPOSITIONS)
