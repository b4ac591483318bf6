"""Split a text into suggested claims: what is claimed, by whom, in whose words. Pure."""

from factcheck.splitting.proposals.suggestions import (
    Mention,
    Split,
    SuggestedClaim,
    SuggestedLink,
)

from factcheck.splitting.splitter import split  # isort: skip

__all__ = ["Mention", "Split", "SuggestedClaim", "SuggestedLink", "split"]
