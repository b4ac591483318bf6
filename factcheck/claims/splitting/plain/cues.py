"""Words of saying, and which words around them are said: one look at each token. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.claims.splitting.plain import lexicon as known
from factcheck.claims.splitting.plain.subjects import Range, chain_start, is_auxiliary, subject
from factcheck.claims.splitting.plain.tokens import Token

AFTER, BEFORE, OPENING = "after", "before", "opening"
_OPENING_MARKS = frozenset('"“‘„«「『')
_CLOSING_MARKS = frozenset('"”’»“」』')
_STOPS = frozenset(". ! ? … ;".split())
_MOST_BETWEEN = 16


@dataclass(frozen=True, slots=True)
class Cue:
    """A cue in a sentence, by tokens: where it stands, who speaks, and where what is said lies.

    `after`: said from `content` on. `before`: said up to `content`, going on at `resume` if at all.
    `opening`: "According to X," at the start, said from `content` on.
    """

    shape: str
    verb: str
    speaker: Range | None
    words: Range
    content: int
    resume: int
    shared: bool = False  # the subject is that of the cue before
    marked: bool = True  # a "that", a colon, a quotation or a question word begins what is said
    aside: bool = False  # "with the ministers warning that": inside, never the outermost


def find(tokens: Sequence[Token]) -> list[Cue]:
    """The cues of a sentence outside its quotations, in order."""
    found: list[Cue] = []
    index, floor = 0, 0
    while index < len(tokens):
        token = tokens[index]
        cue = None
        if token.word and not token.quoted:
            cue = _cue_at(tokens, index, floor)
        if cue:
            found.append(cue)
            floor = cue.content if cue.shape != BEFORE else cue.words[1]
            index = max(index + 1, cue.words[1])
        else:
            index += 1
    return found


def _cue_at(tokens: Sequence[Token], index: int, floor: int) -> Cue | None:
    """The cue whose chief word stands here, if one does."""
    low = tokens[index].low
    if low == "according" and _low(tokens, index + 1) == "to":
        return _according(tokens, index)
    if low in known.NOUNS and _low(tokens, index + 1) == "that":
        cue = _noun(tokens, index, floor)
        if cue:
            return cue
    form = known.FORMS.get(low)
    return _verb(tokens, index, floor, *form) if form else None


def _low(tokens: Sequence[Token], index: int) -> str:
    """The small letters of a token, empty past either end."""
    return tokens[index].low if 0 <= index < len(tokens) else ""


def _according(tokens: Sequence[Token], index: int) -> Cue | None:
    """ "According to X, …" or "…, according to X"."""
    end = index + 2
    while end < len(tokens) and end - index < 40 and not _ends_source(tokens, end):
        end += 1
    if end == index + 2:
        return None
    opens = index < 4 and all(
        not t.word or t.low in ("but", "and", "meanwhile") for t in tokens[:index]
    )
    comma = tokens[end].text == "," if end < len(tokens) else False
    if opens and comma:
        end = _past_appositions(tokens, end)
        shape, content = OPENING, end + 1
    else:
        shape, content = BEFORE, index
    resume = end + 1 if comma else end
    return Cue(shape, "according", (index + 2, end), (index, index + 2), content, resume)


def _ends_source(tokens: Sequence[Token], index: int) -> bool:
    """Whether the name after "according to" is over."""
    token = tokens[index]
    if token.quoted or token.text in (",", ";", ":", "—", "–", "--", "(") or token.text in _STOPS:
        return True
    return token.low in ("that", "and") and _low(tokens, index + 1) in known.PRONOUNS


def _past_appositions(tokens: Sequence[Token], comma: int) -> int:
    """The comma that ends "Ann Lie, a professor of law," before what she says."""
    for index in range(comma + 1, min(len(tokens), comma + 14)):
        first = _low(tokens, comma + 1)
        if first not in ("a", "an", "who", "which"):
            break
        if tokens[index].text == "," and index + 1 < len(tokens):
            return index
    return comma


def _noun(tokens: Sequence[Token], index: int, floor: int) -> Cue | None:
    """ "her warning that …", "the bank's claim that …"."""
    owner = _low(tokens, index - 1)
    if owner in ("his", "her", "their", "its", "my", "our"):
        speaker: Range = (index - 1, index)
    elif owner.endswith(("'s", "’s", "s'", "s’")):
        start = index - 1
        while start > floor and tokens[start - 1].capital and index - start < 6:
            start -= 1
        speaker = (start, index)
    else:
        return None
    return Cue(AFTER, "noun", speaker, (index, index + 1), index + 1, len(tokens))


def _verb(tokens: Sequence[Token], index: int, floor: int, verb: str, form: str) -> Cue | None:
    """The cue of a verb, whichever way round it stands."""
    particle = _low(tokens, index + 1) in known.PARTICLES.get(verb, ())
    if verb in known.ONLY_PHRASES and not particle:
        return None
    last = index + 2 if particle else index + 1
    inverted = _inverted(tokens, index, verb, form) if not particle else None
    if inverted:
        return inverted
    start = chain_start(tokens, index, floor)
    if form == "past" and _passive(tokens, start, index):
        return None
    if form == "ing" and not any(t.low in known.BE for t in tokens[start:index]):
        return _participle(tokens, start, last, floor, verb)
    who = subject(tokens, start, floor)
    if not _agrees(tokens, start, index, who, verb, form, last):
        return None
    if who:
        closed = _closing(tokens, who, (start, last), verb)
        if closed:
            return closed
    return _before_content(tokens, who, (start, last), verb)


def _passive(tokens: Sequence[Token], start: int, index: int) -> bool:
    """Whether a form of "be" makes it something said of the subject."""
    return any(token.low in known.BE for token in tokens[start:index])


def _agrees(
    tokens: Sequence[Token], start: int, index: int, who: Range | None, verb: str, form: str,
    last: int,
) -> bool:  # fmt: skip
    """Whether the form can be a finite verb of this subject, and no noun."""
    if tokens[index].capital and index and form != "past":
        return False
    before = _low(tokens, index - 1)
    if form in ("base", "third") and before in known.DETERMINERS | {"of", "in", "for", "'s", "’s"}:
        return False
    helped = start < index and any(
        t.low in known.MODALS or t.low == "to" or t.low.endswith(("n't", "n’t"))
        for t in tokens[start:index]
    )
    if form == "base":
        return helped or (who is not None and _plural(tokens, who, verb))
    if form == "third" and "n" in known.FRAMES[verb]:
        return who is not None and _content_begins(tokens, last)
    return True


def _plural(tokens: Sequence[Token], who: Range, verb: str) -> bool:
    """Whether a base form may follow this subject: "officials say", "they think"."""
    head = tokens[who[1] - 1].low
    if head in known.PLURALS:
        return True
    if "n" in known.FRAMES[verb]:
        return False
    return any(t.low.endswith("s") or t.low in known.PLURALS for t in tokens[who[0] : who[1]])


def _content_begins(tokens: Sequence[Token], index: int) -> bool:
    """Whether what follows can only be the start of something said."""
    low = _low(tokens, index)
    if index < len(tokens) and tokens[index].text[0] in _OPENING_MARKS:
        return True
    return low in {"that", ":", *known.DETERMINERS, *known.PRONOUNS} or (
        index < len(tokens) and tokens[index].capital
    )


def _inverted(tokens: Sequence[Token], index: int, verb: str, form: str) -> Cue | None:
    """ "…," said the mayor of Oslo."""
    if verb not in known.INVERTED or form not in ("past", "third") or index == 0:
        return None
    before, after = tokens[index - 1], tokens[index + 1] if index + 1 < len(tokens) else None
    quoted = before.quoted and before.text[0] in _CLOSING_MARKS
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
        if token.quoted or token.text in (",", *_STOPS):
            return True
        if token.low in known.AUXILIARIES or token.low in known.FORMS:
            return False
    return True


def _name_end(tokens: Sequence[Token], start: int) -> int:
    """Where the speaker after an inverted verb ends, with what is told about them."""
    end, commas = start, 0
    while end < len(tokens) and end - start < 40:
        token = tokens[end]
        if token.quoted or token.text in _STOPS or token.text in ("—", "–", ":"):
            break
        if token.text == ",":
            follows = _low(tokens, end + 1)
            if commas or follows.endswith("ing") or follows in ("and", "but", "in", "as", "while"):
                break
            if end + 1 >= len(tokens) or tokens[end + 1].quoted:
                break
            commas += 1
        elif end > start and (
            token.low in known.DAYS
            or _occasion(tokens, end)
            or token.low in ("as", "while", "when")
        ):
            break
        end += 1
    while end > start + 1 and tokens[end - 1].low in ("on", "in", ",", "at", "late", "last", "and"):
        end -= 1
    return end


def _occasion(tokens: Sequence[Token], index: int) -> bool:
    """Whether "in a statement", "to reporters" or the like begins here."""
    if tokens[index].low not in ("in", "at", "during", "on", "to", "via", "after", "by"):
        return False
    return any(t.low in known.OCCASIONS for t in tokens[index + 1 : index + 6])


def _resume(tokens: Sequence[Token], end: int) -> int:
    """Where what is said goes on after its cue: the next quotation, or the end."""
    for index in range(end, min(len(tokens), end + 30)):
        token = tokens[index]
        if token.quoted and token.text[0] in _OPENING_MARKS:
            return index
        if token.text in (";",) or (token.text == "," and not _quote_next(tokens, index)):
            return len(tokens)
    return len(tokens)


def _quote_next(tokens: Sequence[Token], index: int) -> bool:
    """Whether a quotation opens right after this token."""
    return index + 1 < len(tokens) and tokens[index + 1].text[0] in _OPENING_MARKS


def _closing(tokens: Sequence[Token], who: Range, words: Range, verb: str) -> Cue | None:
    """ "…, the source said": what is said stands before, or around."""
    border = who[0] - 1
    while border >= 0 and tokens[border].low in ("as", "and", "but") and not tokens[border].quoted:
        border -= 1
    if border < 1:
        return None
    before = tokens[border]
    quoted = before.quoted and before.text[0] in _CLOSING_MARKS
    if not quoted and (before.text not in (",", "—", "–", "--") or verb not in known.PARENTHETIC):
        return None
    if not quoted and not _has_statement(tokens, border):
        return None
    after = _skip(tokens, words[1], verb)
    if quoted and not _leaves_off(tokens, after, strict=False):
        return None
    if not quoted and not _leaves_off(tokens, after, strict=True):
        return None
    content = border + 1 if quoted else border
    resume = _resume(tokens, after) if quoted else _around(tokens, after, border)
    return Cue(BEFORE, verb, who, words, content, resume)


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
    if token.text in (",", "—", "–", "--") or token.text in _STOPS:
        return not (strict and token.text == "," and _quote_next(tokens, index) and False)
    if token.text[0] in _OPENING_MARKS and token.quoted:
        return not strict
    return not strict and token.low in (
        "of", "in", "as", "at", "to", "on", "during", "when", "while", "after", "before", "about",
        "from", "with", "for", "by", "and", "but", "(",
    )  # fmt: skip


def _around(tokens: Sequence[Token], index: int, border: int) -> int:
    """Where a sentence goes on after ", she said,": only after a start that holds no verb."""
    size = len(tokens)
    if index + 1 >= size or tokens[index].text != "," or border > 12:
        return size
    following = tokens[index + 1].low
    if following.endswith("ing") or following in ("who", "which", "and", "but", "while", "as"):
        return size
    verbs = (is_auxiliary(t.low) or t.low in known.FORMS for t in tokens[:border])
    return size if any(verbs) else index + 1


def _skip(tokens: Sequence[Token], index: int, verb: str) -> int:
    """The first token after whom it was said to, when and where."""
    if "a" in known.FRAMES.get(verb, ""):
        index = _addressee(tokens, index)
    for _ in range(4):
        after = _one_adjunct(tokens, index)
        if after == index:
            break
        index = after
    return index


def _addressee(tokens: Sequence[Token], index: int) -> int:
    """Past the person who was told."""
    start = index
    if _low(tokens, index) in ("him", "her", "them", "me", "us", "you", "it"):
        return index + 1
    while index < len(tokens) and index - start < 10:
        token = tokens[index]
        if token.quoted or token.low in ("that", "to", "of", "in", "on", "during", "at", "about"):
            break
        if not token.word and token.text not in ("&", "’", "'"):
            break
        if token.low in known.DAYS or token.low in known.PRONOUNS | known.QUESTION_WORDS:
            break
        if index > start and _ends_addressee(tokens, index):
            break
        index += 1
    return index


def _ends_addressee(tokens: Sequence[Token], index: int) -> bool:
    """Whether the name before is complete and a clause begins: "told reporters the", "told AP it"."""
    before, token = tokens[index - 1], tokens[index]
    if token.low in known.DETERMINERS and before.low not in known.DETERMINERS:
        return True
    return token.capital and not before.capital and before.low.endswith("s")


def _one_adjunct(tokens: Sequence[Token], index: int) -> int:
    """Past one time, occasion or adverb; `index` where none stands."""
    low = _low(tokens, index)
    if not low or tokens[index].quoted:
        return index
    if low in known.ADVERBS or (low.endswith("ly") and len(low) > 4):
        return index + 1
    if low in known.TIMES or low in known.MONTHS or (low == "on" and _time(tokens, index + 1)):
        end = index + 1
        while end < len(tokens) and (_time(tokens, end) or tokens[end].low.isdigit()):
            end += 1
        return end
    if low == "in" and _low(tokens, index + 1) in known.MONTHS | {"2015", "2016"}:
        return index + 2
    return _past_occasion(tokens, index) if _occasion(tokens, index) else index


def _time(tokens: Sequence[Token], index: int) -> bool:
    """Whether the token tells when."""
    low = _low(tokens, index)
    return low in known.TIMES or low in known.MONTHS


def _past_occasion(tokens: Sequence[Token], index: int) -> int:
    """Past "in an interview with the paper": to the noun, and its own preposition phrase."""
    end = index + 1
    while end < len(tokens) and tokens[end].low not in known.OCCASIONS:
        end += 1
    while end < len(tokens) and tokens[end].low in known.OCCASIONS:
        end += 1
    if _low(tokens, end) in ("with", "to", "in", "on", "from", "of", "at", "by"):
        near = end + 1
        while near < len(tokens) and near - end < 9:
            token = tokens[near]
            if token.quoted or not token.word or token.low in ("that", *known.PRONOUNS):
                return near
            if _time(tokens, near):
                return near
            if near > end + 1 and not token.capital and tokens[near - 1].capital:
                return near
            near += 1
    return end


def _before_content(
    tokens: Sequence[Token], who: Range | None, words: Range, verb: str
) -> Cue | None:
    """ "The mayor said (that) …": what is said follows."""
    start, marked = _content_start(tokens, words[1], verb)
    if start is None:
        return None
    if who is None and not (marked or verb in ("say", "add")):
        return None
    if who is None and not _carries_on(tokens, words[0]):
        return None
    return Cue(AFTER, verb, who, words, start, len(tokens), shared=who is None, marked=marked)


def _carries_on(tokens: Sequence[Token], start: int) -> bool:
    """Whether a verb without a subject shares that of the verb before: "and said", ", added"."""
    return _low(tokens, start - 1) in ("and", "but", ",", "or", "then", "to")


def _content_start(tokens: Sequence[Token], index: int, verb: str) -> tuple[int | None, bool]:
    """Where what is said begins after the cue, and whether something marks it."""
    frames = known.FRAMES.get(verb, "c")
    marker = _marker(tokens, index, frames)
    if marker is not None:
        return marker, True
    near = _skip(tokens, index, verb)
    if near >= len(tokens) or tokens[near].text in (",", ")", *_STOPS):
        return None, False
    low = tokens[near].low
    if low in known.QUESTION_WORDS and ("q" in frames or "c" in frames or "t" in frames):
        return near, True
    if low == "to" and ("i" in frames or "a" in frames):
        return near, True
    if "c" in frames and (low not in known.PREPOSITIONS or low in ("after", "in", "on", "at")):
        return near, False
    if "o" in frames and low not in known.PREPOSITIONS - {"about"} and low != "to":
        return near, False
    return None, False


def _marker(tokens: Sequence[Token], index: int, frames: str) -> int | None:
    """The "that", colon or quotation which begins what is said, near the cue."""
    for near in range(index, min(len(tokens), index + _MOST_BETWEEN)):
        token = tokens[near]
        if token.quoted and token.text[0] in _OPENING_MARKS:
            return near if near - index < 1 or _comma_before(tokens, near, index) else None
        if token.text == ":":
            return near + 1 if near + 1 < len(tokens) else None
        if token.low == "that" and ("c" in frames or "t" in frames or "a" in frames):
            return near if _only_between(tokens, index, near) else None
        if token.text in _STOPS or (token.text == "," and not _quote_next(tokens, near)):
            return None
    return None


def _comma_before(tokens: Sequence[Token], near: int, index: int) -> bool:
    """Whether a comma parts the cue from the quotation."""
    return tokens[near - 1].text in (",", ":") and near - index <= 14


def _only_between(tokens: Sequence[Token], index: int, near: int) -> bool:
    """Whether between cue and "that" stand only a hearer, a time, an occasion."""
    between = tokens[index:near]
    return not any(
        t.low in known.AUXILIARIES or (t.low in known.FORMS and t.low not in known.OCCASIONS)
        or t.low in known.PRONOUNS
        for t in between
    )  # fmt: skip


def _participle(
    tokens: Sequence[Token], start: int, last: int, floor: int, verb: str
) -> Cue | None:
    """ ", adding that …" with the subject of before; "with the ministers warning that …"."""
    content, marked = _content_start(tokens, last, verb)
    if content is None:
        return None
    before = _low(tokens, start - 1)
    if before in (",", "—", "–", "by", "after", "before", "while", "and", "in", "without"):
        strong = marked or verb in ("say", "add", "claim", "call", "cite")
        if before in ("and", "in") and not marked:
            return None
        return _shared(start, last, content, verb, len(tokens), marked) if strong else None
    return _with(tokens, start, last, floor, verb, content)


def _shared(start: int, last: int, content: int, verb: str, end: int, marked: bool) -> Cue:  # noqa: FBT001
    """A cue whose speaker is that of the cue before."""
    return Cue(AFTER, verb, None, (start, last), content, end, shared=True, marked=marked)


def _with(
    tokens: Sequence[Token], start: int, last: int, floor: int, verb: str, content: int
) -> Cue | None:
    """ "…, with the ministers warning that …"."""
    near = start
    while near > max(floor, start - 8) and tokens[near - 1].word and tokens[near - 1].low != "with":
        near -= 1
    if near == start or _low(tokens, near - 1) != "with":
        return None
    return Cue(AFTER, verb, (near, start), (start, last), content, len(tokens), aside=True)
