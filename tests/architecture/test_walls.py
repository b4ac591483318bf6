"""The walls between the rooms stand, and no drawer was put up.

That imports go one way is what `lint-imports` says, in `scripts/check`.
"""

import ast
from collections import defaultdict

import grimp

from tests.architecture import source

FILE_LINES = 400
SETTINGS_LINES = 400
ROOM_LINES = 7000
FILES = 15
DRAWERS = {"utils", "helpers", "services", "managers", "common", "misc", "constants"}

# Django finds a command by this name.
DJANGOS = {"Command"}


def test_no_two_modules_import_each_other():
    graph = grimp.build_graph("factcheck", exclude_type_checking_imports=True, cache_dir=None)

    circles = [
        " -> ".join((*chain, module))
        for module in sorted(graph.modules)
        for imported in graph.find_modules_directly_imported_by(module)
        if (chain := graph.find_shortest_chain(importer=imported, imported=module))
    ]

    assert circles == []


def test_a_public_class_has_its_name_to_itself():
    homes = defaultdict(list)
    for path in source.modules():
        for node in source.tree(path).body:
            if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
                homes[node.name].append(source.name(path))

    shared = {name: paths for name, paths in homes.items() if len(paths) > 1}

    assert {name: shared[name] for name in set(shared) - DJANGOS} == {}


def test_a_file_is_short_enough_to_be_read():
    lines = {
        source.name(path): len(source.text(path).splitlines())
        for path in source.modules(tests=True)
    }

    assert {name: count for name, count in lines.items() if count > FILE_LINES} == {}


def test_the_settings_are_one_short_file():
    settings = source.text(source.ROOT / "factcheck/settings.py")

    assert len(settings.splitlines()) <= SETTINGS_LINES


def test_a_room_is_small_enough_to_be_known():
    lines = {
        source.name(room): sum(
            len(source.text(path).splitlines()) for path in source.modules() if room in path.parents
        )
        for room in source.rooms()
    }

    assert {room: count for room, count in lines.items() if count > ROOM_LINES} == {}


def test_a_folder_is_small_enough_to_be_seen_at_once():
    counts = {
        source.name(folder): sum(
            path.is_file() and path.name != "__init__.py" for path in folder.iterdir()
        )
        for folder in source.folders()
    }

    full = {folder: count for folder, count in counts.items() if count > FILES}

    assert full == {}


def test_no_file_is_a_drawer():
    names = {part.removesuffix(".py") for path in source.modules() for part in path.parts}

    assert not names & DRAWERS
