"""The article that the desk was first asked for: from paste to every sentence accounted for.

Once by keyboard alone, its presses counted; once without scripts. The text is not part of the
project: `SHARED` names the folder that holds it.
"""

import os
import time
from pathlib import Path

import pytest

from factcheck.claims.models import Claim, Exemption, Stage
from factcheck.desk.queries.workspace.page import workspace
from factcheck.intake.models import Article

ARTICLE = Path(os.environ.get("SHARED", "../shared")) / "seeds" / "g7-communique.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.reads,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]


class Keyboard:
    """Hands that have no mouse; every press counts, a chord as one."""

    def __init__(self, page):
        self.page, self.presses = page, 0

    def press(self, key):
        self.page.keyboard.press(key)
        self.presses += 1

    def pastes(self, text):
        self.page.keyboard.insert_text(text)
        self.presses += 1

    def reaches(self, selector, most=60):
        """Tab until the focus stands there."""
        for _ in range(most):
            if self.page.evaluate("s => document.activeElement.matches(s)", selector):
                return
            self.press("Tab")
        raise AssertionError(f"{selector} is not reached with the Tab key.")

    def settles(self):
        """What was pressed has its answer on the page."""
        self.page.wait_for_load_state()
        self.page.locator(".htmx-request").first.wait_for(state="detached")


def accounted(article, user):
    return not workspace(Article.objects.get(pk=article.pk), user).first_open


def test_by_keyboard_alone(open_page, live_server, checker):
    page = open_page(checker)
    hands = Keyboard(page)
    page.goto("/desk/")
    hands.reaches("nav a[href$='/bring-in/']")
    hands.press("Enter")
    page.wait_for_url("**/bring-in/")
    hands.reaches("textarea[name=text]")
    hands.pastes(ARTICLE.read_text())
    hands.reaches("main button.button--main")
    hands.press("Enter")
    page.get_by_role("heading", name="See what was found").wait_for()
    hands.reaches("main button.button--main")
    hands.press("Enter")
    page.wait_for_url("**/desk/articles/**", timeout=30_000)
    article = Article.objects.get()
    assert Claim.objects.filter(stage=Stage.SUGGESTED).count() == 13

    for left in range(12, -1, -1):
        hands.press("h")
        until(lambda left=left: suggested() == left)
        hands.settles()
    while not accounted(article, checker):
        before = Exemption.objects.count()
        hands.press("u")
        hands.press("o")
        page.locator("[data-pane-form] input[name=reason]").first.wait_for()
        hands.press("Space")
        hands.press("Enter")
        until(lambda before=before: Exemption.objects.count() > before)
        hands.settles()

    assert Claim.objects.live().count() == 13
    page.get_by_text("100 % accounted for").wait_for()
    assert hands.presses <= 63  # 13 claims, a few open words, and the Tab key on the way there


def suggested():
    return Claim.objects.filter(stage=Stage.SUGGESTED).count()


def until(holds, patience=10.0):
    deadline = time.monotonic() + patience
    while time.monotonic() < deadline:
        if holds():
            return
        time.sleep(0.02)
    raise AssertionError("It never came.")


def test_with_scripts_off(open_page, live_server, checker):
    page = open_page(checker, scripts=False)
    page.goto("/desk/bring-in/")
    page.locator("textarea[name=text]").fill(ARTICLE.read_text())
    page.locator("main button.button--main").first.click()
    page.get_by_role("button", name="Keep it and split").click()
    page.wait_for_url("**/desk/articles/**", timeout=30_000)
    article = Article.objects.get()

    for left in range(12, -1, -1):
        page.get_by_role("button", name="Accept claim").click()
        assert suggested() == left
    while not accounted(article, checker):
        page.locator("a.unaccounted").first.click()
        page.get_by_role("link", name="Exempt them").click()
        page.locator("input[name=reason][value=opinion]").check()
        page.locator("main form button.button--main").click()

    assert Claim.objects.live().count() == 13
    page.get_by_text("100 % accounted for").wait_for()
