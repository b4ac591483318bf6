"""Only actions write rows, and every action says who did it."""

import ast
import inspect
from importlib import import_module

import pytest

from tests.architecture import source

ALWAYS = {
    "bulk_create",
    "bulk_update",
    "create",
    "get_or_create",
    "save",
    "update_or_create",
    "acreate",
    "asave",
    "adelete",
    "aupdate",
}
ON_ROWS = {"update", "delete"}
ROWS = {"objects", "all", "exclude", "filter", "get", "get_object_or_404", "select_for_update"}
# `record` and `search` keep tables of their own for the actions; `immutable` refuses to.
WRITERS = {"record.py", "search.py", "immutable.py"}


def writes(tree):
    """Calls that write, as `line: name`."""
    for node in ast.walk(tree):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        verb, receiver = node.func.attr, ast.dump(node.func.value)
        on_rows = any(f"'{word}'" in receiver for word in ROWS)
        if verb in ALWAYS or (verb in ON_ROWS and on_rows):
            yield f"{node.lineno}: {verb}"


def test_only_actions_write():
    others = [
        path
        for path in source.modules()
        if path not in source.actions() and path.name not in WRITERS
    ]
    found = {source.name(path): list(writes(source.tree(path))) for path in others}

    assert {path: lines for path, lines in found.items() if lines} == {}


@pytest.mark.parametrize(
    "code",
    [
        "Claim.objects.filter(pk=1).update(stage='open')",
        "form.save()",
        "Claim.objects.create()",
        "get_object_or_404(Claim, pk=1).delete()",
        "article.claims.all().delete()",
    ],
)
def test_a_write_is_seen(code):
    assert list(writes(ast.parse(code)))


@pytest.mark.parametrize("code", ["hashlib.sha256().update(b'')", "cache.delete('x')"])
def test_what_is_no_row_is_let_be(code):
    assert not list(writes(ast.parse(code)))


def acts():
    """Every public function of an actions module, where it is written."""
    for path in source.actions():
        module = import_module(".".join(path.relative_to(source.ROOT).with_suffix("").parts))
        for name, function in inspect.getmembers(module, inspect.isfunction):
            if not name.startswith("_") and function.__module__ == module.__name__:
                yield pytest.param(function, id=f"{module.__name__}.{name}")


@pytest.mark.parametrize("act", list(acts()))
def test_an_action_says_who_did_it(act):
    parameters = inspect.signature(act).parameters.values()

    assert "by" in {parameter.name for parameter in parameters}
    assert act.__doc__


@pytest.mark.parametrize("act", list(acts()))
def test_an_action_is_atomic(act):
    assert hasattr(act, "__wrapped__"), "decorate it with @transaction.atomic"
