"""Everything that a person can do to settle claims, one function each."""

from factcheck.verification.actions.bringing import bring_evidence
from factcheck.verification.actions.correcting import mark_again
from factcheck.verification.actions.findings import (
    change_evidence,
    cite,
    conclude,
    contact,
    find,
    withdraw_evidence,
)
from factcheck.verification.actions.sources import (
    add_source,
    capture,
    change_source,
    open_source,
)

__all__ = [
    "add_source",
    "bring_evidence",
    "capture",
    "change_evidence",
    "change_source",
    "cite",
    "conclude",
    "contact",
    "find",
    "mark_again",
    "open_source",
    "withdraw_evidence",
]
