"""Where the desk runs, and that it does not start half-dressed."""

import os
import subprocess
import sys

import pytest
from django.conf import settings

PRODUCTION = {
    "DESK_ENV": "production",
    "DJANGO_SECRET_KEY": "x1" + "k9-Lq_" * 12,
    "DJANGO_ALLOWED_HOSTS": "desk.example.org",
}


def run(*command, **environment):
    clean = {name: value for name, value in os.environ.items() if not name.startswith("D")}
    return subprocess.run(
        [sys.executable, *command],
        cwd=settings.BASE,
        env=clean | environment,
        capture_output=True,
        text=True,
    )


def start(**environment):
    return run("-c", "import factcheck.settings", **environment)


def test_development_needs_no_variable():
    assert start().returncode == 0


@pytest.mark.parametrize("name", ["DJANGO_SECRET_KEY", "DJANGO_ALLOWED_HOSTS"])
def test_production_without_its_variable_does_not_start(name):
    environment = {key: value for key, value in PRODUCTION.items() if key != name}

    refused = start(**environment)

    assert refused.returncode != 0
    assert f"{name} is not set." in refused.stderr


@pytest.mark.parametrize(
    "odd",
    [{"DESK_ENV": "prod"}, {"DJANGO_DEBUG": "1"}, PRODUCTION | {"DJANGO_DEBUG": "true"}],
)
def test_what_is_not_understood_does_not_start(odd):
    assert start(**odd).returncode != 0


def test_production_passes_djangos_own_check():
    checked = run("manage.py", "check", "--deploy", "--fail-level", "WARNING", **PRODUCTION)

    assert checked.returncode == 0, checked.stderr


@pytest.mark.parametrize(
    ("header", "words"),
    [
        ("Content-Security-Policy", "default-src 'self'"),
        ("Content-Security-Policy", "frame-ancestors 'none'"),
        ("X-Content-Type-Options", "nosniff"),
        ("X-Frame-Options", "DENY"),
        ("Referrer-Policy", "same-origin"),
        ("Cross-Origin-Opener-Policy", "same-origin"),
    ],
)
@pytest.mark.django_db
def test_every_page_is_guarded(client, header, words):
    response = client.get("/accounts/login/")

    assert words in response[header]
    assert "unsafe" not in response["Content-Security-Policy"]
