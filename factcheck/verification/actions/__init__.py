"""Everything that a person can do to settle claims, one function each."""

from factcheck.verification.actions.contacts import note_contact
from factcheck.verification.actions.evidence import (
    bring_evidence,
    change_evidence,
    cite,
    withdraw_evidence,
)
from factcheck.verification.actions.placement import mark_again
from factcheck.verification.actions.sources import (
    add_source,
    change_source,
    open_source,
    store_capture,
)
from factcheck.verification.actions.verdicts import conclude, record_verdict

__all__ = [
    "add_source",
    "bring_evidence",
    "change_evidence",
    "change_source",
    "cite",
    "conclude",
    "mark_again",
    "note_contact",
    "open_source",
    "record_verdict",
    "store_capture",
    "withdraw_evidence",
]
