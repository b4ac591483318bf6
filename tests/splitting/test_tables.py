"""How many short sentences say what the splitter has to find in them."""

from importlib import import_module
from pathlib import Path

from tests.splitting.marked import read

FEWEST = 250


def sentences():
    """Each marked sentence of the tables in this folder and below, once."""
    folder = Path(__file__).parent
    for path in sorted(folder.rglob("test_*.py")):
        place = ".".join(path.relative_to(folder).with_suffix("").parts)
        for name, table in vars(import_module(f"tests.splitting.{place}")).items():
            if name.isupper() and isinstance(table, str):
                yield from (line for line in table.splitlines() if any(read(line)[1].values()))


def test_the_tables_are_long():
    assert len({*sentences()}) >= FEWEST
