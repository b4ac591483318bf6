"""Server and browser agree where words stand, whatever signs the text is written in."""

import pytest
from django.urls import reverse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims.models import Claim
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text

pytestmark = [pytest.mark.looks, pytest.mark.browser, pytest.mark.django_db(transaction=True)]

WORDS = [
    "harbour", "3,412", "don’t", "Ålesund", "e\u0301te\u0301", "a\u0327\u0301b", "🌊", "👩🏽‍🚒", "🏳️‍🌈", "🇳🇴🇸🇪", "𝔉erry", "𐍈",
    "שלום", "עולם", "العبّارة", "مُتأخِّرة", "渡し船", "遅れた", "नौका", "வணக்கம்", "เรือ", "10\u00a0km", "a\u202fb", "zero\u200bwidth",
    "<b>&amp;", '"', "x\u00adsoft",
]  # fmt: skip
TEXTS = st.lists(
    st.lists(st.sampled_from(WORDS), min_size=1, max_size=7).map(" ".join), min_size=1, max_size=3
)
# Takes [from, to] in UTF-16 units of all the words shown, selects them as a hand would, and answers
# with where the page says they stand, and with the words.
SELECT = """([from, to]) => {
  const nodes = [];
  for (const passage of desk.passages()) {
    const walk = document.createTreeWalker(passage, NodeFilter.SHOW_TEXT);
    while (walk.nextNode()) {
      if (!walk.currentNode.parentElement.closest("[data-chrome]")) nodes.push(walk.currentNode);
    }
  }
  const at = (units, end) => {
    for (const node of nodes) {
      if (units < node.length || (end && units === node.length)) return [node, units];
      units -= node.length;
    }
    return [nodes[nodes.length - 1], nodes[nodes.length - 1].length];
  };
  const range = document.createRange();
  range.setStart(...at(from, false));
  range.setEnd(...at(to, true));
  getSelection().removeAllRanges();
  getSelection().addRange(range);
  const place = desk.place(getSelection());
  getSelection().removeAllRanges();
  if (place) desk.show(...place);
  const words = nodes.map((node) => node.data).join("").slice(from, to);
  return [place, words.toWellFormed ? words.toWellFormed() : words, place && desk.place(getSelection())];
}"""
LENGTH = """() => desk.passages().map((passage) => {
  const copy = passage.cloneNode(true);
  for (const mark of copy.querySelectorAll("[data-chrome]")) mark.remove();
  return copy.textContent.length;
}).reduce((sum, length) => sum + length, 0)"""


@pytest.fixture
def shown(open_page, checker):
    """shown(article): its workspace in one browser that stays open."""
    page = open_page(checker)

    def at(article):
        page.goto(reverse("desk:workspace", args=[article.pk]))
        return page

    return at


@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(paragraphs=TEXTS, data=st.data())
def test_a_selection_names_the_words_that_it_takes(paragraphs, data, shown, anna):
    article, _ = keep(reading=read_text("\n\n".join(paragraphs)), by=anna, rights="own")
    text = article.current_version.text
    page = shown(article)
    length = page.evaluate(LENGTH)
    ends = st.lists(st.integers(0, length), min_size=2, max_size=2, unique=True).map(sorted)
    pairs = data.draw(st.lists(ends, min_size=3, max_size=3))

    answers = [page.evaluate(SELECT, pair) for pair in pairs]

    for place, taken, again in answers:
        named = text[slice(*place)].replace("\n\n", "")
        # no sign is cut in two: what is named holds what was taken, and a half of a sign is made whole
        assert taken.strip("\ufffd") in named
        assert again == place


@pytest.mark.parametrize(
    ("first", "last", "marked"),
    [
        pytest.param("👩🏽‍🚒", "👩🏽‍🚒", "👩🏽‍🚒", id="an emoji of four code points"),
        pytest.param("🌊", "e\u0301te\u0301", "🌊 e\u0301te\u0301".replace("e\u0301", "é"), id="accents, composed once"),
        pytest.param("שלום", "עולם", "שלום עולם", id="right to left"),
        pytest.param("10\u00a0km", "10\u00a0km", "10\u00a0km", id="a no-break space"),
    ],
)  # fmt: skip
def test_words_of_any_script_are_marked_through_the_page(first, last, marked, shown, checker, anna):
    text = "👩🏽‍🚒 🌊 e\u0301te\u0301 was 10\u00a0km away.\n\nשלום עולם said so."
    article, _ = keep(reading=read_text(text), by=anna, rights="own")
    page = shown(article)
    whole = article.current_version.text
    start = whole.index(marked)
    page.evaluate("([start, end]) => desk.show(start, end)", [start, start + len(marked)])
    page.wait_for_selector("[data-mark][href*='start=']")

    page.keyboard.press("n")
    page.wait_for_selector("#claim #chosen mark")
    page.click("#claim .pane__form button.button--main")
    page.wait_for_selector("#claim .pane__quote")

    anchor = Claim.objects.get().anchors.get()
    assert (anchor.start, anchor.end, anchor.quote) == (start, start + len(marked), marked)
    assert page.inner_text("#claim .pane__quote") == marked
