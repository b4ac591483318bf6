"""The desk's page models are built from what was read; its queries read, and do nothing else.

That page models import no room's queries is what `lint-imports` says, in `scripts/check`.
"""

import ast

from tests.architecture import source

DESK = source.ROOT / "factcheck/desk"
MANAGERS = {"objects", "_default_manager", "_base_manager"}


def imported(tree):
    """The modules that a module imports, and those that it imports from."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def asks_with(tree):
    """What a module could ask the database with: Django's own, or the manager of a model."""
    yield from (name for name in imported(tree) if name.startswith("django.db"))
    for node in ast.walk(tree):
        if isinstance(node, ast.Attribute) and node.attr in MANAGERS:
            yield f"{node.lineno}: {node.attr}"


def has_asked(tree):
    """Whether a module asks by itself, or another module that does."""
    others = (name.split(".")[2:3] for name in imported(tree) if name.startswith("factcheck."))
    return any(asks_with(tree)) or any(set(other) & {"queries", "search"} for other in others)


def test_page_models_ask_no_database():
    models = [
        path
        for path in source.modules()
        if {DESK / "pages", DESK / "workspace"} & set(path.parents)
    ]

    found = {source.name(path): list(asks_with(source.tree(path))) for path in models}

    assert len(found) > 20
    assert {path: lines for path, lines in found.items() if lines} == {}


def test_every_module_of_queries_asks():
    queries = [
        path
        for path in source.modules()
        if DESK / "queries" in path.parents and path.name != "__init__.py"
    ]

    assert [source.name(path) for path in queries if not has_asked(source.tree(path))] == []
