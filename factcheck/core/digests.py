"""One way to write data down, so that the same data always has the same digest."""

import hashlib
import json
from typing import Any

CANONICAL = json.JSONEncoder(
    sort_keys=True, separators=(",", ":"), ensure_ascii=False, allow_nan=False
)


def canonical(data: Any) -> str:
    """JSON with sorted keys, no spaces and no escapes: the same data, the same text."""
    return CANONICAL.encode(data)


def digest(data: Any) -> str:
    """SHA-256 of the canonical JSON, in hex."""
    return hashlib.sha256(canonical(data).encode()).hexdigest()
