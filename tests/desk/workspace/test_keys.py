"""Every key stands once in the list, and every key that a page answers to stands in it."""

import re

import pytest
from django.urls import reverse

from factcheck.desk.workspace.keys import GROUPS, shown
from tests.architecture import source

LISTED = {key.key for group in GROUPS for key in group.keys}
IN_TEMPLATES = re.compile(r'data-key(?:-focus)?="([^"{]+)"')
IN_PYTHON = re.compile(r'\bkey="([^"]+)"|"claim_\w+", "([^"]{1,8})"\)|"sentence_accept", "([^"]+)"')


def used():
    """Keys of buttons: those that templates write, and those that steps and buttons name."""
    for path in source.templates():
        yield from IN_TEMPLATES.findall(path.read_text())
    for name in ("buttons.py", "next_step.py"):
        text = (source.ROOT / "factcheck/desk/workspace" / name).read_text()
        yield from ("".join(found) for found in IN_PYTHON.findall(text))


def test_every_key_of_a_page_is_listed():
    found = set(used())

    assert {"j", "k", "n", "o", "u", "z", "w", "x", "h", "shift+h", "/", "?"} <= found
    assert found - LISTED == set()


@pytest.mark.parametrize("group", GROUPS, ids=lambda group: group.title)
def test_no_key_means_two_things(group):
    keys = [key.key for key in group.keys]

    assert len(keys) == len(set(keys))


@pytest.mark.parametrize(
    ("key", "expected"),
    [
        ("h", "H"),
        ("shift+h", "⇧H"),
        ("/", "/"),
        ("escape", "Escape"),
        ("left, right", "Left, right"),
    ],
)
def test_a_key_as_it_stands_on_a_button(key, expected):
    assert shown(key) == expected


def test_the_page_of_keys_lists_them_all(checker, signed_in):
    html = signed_in(checker).get(reverse("desk:keys")).content.decode()

    assert all(key.words.replace("'", "&#x27;") in html for group in GROUPS for key in group.keys)
