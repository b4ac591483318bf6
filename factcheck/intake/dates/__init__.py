"""What "Tuesday" means in a piece of a certain day. Pure."""

from factcheck.intake.dates.relative import RelativeDate, relative_dates

__all__ = ["RelativeDate", "relative_dates"]
