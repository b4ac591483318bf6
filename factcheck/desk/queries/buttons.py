"""The buttons of a card, grouped so that a refusal is said once for all that share it."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from factcheck.claims.lifecycle import MOVES
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.core.rulings import Ruling
from factcheck.desk.queries.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Button:
    """Something that may be done to a claim; `post` where it needs no form."""

    label: str
    url: str
    key: str = ""
    post: bool = False


@dataclass(frozen=True, slots=True)
class Refusal:
    """Buttons that cannot be pressed now, and why."""

    reason: str
    labels: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Buttons:
    """What can be done, and what cannot."""

    allowed: tuple[Button, ...]
    refused: tuple[Refusal, ...]


def buttons_for(claim: Claim, rulings: Rulings) -> Buttons:
    """The buttons that make sense at the claim's stage, but for the next step itself."""
    allowed: list[Button] = []
    refused: dict[str, list[str]] = {}
    for ruling, button in _offered(claim, rulings):
        if ruling:
            allowed.append(button)
        else:
            refused.setdefault(ruling.reason, []).append(button.label)
    return Buttons(
        tuple(allowed), tuple(Refusal(reason, tuple(names)) for reason, names in refused.items())
    )


def _offered(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    stage = Stage(claim.stage)

    def button(label: str, name: str, key: str = "", *, post: bool = False) -> Button:
        return Button(label, reverse(f"desk:{name}", args=[claim.pk]), key, post=post)

    if stage == Stage.SET_ASIDE:
        yield may.take_back, button("Take back", "claim_take_back", post=True)
        return
    if stage == Stage.WAIVED:
        yield may.end_waiver, button("End the waiver", "claim_end_waiver")
        return
    yield may.change, button("Change words", "claim_words", "w")
    yield may.change, button("Change span", "claim_span")
    yield may.change, button("Change chain", "claim_chain")
    yield may.assign, button("Assign", "claim_assign", "a")
    yield may.dispose, button("Disposition", "claim_dispose")
    if claim.disposition == Disposition.LEGAL_REVIEW:
        yield may.release, button("Decide for the lawyers", "claim_release")
    if stage == Stage.IN_REVIEW:
        yield may.withdraw, button("Withdraw from review", "claim_withdraw", post=True)
        yield may.send_back, button("Send back", "claim_send_back", "b")
    if stage in {Stage.CHECKED, Stage.APPROVED}:
        yield may.reopen, button("Reopen", "claim_reopen")
    yield may.set_aside, button("Set aside", "claim_set_aside", "x")
    if stage in MOVES["waive"].sources:
        yield may.waive, button("Waive", "claim_waive")
