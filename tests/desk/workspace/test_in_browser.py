"""The workspace in a real browser: keys, the chosen claim, selected words."""

import re

import pytest
from django.urls import reverse

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

SELECT = """words => {
  for (const passage of document.querySelectorAll("[data-start]")) {
    const walker = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    while (walker.nextNode()) {
      const at = walker.currentNode.data.indexOf(words);
      if (at < 0) continue;
      const range = document.createRange();
      range.setStart(walker.currentNode, at);
      range.setEnd(walker.currentNode, at + words.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return true;
    }
  }
  return false;
}"""


def test_selected_words_behind_an_emoji_are_marked(article, claim, checker, open_page):
    page = open_page(checker)
    page.goto(reverse("desk:workspace", args=[article.pk]))

    assert page.evaluate(SELECT, "seven members")
    page.wait_for_selector("[data-mark][href*='start=']")
    page.keyboard.press("n")

    page.wait_for_selector("#claim #chosen mark")
    assert page.inner_text("#chosen mark") == "seven members"
    page.click("#claim form.form button.button--main")
    page.wait_for_url(re.compile(r"\?claim="))
    page.wait_for_selector("#claim .no--large:text-is('2')")
    assert page.inner_text("#claim .pane__quote") == "seven members"


def test_keys_walk_the_claims(article, claim, marked, checker, open_page):
    marked("We breathe this every day")
    page = open_page(checker)
    page.goto(reverse("desk:workspace", args=[article.pk]) + f"?claim={claim.pk}")

    page.keyboard.press("j")

    page.wait_for_selector("#claim .no--large:text-is('2')")
    page.keyboard.press("k")
    page.wait_for_selector("#claim .no--large:text-is('1')")


def test_a_claim_is_chosen_without_a_script(article, claim, marked, checker, open_page):
    other = marked("We breathe this every day")
    page = open_page(checker, scripts=False)
    page.goto(reverse("desk:workspace", args=[article.pk]))

    page.click(f"#t{other.number}")

    assert page.inner_text("#claim .no--large") == "2"
    assert f"claim={other.pk}" in page.url
