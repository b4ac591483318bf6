"""Views hand refusals on, and the desk's addresses stand in the order of its view modules."""

import ast
from itertools import groupby

from factcheck.desk.urls import urlpatterns
from tests.architecture import source

REFUSALS = {"Refused", "Never", "NotNow"}


def test_no_view_catches_a_refusal():
    """`factcheck/web/conflict.py` does, for all of them."""
    catching = [
        f"{path}:{node.lineno}"
        for path in source.modules()
        if path.name == "views.py" or path.parent.name == "views"
        for node in ast.walk(source.tree(path))
        if isinstance(node, ast.ExceptHandler)
        and node.type is not None
        and REFUSALS & {name.id for name in ast.walk(node.type) if isinstance(name, ast.Name)}
    ]

    assert catching == []


def test_the_addresses_of_a_module_of_views_stand_together():
    groups = [name for name, _ in groupby(p.callback.__module__ for p in urlpatterns)]

    assert len(groups) == len(set(groups))
