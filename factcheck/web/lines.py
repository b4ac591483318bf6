"""Lines of the log: where something broke and what kind of error it was, never what it held.

The words of an exception may be words that somebody typed, or a whole row of the database.
"""

import logging
import traceback
from types import TracebackType

Raised = tuple[type[BaseException], BaseException, TracebackType | None] | tuple[None, None, None]


class Lines(logging.Formatter):
    """Writes the way to an error, and the kinds of the errors before it, without their words."""

    def formatException(self, ei: Raised) -> str:  # noqa: N802  # logging's own name
        """The frames and the kind of every error in the chain, the first one first."""
        parts: list[str] = []
        error, met = ei[1], set[int]()
        while error is not None and id(error) not in met:
            met.add(id(error))
            frames = "".join(traceback.format_tb(error.__traceback__))
            parts.insert(0, f"{frames}{type(error).__qualname__}")
            error = error.__cause__ or (None if error.__suppress_context__ else error.__context__)
        return "\n".join(parts)

    def format(self, record: logging.LogRecord) -> str:
        """The line, written anew: another handler may have kept the error's words in the record."""
        kept, record.exc_text = record.exc_text, None
        try:
            return super().format(record)
        finally:
            record.exc_text = kept
