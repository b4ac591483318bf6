"""An article is split into attributed claims."""

from factcheck.claims.models.asking import Question
from factcheck.claims.models.claims import (
    Claim,
    ClaimKind,
    ClaimQuerySet,
    Disposition,
    SetAsideCause,
    Stage,
)
from factcheck.claims.models.links import Link, LinkDraft, QuoteKind
from factcheck.claims.models.pairs import together
from factcheck.claims.models.placing import Anchor, Exemption, ExemptReason, Placed
from factcheck.claims.models.speakers import Speaker, SpeakerKind, SpeakerMerge
from factcheck.claims.models.suggesting import (
    Engine,
    SplitState,
    Splitting,
    Suggestion,
    Weighing,
    weights_of,
)
from factcheck.claims.models.undoing import UndoStep
from factcheck.claims.models.words import ClaimWords, SpeakerWords

__all__ = [
    "Anchor",
    "Claim",
    "ClaimKind",
    "ClaimQuerySet",
    "ClaimWords",
    "Disposition",
    "Engine",
    "ExemptReason",
    "Exemption",
    "Link",
    "LinkDraft",
    "Placed",
    "Question",
    "QuoteKind",
    "SetAsideCause",
    "Speaker",
    "SpeakerKind",
    "SpeakerMerge",
    "SpeakerWords",
    "SplitState",
    "Splitting",
    "Stage",
    "Suggestion",
    "UndoStep",
    "Weighing",
    "together",
    "weights_of",
]
