"""What somebody else changed while a form was open."""

from factcheck.core.differences import Compared, Run, differences
from factcheck.trail.queries import Change, last_change

__all__ = ["Change", "Compared", "Run", "differences", "last_change"]
