"""What a reader sees, as it stood when it was let out: frozen data, and its JSON. Pure.

Words and labels are frozen with it: a label that the desk renames later changes no edition. When
it was published and by whom stands beside it on the edition, so that a preview and the edition it
becomes have one digest.
"""

import re
from dataclasses import dataclass, fields, is_dataclass, replace
from datetime import date, datetime
from functools import cache
from types import UnionType
from typing import Any, TypeVar, cast, get_args, get_origin, get_type_hints

from factcheck.core.digests import digest

FORMAT = 1
Made = TypeVar("Made")


class UnknownFormatError(ValueError):
    """A stored report has a format that this desk does not know."""


@dataclass(frozen=True, slots=True)
class Word:
    """A code of ours with the word that readers see for it."""

    code: str
    word: str


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece of evidence as readers may see it. A confidential one has its description alone."""

    stance: Word
    shown: str
    confidential: bool = False
    primary: bool = False
    kind: Word | None = None
    publisher: str = ""
    author: str = ""
    url: str = ""
    published_on: date | None = None
    interests: str = ""
    locator: str = ""
    excerpt: str = ""
    captured_on: date | None = None
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """One verdict with its reasons."""

    verdict: Word
    found_on: date
    rationale: str = ""
    searched: str = ""
    as_of: date | None = None
    look_again: date | None = None
    evidence: tuple[Piece, ...] = ()


@dataclass(frozen=True, slots=True)
class ChainLink:
    """One step of the chain of attribution, with the verdict on it."""

    speaker: str
    kind: Word
    quote: Word
    governs: bool
    words: str = ""
    cue: str = ""
    finding: Finding | None = None

    @property
    def named(self) -> bool:
        """Whether readers learn who it is."""
        return self.kind.code != "unnamed"


@dataclass(frozen=True, slots=True)
class CheckedClaim:
    """One claim. `state` is `checked`, `waived` or `not_checked`; only the first has verdicts."""

    number: int
    state: str
    kind: Word
    wording: str = ""
    quote: str = ""
    chain: tuple[ChainLink, ...] = ()
    attribution: Word | None = None
    content: Word | None = None
    contrast: str = ""
    content_finding: Finding | None = None
    attempts: tuple[str, ...] = ()
    responsible: str = ""

    @property
    def heading(self) -> str:
        """The claim in a line: its wording, else what is shown of its quote."""
        return self.wording or self.quote

    @property
    def in_the_article(self) -> str:
        """What is shown of its quote, where the wording does not say the same already."""
        plain = [re.findall(r"\w+", text.casefold()) for text in (self.quote, self.wording)]
        return "" if plain[0] == plain[1] or not self.wording else self.quote

    @property
    def attribution_sources(self) -> tuple[Piece, ...]:
        """What the findings on the links rest on, each once."""
        pieces = (piece for link in self.chain if link.finding for piece in link.finding.evidence)
        return tuple(dict.fromkeys(pieces))

    @property
    def searched(self) -> tuple[str, ...]:
        """Everywhere we looked, link by link, then for the content."""
        findings = [*(link.finding for link in self.chain), self.content_finding]
        return tuple(found.searched for found in findings if found and found.searched)


@dataclass(frozen=True, slots=True)
class Share:
    """So many words for one reason."""

    reason: Word
    words: int


@dataclass(frozen=True, slots=True)
class CoverageShares:
    """How many of the article's words were checked, left out by reason, and not checked."""

    words: int
    checked: int
    waived: int
    exempt: tuple[Share, ...]
    unchecked: int

    def of(self, part: int) -> int:
        """A part in per cent; something is never shown as nothing."""
        if not part or not self.words:
            return 0
        return max(1, round(part * 100 / self.words))

    @property
    def checked_share(self) -> int:
        """Words in checked claims, in per cent."""
        return self.of(self.checked)

    @property
    def waived_share(self) -> int:
        """Words in waived claims, in per cent."""
        return self.of(self.waived)

    @property
    def unchecked_share(self) -> int:
        """Words that nobody checked, in per cent."""
        return self.of(self.unchecked)

    @property
    def exempt_shares(self) -> list[tuple[str, int]]:
        """What was left out, by reason, in per cent."""
        return [(share.reason.word, self.of(share.words)) for share in self.exempt]


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of the annotated text: the claims it is in, outermost first, or why it is none."""

    text: str
    claims: tuple[int, ...] = ()
    ends: tuple[int, ...] = ()  # the claims of which a stretch ends here
    exempt: str = ""


@dataclass(frozen=True, slots=True)
class AnnotatedPassage:
    """One block of the checked text, in its stretches."""

    role: str
    segments: tuple[Segment, ...]

    @property
    def claims(self) -> tuple[int, ...]:
        """The claims that begin or stand in it, each once, in order."""
        seen = dict.fromkeys(number for part in self.segments for number in part.claims)
        return tuple(seen)


@dataclass(frozen=True, slots=True)
class CheckedArticle:
    """What was checked: the article and the version of it."""

    title: str
    rights: str
    version: int
    version_digest: str
    words: int
    publisher: str = ""
    original_url: str = ""
    byline: str = ""
    published: datetime | None = None
    language: str = ""

    @property
    def is_own(self) -> bool:
        """Whether the checked article is ours."""
        return self.rights == "own"


@dataclass(frozen=True, slots=True)
class Held:
    """The rules this report was held to: kept, switched off by the house, and gone past."""

    kept: tuple[Word, ...] = ()
    off: tuple[Word, ...] = ()
    past: tuple[Word, ...] = ()
    share: int = 0


@dataclass(frozen=True, slots=True)
class Report:
    """Everything a reader sees, as it stood when it was let out."""

    article: CheckedArticle
    desk: str
    claims: tuple[CheckedClaim, ...]
    checked_by: tuple[str, ...]
    reviewed_by: tuple[str, ...]
    coverage: CoverageShares
    rules: Held
    passages: tuple[AnnotatedPassage, ...] = ()
    words_shown: int = 0
    past_public: str = ""
    tier: str = "first"
    note: str = ""
    format: int = FORMAT

    @property
    def rows(self) -> list["Row"]:
        """The annotated text, with the claims that begin in each passage beside it."""
        claims = {claim.number: claim for claim in self.claims}
        told: set[int] = set()
        rows = []
        for passage in self.passages:
            new = [number for number in passage.claims if number not in told]
            told.update(new)
            parts = tuple(
                Part(
                    text=segment.text,
                    claim=claims.get(segment.claims[-1]) if segment.claims else None,
                    ends=tuple(claims[number] for number in segment.ends if number in claims),
                )
                for segment in passage.segments
            )
            rows.append(Row(passage, parts, tuple(claims[n] for n in new if n in claims)))
        return rows

    def claim(self, number: int) -> CheckedClaim | None:
        """The claim with this number."""
        return next((claim for claim in self.claims if claim.number == number), None)

    @property
    def tally(self) -> list[tuple[Word, int]]:
        """How often each verdict on the content was given, most frequent first."""
        counts: dict[Word, int] = {}
        for claim in self.claims:
            if claim.content is not None:
                counts[claim.content] = counts.get(claim.content, 0) + 1
        return sorted(counts.items(), key=lambda item: -item[1])

    @property
    def checked(self) -> int:
        """How many claims have verdicts."""
        return sum(claim.state == "checked" for claim in self.claims)

    @property
    def waived(self) -> int:
        """How many claims stand on somebody’s responsibility."""
        return sum(claim.state == "waived" for claim in self.claims)

    @property
    def not_checked(self) -> int:
        """How many claims nobody checked."""
        return sum(claim.state == "not_checked" for claim in self.claims)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of text with the innermost claim it belongs to, and the claims that end with it."""

    text: str
    claim: CheckedClaim | None
    ends: tuple[CheckedClaim, ...]


