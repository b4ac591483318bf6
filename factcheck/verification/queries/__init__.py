"""Reading sources, evidence and verdicts, and what is known of claims."""

from factcheck.verification.queries.evidence import (
    cited_from,
    evidence_seen,
    hidden_from,
    standing_evidence,
    standing_verdict,
)
from factcheck.verification.queries.facts import attempts, cited, facts, facts_from, facts_of
from factcheck.verification.queries.sources import (
    captures_of,
    captures_seen,
    could_stand_behind,
    origins_in_use,
    seen_of,
    source_page,
    sources_for,
    sources_seen,
    unnamed_in,
)

__all__ = [
    "attempts",
    "captures_of",
    "captures_seen",
    "cited",
    "cited_from",
    "could_stand_behind",
    "evidence_seen",
    "facts",
    "facts_from",
    "facts_of",
    "hidden_from",
    "origins_in_use",
    "seen_of",
    "source_page",
    "sources_for",
    "sources_seen",
    "standing_evidence",
    "standing_verdict",
    "unnamed_in",
]
