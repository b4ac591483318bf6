"""How a blocker is worded."""

from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.gate.answer import Blocker


def blocker(
    rule: str, message: str, url: str, *, claim: int | None = None, title: str = ""
) -> Blocker:
    """A blocker of one rule, under the rule's own title where it has none."""
    demand = DEMANDS[rule]
    return Blocker(
        rule=rule,
        title=title or demand.missed,
        message=message,
        url=url,
        claim=claim,
        break_glass=demand.break_glass,
    )


def lowered(text: str) -> str:
    """The text with a small first letter, to go on with after a colon."""
    return text[:1].lower() + text[1:]


def shortened(text: str) -> str:
    """The first words of something long."""
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
