"""A text in, suggested claims out: what is claimed, by whom, in whose words. Pure."""

from factcheck.claims.splitting.suggestions import (
    Mention,
    Split,
    SuggestedLink,
    Suggestion,
)

from factcheck.claims.splitting.splitter import split  # isort: skip

__all__ = ["Mention", "Split", "SuggestedLink", "Suggestion", "split"]