@dataclass(frozen=True, slots=True)
class Row:
    """A passage, and the claims that begin in it."""

    passage: AnnotatedPassage
    parts: tuple["Part", ...]
    claims: tuple[CheckedClaim, ...]


def encode(report: Report) -> dict[str, Any]:
    """The report as plain JSON values."""
    return cast("dict[str, Any]", _plain(report))


def decode(data: dict[str, Any]) -> Report:
    """A stored report of any format that was ever written."""
    if data.get("format") != FORMAT:
        raise UnknownFormatError(data.get("format"))
    return _made(Report, data)


def digest_of(report: Report) -> str:
    """SHA-256 over the canonical JSON."""
    return digest(encode(report))


def unsaid(report: Report) -> Report:
    """The report without the sentence that a publisher adds when going past the gate.

    That sentence is typed after the page was seen; everything else is what was seen.
    """
    return replace(report, past_public="")


def parts(report: Report) -> dict[str, str]:
    """A short digest of each part that somebody could change, under the name a person knows."""
    data = encode(report)
    named = {f"claim {claim['number']}": claim for claim in data["claims"]}
    named |= {
        "the article’s title, rights or text": [data["article"], data["passages"]],
        "the house rules": [data["desk"], data["rules"]],
        "the names of who checked and reviewed": [data["checked_by"], data["reviewed_by"]],
        "what is left out of the check": data["coverage"],
    }
    return {name: digest({"part": part})[:8] for name, part in named.items()}


def _plain(value: Any) -> Any:
    """Dataclasses, tuples and dates as JSON has them. What there is most of is asked first."""
    kind = type(value)
    if kind in PLAIN:
        return value
    if kind is tuple:
        return [_plain(item) for item in value]
    if names := _names(kind):  # type: ignore[arg-type]  # a class can be a key
        return {name: _plain(getattr(value, name)) for name in names}
    return value.isoformat() if isinstance(value, date) else value


@cache
def _names(kind: Any) -> tuple[str, ...]:
    """The names of a dataclass's fields, in their order; of anything else there are none."""
    return tuple(field.name for field in fields(kind)) if is_dataclass(kind) else ()


PLAIN = frozenset({str, int, bool, float, type(None)})


def _made(kind: type[Made], data: dict[str, Any]) -> Made:
    """A dataclass of this kind; fields that a stored report lacks take their defaults."""
    hints = get_type_hints(kind)
    known = {name: _value(hint, data[name]) for name, hint in hints.items() if name in data}
    return kind(**known)


def _value(hint: Any, value: Any) -> Any:
    """One value as its annotation says."""
    if value is None:
        return None
    if get_origin(hint) is UnionType:
        hint = next(part for part in get_args(hint) if part is not type(None))
    if get_origin(hint) is tuple:
        return tuple(_value(get_args(hint)[0], item) for item in value)
    if hint in {date, datetime}:
        return hint.fromisoformat(value)
    return _made(hint, value) if isinstance(hint, type) and is_dataclass(hint) else value
