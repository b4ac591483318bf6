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
    """Every action that a room offers: by its `actions.py`, or by its package's `__all__`.

    What a package keeps for itself are steps of its actions, inside their transaction.
    """
    for path in source.actions():
        module = import_module(".".join(path.relative_to(source.ROOT).with_suffix("").parts))
        if path.parent.name == "actions" and path.name != "__init__.py":
            continue
        offered = getattr(import_module(module.__package__), "__all__", None)
        for name, function in inspect.getmembers(module, inspect.isfunction):
            own = function.__module__ == module.__name__ and not name.startswith("_")
            if own if path.name == "actions.py" else name in (offered or ()):
                yield f"{module.__name__}.{name}", function


def test_the_actions_of_every_room_are_found():
    names = {name for name, _ in acts()}

    assert {
        "factcheck.claims.actions.__init__.mark",
        "factcheck.verification.actions.__init__.record_verdict",
        "factcheck.review.actions.__init__.approve",
        "factcheck.people.actions.give_role",
    } <= names


def test_an_action_says_who_did_it():
    nameless = [name for name, act in acts() if "by" not in inspect.signature(act).parameters]

    assert nameless == []


def test_an_action_says_what_it_does():
    assert [name for name, act in acts() if not act.__doc__] == []


def test_an_action_is_atomic():
    """Every one is decorated with `@transaction.atomic`."""
    assert [name for name, act in acts() if not hasattr(act, "__wrapped__")] == []
