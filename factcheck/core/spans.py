"""Positions in a text. Offsets count code points, the end is exclusive."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

CONTEXT = 32
LONGEST_OVERLAP = 100

# vowel signs and accents that stand as characters of their own belong to the letter before them
_MARKS = "".join(
    chr(code) for code in range(0x300, 0xFE30) if unicodedata.category(chr(code))[0] == "M"
)
# letters and digits in a row, with their marks; a pattern to build words from
LETTERS = rf"(?:[^\W_][{_MARKS}\u00ad\u200c\u200d\u2060]*+)++"
# what joins letters to one word: don't, cease-fire, rock-'n'-roll, 3,412, 2.5, U.N, 10:30
_INSIDE = r"(?:[-‐‑]['’]?|['’][-‐‑]?|(?<=\d)[.,:](?=\d)|(?<=\b[^\W\d_])\.(?=[^\W\d_]\b))"
_WORD = re.compile(rf"{LETTERS}(?:{_INSIDE}{LETTERS})*+%?")
# titles and the like: a name or a number follows, never a new sentence
_TITLES = frozenset(
    """
    mr mrs ms messrs dr drs prof profs rev revs gen gens col lt sgt capt maj cmdr adm gov govs sen
    sens rep reps hon vs cf ca approx e.g i.e
    """.split()
)
# these may end a sentence as well: it goes on unless a word follows that commonly opens one
_ABBREVIATIONS = frozenset(
    "st mt dept inc ltd corp co bros jr sr etc est esq a.m p.m calif conn okla".split()
)
_OPENERS = frozenset(
    """
    a after although an and as at because before but by during each every for from he her his how
    however i if in instead it its last later many meanwhile more most much neither no nobody not
    nothing now of on one only our she since so some still such that the their then there these
    they this those though to two under until we what when where which while who why with yet you
    """.split()
)
# short for something only where a number follows: "No. 3", "Mar. 4", but "She said no. He sat."
_BEFORE_NUMBERS = frozenset(
    """
    no nos fig vol art p pp sec ch jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu
    fri sat sun
    """.split()
)
# full stops and question marks of Indic, Arabic, Armenian, Ethiopic and Khmer writing
_OTHER_STOPS = "।॥۔؟։።፧៕។"
# each alternative takes a whole run and nothing shorter, so that a run of stops is read once
_STOP = re.compile(
    r"(?<![.!?…])[.!?…]++[\"'”’»)\]]*+(?=\s|$)|[。！？]++[」』”’）]*+"
    rf"|[{_OTHER_STOPS}]++[\"'”’»)\]]*+(?=\s|$)|\n{{2,}}+"
)
_OPENER = re.compile(r"\s+[\"'“‘«(\[]*([^\W\d_]+)")
_SOLID = re.compile(r"\S")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NUMBER_FOLLOWS = re.compile(r"\s*\d")


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: `0 <= start < end`. Raises ValueError for anything else."""

    start: int
    end: int

    def __post_init__(self) -> None:
        if not 0 <= self.start < self.end:
            raise ValueError(f"A span from {self.start} to {self.end} holds no text.")

    def __len__(self) -> int:
        return self.end - self.start

    def overlaps(self, other: "Span") -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def contains(self, other: "Span") -> bool:
        """Whether the other lies wholly inside this one; equal spans contain each other."""
        return self.start <= other.start and other.end <= self.end


def cut(text: str, span: Span) -> str:
    """The words of the span. Raises ValueError where it reaches past the text."""
    if span.end > len(text):
        raise ValueError("The span reaches past the end of the text.")
    return text[span.start : span.end]


def join_quotes(quotes: Iterable[str]) -> str:
    """The parts of a statement that the text breaks up, as one line."""
    return " … ".join(quotes)


def words_at(text: str, spans: Iterable[Span]) -> str:
    """The words of several spans, as one line."""
    return join_quotes(cut(text, span) for span in spans)


def one_line(text: str) -> str:
    """The words of a text with single spaces between them."""
    return " ".join(text.split())


def first_words(text: str, count: int) -> str:
    """The first words of a text on one line, and an ellipsis where more follow."""
    found = text.split(maxsplit=count)
    return " ".join(found[:count]) + (" …" if len(found) > count else "")


def context(text: str, span: Span, width: int = CONTEXT) -> tuple[str, str]:
    """Up to `width` characters before and after the span."""
    return text[max(0, span.start - width) : span.start], text[span.end : span.end + width]


def trimmed(text: str, span: Span) -> Span | None:
    """The span without white space at its ends, or None where nothing is left."""
    words = cut(text, span)
    start = span.start + len(words) - len(words.lstrip())
    end = span.end - (len(words) - len(words.rstrip()))
    return Span(start, end) if start < end else None


