"""Who is meant: one name for all mentions of one speaker, never two people in one. Pure."""

import re
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

from factcheck.splitting.plain import lexicon as known

PERSON, ORGANISATION, DOCUMENT, UNNAMED = "person", "organisation", "document", "unnamed"
_WORD = re.compile(r"[^\W_](?:[^\W_]|[-‐‑.'’&](?=[^\W_]))*+\.?")
_CUT = re.compile(r"\s*(?:,|;|\(|—|–|--|\bwho\b|\bwhich\b|\bwhose\b)")
_OF = re.compile(
    r"\s+(?:of|for|in|at|from|with|on|by|to|familiar|close|involved|briefed|speaking|released)\s"
)
_NAMES = re.compile(
    r"(?:\b[^\W\d_a-z][^\W\d_]*+(?:[-'’][^\W\d_]++)*+\.?[ \u00a0]){1,7}[^\W\d_a-z][^\W\d_]++"
)
_HE_SHE = {"he": "m", "his": "m", "him": "m", "she": "f", "her": "f", "hers": "f"}
_WOMEN = frozenset("mrs ms lady queen princess spokeswoman chairwoman congresswoman".split())
_MEN = frozenset("mr lord king prince spokesman chairman congressman".split())
_Places = dict[str, list[tuple[int, str]]]  # where each full name first stands
_PERSON_HEADS = known.TITLES - frozenset("health state defence defense interior education".split())


@dataclass(slots=True)
class _Known:
    """A speaker of this text."""

    name: str
    kind: str
    head: str
    gender: str = ""


@dataclass(slots=True)
class Speakers:
    """The speakers of a text so far. Ask for mentions in the order of the text."""

    text: str
    foreign: bool = False
    _full: _Places = field(default_factory=dict)
    _titled: _Places = field(default_factory=dict)
    _heads: dict[tuple[str, str], list[_Known]] = field(default_factory=dict)
    _by_name: dict[str, _Known] = field(default_factory=dict)
    _last: list[_Known] = field(default_factory=list)

    def __post_init__(self) -> None:
        self._full, self._titled = _introduced(self.text)

    def meant(self, start: int, end: int) -> tuple[str, str]:
        """The name and kind of the speaker whom these words mean."""
        words = self.text[start:end]
        speaker = self._as_written(words) if self.foreign else self._of(_core(words), start)
        self._last.append(speaker)
        return speaker.name, speaker.kind

    def _as_written(self, words: str) -> _Known:
        """A speaker in a language whose titles are not known: a person if all is capitalised."""
        parts = words.split()
        named = len(parts) > 1 and all(part[0].isupper() for part in parts)
        return self._keep(_Known(" ".join(parts), PERSON if named else UNNAMED, parts[-1].lower()))

    def _of(self, core: str, position: int) -> _Known:
        """The speaker, known or new."""
        low = core.lower()
        if low in known.PRONOUNS or low in _HE_SHE or low in ("its", "their", "themselves"):
            return self._pronoun(low)
        words = _WORD.findall(core)
        if not words:
            return self._keep(_Known(core, UNNAMED, low))
        head = words[-1].lower().rstrip(".")
        if words[0].lower() in ("the", "that", "this", "those", "these") and not _named(words[1:]):
            return self._definite(core, words, head, position)
        if not _named(words):
            return self._keep(_Known(_plain(core), _kind_of_noun(head), head))
        return self._named(core, words, position)

    def _keep(self, speaker: _Known) -> _Known:
        """The same speaker if the name is known, else a new one, remembered."""
        same = self._by_name.get(speaker.name.lower())
        if same:
            return same
        self._by_name[speaker.name.lower()] = speaker
        self._heads.setdefault((speaker.kind, speaker.head), []).append(speaker)
        return speaker

    def _pronoun(self, low: str) -> _Known:
        """The last speaker whom the pronoun can mean."""
        gender = _HE_SHE.get(low)
        wanted = (PERSON, UNNAMED) if gender or low == "who" else (ORGANISATION, UNNAMED, DOCUMENT)
        for speaker in reversed(self._last[-12:]):
            if speaker.kind in wanted and (not gender or speaker.gender in ("", gender)):
                if gender and not speaker.gender and speaker.kind == PERSON:
                    speaker.gender = gender
                return speaker
        return _Known(low, UNNAMED, low, gender or "")

    def _definite(self, core: str, words: Sequence[str], head: str, position: int) -> _Known:
        """ "The source", "the ministry", "the mayor": who was introduced before, if only one was."""
        people = {name for at, name in self._titled.get(head, ()) if at < position}
        if len(people) == 1:
            return self._keep(_Known(people.pop(), PERSON, head))
        kind = _kind_of_noun(head)
        before = self._heads.get((kind, head), [])
        telling = [word.lower() for word in words[1:-1]]
        fitting = [one for one in before if all(word in one.name.lower() for word in telling)]
        if len(fitting) == 1:
            return fitting[0]
        return self._keep(_Known(_plain(core), kind, head))

    def _named(self, core: str, words: Sequence[str], position: int) -> _Known:
        """A speaker with a name: a person, or an organisation or document by its words."""
        lows = [word.lower().rstrip(".") for word in words]
        if _is_document(lows):
            return self._keep(_Known(_plain(core), DOCUMENT, lows[-1]))
        name = _person(words)
        title = lows[: len(lows) - len(name)]
        if not name or _is_organisation(words, lows):
            kind = ORGANISATION
            if not name and any(low in _PERSON_HEADS for low in lows):
                kind = UNNAMED
            return self._keep(_Known(_without_article(core), kind, lows[-1]))
        gender = "f" if set(title) & _WOMEN else "m" if set(title) & _MEN else ""
        whole = self._whole(name, position)
        titled = any(low in known.TITLES for low in title)
        if len(name) == 1 and whole == name[0] and not titled and lows[0] in known.DETERMINERS:
            return self._keep(_Known(_without_article(core), ORGANISATION, lows[-1]))
        made = self._keep(_Known(whole, PERSON, lows[-1], gender))
        made.gender = made.gender or gender
        return made

    def _whole(self, name: Sequence[str], position: int) -> str:
        """The full name of a last name, if only one person before bears it."""
        written = " ".join(name)
        last = name[-1].lower()
        bearers = {full for at, full in self._full.get(last, ()) if at < position or len(name) > 1}
        if len(name) == 1:
            return bearers.pop() if len(bearers) == 1 else written
        same = [full for full in bearers if full.split()[0].lower() == name[0].lower()]
        return min(same, key=len) if same else written


