"""Words of saying in a sentence, their speaker, and on which side of them the content stands."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from factcheck.splitting.grammar.lemmas import lemma
from factcheck.splitting.lexicon.phrasal import PHRASAL
from factcheck.splitting.lexicon.words import NOUNS, SPEECH, VERBS
from factcheck.splitting.plain.adjuncts import TO_WHOM, behind_adjuncts, name_end
from factcheck.splitting.plain.subjects import subject, verb_start
from factcheck.splitting.plain.words import (
    AUXILIARIES,
    BE,
    CLOSING_MARKS,
    DASHES,
    DETERMINERS,
    INTRODUCTIONS,
    PLURALS,
    PREPOSITIONS,
    PRONOUNS,
    QUESTION_WORDS,
    STOPS,
    PlainWord,
    WordRange,
    closes_quotation,
    is_auxiliary,
    low_at,
    opens_quotation,
)

AFTER, BEFORE, OPENING = "after", "before", "opening"
_FARTHEST_MARK = 16  # words between a verb and the "that" or the quotation that it governs
_LONGEST_SOURCE = 40  # words
_NEAREST_RESUMPTION = 30  # words after a cue within which a quotation may resume
# "…, she said" without quotation marks: only verbs that mean nothing but saying
_STANDS_ASIDE = frozenset(
    """
    say add note explain argue claim insist report write acknowledge admit concede contend allege
    assert suggest believe think maintain predict warn recall tell state announce declare hope fear
    conclude estimate confirm reveal observe remark
    """.split()
)
# a clause may follow these without "that"
_BARE = _STANDS_ASIDE | frozenset("tell feel know promise pledge vow assure expect guess".split())
# no verb follows these: "the alleged thief", "his claims"
_ARTICLES = frozenset("the a an its their our my your this these his no every".split())
# words before a participle that shares the subject: ", adding that"
_BEFORE_PARTICIPLE = frozenset({",", "—", "–", "by", "after", "before", "while", "and", "without"})


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of saying: their place, their speaker, and where the content lies.

    `after`: the content runs from `content` on. `before`: up to `content`, and from `resume` on, if
    that is in the sentence. `opening`: "According to X," at the start, with the content from
    `content` on.
    """

    shape: str
    verb: str
    speaker: WordRange | None
    place: WordRange
    content: int
    resume: int
    shared: bool = False  # it has the subject of the saying before
    marked: bool = True  # a "that", a colon, a quotation or a question word begins the content

    @property
    def is_sure(self) -> bool:
        """Whether it cannot mean anything but saying."""
        return self.marked or self.verb in _STANDS_ASIDE


def sayings(words: Sequence[PlainWord]) -> list[Saying]:
    """The words of saying outside a sentence's quotations, in order."""
    found: list[Saying] = []
    i = floor = 0
    while i < len(words):
        one = _saying(words, i, floor) if words[i].is_word and not words[i].quoted else None
        if one is None:
            i += 1
            continue
        found.append(one)
        floor = one.place[1] if one.shape == BEFORE else one.content
        i = max(i + 1, one.place[1])
    return found


def _saying(words: Sequence[PlainWord], i: int, floor: int) -> Saying | None:
    low = words[i].low
    if low == "according" and low_at(words, i + 1) == "to":
        return _according(words, i)
    verb = lemma(low, "VB")
    return _verb(words, i, floor, verb) if verb in VERBS else None


def _according(words: Sequence[PlainWord], i: int) -> Saying | None:
    """ "According to X, …" or "…, according to X"."""
    end = i + 2
    while end < len(words) and end - i < _LONGEST_SOURCE and not _ends_source(words, end):
        end += 1
    if end == i + 2:
        return None
    comma = end < len(words) and words[end].text == ","
    if comma and not any(word.is_word and word.low not in {"but", "and"} for word in words[:i]):
        return Saying(OPENING, "according", (i + 2, end), (i, i + 2), end + 1, len(words))
    return Saying(BEFORE, "according", (i + 2, end), (i, i + 2), i, end + 1 if comma else end)


def _ends_source(words: Sequence[PlainWord], i: int) -> bool:
    word = words[i]
    if word.quoted or word.text in {",", ":", "("} | DASHES | STOPS:
        return True
    return word.low in {"that", "and"} and low_at(words, i + 1) in PRONOUNS


