"""The README says what is true: its diagram is the table of moves, its paths are there."""

import re

from factcheck.management.commands.draw_lifecycles import drawn
from tests.architecture.source import ROOT

README = (ROOT / "README.md").read_text(encoding="utf-8")


def test_the_diagram_is_drawn_from_the_moves():
    assert drawn(README) == README


def test_both_commands_are_shown():
    assert "make demo" in README
    assert "make test" in README


def test_every_path_that_is_named_is_there():
    named = set(re.findall(r"`((?:[a-z_]+/)+[a-z_.]*)`", README))
    places = [ROOT, ROOT / "factcheck"]

    missing = {path for path in named if not any((place / path).exists() for place in places)}

    assert missing == set()
    assert "claims/lifecycle.py" in named
