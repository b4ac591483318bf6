"""What the gate demands, as data: the fourteen rules in the words of the desk. Pure."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Demand:
    """One rule of the gate: what it demands, and whether anybody may go past it."""

    code: str
    demand: str  # how it reads where it is kept
    missed: str  # how it reads where it is not
    fixed: bool = False  # neither the house rules nor break-glass get past it

    @property
    def break_glass(self) -> bool:
        """Whether a publisher may go past it with a reason and a public sentence."""
        return not self.fixed


DEMANDS: dict[str, Demand] = {
    demand.code: demand
    for demand in (
        Demand(
            "G1",
            "Every sentence is a claim, belongs to one or was left out with a reason.",
            "Words are not accounted for",
        ),
        Demand(
            "G2",
            "Every claim is approved or waived, and a second person agrees with what was left out.",
            "Somebody has not signed yet",
        ),
        Demand("G3", "Every attribution rests on evidence.", "An attribution rests on too little"),
        Demand(
            "G4",
            "Every finding on the content is borne out by its sources.",
            "A finding rests on too little",
        ),
        Demand(
            "G5",
            "The other side stands beside every hard verdict.",
            "The other side is missing",
        ),
        Demand("G6", "All evidence can be found again.", "Evidence cannot be found again"),
        Demand(
            "G7",
            "Nobody signs off their own work.",
            "Somebody signed off their own work",
            fixed=True,
        ),
        Demand(
            "G8",
            "What was approved is what stands there now.",
            "Something was changed after it was approved",
            fixed=True,
        ),
        Demand(
            "G9",
            "Whoever is found wrong was asked first.",
            "Somebody was not asked",
        ),
        Demand(
            "G10", "Nothing waits for the lawyers.", "The lawyers have not decided yet", fixed=True
        ),
        Demand(
            "G11",
            "The text that was checked is the current text, and it has a title.",
            "The text is not ready",
            fixed=True,
        ),
        Demand("G12", "No blocking question is left open.", "A question holds publication up"),
        Demand(
            "G13",
            "No confidential source shows through.",
            "A confidential source may show through",
            fixed=True,
        ),
        Demand(
            "G14",
            "What was found wrong is not left standing.",
            "Something found wrong is left standing",
        ),
    )
}

# rules that are asked of the findings on a claim, and say nothing of one that shows none
ON_FINDINGS = frozenset({"G3", "G4", "G5", "G6", "G9"})