def _verb(words: Sequence[PlainWord], i: int, floor: int, verb: str) -> Saying | None:
    """The content that a verb of saying governs, on either side of it."""
    turned = _inverted(words, i, verb)
    if turned is not None:
        return turned
    frames = PHRASAL.get((verb, low_at(words, i + 1)))
    end = i + 1 if frames is None else i + 2
    if frames is None:
        frames = VERBS[verb]
        if low_at(words, end) in frames & PREPOSITIONS and behind_adjuncts(words, end, "") == end:
            end += 1  # "called for"
    start = verb_start(words, i, floor)
    low = words[i].low
    passive = any(word.low in BE for word in words[start:i])
    if low.endswith("ing") and low != verb and not passive:
        return _participle(words, (start, end), verb, frames)
    if passive and not low.endswith("ing"):
        return None
    who = subject(words, start, floor)
    if not _agrees(words, start, i, who, verb):
        return None
    around = _around(words, who, (start, end), verb) if who is not None else None
    return around or _governing(words, who, (start, end), verb, frames)


def _agrees(
    words: Sequence[PlainWord], start: int, i: int, who: WordRange | None, verb: str
) -> bool:
    """Whether this form can be a finite verb of its subject, rather than a noun: "the claims"."""
    low, before = words[i].low, low_at(words, i - 1)
    past = low != verb and not low.endswith("s")
    if before in _ARTICLES or (words[i].has_capital and i and not past):
        return False
    if past or before in DETERMINERS:
        return past
    if low != verb and (verb not in NOUNS or before in PRONOUNS):
        return before not in {"of", "in", "for", "'s", "’s"}
    helped = any(is_auxiliary(word.low) or word.low == "to" for word in words[start:i])
    if helped or who is None:
        return helped
    if low != verb:
        return True
    plural = any(
        word.low in PLURALS or (word.low.endswith("s") and verb not in NOUNS)
        for word in words[who[0] : who[1]]
    )
    return plural or words[who[1] - 1].low in PLURALS


def _around(
    words: Sequence[PlainWord], who: WordRange, place: WordRange, verb: str
) -> Saying | None:
    """ "…, the source said": the content stands before it, or around it."""
    border = who[0] - 1
    while border >= 0 and words[border].low in {"as", "and", "but"} and not words[border].quoted:
        border -= 1
    quoted = border > 0 and closes_quotation(words, border)
    after = behind_adjuncts(words, place[1], verb)
    if border < 2 or not _leaves_off(words, after, quoted=quoted):
        return None
    if quoted:
        return Saying(BEFORE, verb, who, place, border + 1, _resumption(words, place[1]))
    aside = words[border].text in {",", *DASHES} and verb in _STANDS_ASIDE
    introduction = words[0].low in INTRODUCTIONS - {"but"} and border < 8
    if not aside or introduction:
        return None
    goes_on = low_at(words, after) == "," and not _remarks(words, after + 1)
    return Saying(BEFORE, verb, who, place, border, after if goes_on else len(words))


def _remarks(words: Sequence[PlainWord], i: int) -> bool:
    """Whether a remark of the reporter's opens here, rather than more content: ", smiling"."""
    low = low_at(words, i)
    return low.endswith("ing") or low in PREPOSITIONS | {"who", "which", "and", "but", "while"}


def _leaves_off(words: Sequence[PlainWord], i: int, *, quoted: bool) -> bool:
    """Whether no content follows the cue directly."""
    if i >= len(words) or words[i].text in {",", *DASHES, *STOPS}:
        return True
    if words[i].low in PREPOSITIONS:
        return True  # "said in a statement"
    return quoted and (opens_quotation(words, i) or words[i].low in {"and", "but", "when", "while"})


def _is_inflected(word: PlainWord) -> bool:
    """Whether the word is a form of a verb of saying or thinking other than its base form."""
    base = lemma(word.low, "VB")
    return base != word.low and base in VERBS


def _inverted(words: Sequence[PlainWord], i: int, verb: str) -> Saying | None:
    """ "…," said the mayor of Oslo."""
    low = words[i].low
    if verb not in SPEECH or "aside" not in VERBS[verb] or low == verb or low.endswith("ing"):
        return None
    if i == 0 or i + 1 >= len(words) or not words[i + 1].is_word or words[i + 1].quoted:
        return None
    after, quoted = words[i + 1], closes_quotation(words, i - 1)
    named = after.has_capital or after.low in (DETERMINERS | PRONOUNS) - {"that"}
    comma = words[i - 1].text == "," and verb == "say" and _ends_soon(words, i + 1)
    if not named or not (quoted or comma):
        return None
    end = name_end(words, i + 1)
    content = i if quoted else i - 1
    return Saying(BEFORE, verb, (i + 1, end), (i, i + 1), content, _resumption(words, end))


