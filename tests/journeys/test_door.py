"""Signing in, in a real browser: by hand, with scripts on and off."""

import pytest

from tests.fixtures.people import PASSWORD

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.mark.parametrize("scripts", [True, False])
def test_signing_in_and_out(open_page, live_server, checker, scripts):
    page = open_page(scripts=scripts)

    page.goto("/desk/")
    page.get_by_label("Username").fill("checker")
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in").click()
    page.wait_for_url("**/desk/")
    page.goto("/accounts/logout/")
    page.locator("main").get_by_role("button", name="Sign out").click()
    page.wait_for_url(f"{live_server.url}/")
    page.goto("/desk/")

    assert "/accounts/login/" in page.url
