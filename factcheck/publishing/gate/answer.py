"""The gate's answer, as data: what is in the way and what is in order."""

from dataclasses import dataclass

from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.publishing.demands import DEMANDS, Demand


@dataclass(frozen=True, slots=True)
class Blocker:
    """One thing that keeps a report back, and where it is mended."""

    rule: str
    title: str
    message: str
    url: str
    claim: int | None = None
    break_glass: bool = True
    hit: str = ""  # of G13: the digest by which somebody may clear it
    source: int | None = None  # of G13: the source, for who may see it


@dataclass(frozen=True, slots=True)
class Gate:
    """The gate's answer for one article."""

    blockers: tuple[Blocker, ...]
    off: frozenset[str]
    past: frozenset[str]  # the rules that break-glass would name on the report

    @property
    def open(self) -> bool:
        """Whether nothing is in the way."""
        return not self.blockers

    @property
    def firm(self) -> tuple[Blocker, ...]:
        """What no reason passes."""
        return tuple(blocker for blocker in self.blockers if not blocker.break_glass)

    @property
    def breakable(self) -> bool:
        """Whether a publisher may go past all of it."""
        return bool(self.blockers) and not self.firm

    @property
    def to_mend(self) -> list[tuple[Demand, list[Blocker]]]:
        """The blockers by rule."""
        return [
            (demand, found)
            for code, demand in DEMANDS.items()
            if (found := [blocker for blocker in self.blockers if blocker.rule == code])
        ]

    @property
    def passed(self) -> list[Demand]:
        """The rules that are kept."""
        missed = {blocker.rule for blocker in self.blockers}
        return [demand for code, demand in DEMANDS.items() if code not in missed | self.off]

    @property
    def switched_off(self) -> list[Demand]:
        """The rules that the house rules switch off."""
        return [demand for code, demand in DEMANDS.items() if code in self.off]

    def lets_through(self, *, glass: bool = False) -> Ruling:
        """Whether a report may go out: with nothing in the way, or past what may be passed."""
        if self.open or (glass and self.breakable):
            return ALLOWED
        ahead = self.firm if glass else self.blockers
        count = len(ahead)
        things = "one thing stands" if count == 1 else f"{count} things stand"
        end = " No reason passes them." if glass else ""
        return not_now(f"{things[0].upper()}{things[1:]} between this report and its readers.{end}")