def words(text: str, within: Span | None = None) -> list[Span]:
    """The words of the text (or of a stretch of it), in order.

    Numbers with their separators (3,412 or 2.5) are one word, and so are words with an apostrophe
    or a hyphen inside. Linear in the length of the text.
    """
    start, end = (within.start, within.end) if within else (0, len(text))
    return [Span(*match.span()) for match in _WORD.finditer(text, start, end)]


def word_edges(text: str, within: Span) -> list[tuple[int, int]]:
    """Where the words of a stretch start and end, bare: for counting whole articles."""
    return [match.span() for match in _WORD.finditer(text, within.start, within.end)]


def sentences(text: str, within: Span | None = None) -> list[Span]:
    """The sentences of the text (or of a stretch of it), in order, without outer white space.

    A full stop ends a sentence unless it follows an abbreviation, an initial, or a small letter
    follows it; closing quotation marks and brackets belong to the sentence. Linear.
    """
    begin, end = (within.start, within.end) if within else (0, len(text))
    found: list[Span] = []
    start = begin
    for stop in _STOP.finditer(text, begin, end):
        if stop.start() < start or not _ends(text, start, stop, end):
            continue
        _add(found, text, start, stop.end())
        start = stop.end()
    _add(found, text, start, end)
    return found


def _add(found: list[Span], text: str, start: int, end: int) -> None:
    """Keep a sentence, if anything but white space stands in it."""
    span = trimmed(text, Span(start, end)) if start < end else None
    if span:
        found.append(span)


def _ends(text: str, start: int, stop: re.Match[str], end: int) -> bool:
    """Whether a full stop, or its like, ends the sentence."""
    mark = stop.group()[0]
    if mark in "\n。！？" or mark in _OTHER_STOPS:
        return True
    if mark != ".":
        return not _small_follows(text, stop.end(), end)
    token = _token_before(text, start, stop.start())
    if token.rpartition("-")[2] in _TITLES:  # also "then-Sen. Lie"
        return _SOLID.search(text, stop.end(), end) is None
    if token in _ABBREVIATIONS or _INITIALS.fullmatch(token):
        # "U.N. resolution" and "J. R. Lie" go on; "to the U.S. The army" does not
        return _opens(text, stop.end(), end)
    if token in _BEFORE_NUMBERS and _NUMBER_FOLLOWS.match(text, stop.end(), end):
        return False
    return not _small_follows(text, stop.end(), end)


def _token_before(text: str, start: int, stop: int) -> str:
    """What stands directly before a full stop, in small letters."""
    last = text[max(start, stop - 12) : stop].rsplit(maxsplit=1)
    return last[-1].lower().lstrip("(“\"'‘[") if last else ""


def _opens(text: str, position: int, end: int) -> bool:
    """Whether nothing follows, or a capitalised word that commonly opens a sentence."""
    word = _OPENER.match(text, position, min(end, position + 40))
    if word is None:
        return _SOLID.search(text, position, end) is None
    return word[1][0].isupper() and word[1].lower() in _OPENERS


def _small_follows(text: str, position: int, end: int) -> bool:
    """Whether the next visible character is a small letter: then the sentence goes on."""
    following = text[position : min(end, position + 8)].lstrip()
    return bool(following) and following[0].islower()


def find_all(text: str, quote: str) -> list[Span]:
    """Every place where the quote stands, in order. Empty quotes stand nowhere.

    Places of a short quote may overlap. Those of one longer than 100 characters do not: where such
    a quote overlaps itself it is nobody's sentence, and looking at each would cost its square.
    """
    found: list[Span] = []
    step = 1 if len(quote) <= LONGEST_OVERLAP else len(quote)
    position = text.find(quote) if quote else -1
    while position >= 0:
        found.append(Span(position, position + len(quote)))
        position = text.find(quote, position + step)
    return found


def nearest(spans: Iterable[Span], to: Span) -> Span | None:
    """The span with the smallest gap to another one; the earlier of two that are as near."""
    return min(
        spans,
        key=lambda span: (max(span.start - to.end, to.start - span.end, 0), span.start),
        default=None,
    )


def joined(spans: Iterable[Span]) -> list[Span]:
    """The same stretches in order, with overlapping and touching ones made one."""
    whole: list[Span] = []
    for span in sorted(spans):
        if whole and span.start <= whole[-1].end:
            whole[-1] = Span(whole[-1].start, max(whole[-1].end, span.end))
        else:
            whole.append(span)
    return whole
