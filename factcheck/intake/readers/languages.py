"""Which language a text is in, told by its small words. Pure."""

import re
from collections import Counter

READ = 20_000  # characters that are looked at

# the commonest small words of each language: enough to tell a page of text, not a line
_SMALL_WORDS = {
    "en": "the of and to in that is for on with was as by said from".split(),
    "de": "der die das und ist nicht mit den von zu ein auf sich im dem".split(),
    "fr": "le la les et des est une dans que pour qui sur pas au par".split(),
    "es": "el los las y que en del una por con para se es su al".split(),
    "it": "il gli che di non una per con del della sono è le nel si".split(),
    "nl": "de het een van en dat niet met op zijn voor is aan te ook".split(),
    "pt": "o os as que não uma para com do da em por se ao dos".split(),
}
_WORD = re.compile(r"[^\W\d_]+")


def language(text: str) -> str | None:
    """The language as a BCP 47 tag; None where that is not plain."""
    words = Counter(_WORD.findall(text[:READ].casefold()))
    counts = sorted(
        ((sum(words[word] for word in small), tag) for tag, small in _SMALL_WORDS.items()),
        reverse=True,
    )
    (most, tag), (second, _) = counts[0], counts[1]
    plain = most >= 3 and most >= 0.08 * words.total() and most >= 1.5 * second
    return tag if plain else None
