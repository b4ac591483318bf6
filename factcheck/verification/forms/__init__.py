"""What is typed about sources, evidence, verdicts and contacts."""

from factcheck.verification.forms.findings import (
    ChangeEvidenceForm,
    ClaimChoice,
    ContactForm,
    EvidenceChoice,
    EvidenceForm,
    VerdictForm,
)
from factcheck.verification.forms.sources import (
    CaptureForm,
    ChangeSourceForm,
    OpenSourceForm,
    SourceForm,
)

__all__ = [
    "CaptureForm",
    "ChangeEvidenceForm",
    "ChangeSourceForm",
    "ClaimChoice",
    "ContactForm",
    "EvidenceChoice",
    "EvidenceForm",
    "OpenSourceForm",
    "SourceForm",
    "VerdictForm",
]
