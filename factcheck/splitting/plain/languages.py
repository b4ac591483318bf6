"""Where sentences end in other languages: what a full stop after "Abs." or "3." means there.

A library knows the abbreviations and ordinals of some hundred languages; our own splitter knows
quotations and initials. A sentence ends where both see an end.
"""

import re

import sentencex

from factcheck.core.spans import Span, cut, sentences

_HALF = re.compile(r"[\ud800-\udfff]")


def is_english(language: str) -> bool:
    """Whether a language tag, such as "en-GB", names English."""
    return language.lower().replace("_", "-").split("-")[0] == "en"


def sentences_in(text: str, within: Span, language: str | None) -> list[Span]:
    """The sentences of a span, in order, without outer white space.

    Our own borders apply if the language is missing, English, or unknown to the library. A border
    that only the library finds is ignored. Linear in the length of the span.
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
    """Where the library ends a sentence, without the white space after it."""
    borders = sentencex.get_sentence_boundaries(language, _HALF.sub("\ufffd", words))
    return {
        border["start_index"] + len(words[border["start_index"] : border["end_index"]].rstrip())
        for border in borders
    }
