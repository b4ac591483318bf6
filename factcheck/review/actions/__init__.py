"""Everything that a person can do to review the work of others, one function each."""

from factcheck.review.actions.leaving_out import confirm, replace_text, set_aside, undo
from factcheck.review.actions.reopening import end_waiver, release, reopen, reopen_all_of, waive
from factcheck.review.actions.rounds import (
    approve,
    approve_all,
    send_back,
    submit,
    submit_all,
    withdraw,
)

__all__ = [
    "approve",
    "approve_all",
    "confirm",
    "end_waiver",
    "release",
    "reopen",
    "reopen_all_of",
    "replace_text",
    "send_back",
    "set_aside",
    "submit",
    "submit_all",
    "undo",
    "waive",
    "withdraw",
]
