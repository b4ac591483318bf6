"""Does something confidential stand in these words? Pure: secrets and texts in, hits out.

Compared without regard to case and accents, on word borders. A hit never carries the secret: it
names the source by its key, the place where the words stand, and a digest.
"""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

SHINGLE = 6
EMAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+")
PHONE = re.compile(r"\+?\d[\d ()/.-]{5,}\d")
SENTENCE = re.compile(r"[.!?…]+(?:\s+|$)|\n+")
NAME = re.compile(r"[^\W\d_][\w’'-]*")
PARTS = re.compile(r"[,;\n/()|:–—]")
GENERIC = frozenset({"interview", "recording", "notes", "document", "conversation", "call"})
PARTICLES = frozenset({"de", "del", "della", "der", "den", "di", "du", "la", "le", "van", "von"})


@dataclass(frozen=True, slots=True)
class Secret:
    """What is confidential about one source. `near`: it is used in the article at hand."""

    source: int
    titles: tuple[str, ...] = ()
    names: tuple[str, ...] = ()
    addresses: tuple[str, ...] = ()
    files: tuple[str, ...] = ()
    notes: tuple[str, ...] = ()
    phrases: tuple[
        str, ...
    ] = ()  # ordinary words, telling only here and where the article has none
    near: bool = True


@dataclass(frozen=True, slots=True)
class DeskWords:
    """DeskWords that the desk wrote, and where: `place` is a phrase such as “the rationale”."""

    place: str
    text: str
    claim: int | None = None
    row: int | None = None  # the key of the claim


@dataclass(frozen=True, slots=True)
class Hit:
    """Something of a source stands in some words. The digest names source, place and words."""

    source: int
    words: DeskWords
    digest: str


def hits(secrets: Iterable[Secret], texts: Sequence[DeskWords], article: str) -> list[Hit]:
    """Every text in which something of a source stands; one hit for each source and text.

    A run of words of a note that stands in the article's own text is the article's, not the note's.
    """
    plain = [f" {fold(words.text)} " for words in texts]
    everything = "\n".join(plain)
    runs = [_shingles(text) for text in plain]
    own = f" {fold(article)} "
    found: dict[tuple[int, int], Hit] = {}
    for secret in secrets:
        for fragment in _fragments(secret, own):
            if f" {fragment} " not in everything:
                continue
            for at, text in enumerate(plain):
                if f" {fragment} " in text:
                    found.setdefault((secret.source, at), _hit(secret.source, texts[at]))
        telling = {run for run in _telling(secret) if f" {run} " not in own}
        for at, text in enumerate(plain):
            if (telling & runs[at]) or any(
                f" {run} " in text for run in telling if run.count(" ") < SHINGLE - 1
            ):
                found.setdefault((secret.source, at), _hit(secret.source, texts[at]))
    return list({found[key].digest: found[key] for key in sorted(found)}.values())


def fold(text: str) -> str:
    """DeskWords in one case, without accents and signs, one blank between them."""
    bare = unicodedata.normalize("NFKD", text.casefold())
    kept = "".join(sign for sign in bare if not unicodedata.combining(sign))
    return " ".join(re.findall(r"[^\W_]+", kept.casefold()))


def _hit(source: int, words: DeskWords) -> Hit:
    """The digest changes with the words, so that a clearance does not outlive them."""
    named = f"{source}\n{words.place}\n{words.claim}\n{words.text}"
    return Hit(source, words, hashlib.sha256(named.encode()).hexdigest())


def _fragments(secret: Secret, article: str) -> set[str]:
    """Names, addresses and file names, as they would stand in folded words."""
    raw: list[str] = [*secret.names, *secret.files, *_of_titles(secret, article)]
    for name in secret.names if secret.near else ():
        raw += [*PARTS.split(name), *_surnames(name)]
    if secret.near:
        raw += [words for words in secret.phrases if f" {fold(words)} " not in article]
    for address in secret.addresses:
        raw += [address, re.sub(r"^https?://(?:www\.)?", "", address)]
    for note in secret.notes:
        raw += [*EMAIL.findall(note), *PHONE.findall(note)]
    stems = [file.rpartition(".")[0] for file in secret.files]
    raw += [stem for stem in stems if len(stem) > 7]
    return {folded for folded in map(fold, raw) if len(folded) > 2 and folded not in GENERIC}


def _of_titles(secret: Secret, article: str) -> Iterator[str]:
    """A title, its parts, and the names in it.

    A phrase ("a diplomatic source") that the article itself has tells nothing; a name always does.
    """
    for title in secret.titles:
        names = list(_surnames(title))
        yield from (name for name in names if secret.near and " " in name)
        parts = [*PARTS.split(title), *names] if secret.near else []
        for phrase in (title, *parts):
            if phrase in names[:1] or f" {fold(phrase)} " not in article:
                yield phrase


def _surnames(name: str) -> Iterator[str]:
    """From a phrase with a person's name in it: the name, and its last word."""
    run: list[str] = []
    for word in [*NAME.findall(name), ""]:
        if word[:1].isupper() or (run and word in PARTICLES):
            run.append(word)
            continue
        if len(run) > 1:
            yield " ".join(run)
            yield " ".join(run[-2:])
            if len(run[-1]) > 3:
                yield run[-1]
        run = []


def _telling(secret: Secret) -> set[str]:
    """What gives a note away: its short sentences as they are, its longer ones in runs of six."""
    return {
        run for note in secret.notes for sentence in SENTENCE.split(note) for run in _runs(sentence)
    }


def _runs(sentence: str) -> set[str]:
    folded = fold(sentence)
    if folded.count(" ") >= SHINGLE - 1:
        return _shingles(folded)
    return {folded} if folded.count(" ") > 1 else set()


def _shingles(text: str) -> set[str]:
    """Every run of six words."""
    words = text.split()
    return {" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1)}
