"""Words that are selected in the text lead to the page that marks them, at their very place."""

from urllib.parse import parse_qs, urlsplit

import pytest

from tests import story

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TEXT = (
    f"{story.LATE}, he said. 🌊🌊 It is cold.\n\nWe like the sea. It likes 🐟 us. Nobody swims.\n"
)
BEFORE, BEHIND = "We like the sea.", "Nobody swims."  # around a claim

# From the first place where one word stands to the end of another, in whatever elements they are.
SELECT = """([first, last]) => {
  const range = document.createRange();
  const walk = document.createTreeWalker(
    document.querySelector("[data-article-text]"), NodeFilter.SHOW_TEXT);
  let begun = false;
  while (walk.nextNode()) {
    const from = walk.currentNode.data.indexOf(first);
    if (!begun && from >= 0) { range.setStart(walk.currentNode, from); begun = true; }
    const to = walk.currentNode.data.indexOf(last);
    if (begun && to >= 0) {
      range.setEnd(walk.currentNode, to + last.length);
      getSelection().removeAllRanges();
      getSelection().addRange(range);
      return;
    }
  }
  throw new Error("These words do not stand in the text.");
}"""
SELECT_ALL = """() => {
  const range = document.createRange();
  range.selectNodeContents(document.querySelector("[data-article-text]"));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
}"""


@pytest.fixture
def article(checker):
    """A text with claims, exemptions, and signs that are two units long in a browser."""
    article = story.bring_in(checker, text=TEXT)
    story.marked(article, checker, links=())
    story.marked(article, checker, "It likes 🐟 us", links=())
    for words in (BEFORE, BEHIND):
        story.left_out(article, checker, words)
    return article


@pytest.fixture
def text_page(open_page, checker, article):
    """The text of the article in a browser."""
    page = open_page(checker)
    page.goto(f"/desk/articles/{article.pk}/")
    return page


def led_to(page, article, link="[data-mark]"):
    """The words that the link would take up, once the browser has told of the selection."""
    page.evaluate("() => new Promise((seen) => requestAnimationFrame(() => setTimeout(seen)))")
    asked = parse_qs(urlsplit(page.locator(link).get_attribute("href")).query)
    text = article.current_version.text
    return text[int(asked["start"][0]) : int(asked["end"][0])]


@pytest.mark.parametrize(
    ("first", "last", "words"),
    [
        pytest.param("cold", "cold", "cold", id="behind signs of two units"),
        pytest.param("us", "us", "us", id="in a claim behind an exemption and its reason"),
        pytest.param("ferries", "said", "ferries were late on 40 days in 2025, he said", id="out of a claim"),
        pytest.param("cold", "like", "cold.\n\nWe like", id="over two passages"),
    ],
)  # fmt: skip
def test_selected_words_are_found_at_their_place(text_page, article, first, last, words):
    text_page.evaluate(SELECT, [first, last])

    assert led_to(text_page, article) == words
    assert led_to(text_page, article, "[data-exempt]") == words


def test_a_triple_click_ends_with_the_passage_and_not_in_its_margin(text_page, article):
    text_page.get_by_text(BEHIND, exact=True).first.click(click_count=3)

    assert led_to(text_page, article) == "We like the sea. It likes 🐟 us. Nobody swims."


def test_everything_selected_is_the_whole_text(text_page, article):
    text_page.evaluate(SELECT_ALL)

    assert led_to(text_page, article) == article.current_version.text.rstrip("\n")


def test_a_selection_beside_the_text_names_no_place(text_page, article):
    text_page.evaluate(SELECT, ["cold", "cold"])
    led_to(text_page, article)

    text_page.locator("h1").click(click_count=3)
    text_page.wait_for_selector("[data-mark]:not(.button--main)")

    assert urlsplit(text_page.locator("[data-mark]").get_attribute("href")).query == ""
