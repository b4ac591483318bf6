"""The door: name and password, a second factor if one wants it, and no way around."""

import re

import pytest
from allauth.mfa.totp.internal.auth import (
    format_hotp_value,
    hotp_value,
    yield_hotp_counters_from_time,
)

from tests.fixtures.people import PASSWORD

pytestmark = pytest.mark.django_db


def sign_in(client, username, password=PASSWORD):
    return client.post("/accounts/login/", {"login": username, "password": password})


def code_of(secret):
    return format_hotp_value(hotp_value(secret, next(yield_hotp_counters_from_time())))


def test_signing_in_lands_on_the_queue(client, checker):
    response = sign_in(client, "checker")

    assert response["Location"] == "/desk/"


def test_a_wrong_password_is_said_and_the_name_stays(client, checker):
    response = sign_in(client, "checker", "a wrong password")

    assert response.status_code == 200
    assert 'value="checker"' in response.text
    assert "a wrong password" not in response.text


def test_who_is_deactivated_stays_outside(client, checker, administrator):
    from factcheck.people.actions import deactivate

    deactivate(person=checker, by=administrator)

    sign_in(client, "checker")

    assert client.get("/desk/").status_code == 302


def test_guessing_is_stopped(client, checker, settings):
    settings.ACCOUNT_RATE_LIMITS = {"login_failed": "3/5m/key"}
    for _ in range(3):
        sign_in(client, "checker", "a wrong password")

    response = sign_in(client, "checker")

    assert response.status_code == 200
    assert "Too many failed" in response.text


def test_nobody_signs_up(client):
    words = {"username": "mallory", "password1": PASSWORD, "email": "m@desk.example"}

    response = client.post("/accounts/signup/", words)

    assert "You cannot sign up here" in response.text


def test_the_admin_has_no_door_of_its_own(client, administrator):
    response = client.post("/admin/login/", {"username": "administrator", "password": PASSWORD})

    assert response["Location"].startswith("/accounts/login/")


def test_who_has_no_work_at_the_desk_stays_out_of_the_admin(stranger, signed_in):
    assert signed_in(stranger).get("/admin/").status_code == 302


def test_addresses_are_not_changed_past_the_trail(checker, signed_in):
    assert signed_in(checker).get("/accounts/email/").status_code == 404


def test_a_second_factor_is_set_up_and_asked_for(client, checker):
    sign_in(client, "checker")
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    page = client.get("/accounts/2fa/totp/activate/")
    secret = re.search(r"Secret: <code>(\w+)</code>", page.text)[1]

    activated = client.post("/accounts/2fa/totp/activate/", {"code": code_of(secret)})
    client.post("/accounts/logout/")
    asked = sign_in(client, "checker")

    assert "img-src 'self' data:" in page["Content-Security-Policy"]
    assert activated["Location"] == "/accounts/2fa/recovery-codes/"
    assert asked["Location"].startswith("/accounts/2fa/authenticate/")
    assert client.get("/desk/").status_code == 302


@pytest.mark.parametrize(
    "path",
    [
        "/accounts/logout/",
        "/accounts/password/change/",
        "/accounts/2fa/",
        "/accounts/reauthenticate/",
    ],
)
def test_the_pages_behind_the_door_show(client, checker, path):
    sign_in(client, "checker")

    response = client.get(path)

    assert response.status_code == 200
    assert response.text.count('id="main"') == 1
    assert "data:" not in response["Content-Security-Policy"]


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/password/reset/"])
def test_the_pages_before_the_door_show(client, path):
    assert client.get(path).status_code == 200


def test_a_link_to_a_new_password_is_sent_once_and_works(client, checker, mailoutbox):
    client.post("/accounts/password/reset/", {"email": "checker@desk.example"})
    link = re.search(r"http://testserver(\S+)", mailoutbox[0].body)[1]
    page = client.get(link, follow=True)

    client.post(
        page.request["PATH_INFO"],
        {"password1": "quite-another-word-9", "password2": "quite-another-word-9"},
    )

    assert sign_in(client, "checker", "quite-another-word-9")["Location"] == "/desk/"
