"""The buttons of a card. Buttons that are refused for the same reason share one sentence. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from factcheck.claims.lifecycle import MOVES
from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.core.rulings import Ruling
from factcheck.desk.workspace.keys import shown
from factcheck.desk.workspace.rulings import Rulings


@dataclass(frozen=True, slots=True)
class Button:
    """Something that may be done to a claim. `post`: pressing it is enough, there is no form.

    `inside`: with a script, its form opens beside the claim.
    """

    label: str
    name: str
    url: str
    key: str = ""
    post: bool = False
    inside: bool = False

    @property
    def shown(self) -> str:
        """Its key, as it stands on the button."""
        return shown(self.key)


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
    """The buttons of the claim's stage; the next step has its own."""
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
    offered = _OFFERED.get(Stage(claim.stage), _at_work)
    yield from offered(claim, may)


def form(claim: Claim, label: str, name: str, key: str = "") -> Button:
    """A button that leads to a form."""
    return Button(label, name, reverse(f"desk:{name}", args=[claim.pk]), key, inside=True)


def press(claim: Claim, label: str, name: str, key: str = "") -> Button:
    """A button that does it at once."""
    return Button(label, name, reverse(f"desk:{name}", args=[claim.pk]), key, post=True)


def _put_aside(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    yield may.take_back, press(claim, "Take back", "claim_take_back")


def _waived(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    yield may.end_waiver, form(claim, "End the waiver", "claim_end_waiver")


def _suggested(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    yield may.accept, press(claim, "Accept", "claim_accept", "h")
    yield may.accept, press(claim, "Accept all of its sentence", "sentence_accept", "shift+h")
    yield may.set_aside, form(claim, "Set aside", "claim_set_aside", "x")
    yield from _words(claim, may)


def _words(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    """What changes which words the claim is, and whose."""
    yield may.change, form(claim, "Change words", "claim_words", "w")
    yield may.change, form(claim, "Change span", "claim_span", "d")
    yield may.change, form(claim, "Change chain", "claim_chain", "l")
    yield may.change, form(claim, "Split", "claim_split", "s")
    yield may.change, form(claim, "Merge", "claim_merge", "m")


def _at_work(claim: Claim, may: Rulings) -> Iterator[tuple[Ruling, Button]]:
    stage = Stage(claim.stage)
    yield from _words(claim, may)
    yield may.assign, form(claim, "Assign", "claim_assign", "a")
    yield may.dispose, form(claim, "Disposition", "claim_dispose")
    if claim.disposition == Disposition.LEGAL_REVIEW:
        yield may.release, form(claim, "Decide for the lawyers", "claim_release")
    if stage == Stage.IN_REVIEW:
        yield may.withdraw, press(claim, "Withdraw from review", "claim_withdraw")
        yield may.send_back, form(claim, "Send back", "claim_send_back", "b")
    if stage in {Stage.CHECKED, Stage.APPROVED}:
        yield may.reopen, form(claim, "Reopen", "claim_reopen")
    yield may.set_aside, form(claim, "Set aside", "claim_set_aside", "x")
    if stage in MOVES["waive"].sources:
        yield may.waive, form(claim, "Waive", "claim_waive")


_OFFERED = {
    Stage.SET_ASIDE: _put_aside,
    Stage.WAIVED: _waived,
    Stage.SUGGESTED: _suggested,
}
