"""Each claim is checked against sources."""

from factcheck.verification.models.contacts import Contact, ContactClaim
from factcheck.verification.models.evidence import Evidence, EvidenceChange, Stance
from factcheck.verification.models.sources import (
    Capture,
    HiddenWords,
    Source,
    SourceChange,
    SourceKind,
    SourceWords,
    sees,
)
from factcheck.verification.models.verdicts import Verdict, VerdictEvidence

__all__ = [
    "Capture",
    "Contact",
    "ContactClaim",
    "Evidence",
    "EvidenceChange",
    "HiddenWords",
    "Source",
    "SourceChange",
    "SourceKind",
    "SourceWords",
    "Stance",
    "Verdict",
    "VerdictEvidence",
    "sees",
]
