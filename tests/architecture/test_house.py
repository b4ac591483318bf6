"""`docs/house.md` draws the house as the contracts keep it, and the code as it stands."""

import ast
import re
import tomllib

import grimp
import pytest

from tests.architecture import source

PAGE = source.text(source.ROOT / "docs/house.md")
README = source.text(source.ROOT / "README.md")
PROJECT = tomllib.loads(source.text(source.ROOT / "pyproject.toml"))
CONTRACTS = {one["name"]: one for one in PROJECT["tool"]["importlinter"]["contracts"]}

# What is drawn, and the contract that keeps it.
DRAWN = {
    "the rooms": "The data walks one way",
    "the stairs": "The same stairs in every room",
    "the desk": "The desk's own stairs",
    "the splitter": "The splitter reads from words to proposals",
}


def drawn(name):
    """The names on each line of a table of the page, from the top."""
    table = PAGE.partition(f"<!-- {name} -->")[2].partition(f"<!-- end of {name} -->")[0]
    rows = [row for row in table.splitlines() if row.startswith("|")][2:]
    return [set(re.findall(r"`(\w+)`", row.split("|")[2])) for row in rows]


def kept(contract):
    """The names on each line of a contract, from the top."""
    return [set(re.findall(r"\w+", line)) for line in CONTRACTS[contract]["layers"]]


@pytest.mark.parametrize(("table", "contract"), DRAWN.items())
def test_a_drawing_is_what_the_contract_keeps(table, contract):
    assert drawn(table) == kept(contract)


def test_every_room_is_drawn():
    names = set().union(*drawn("the rooms"))

    assert {room.name for room in source.rooms()} <= names


def test_the_map_of_the_readme_has_the_rooms_of_the_house():
    rooms = re.findall(r"^\| ((?:`\w+`(?:, )?)+) \|", README, flags=re.MULTILINE)
    named = [name for row in rooms for name in re.findall(r"`(\w+)`", row)]
    order = [name for line in drawn("the rooms") for name in line]

    assert set(named) == {room.name for room in source.rooms()} - {"management", "templatetags"}
    assert len(named) == len(set(named))
    assert set(named) <= set(order)


def has_code(path):
    """Whether a module holds more than a sentence about its package."""
    return any(not isinstance(node, ast.Expr) for node in source.tree(path).body)


def test_what_knows_no_django_says_so_in_the_contract():
    graph = grimp.build_graph(
        "factcheck",
        include_external_packages=True,
        exclude_type_checking_imports=True,
        cache_dir=None,
    )
    impure = graph.find_downstream_modules("django")
    named = CONTRACTS["Pure modules know no Django and no room"]["source_modules"]

    def is_named(module):
        return any(module == pure or module.startswith(f"{pure}.") for pure in named)

    modules = [source.dotted(path) for path in source.modules() if has_code(path)]
    pure = [module for module in modules if module not in impure and not is_named(module)]

    assert pure == []
