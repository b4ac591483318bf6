"""Everything that a person can do to articles and their versions, one function each."""

from factcheck.intake.actions.keeping import describe, keep

__all__ = ["describe", "keep"]