def _introduced(text: str) -> tuple[_Places, _Places]:
    """Where full names stand, by last name and by title: "Mayor Ann Lie"."""
    full: _Places = defaultdict(list)
    titled: _Places = defaultdict(list)
    for match in _NAMES.finditer(text):
        words = _WORD.findall(match.group())
        name = _person(words)
        lows = [word.lower().rstrip(".") for word in words]
        if len(name) < 2 or _is_organisation(words, lows) or _is_document(lows):
            continue
        whole = " ".join(name)
        if all(seen != whole for _, seen in full[name[-1].lower()]):
            full[name[-1].lower()].append((match.start(), whole))
        for title in lows[: len(lows) - len(name)][-1:]:
            if all(seen != whole for _, seen in titled[title][-20:]):
                titled[title].append((match.start(), whole))
    return full, titled


def _core(words: str) -> str:
    """The words without appositions and relative clauses: "Ann Lie, the mayor" is "Ann Lie"."""
    cut = _CUT.search(words, 1)
    core = words[: cut.start()] if cut else words
    core = core.strip(" \"“”‘\n\t\u00a0'’")
    if core.endswith(("'s", "’s")):
        core = core[:-2]
    of = _OF.search(core)
    if of and (_named(_WORD.findall(core[: of.start()])) or len(core) > 80):
        lead = _WORD.findall(core[: of.start()])
        if not _is_organisation(lead, [word.lower() for word in lead]):
            core = core[: of.start()]
    return " ".join(core.split()) or words.strip()


def _named(words: Sequence[str]) -> bool:
    """Whether the last word is a name: it begins with a capital."""
    return bool(words) and words[-1][0].isupper()


def _person(words: Sequence[str]) -> list[str]:
    """The words of a person's name: the last capitalised run without titles."""
    name: list[str] = []
    for word in reversed(words):
        low = word.lower().rstrip(".")
        if (
            not word[0].isupper()
            or low in known.TITLES
            or low in known.DETERMINERS
            or "." in word[:-1]
        ):
            if len(word) <= 2 and word[0].isupper():
                continue
            break
        name.insert(0, word)
    return name[-3:] if len(name) < 5 else []


def _is_organisation(words: Sequence[str], lows: Sequence[str]) -> bool:
    """Whether the words name a body: one of its words says so, or it is an abbreviation."""
    last = words[-1] if words else ""
    if any(low in known.ORGANISATIONS for low in lows[-1:]) or (lows and lows[0] == "ministry"):
        return True
    if any(low in known.ORGANISATIONS for low in lows) and " of " in " ".join(lows):
        return True
    return (len(last) > 1 and last.isupper()) or any(c.isdigit() for c in last)


def _is_document(lows: Sequence[str]) -> bool:
    """Whether the head is a kind of document."""
    return bool(lows) and lows[-1] in known.DOCUMENTS


def _kind_of_noun(head: str) -> str:
    """The kind of a speaker without a name."""
    if head in known.DOCUMENTS:
        return DOCUMENT
    return ORGANISATION if head in known.ORGANISATIONS else UNNAMED


def _plain(core: str) -> str:
    """The words as a name within a sentence: "The audit" is "the audit"."""
    first, _, rest = core.partition(" ")
    return f"{first.lower()} {rest}" if rest and first.lower() in known.DETERMINERS else core


def _without_article(core: str) -> str:
    """The name without "the"."""
    first, _, rest = core.partition(" ")
    return rest if rest and first.lower() in ("the", "a", "an") else core
