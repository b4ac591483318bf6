"""Who stands before a verb: its subject, found by walking left from it."""

from collections.abc import Sequence

from factcheck.splitting.grammar.lemmas import lemma
from factcheck.splitting.lexicon.words import NOUNS, SPEECH
from factcheck.splitting.plain.words import (
    ADVERBS,
    CLAUSE_WORDS,
    DASHES,
    DETERMINERS,
    INTRODUCTIONS,
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
_ASIDES = 5  # commas within one subject
# "went on to say", "declined to say": what stands before "to" belongs to the cue
_BEFORE_TO = frozenset(
    """
    going went on likely continued continues declined declines refused refuses sought wants wanted
    began appeared seemed expected set able has have had failed tried needs scheduled hopes plans
    """.split()
)
_ALONE = frozenset("police some many others people both few it one".split())


def verb_start(words: Sequence[PlainWord], verb: int, floor: int) -> int:
    """Where the words begin that belong to a verb: "has repeatedly | denied"."""
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
    """The words that name who does what the verb at `end` says; None where there are none."""
    if end <= floor:
        return None
    before = words[end - 1]
    if before.low == "who" and not before.quoted:
        return end - 1, end
    if before.low in CLAUSE_WORDS | {"and", "to", "which"}:
        return None
    closes_aside = before.text in {",", *DASHES}
    last = end - 1 if closes_aside else end
    start = _with_asides(words, last, floor) if closes_aside else _phrase(words, end, floor)
    start = _behind_opening(words, start, last)
    return (start, last) if start < last and _may_name(words[start:last]) else None


def first_subject(words: Sequence[PlainWord], end: int) -> WordRange | None:
    """The subject of the main clause before `end`: the first name, pronoun or noun phrase."""
    start = _behind_opening(words, 0, end)
    if start < end and words[start].low in PRONOUNS:
        return start, start + 1
    stop = start
    while stop < min(end, start + 10) and _continues_name(words[stop]):
        stop += 1
    named = start < stop < end and not words[start].quoted and _may_name(words[start:stop])
    return (start, stop) if named else None


def _continues_name(word: PlainWord) -> bool:
    """Whether a noun phrase may go on with this word: it is no verb and no comma."""
    if word.has_capital or word.text in "()-.":
        return True
    if not word.is_word or word.quoted or is_auxiliary(word.low) or lemma(word.low, "VB") in SPEECH:
        return False
    return word.low not in CLAUSE_WORDS and not word.low.endswith(("ed", "ly"))


def _phrase(words: Sequence[PlainWord], end: int, floor: int) -> int:
    """How far left the words reach that may be one noun phrase, no comma among them."""
    i, depth = end, 0
    limit = max(floor, end - FARTHEST)
    while i > limit:
        word = words[i - 1]
        depth += (word.text == ")") - (word.text == "(")
        if depth <= 0 and word.text != "(" and _ends_subject(words, i - 1, end, limit):
            break
        i -= 1
    return i


def _ends_subject(words: Sequence[PlainWord], i: int, end: int, limit: int) -> bool:
    """Whether no subject reaches left across this word."""
    word = words[i]
    if not word.is_word:
        return (not word.quoted and word.text not in "'’$%&#/-.") or _closes_speech(words, i)
    if word.quoted:
        return False
    if word.low in CLAUSE_WORDS:
        return word.low not in {"whose", "than", "how"}
    if word.low == "and":
        return not _joins_names(words, i, end)
    relative = any(one.low in {"who", "whose"} for one in words[max(limit, i - 6) : i])
    if is_auxiliary(word.low) and word.low not in {"may", "'s", "’s"}:
        return not relative and not word.has_capital
    return _is_finite(words, i) and not relative


def _closes_speech(words: Sequence[PlainWord], i: int) -> bool:
    """Whether a mark closes direct speech: a comma stands before it, or many words."""
    if not closes_quotation(words, i):
        return False
    return not words[i - 1].is_word or all(one.quoted for one in words[max(0, i - 6) : i])


def _is_finite(words: Sequence[PlainWord], i: int) -> bool:
    """Whether a verb of saying stands here as a verb: "claimed", and no noun like "claims"."""
    low = words[i].low
    base = lemma(low, "VB")
    if base == low or base not in SPEECH or words[i].has_capital or low.endswith("ing"):
        return False
    return low_at(words, i - 1) not in DETERMINERS and not (low.endswith("s") and base in NOUNS)


def _joins_names(words: Sequence[PlainWord], i: int, end: int) -> bool:
    """Whether "and" stands between two names or nouns of one subject."""
    if not i or i + 1 >= end or not words[i - 1].is_word or words[i + 1].low in PRONOUNS:
        return False
    if words[i + 1].has_capital:
        return words[i - 1].has_capital
    return words[i + 1].low not in DETERMINERS and end - i <= 6


def _with_asides(words: Sequence[PlainWord], comma: int, floor: int) -> int:
    """Where a subject begins that ends in a comma: "Ann Lie, the mayor of Oslo, said"."""
    start, sign = comma, words[comma].text
    for _ in range(_ASIDES):
        start = _phrase(words, start, floor)
        if start - 1 <= floor or words[start - 1].text not in {",", sign}:
            break
        if _introduces(words[start]) and words[start].low not in {"who", "of", "in", "from"}:
            break
        if start < comma and _sets_scene(words, start - 1, floor):
            break
        start -= 1
    return start


def _sets_scene(words: Sequence[PlainWord], comma: int, floor: int) -> bool:
    """Whether what stands before a comma is a quotation, or only tells when and where."""
    if comma > floor and words[comma - 1].quoted:
        return True
    begin = _phrase(words, comma, floor)
    return begin < comma and _introduces(words[begin])


def _introduces(word: PlainWord) -> bool:
    """Whether what begins so tells when, where or why, and not who."""
    return word.low in INTRODUCTIONS or (word.low.endswith(("ing", "ed")) and word.low not in NOUNS)


def _behind_opening(words: Sequence[PlainWord], start: int, end: int) -> int:
    """Where a subject begins once "But", "On Tuesday" or "Last week" is left out."""
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
    """The first word behind a time that begins here; `start` where none does."""
    seen = False
    for i in range(start, min(end, start + 5)):
        low = words[i].low
        if low in TIMES or (seen and low.isdigit()):
            seen = True
        elif seen or low not in {"on", "in", "by", "the", "of"}:
            return i if seen else start
    return start


def _may_name(words: Sequence[PlainWord]) -> bool:
    """Whether these words may name somebody: a name, a pronoun, a noun with its article, a plural."""
    first = words[0]
    if not any(word.is_word for word in words) or len(words) >= FARTHEST:
        return False
    if len(words) == 1:
        plural = first.low.endswith("s") or first.low in _ALONE
        return first.has_capital or first.low in PRONOUNS or plural
    return first.low not in CLAUSE_WORDS and (first.has_capital or first.low not in PREPOSITIONS)
