"""Searching in a browser: while typing, by the key, without scripts."""

from urllib.parse import unquote

import pytest
from playwright.sync_api import expect

from tests import story

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def claim(checker):
    return story.marked(story.bring_in(checker), checker)


def at_the_field(page):
    """The search page once its field has the focus, which a browser may give after it has loaded."""
    page.goto("/desk/search/")
    expect(page.locator("#words")).to_be_focused()


def test_results_follow_what_is_typed(open_page, claim, checker):
    page = open_page(checker)
    at_the_field(page)

    page.keyboard.type("ferries la")

    expect(page.locator("#found-claims")).to_be_visible()
    expect(page.locator("mark").first).to_have_text("Ferries")
    expect(page.locator("#words")).to_be_focused()
    assert unquote(page.url).endswith("/desk/search/?q=ferries la")


def test_what_was_replaced_is_not_gone_back_to(open_page, claim, checker):
    page = open_page(checker)
    page.goto("/desk/")
    at_the_field(page)
    page.keyboard.type("ferries")
    expect(page.locator("#found-claims")).to_be_visible()

    page.go_back()

    assert page.url.endswith("/desk/")


def test_a_key_leads_from_any_page_to_the_field(open_page, claim, checker):
    page = open_page(checker)
    page.goto("/desk/speakers/")

    page.keyboard.press("/")
    page.keyboard.type("harbour")
    page.keyboard.press("Enter")

    expect(page.locator("#found-speakers")).to_be_visible()
    page.keyboard.press("Tab")
    page.locator("h1").click()
    page.keyboard.press("/")
    expect(page.locator("#words")).to_be_focused()


def test_the_key_is_a_letter_in_a_field(open_page, claim, checker):
    page = open_page(checker)
    at_the_field(page)

    page.keyboard.type("a/b")

    expect(page.locator("#words")).to_have_value("a/b")


@pytest.mark.parametrize("width", [1280, 390])
def test_without_scripts_the_form_is_sent(open_page, claim, checker, width):
    page = open_page(checker, scripts=False, viewport={"width": width, "height": 844})
    page.goto("/desk/speakers/")

    page.locator("#everything").fill("harbour")
    page.locator("#everything").press("Enter")

    expect(page.locator("#found-speakers")).to_be_visible()


def test_two_speakers_are_merged_and_taken_apart_without_scripts(open_page, claim, checker):
    port = story.LinkDraft("organisation", "Port and harbour office")
    story.marked(claim.article, checker, story.RAIN, links=[port])
    page = open_page(checker, scripts=False)
    page.goto(f"/desk/claims/{claim.pk}/")

    page.get_by_role("link", name="Harbour office", exact=True).click()
    page.get_by_role("link", name="Merge into Port and harbour office").click()
    expect(page.get_by_label("Port and harbour office")).to_be_checked()
    page.get_by_role("button", name="Merge").click()
    expect(page.locator("h1")).to_have_text("Port and harbour office")
    page.get_by_role("button", name="Take apart Harbour office").click()

    expect(page.locator("h1")).to_have_text("Harbour office")
    expect(page.get_by_text("is somebody else than Port and harbour office again")).to_be_visible()
