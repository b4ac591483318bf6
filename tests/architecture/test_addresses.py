"""Sign-in is required, but for what is on this list."""

import pytest
from django.urls import URLPattern, get_resolver

# Sign-in itself, and what a library serves beside it.
DOORS = {
    "account_confirm_email",
    "account_confirm_login_code",
    "account_email_verification_sent",
    "account_inactive",
    "account_login",
    "account_logout",
    "account_reset_password",
    "account_reset_password_done",
    "account_reset_password_from_key",
    "account_reset_password_from_key_done",
    "account_signup",
    "admin:jsi18n",
    "admin:login",
    "mfa_authenticate",
    "mfa_trust",
}
STAFF = ("desk/", "admin/", "accounts/", "api/")


def addresses(resolver=None, path="", spaces=()):
    """Every address as (name, path, view)."""
    for entry in (resolver or get_resolver()).url_patterns:
        here = path + str(entry.pattern)
        if isinstance(entry, URLPattern):
            yield ":".join([*spaces, entry.name or ""]), here, entry.callback
        else:
            inner = (*spaces, entry.namespace) if entry.namespace else spaces
            yield from addresses(entry, here, inner)


def is_open(view):
    return not getattr(view, "login_required", True)


def test_only_readers_pages_and_the_doors_are_open():
    opened = {name for name, _, view in addresses() if is_open(view)}

    assert {name for name in opened if not name.startswith("public:")} <= DOORS


def test_readers_pages_are_all_open():
    closed = {
        name for name, _, view in addresses() if name.startswith("public:") and not is_open(view)
    }

    assert closed == set()


def test_what_is_not_for_readers_stands_under_the_desks_addresses():
    elsewhere = {
        path
        for name, path, _ in addresses()
        if not name.startswith("public:") and not path.startswith(STAFF)
    }

    assert elsewhere == set()


@pytest.mark.django_db
def test_every_desk_address_leads_a_stranger_to_sign_in(client):
    paths = [
        path.replace("<int:pk>", "1").replace("<int:number>", "1")
        for name, path, view in addresses()
        if path.startswith("desk/") and not is_open(view)
    ]

    answers = {path: client.get(f"/{path}") for path in paths}

    assert paths
    assert {
        path: answer.status_code
        for path, answer in answers.items()
        if answer.status_code != 302 or "/accounts/login/" not in answer.headers.get("Location", "")
    } == {}
