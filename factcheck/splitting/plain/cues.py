"""Words of saying, and which words around them are said: one look at each token. Pure."""

from collections.abc import Sequence

from factcheck.splitting.plain import lexicon as known
from factcheck.splitting.plain.cue import (
    AFTER,
    BEFORE,
    OPENING,
    OPENING_MARKS,
    STOPS,
    Cue,
    low_at,
)
from factcheck.splitting.plain.enclosing import closing, inverted, leading
from factcheck.splitting.plain.following import before_content, marker, participle
from factcheck.splitting.plain.subjects import Range, chain_start, subject
from factcheck.splitting.plain.tokens import Token

# a word after these is a noun or tells about one: "the alleged thief", "his claims"
_ARTICLES = frozenset("the a an its their our my your this these his no every".split())


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
    if low == "according" and low_at(tokens, index + 1) == "to":
        return _according(tokens, index)
    if low in known.NOUNS and low_at(tokens, index + 1) == "that":
        cue = _noun(tokens, index, floor)
        if cue:
            return cue
    form = known.FORMS.get(low)
    return _verb(tokens, index, floor, *form) if form else None


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
    if token.quoted or token.text in (",", ";", ":", "—", "–", "--", "(") or token.text in STOPS:
        return True
    return token.low in ("that", "and") and low_at(tokens, index + 1) in known.PRONOUNS


def _past_appositions(tokens: Sequence[Token], comma: int) -> int:
    """The comma that ends "Ann Lie, a professor of law," before what she says."""
    for index in range(comma + 1, min(len(tokens), comma + 14)):
        first = low_at(tokens, comma + 1)
        if first not in ("a", "an", "who", "which"):
            break
        if tokens[index].text == "," and index + 1 < len(tokens):
            return index
    return comma


def _noun(tokens: Sequence[Token], index: int, floor: int) -> Cue | None:
    """ "her warning that …", "the bank's claim that …"."""
    owner = low_at(tokens, index - 1)
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
    last = _past_particle(tokens, index, verb)
    particle = last > index + 1
    if verb in known.ONLY_PHRASES and not particle:
        return None
    turned = inverted(tokens, index, verb, form) if not particle else None
    if turned:
        return turned
    start = chain_start(tokens, index, floor)
    if form == "past" and _passive(tokens, start, index):
        return None
    if form == "ing" and not any(t.low in known.BE for t in tokens[start:index]):
        return participle(tokens, start, last, floor, verb)
    who = subject(tokens, start, floor)
    around = closing(tokens, who, (start, last), verb) if who and form != "base" else None
    if not around and not _agrees(tokens, start, index, who, verb, form, last):
        return None
    if who and form == "base":
        around = closing(tokens, who, (start, last), verb)
    if who and not around:
        around = leading(tokens, who, (start, last), verb)
    return around or before_content(tokens, who, (start, last), verb)


def _past_particle(tokens: Sequence[Token], index: int, verb: str) -> int:
    """Where the cue ends: after "for" in "called for" and in "called Monday for"."""
    particles = known.PARTICLES.get(verb, ())
    if low_at(tokens, index + 1) in particles:
        return index + 2
    late = low_at(tokens, index + 1) in known.DAYS and low_at(tokens, index + 2) in particles
    return index + 3 if late else index + 1


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
    before = low_at(tokens, index - 1)
    if before in _ARTICLES:
        return False
    if form in ("base", "third") and before in known.DETERMINERS | {"of", "in", "for", "'s", "’s"}:
        return False
    helped = start < index and any(
        t.low in known.MODALS or t.low == "to" or t.low.endswith(("n't", "n’t"))
        for t in tokens[start:index]
    )
    if form == "base":
        return helped or (who is not None and _plural(tokens, who, verb))
    if form == "third" and "n" in known.FRAMES[verb]:
        return who is not None and (
            _content_begins(tokens, last)
            or tokens[who[1] - 1].low in known.PRONOUNS
            or marker(tokens, last, known.FRAMES[verb]) is not None
        )
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
    low = low_at(tokens, index)
    if index < len(tokens) and tokens[index].text[0] in OPENING_MARKS:
        return True
    return low in {"that", ":", *known.DETERMINERS, *known.PRONOUNS} or (
        index < len(tokens) and tokens[index].capital
    )
