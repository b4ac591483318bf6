"""What an approval covers, as plain data, and its digest. Pure."""

from collections.abc import Iterable
from typing import Any

from factcheck.core.digests import digest
from factcheck.verification.facts import ClaimFacts, EvidenceFact, VerdictFact


def covered(facts: ClaimFacts) -> dict[str, Any]:
    """Everything that an approval covers, as plain data in one order.

    Not ids, offsets, version, disposition, labels, assignee, questions, and no evidence that no
    verdict rests on: so that an identical sentence in a new version keeps its approval.
    """
    places = {link.pk: link.position for link in facts.links}
    return {
        "wording": facts.wording,
        "kind": facts.kind,
        "quotes": list(facts.quotes),
        "chain": [
            {
                "speaker": link.speaker_name,
                "kind": link.speaker_kind,
                "words": link.words,
                "cue": link.cue,
                "quote": link.quote_kind,
                "governs": link.governs,
            }
            for link in sorted(facts.links, key=lambda link: link.position)
        ],
        "verdicts": _ordered(_verdict(facts, found, places) for found in facts.verdicts),
    }


def digest_of(facts: ClaimFacts) -> str:
    """SHA-256 of what an approval covers."""
    return digest(covered(facts))


def _verdict(facts: ClaimFacts, verdict: VerdictFact, places: dict[int, int]) -> dict[str, Any]:
    return {
        "aspect": verdict.aspect,
        "link": _place(verdict.link, places),
        "code": verdict.code,
        "rationale": verdict.rationale,
        "searched": verdict.searched,
        "as_of": _day(verdict.as_of),
        "look_again": _day(verdict.look_again),
        "evidence": _ordered(_piece(piece, places) for piece in facts.resting(verdict)),
    }


def _piece(piece: EvidenceFact, places: dict[int, int]) -> dict[str, Any]:
    """One piece of evidence: its public fields; of a confidential source its id, what readers are
    told of it, and a digest of its notes.
    """
    source = piece.source
    weight = {
        "aspect": piece.aspect,
        "link": _place(piece.link, places),
        "stance": piece.stance,
        "primary": piece.primary,
    }
    if source.confidential:
        note = digest([source.note_digest, piece.note])
        return weight | {"source": [source.pk, source.shown], "note": note}
    return weight | {
        "source": [
            source.kind,
            source.shown,
            source.publisher,
            source.author,
            source.url,
            _day(source.published_on),
            source.origin,
            source.interests,
        ],
        "locator": piece.locator,
        "excerpt": piece.excerpt,
        "note": piece.note,
        "capture": piece.capture.sha256 if piece.capture else None,
    }


def _place(link: int | None, places: dict[int, int]) -> int | None:
    """A link by its place in the chain, not by its id."""
    return None if link is None else places.get(link)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _ordered(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """In an order that does not depend on rows."""
    found = list(items)
    return sorted(found, key=digest) if len(found) > 1 else found
