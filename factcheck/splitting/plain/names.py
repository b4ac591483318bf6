"""Whom a mention means: one name for all mentions of one speaker, and never one for two people."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

from factcheck.splitting.lexicon.names import DOCUMENTS, HE, ORGANISATIONS, SHE, TITLES

_WORD = re.compile(r"[^\W_](?:[^\W_]|[-‐‑.'’&](?=[^\W_]))*+\.?")
_REMARK = re.compile(r"\s*(?:,|;|\(|—|–|--|\bwho\b|\bwhich\b|\bwhose\b)")
_BEHIND_NAME = re.compile(
    r"\s+(?:of|for|in|at|from|with|on|by|to|familiar|close|involved|released)\s"
)
_RUN = re.compile(
    r"(?:\b[^\W\d_a-z][^\W\d_]*+(?:[-'’][^\W\d_]++)*+\.?[ \u00a0]){1,7}[^\W\d_a-z][^\W\d_]++"
)
_THAT = frozenset("the that this those these".split())
_PRONOUNS = frozenset("he his she her they their it its we i you who".split())
_ARTICLES = frozenset("the a an this that these those his her its their our my".split())
_RECENT = 12  # how many mentions back a pronoun may refer
_LONGEST_NAME = 4  # words


@dataclass(slots=True)
class PlainSpeaker:
    """A speaker of the text."""

    name: str
    kind: str  # person organisation document unnamed
    head: str
    gender: str = ""


class Names:
    """The speakers of a text so far. Call `meant` in the order of the text."""

    def __init__(self, text: str, *, is_english: bool) -> None:
        self.text = text
        self.is_english = is_english
        self._full, self._titled = _introduced(text)
        self._known: dict[str, PlainSpeaker] = {}
        self._met: list[PlainSpeaker] = []

    def meant(self, start: int, end: int) -> PlainSpeaker:
        """The speaker whom these words mean."""
        words = self.text[start:end]
        found = self._of(_core(words)) if self.is_english else self._as_written(words)
        self._met.append(found)
        return found

    def _keep(self, one: PlainSpeaker) -> PlainSpeaker:
        """The speaker of that name met before; otherwise this one, remembered."""
        return self._known.setdefault(one.name.lower(), one)

    def _as_written(self, written: str) -> PlainSpeaker:
        """A speaker in a language without known titles: a person if all words are capitalised."""
        parts = written.split()
        person = len(parts) > 1 and all(part[0].isupper() for part in parts)
        name = " ".join(parts)
        return self._keep(PlainSpeaker(name, "person" if person else "unnamed", parts[-1].lower()))

    def _of(self, core: str) -> PlainSpeaker:
        words = _WORD.findall(core)
        low = core.lower()
        if low in _PRONOUNS or not words:
            return self._pronoun(low)
        head = words[-1].lower().rstrip(".")
        if words[-1][0].isupper():
            return self._proper(words)
        if words[0].lower() in _THAT:
            return self._met_before(words, head) or self._common(words, head)
        return self._common(words, head)

    def _pronoun(self, low: str) -> PlainSpeaker:
        """The last speaker whom a pronoun can mean."""
        gender = "he" if low in HE else "she" if low in SHE else ""
        wanted = {"person", "unnamed"} if gender or low == "who" else {"organisation", "document"}
        for one in reversed(self._met[-_RECENT:]):
            if one.kind in wanted and (not gender or one.gender in {"", gender}):
                one.gender = one.gender or gender
                return one
        return PlainSpeaker(low, "unnamed", low, gender)

    def _met_before(self, words: Sequence[str], head: str) -> PlainSpeaker | None:
        """ "The source", "the mayor": the speaker introduced by that word, if there is only one."""
        titled = self._titled.get(head, set())
        if len(titled) == 1:
            return self._keep(PlainSpeaker(next(iter(titled)), "person", head))
        telling = {word.lower() for word in words[1:-1]}
        fitting = [
            one
            for one in self._known.values()
            if one.head == head and telling <= set(one.name.lower().split())
        ]
        return fitting[0] if len(fitting) == 1 else None

    def _common(self, words: Sequence[str], head: str) -> PlainSpeaker:
        """A speaker without a name: "a source"."""
        first = words[0].lower() if words[0].lower() in _ARTICLES else words[0]
        name = " ".join([first, *words[1:]])
        kind = "document" if head in DOCUMENTS else "organisation" if head in ORGANISATIONS else ""
        return self._keep(PlainSpeaker(name, kind or "unnamed", head))

    def _proper(self, words: Sequence[str]) -> PlainSpeaker:
        """A speaker with a name: a person, or an organisation or document by its words."""
        lows = [word.lower().rstrip(".") for word in words]
        bare = " ".join(words[1:] if lows[0] in _ARTICLES and len(words) > 1 else words)
        if lows[-1] in DOCUMENTS:
            return self._keep(PlainSpeaker(bare, "document", lows[-1]))
        person = _person(words)
        if not person or _is_organisation(words, lows):
            return self._keep(PlainSpeaker(bare, "organisation", lows[-1]))
        full = self._full.get(person[-1], set())
        name = next(iter(full)) if len(person) == 1 and len(full) == 1 else " ".join(person)
        title = set(lows) - {word.lower() for word in person}
        gender = "he" if title & HE else "she" if title & SHE else ""
        made = self._keep(PlainSpeaker(name, "person", lows[-1], gender))
        made.gender = made.gender or gender
        return made


def _introduced(text: str) -> tuple[dict[str, set[str]], dict[str, set[str]]]:
    """The full names of a text by their last name, and by the title before them."""
    full: dict[str, set[str]] = defaultdict(set)
    titled: dict[str, set[str]] = defaultdict(set)
    for match in _RUN.finditer(text):
        words = _WORD.findall(match.group())
        lows = [word.lower().rstrip(".") for word in words]
        person = _person(words)
        if len(person) < 2 or _is_organisation(words, lows):
            continue
        full[person[-1]].add(" ".join(person))
        if len(person) < len(words):
            titled[lows[-len(person) - 1]].add(" ".join(person))
    return full, titled


def _core(written: str) -> str:
    """The words without the description: "Ann Lie, the mayor" is "Ann Lie"."""
    remark = _REMARK.search(written, 1)
    core = written[: remark.start()] if remark else written
    core = core.strip(" \"“”‘\n\t\u00a0'’").removesuffix("'s").removesuffix("’s")
    behind = _BEHIND_NAME.search(core)
    if behind is not None:
        before = _WORD.findall(core[: behind.start()])
        named = bool(before) and before[-1][0].isupper()
        if named and not _is_organisation(before, [word.lower() for word in before]):
            core = core[: behind.start()]
    return " ".join(core.split()) or written.strip()


def _person(words: Sequence[str]) -> list[str]:
    """The words of a person's name: the last capitalised run, without titles and initials."""
    name: list[str] = []
    for word in reversed(words):
        if not word[0].isupper() or word.lower().rstrip(".") in TITLES or "." in word[:-1]:
            break
        if len(word.rstrip(".")) > 1:
            name.insert(0, word)
    return name if len(name) <= _LONGEST_NAME else []


def _is_organisation(words: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether the words name an organisation: by one of its words, or as an abbreviation."""
    if not words:
        return False
    if lows[-1] in ORGANISATIONS or ("of" in lows and not ORGANISATIONS.isdisjoint(lows)):
        return True
    return (len(words[-1]) > 1 and words[-1].isupper()) or any(map(str.isdigit, words[-1]))
