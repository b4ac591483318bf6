"""Draw the way a claim takes, from the table of moves."""

from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from factcheck.claims.lifecycle import MOVES
from factcheck.claims.models import Stage

OPENING = "<!-- drawn by manage.py draw_lifecycles -->"
CLOSING = "<!-- end of drawing -->"


def diagram() -> str:
    """The moves as a Mermaid state diagram; each line is one move from one stage."""
    lines = [
        "```mermaid",
        "stateDiagram-v2",
        "  [*] --> suggested: propose",
        "  [*] --> open: mark",
    ]
    for name, move in MOVES.items():
        for stage in Stage:
            if stage in move.sources:
                lines.append(f"  {stage.value} --> {move.target.value}: {name.replace('_', ' ')}")
    return "\n".join([*lines, "```"])


def drawn(readme: str) -> str:
    """README with the drawing between its two marks renewed."""
    before, _, rest = readme.partition(OPENING)
    _, _, after = rest.partition(CLOSING)
    if not after:
        raise CommandError("README.md lacks the two marks between which the drawing stands.")
    return f"{before}{OPENING}\n{diagram()}\n{CLOSING}{after}"


class Command(BaseCommand):
    help = "Renew the diagram of a claim's stages in README.md."

    def handle(self, *args: Any, **options: Any) -> None:
        path = settings.BASE / "README.md"
        path.write_text(drawn(path.read_text(encoding="utf-8")), encoding="utf-8")
        self.stdout.write("README.md is up to date.")
