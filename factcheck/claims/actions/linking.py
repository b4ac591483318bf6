"""The rows of a chain: taken out of it, and given other places in it. Steps of other acts."""

from collections.abc import Sequence

from django.utils import timezone

from factcheck.claims.models import Link
from factcheck.people.models import User

PLACED = ("position", "words", "words_start", "cue", "cue_start", "quote_kind", "governs")


def retire_links(links: Sequence[Link], by: User) -> None:
    """Take links out of the chain; what was found on them stays where it was found."""
    for link in links:
        link.retired_by, link.retired_at = by, timezone.now()
        link.save(update_fields=["retired_by", "retired_at"])


def free_positions(links: Sequence[Link]) -> None:
    """Free the positions, and who governs, before they are given anew: both are unique."""
    for link in links:
        link.position, link.governs = link.position + 1000, False
        link.save(update_fields=["position", "governs"])
