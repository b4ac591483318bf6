"""Where sentences end in other languages: what a full stop after "Abs." or "3." means there.

The borders are a library's, which knows the abbreviations and the ordinals of some hundred
languages; our own splitter knows quotations and initials. Where both see an end, a sentence ends.
"""

import re

import sentencex

from factcheck.core.spans import Span, cut, sentences

_HALF = re.compile(r"[\ud800-\udfff]")


def is_english(language: str) -> bool:
    """Whether a language tag, "en-GB" or the like, names English."""
    return language.lower().replace("_", "-").split("-")[0] == "en"


def sentences_in(text: str, within: Span, language: str | None) -> list[Span]:
    """The sentences of a stretch, in order, without outer white space.

    Without a language, in English, and in one that the library does not know, our own borders
    stand; a border that only the library sees is none. Linear in the length of the stretch.
    """
    ours = sentences(text, within)
    if not language or is_english(language) or len(ours) < 2:
        return ours
    ends = _ends(cut(text, within), language.lower().replace("_", "-").split("-")[0])
    found: list[Span] = []
    open_since: int | None = None
    for sentence in ours:
        start = sentence.start if open_since is None else open_since
        if sentence.end - within.start in ends or sentence is ours[-1]:
            found.append(Span(start, sentence.end))
            open_since = None
        else:
            open_since = start
    return found


def _ends(words: str, language: str) -> set[int]:
    """Where the library ends a sentence, white space after it left out."""
    borders = sentencex.get_sentence_boundaries(language, _HALF.sub("\ufffd", words))
    return {
        border["start_index"] + len(words[border["start_index"] : border["end_index"]].rstrip())
        for border in borders
    }
