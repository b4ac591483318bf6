"""A rule's answer: yes, or no with the reason.

A rule returns a `Ruling`. Templates show it, actions enforce it, and the sentence is written once.
A refusal is false, so rules are joined with `and` and the first refusal is handed on::

    return able(user, Ability.REVIEW) and is_someone_else(user, claim) and ready("approve", claim)
"""

from dataclasses import dataclass


class Refused(Exception):
    """An action was asked for that a rule does not allow."""

    def __init__(self, ruling: "Ruling") -> None:
        super().__init__(ruling.reason)
        self.ruling = ruling

    @property
    def reason(self) -> str:
        """The sentence for the screen."""
        return self.ruling.reason

    @property
    def stale(self) -> bool:
        """Whether somebody changed the row since the form was shown."""
        return self.ruling.stale


class Never(Refused):
    """Refused because of who asks: 403."""


class NotNow(Refused):
    """Refused because of where things stand: 409."""


@dataclass(frozen=True, slots=True)
class Ruling:
    """What a rule answered. True when allowed; otherwise `reason` is a sentence for the screen."""

    allowed: bool
    reason: str = ""
    refusal: type[Refused] | None = None
    stale: bool = False

    def __bool__(self) -> bool:
        return self.allowed

    def enforce(self) -> None:
        """Do nothing when allowed, else raise `Never` or `NotNow`."""
        if self.refusal is not None:
            raise self.refusal(self)


ALLOWED = Ruling(allowed=True)


def never(reason: str) -> Ruling:
    """Refused because of who asks; waiting does not help."""
    return Ruling(allowed=False, reason=reason, refusal=Never)


def not_now(reason: str, *, stale: bool = False) -> Ruling:
    """Refused because of where things stand; something can be done about it."""
    return Ruling(allowed=False, reason=reason, refusal=NotNow, stale=stale)


def unchanged(seen: int | str | None, now: int | str) -> Ruling:
    """Refused as stale when the row's revision or stamp is not what the form was shown with.

    `seen` is None where no form was shown (commands, seeds): then nothing can be stale.
    """
    if seen is None or seen == now:
        return ALLOWED
    return not_now("Somebody changed this while you were writing.", stale=True)
