"""The house rules in force, as plain data. Pure."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class Rules:
    """What the desk demands and says of itself. `off` names the gate rules switched off ("G4")."""

    desk_name: str = ""
    desk_url: str = ""
    postal_address: str = ""
    owner: str = ""
    funding: str = ""
    corrections_address: str = ""
    method: str = ""
    unnamed_sources: str = ""
    corrections_policy: str = ""
    share: int = 20
    off: frozenset[str] = frozenset()
    labels: dict[str, str] = field(default_factory=dict)

    @property
    def name(self) -> str:
        """How the desk signs: its name, or a plain word while it has none."""
        return self.desk_name or "Fact-check desk"

    def label(self, aspect: str, code: str, word: str) -> str:
        """The desk's own word for a verdict, else the product's."""
        return self.labels.get(f"{aspect}:{code}", word)
