"""What was typed into a search box, and the words of a text as the search knows them. Pure.

A word is a run of letters and digits, without accents and in small letters, in any script. So what
one person writes as "Müller" is found by "muller", on both databases alike: they are given words
that are folded already, and fold nothing themselves.
"""

import re
import unicodedata
from dataclasses import dataclass

MOST = 8  # words of one question
LONGEST = 64  # letters of one word; the rest of a longer one tells nothing apart
CHUNKS = re.compile(r'"([^"]*)"?|(\S+)')
WORDS = re.compile(r"[^\W_]+")
QUOTES = str.maketrans("“”„«»‟", '""""""')


def search_words(q: str) -> list[str]:
    """The words to look for: the first few, without the sign that no database takes."""
    return q.replace("\0", " ").split()[:MOST]


def words_of(text: str) -> list[str]:
    """The words of a text in their order, folded."""
    if not text.isascii():
        text = "".join(
            sign
            for sign in unicodedata.normalize("NFKD", text)
            if not unicodedata.category(sign).startswith("M")
        )
    return [word[:LONGEST] for word in WORDS.findall(text.casefold())]


def folded(*texts: str) -> str:
    """The words of some texts, the same text only once, as they are kept to be searched."""
    return " ".join(word for text in dict.fromkeys(texts) for word in words_of(text))


@dataclass(frozen=True, slots=True)
class SearchTerms:
    """What somebody looks for: all of these words, and these stretches of words as they stand.

    The last word is looked for as the beginning of one, where it was left open.
    """

    words: tuple[str, ...] = ()
    open_word: str = ""
    phrases: tuple[tuple[str, ...], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.open_word)

    @property
    def in_order(self) -> str:
        """Everything as it was typed."""
        return " ".join([*self.words, *filter(None, [self.open_word])])

    def matches(self, word: str) -> bool:
        """Whether a folded word is one of those that are looked for."""
        return word in self.words or bool(self.open_word and word.startswith(self.open_word))

    def closeness(self, head: str) -> int:
        """How well a name or sentence, folded, fits: best where it has all of it as it was typed."""
        end = "" if self.open_word else " "
        if f" {self.in_order}{end}" in f" {head} ":
            return 2
        words = head.split()
        whole = set(words).issuperset(self.words)
        begun = not self.open_word or any(word.startswith(self.open_word) for word in words)
        return 1 if whole and begun else 0


def read_terms(q: str) -> SearchTerms:
    """Read what was typed: words, "stretches in quotes", the beginning of a last word.

    What is written as one, with a hyphen or a point inside, stands together: it is a stretch too.
    """
    words: list[str] = []
    phrases: list[tuple[str, ...]] = []
    left_open = ""
    for quoted, plain in CHUNKS.findall(q.replace("\0", " ").translate(QUOTES)):
        found = words_of(quoted or plain)[: MOST - len(words)]
        words += found
        if len(found) > 1:
            phrases.append(tuple(found))
        left_open = found[-1] if found and plain and len(found) == 1 else ""
    if left_open and len(left_open) > 1 and not q[-1:].isspace():
        return SearchTerms(_once(words[:-1]), left_open, tuple(phrases))
    return SearchTerms(_once(words), "", tuple(phrases))


def _once(words: list[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(words))