def _begins_clause(word: PlainWord) -> bool:
    """Whether a word between a verb and "that" belongs to another clause."""
    if word.low in TO_WHOM:
        return False
    return is_auxiliary(word.low) or word.low in PRONOUNS or _is_inflected(word)


def _ends_soon(words: Sequence[PlainWord], start: int) -> bool:
    """Whether the sentence has no other verb: only the speaker, the time and the place."""
    for word in words[start : start + 40]:
        if word.quoted or word.text in {",", *STOPS}:
            return True
        if word.low in AUXILIARIES or _is_inflected(word):
            return False
    return True


def _resumption(words: Sequence[PlainWord], end: int) -> int:
    """Where the content resumes after its cue: at the next quotation, if there is one."""
    for i in range(end, min(len(words), end + _NEAREST_RESUMPTION)):
        if opens_quotation(words, i):
            return i
        if words[i].text == ";" or (words[i].text == "," and not opens_quotation(words, i + 1)):
            break
    return len(words)


def _governing(
    words: Sequence[PlainWord],
    who: WordRange | None,
    place: WordRange,
    verb: str,
    frames: frozenset[str],
) -> Saying | None:
    """ "The mayor said (that) …": the content follows."""
    start, marked = _content(words, place[1], verb, frames)
    if start is None:
        return None
    one = Saying(AFTER, verb, who, place, start, len(words), marked=marked)
    if who is not None:
        return one
    shares = low_at(words, place[0] - 1) in {"and", "but", ",", "or", "then", "to"}
    return replace(one, shared=True) if shares and (marked or verb in {"say", "add"}) else None


def _participle(
    words: Sequence[PlainWord], place: WordRange, verb: str, frames: frozenset[str]
) -> Saying | None:
    """ ", adding that …", with the subject of the clause before."""
    start, marked = _content(words, place[1], verb, frames)
    before = low_at(words, place[0] - 1)
    if before in CLOSING_MARKS and not words[place[0] - 2].is_word:
        before = ","
    if start is None or before not in _BEFORE_PARTICIPLE or verb not in SPEECH:
        return None
    if not (marked or (verb in {"say", "add", "claim"} and before != "and")):
        return None
    return Saying(AFTER, verb, None, place, start, len(words), shared=True, marked=marked)


def _content(
    words: Sequence[PlainWord], i: int, verb: str, frames: frozenset[str]
) -> tuple[int | None, bool]:
    """Where the content after a verb begins, and whether a word or a mark opens it."""
    mark = _mark(words, i, frames)
    if mark is not None:
        return mark, True
    near = behind_adjuncts(words, i, verb)
    if near >= len(words) or words[near].text in {",", ")", *STOPS}:
        return None, False
    low = words[near].low
    clause = "clause" in frames
    if low in QUESTION_WORDS and (clause or verb == "ask"):
        return near, True
    if low == "to" or (low == "not" and low_at(words, near + 1) == "to"):
        if "person" in frames and near > i:
            return i, True
        return (near, True) if "infinitive" in frames else (None, False)
    if words[i - 1].low in frames & PREPOSITIONS:
        return i, False
    if verb in _BARE and low not in PREPOSITIONS:
        return near, False
    thing = {"thing", "as", "object", "of", "person"} & frames and verb in SPEECH
    return (near, False) if thing and low not in PREPOSITIONS else (None, False)


def _mark(words: Sequence[PlainWord], i: int, frames: frozenset[str]) -> int | None:
    """The "that", the colon or the quotation near the verb that begins the content."""
    for near in range(i, min(len(words), i + _FARTHEST_MARK)):
        word = words[near]
        if opens_quotation(words, near):
            return near if near == i or words[near - 1].text in {",", ":"} else None
        if word.text == ":":
            return near + 1 if near + 1 < len(words) else None
        if word.low == "that" and "clause" in frames:
            return None if any(map(_begins_clause, words[i:near])) else near
        if word.text in STOPS or (word.text == "," and not opens_quotation(words, near + 1)):
            return None
    return None
