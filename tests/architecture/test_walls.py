"""The walls between the rooms stand, and no drawer was put up."""

import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture import source

LINES = 400
DRAWERS = {"utils", "helpers", "services", "managers", "common", "misc", "constants"}


def test_imports_go_one_way():
    command = [str(Path(sys.executable).with_name("lint-imports")), "--no-cache"]

    answer = subprocess.run(command, cwd=source.ROOT, capture_output=True, text=True)

    assert answer.returncode == 0, answer.stdout


@pytest.mark.parametrize("path", source.modules(tests=True), ids=source.name)
def test_a_file_is_short_enough_to_be_read(path):
    assert len(path.read_text().splitlines()) <= LINES


def test_the_settings_are_one_short_file():
    assert len((source.ROOT / "factcheck/settings.py").read_text().splitlines()) <= 200


def test_no_file_is_a_drawer():
    names = {part.removesuffix(".py") for path in source.modules() for part in path.parts}

    assert not names & DRAWERS


def test_pure_modules_are_named_in_the_contract():
    contract = (source.ROOT / "pyproject.toml").read_text()
    stairs = {
        *{
            "readers",
            "reanchoring",
            "splitting",
            "coverage",
            "scale",
            "sourcing",
            "report",
            "roles",
        },
        *{"demands", "leaks", "rights"},
    }
    pure = [
        f"factcheck.{path.parent.name}.{path.stem}"
        for path in source.modules()
        if path.stem in stairs and path.parent.name in source.ROOMS
    ] + [
        f"factcheck.{path.parent.parent.name}.{path.parent.name}"
        for path in source.modules()
        if path.name == "__init__.py" and path.parent.name in stairs
    ]

    assert [module for module in pure if f'"{module}"' not in contract] == []
