"""When an order of what to check first may be taken over."""

from collections.abc import Mapping

from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.splitting.proposals.learning import Learned, too_few


def may_be_learned(learned: Learned) -> Ruling:
    """From enough decisions, and only where it orders better than what we start from."""
    if why := too_few(learned.decisions, learned.accepted):
        return not_now(why)
    if not learned.is_better:
        return not_now(
            "What these decisions teach would order no better than the starting weights: "
            f"{per_hundred(learned.learned)} of 100 pairs stand in order, "
            f"and {per_hundred(learned.starting)} by the starting weights."
        )
    return ALLOWED


def weighs_otherwise(was: Mapping[str, float], now: Mapping[str, float]) -> Ruling:
    """Whether anything would change."""
    return not_now("These weights are in force already.") if dict(was) == dict(now) else ALLOWED


def per_hundred(share: float) -> int:
    """A share as people say it."""
    return round(100 * share)
