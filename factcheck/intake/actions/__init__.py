"""Everything that a person can do to articles and their versions, one function each."""

from factcheck.intake.actions.keeping import describe, keep
from factcheck.intake.actions.versioning import bring_new_text

__all__ = ["bring_new_text", "describe", "keep"]
