"""The register: every room's tables, so that Django finds them. Nothing else."""

from factcheck.claims.models import (
    Anchor,
    Claim,
    ClaimWords,
    Exemption,
    Link,
    Question,
    Speaker,
    SpeakerMerge,
    SpeakerWords,
    Splitting,
    Suggestion,
    UndoStep,
    Weighing,
)
from factcheck.intake.models import Article, ArticleWords, KeptText, Passage, Version
from factcheck.people.models import Grant, Membership, Presence, User
from factcheck.policy.models import HouseRules, Label
from factcheck.publishing.models import Address, Clearance, Edition
from factcheck.review.models import Confirmation, Decision, LegalRelease, Round
from factcheck.trail.models import Event
from factcheck.verification.models import (
    Capture,
    Contact,
    ContactClaim,
    Evidence,
    HiddenWords,
    Source,
    SourceWords,
    Verdict,
    VerdictEvidence,
)

__all__ = [
    "Address",
    "Anchor",
    "Article",
    "ArticleWords",
    "Capture",
    "Claim",
    "ClaimWords",
    "Clearance",
    "Confirmation",
    "Contact",
    "ContactClaim",
    "Decision",
    "Edition",
    "Event",
    "Evidence",
    "Exemption",
    "Grant",
    "HiddenWords",
    "HouseRules",
    "KeptText",
    "Label",
    "LegalRelease",
    "Link",
    "Membership",
    "Passage",
    "Presence",
    "Question",
    "Round",
    "Source",
    "SourceWords",
    "Speaker",
    "SpeakerMerge",
    "SpeakerWords",
    "Splitting",
    "Suggestion",
    "UndoStep",
    "User",
    "Verdict",
    "VerdictEvidence",
    "Version",
    "Weighing",
]
