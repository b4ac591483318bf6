"""Readers: one module per format, all giving a `Reading`. Pure."""

from factcheck.intake.readers.files import FORMATS, largest_file, read_bytes
from factcheck.intake.readers.reading import (
    MAX_BYTES,
    MAX_WORDS,
    Reading,
    ReadingRefused,
    ReadPassage,
    normalised,
    weigh,
)
from factcheck.intake.readers.text import read_text

__all__ = [
    "FORMATS",
    "MAX_BYTES",
    "MAX_WORDS",
    "ReadPassage",
    "Reading",
    "ReadingRefused",
    "largest_file",
    "normalised",
    "read_bytes",
    "read_text",
    "weigh",
]
