"""Reading files for commands, and readings as JSON."""

import os
from pathlib import Path
from typing import Any

from factcheck.intake.readers import Reading, ReadingRefused, largest_file, read_bytes

WEB = ("http://", "https://")
NOT_FROM_THE_WEB = (
    "Articles are not read from the web yet: save the text to a file, or paste it at the desk."
)


def read_path(path: str) -> Reading:
    """Read a file. Raises `ReadingRefused` with a sentence where there is none or it cannot be."""
    if path.lower().startswith(WEB):
        raise ReadingRefused(NOT_FROM_THE_WEB)
    most = largest_file(path)
    try:
        with Path(path).open("rb") as file:
            data = file.read(most + 1)
    except FileNotFoundError:
        raise ReadingRefused(f"There is no file {shown(path)}.") from None
    except (OSError, ValueError):
        raise ReadingRefused(f"The file {shown(path)} cannot be opened.") from None
    if len(data) > most:
        raise ReadingRefused("The file is too large; the desk takes up to 1 MB of text.")
    return read_bytes(data, name=Path(path).name)


def shown(path: str) -> str:
    """A path that can be printed, whatever bytes its name holds."""
    return os.fsencode(path).decode("utf-8", "replace")


def in_json(reading: Reading) -> dict[str, Any]:
    """A reading as scripts get it; the title is not repeated in the passages."""
    return {
        "title": reading.title or None,
        "byline": reading.byline or None,
        "published": reading.published.isoformat() if reading.published else None,
        "language": reading.language or None,
        "passages": [
            {"role": passage.role, "text": passage.text}
            for passage in reading.passages
            if passage.role != "title"
        ],
    }
