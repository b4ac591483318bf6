"""Suggested claims as the commands say them: spans with their words, fragments as entries."""

from collections.abc import Iterator
from typing import Any

from factcheck.core.spans import Span
from factcheck.splitting import Split, SuggestedClaim, SuggestedLink


def in_json(text: str, found: Split) -> list[dict[str, Any]]:
    """One entry per part of a claim, in order; the parts of one claim share a group."""
    entries = [
        entry
        for group, claim in enumerate(found.suggestions, 1)
        for entry in _entries(text, claim, group)
    ]
    return sorted(entries, key=lambda entry: entry["start"])


def _entries(text: str, claim: SuggestedClaim, group: int) -> Iterator[dict[str, Any]]:
    chain = [_link(text, link) for link in claim.chain]
    governing = chain[claim.governs] if claim.governs is not None else None
    for part in claim.parts:
        yield {
            **_span(text, part.start, part.end),
            "kind": claim.kind,
            "claim_kind": claim.claim_kind,
            "group": group,
            "speaker": governing["speaker"] if governing else None,
            "cue": governing["cue"] if governing else None,
            "chain": chain,
            "governs": claim.governs,
            "reason": claim.reason,
            "checkworthy": claim.worth,
            "hedges": [_span(text, h.start, h.end) for h in claim.hedges if _within(h, part)],
            "splits": [at for at in claim.splits if part.start < at < part.end],
        }


def _link(text: str, link: SuggestedLink) -> dict[str, Any]:
    speaker = link.speaker
    return {
        "speaker": {**_span(text, speaker.start, speaker.end), "name": speaker.name}
        if speaker
        else None,
        "cue": _span(text, link.cue.start, link.cue.end) if link.cue else None,
        "kind": link.kind,
    }


def _span(text: str, start: int, end: int) -> dict[str, Any]:
    return {"start": start, "end": end, "text": text[start:end]}


def _within(hedge: Span, part: Span) -> bool:
    return part.contains(hedge)
