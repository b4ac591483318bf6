"""From paste to public report: Anna checks, Ben signs and publishes. Scripts on, scripts off."""

import re

import pytest

from factcheck.claims.models import Claim
from factcheck.publishing.models import Edition
from tests.journeys.hand import Hand

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

TITLE = "Harbour plans a second crane"
PLANS = "The harbour board plans to buy a second crane for 9.5 million euros"
LOADS = "The first crane loaded 61,000 containers last year"
TEXT = f"""{TITLE}

{PLANS}, a board member said on Tuesday.

{LOADS}.

It stands there like a tired heron.
"""
SECRET = {
    "title": "Ottilie Brandvold",
    "kind": "interview",
    "published_on": "2026-03-02",
    "public_description": "a member of the harbour board",
    "aliases": "Heron",
    "private_note": "We met on the ferry; she brought the minutes.",
}
HIDDEN = ["Ottilie", "Brandvold", "Heron", "ferry", "minutes"]


@pytest.mark.parametrize("scripts", [True, False])
def test_two_people_take_an_article_to_its_readers(open_page, live_server, anna, ben, scripts):
    checker = Hand(open_page(anna, scripts=scripts))
    article = checker.brings_in(TEXT)

    told = checker.marks(
        PLANS,
        ("unnamed", "a board member", "a board member", "said"),
        wording="The harbour board plans to buy a second crane for 9.5 million euros.",
        kind="prediction",
    )
    [link] = checker.links()
    checker.cites(
        "Did a board member say it?",
        new={**SECRET, "confidential": True},
        note="Said in these words on 2 March 2026; notes of the same day.",
    )
    checker.finds("confirmed_paraphrase", link=link, rationale="She said so to us.")
    checker.finds("attribution_only", rationale="The board has not voted yet.")
    checker.goes_on("Conclude the check", f"Send claim {_number(told)} to review")

    loaded = checker.marks(LOADS, kind="number")
    checker.cites(
        "Is it true?",
        new={"title": "Crane log 2025", "kind": "dataset", "publisher": "Harbour office"},
        locator="Sheet 2, total",
        excerpt="61,000",
        copy__text="Containers loaded in 2025: 61,000",
        copy__taken_on="2026-03-03",
    )
    checker.finds("accurate")
    checker.goes_on("Conclude the check", f"Send claim {_number(loaded)} to review")

    checker.exempts("It stands there like a tired heron.", "opinion")
    checker.exempts(TITLE, "no_statement")

    publisher = Hand(open_page(ben, scripts=scripts))
    publisher.signs(told)
    publisher.signs(loaded)
    publisher.confirms(article)
    publisher.publishes(article)

    edition = Edition.objects.get()
    reader = open_page(scripts=scripts)
    reader.goto(f"/r/{edition.article.address.slug}/")
    report = reader.content()
    assert reader.locator("h1").inner_text().replace("\n", " ") == TITLE
    assert "Only that it was said" in report
    assert "a member of the harbour board" in report
    assert "Checked by" in report
    assert "Anna Adler" in report
    assert "Ben Baker" in report
    words = re.sub(r"tired heron", "", report)
    assert [name for name in HIDDEN if name in words] == []


def _number(claim):
    return Claim.objects.get(pk=claim).number


@pytest.mark.parametrize("scripts", [True, False])
def test_who_marked_the_words_cannot_sign_them(open_page, newcomer, scripts):
    both = newcomer("both", roles=["checker", "reviewer"])
    hand = Hand(open_page(both, scripts=scripts))
    hand.brings_in(TEXT)
    claim = hand.marks(LOADS)

    hand.page.goto(f"/desk/claims/{claim}/review/")

    assert hand.sees("You worked on this claim; someone else approves it.")
    assert hand.page.get_by_role("button", name="Approve").first.is_disabled()
