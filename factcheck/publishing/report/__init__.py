"""What a reader sees, as it stood when it was published: frozen data, and its JSON. Pure."""

from factcheck.publishing.report.claims import (
    ChainLink,
    CheckedClaim,
    Finding,
    PublishedEvidence,
    Word,
)
from factcheck.publishing.report.encoding import (
    UnknownFormatError,
    decode,
    digest_of,
    encode,
    part_digests,
    without_public_sentence,
)
from factcheck.publishing.report.report import FORMAT, AppliedRules, CheckedArticle, Report
from factcheck.publishing.report.text import (
    AnnotatedPassage,
    AnnotatedSegment,
    CoverageShares,
    Share,
)

__all__ = [
    "FORMAT",
    "AnnotatedPassage",
    "AnnotatedSegment",
    "AppliedRules",
    "ChainLink",
    "CheckedArticle",
    "CheckedClaim",
    "CoverageShares",
    "Finding",
    "PublishedEvidence",
    "Report",
    "Share",
    "UnknownFormatError",
    "Word",
    "decode",
    "digest_of",
    "encode",
    "part_digests",
    "without_public_sentence",
]
