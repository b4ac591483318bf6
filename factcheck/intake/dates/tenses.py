"""Whether the words around a day look back or ahead. Pure.

A guess that is wrong is worse than none: where the nearest verb leaves it open, so does this.
"""

import re

PAST, FUTURE = "past", "future"

_REACH = 120  # characters looked at on either side
_WORD = re.compile(r"[^\W\d_]+(?:[’'][^\W\d_]+)?")
_CLAUSE = re.compile(r"[,;:—–“”\"()\n]|[.!?…](?=\s|$)")
_SENTENCE = re.compile(r"[;—–“”\"()\n]|[.!?…](?=\s|$)")

_AHEAD = frozenset("will won't won’t shall may might must can".split())
_PLANNED = frozenset("expected due scheduled set planned slated poised".split())
_BEEN = frozenset("was were had been would could should".split())
_OPEN = frozenset("is are has have be would could should do does".split())
_THE = frozenset("the a an its their his her our this that these those any no of".split())
_NO_VERB = frozenset(
    "hundred indeed need speed exceed proceed succeed embed kindred sacred naked breed".split()
)
_WENT = frozenset(
    """said told was were had did went came met made took gave saw found began became left held led
    sent spoke won lost rose fell grew died shot struck wrote paid bought sold built brought kept
    knew got ran broke drew flew fought stood swore threw withdrew spent""".split()
)
_SMALL = frozenset("on by until till since from before after late early again also not".split())


def tense(text: str, start: int, end: int) -> str | None:
    """PAST, FUTURE, or None where the words around leave it open."""
    before = _WORD.findall(_last_part(text[max(0, start - _REACH) : start]))
    after = text[end : end + _REACH]
    words = [word for word in before if word.lower() not in _SMALL]
    if words:
        return _backwards(words) if _has_verb(words) else _next_word(after)
    return _forwards(_WORD.findall(_SENTENCE.split(after, maxsplit=1)[0]))


def _last_part(before: str) -> str:
    """The clause that runs up to the day."""
    return _CLAUSE.split(before)[-1]


def _has_verb(words: list[str]) -> bool:
    return any(_kind(words, n) for n in range(len(words)))


def _backwards(words: list[str]) -> str | None:
    """What the nearest verb before the day says; "agreed to meet" leaves open which is meant."""
    for n in reversed(range(len(words))):
        if words[n].lower() == "to" and n + 1 < len(words) and _may_be_verb(words[n + 1]):
            return _planned(words[:n])
        if kind := _kind(words, n):
            return _with_auxiliary(words[:n], kind)
    return None


def _planned(words: list[str]) -> str | None:
    """ "is expected to", "are to": ahead. "was expected to", "agreed to": open."""
    last = [word.lower() for word in words[-2:]]
    if last and last[-1] in {"is", "are"}:
        return FUTURE
    planned = last and last[-1] in _PLANNED
    return FUTURE if planned and not set(last) & _BEEN else _will(words)


def _with_auxiliary(before: list[str], kind: str) -> str | None:
    """A participle takes its tense from the verb in front of it: "will be completed"."""
    if kind == PAST and (ahead := _will(before)):
        return ahead
    lowered = {word.lower() for word in before[-3:]}
    if kind == PAST and lowered & {"be", "is", "are", "would", "could", "should"}:
        return None
    if kind == FUTURE and lowered & _BEEN:
        return None
    return kind if kind in {PAST, FUTURE} else None


def _will(before: list[str]) -> str | None:
    return FUTURE if {word.lower() for word in before[-4:]} & _AHEAD else None


def _next_word(after: str) -> str | None:
    """The verb right after the day: "the talks on Tuesday ended"."""
    words = _WORD.findall(_CLAUSE.split(after, maxsplit=1)[0])[:1]
    return _forwards(words)


def _forwards(words: list[str]) -> str | None:
    """What the first verb after a day that opens its sentence says."""
    for n in range(min(len(words), 14)):
        kind = _kind(words, n)
        if kind:
            return kind if kind in {PAST, FUTURE} else None
    return None


def _kind(words: list[str], n: int) -> str:
    """What one word says: PAST, FUTURE, "open", or nothing."""
    word = words[n].lower()
    before = words[n - 1].lower() if n else ""
    if word in _AHEAD or word.endswith(("’ll", "'ll")):
        return FUTURE
    if word in _PLANNED:
        return FUTURE
    if word in _OPEN:
        return "open"
    ends = word.endswith("ed") and len(word) > 4 and words[n].islower() and word not in _NO_VERB
    if word in _WENT or (ends and before not in _THE):
        return PAST
    return ""


def _may_be_verb(word: str) -> bool:
    return word.islower() and word not in _THE
