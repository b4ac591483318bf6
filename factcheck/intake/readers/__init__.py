"""Readers: one module per format, all giving a `Reading`. Pure."""

from factcheck.intake.readers.reading import (
    MAX_BYTES,
    MAX_WORDS,
    Reading,
    ReadingRefused,
    ReadPassage,
    normalised,
)
from factcheck.intake.readers.text import read_bytes, read_text

__all__ = [
    "MAX_BYTES",
    "MAX_WORDS",
    "ReadPassage",
    "Reading",
    "ReadingRefused",
    "normalised",
    "read_bytes",
    "read_text",
]
