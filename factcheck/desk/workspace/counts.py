"""Counts, as a sentence says them. Pure."""

NUMBERS = "No One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve".split()


def in_words(count: int) -> str:
    """A number at the beginning of a sentence: a word up to twelve."""
    return NUMBERS[count] if count < len(NUMBERS) else str(count)


def claims_in_words(count: int, *, more: bool = False) -> str:
    """Three claims, 25 claims and more."""
    return ("1 claim" if count == 1 else f"{count} claims") + (" and more" if more else "")
