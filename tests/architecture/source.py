"""The desk's own source, as text and as trees."""

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
    """Every template."""
    return sorted((ROOT / "templates").rglob("*.html"))


def rooms() -> list[Path]:
    """Every package that stands at the top of the app, without the migrations."""
    packages = [path.parent for path in (ROOT / "factcheck").glob("*/__init__.py")]
    return sorted(path for path in packages if path.name != "migrations")


def folders() -> list[Path]:
    """Every folder of the app, its templates and its tests."""
    tops = [ROOT / "factcheck", ROOT / "templates", ROOT / "tests"]
    found = [*tops, *(path for top in tops for path in top.rglob("*") if path.is_dir())]
    return sorted(path for path in found if "__pycache__" not in path.parts)


def name(path: Path) -> str:
    """The path as it is written in a list: from the root of the repository."""
    return str(path.relative_to(ROOT))


def dotted(path: Path) -> str:
    """The module as an import names it."""
    parts = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(parts[:-1] if parts[-1] == "__init__" else parts)


@cache
def text(path: Path) -> str:
    """What the file says."""
    return path.read_text(encoding="utf-8")


@cache
def tree(path: Path) -> ast.Module:
    """What the file says, parsed."""
    return ast.parse(text(path))


def actions() -> list[Path]:
    """The modules in which rows may be written because a person did something."""
    rooms = [ROOT / "factcheck" / room for room in ROOMS]
    single = [room / "actions.py" for room in rooms if (room / "actions.py").exists()]
    return sorted(single + [path for room in rooms for path in (room / "actions").glob("*.py")])
