"""How many short sentences say what the splitter has to find in them."""

from importlib import import_module
from pathlib import Path

from tests.claims.splitting.marked import read

FEWEST = 250


def sentences():
    """Each marked sentence of the tables beside this module, once."""
    for path in sorted(Path(__file__).parent.glob("test_*.py")):
        for name, table in vars(import_module(f"tests.claims.splitting.{path.stem}")).items():
            if name.isupper() and isinstance(table, str):
                yield from (line for line in table.splitlines() if any(read(line)[1].values()))


def test_the_tables_are_long():
    assert len({*sentences()}) >= FEWEST
