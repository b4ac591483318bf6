"""The desk's own source, as trees."""

import ast
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent
ROOMS = (
    "people",
    "policy",
    "intake",
    "claims",
    "verification",
    "review",
    "publishing",
    "desk",
    "public",
)


def modules(*, tests: bool = False) -> list[Path]:
    """Every module, without the migrations that Django writes."""
    folders = [ROOT / "factcheck", *([ROOT / "tests"] if tests else [])]
    found = [path for folder in folders for path in folder.rglob("*.py")]
    return sorted(path for path in found if "migrations" not in path.parts)


def templates() -> list[Path]:
    return sorted((ROOT / "templates").rglob("*.html"))


def name(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text())


def actions() -> list[Path]:
    """The modules in which rows may be written because a person did something."""
    rooms = [ROOT / "factcheck" / room for room in ROOMS]
    single = [room / "actions.py" for room in rooms if (room / "actions.py").exists()]
    return sorted(single + [path for room in rooms for path in (room / "actions").glob("*.py")])
