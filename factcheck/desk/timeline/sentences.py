"""The sentence for each verb. It goes on after the person's name: "Anna Berg / accepted claim 6."

Of a confidential source the trail has nothing but that something changed, so no sentence can say
more.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from factcheck.claims.models import Disposition, ExemptReason, Stage
from factcheck.verification.scale import SAID, TRUE


@dataclass(frozen=True, slots=True)
class Told:
    """What an event kept, and the number that its claim has today."""

    words: dict[str, Any]
    number: int | None

    @property
    def claim(self) -> str:
        """The claim as a noun."""
        return f"claim {self.number}" if self.number else "a claim"

    def word(self, name: str) -> str:
        """One kept word, or nothing."""
        value = self.words.get(name)
        return "" if value is None else str(value)

    def quote(self, name: str) -> str:
        """One kept word as a quotation with a space before it, or nothing."""
        value = self.word(name)
        return f" “{value}”" if value else ""


Sentence = Callable[[Told], str]


def said(pattern: str) -> Sentence:
    """A sentence that needs nothing but the claim."""
    return lambda told: pattern.format(claim=told.claim, of=f"of {told.claim}")


SENTENCES: dict[str, Sentence] = {
    # moves
    "claim.accepted": said("accepted {claim}."),
    "claim.started": said("began to check {claim}."),
    "claim.concluded": said("concluded the check of {claim}."),
    "claim.submitted": said("sent {claim} to review."),
    "claim.withdrawn": said("withdrew {claim} from review."),
    "claim.approved": said("approved {claim}."),
    "claim.sent_back": said("sent {claim} back."),
    "claim.reopened": said("reopened {claim}."),
    "claim.set_aside": said("set {claim} aside."),
    "claim.taken_back": said("took {claim} back."),
    "claim.waived": said("waived {claim}."),
    "claim.waiver_ended": said("ended the waiver of {claim}."),
}
