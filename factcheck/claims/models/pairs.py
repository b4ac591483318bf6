"""Who and when belong together."""

from django.db.models import CheckConstraint, Q


def together(first: str, second: str, name: str) -> CheckConstraint:
    """A constraint: who and when are both known, or neither is."""
    return CheckConstraint(
        condition=Q(**{f"{first}__isnull": True, f"{second}__isnull": True})
        | Q(**{f"{first}__isnull": False, f"{second}__isnull": False}),
        name=name,
    )
