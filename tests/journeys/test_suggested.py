"""From paste to public report, with the claims that the splitter found. Scripts on, scripts off."""

import pytest

from factcheck.claims.models import Claim, Link
from factcheck.publishing.models import Edition
from factcheck.splitting import split
from tests.journeys.hand import Hand

pytestmark = [
    pytest.mark.looks,  # on PostgreSQL two people walk all the way, and suggestions are tried apart
    pytest.mark.browser,
    pytest.mark.reads,
    pytest.mark.django_db(transaction=True),
]

TITLE = "Harbour plans a second crane"
PLANS = "The harbour board plans to buy a second crane for 9.5 million euros"
LOADS = "The first crane loaded 61,000 containers last year"
HERON = "It stands there like a tired heron."
TEXT = f"{TITLE}\n\n{PLANS}, the harbour office said on Tuesday.\n\n{LOADS}.\n\n{HERON}\n"
LOG = {"title": "Crane log 2025", "kind": "dataset", "publisher": "Port"}


@pytest.fixture(autouse=True)
def _model_is_loaded():
    """The first text after a start waits for the language model; a browser has less patience."""
    split(TEXT)


class Sorter(Hand):
    """A hand that goes through suggestions."""

    def sorts(self, wanted, *, scripts):
        """Accept what begins with these words, in the order of the text; set all else aside."""
        self.page.goto(f"/desk/articles/{self.article}/")
        while left := Claim.objects.filter(stage="suggested").order_by("number").first():
            if not self.page.url.partition("claim=")[2].startswith(f"{left.pk}#"):
                self.page.goto(f"/desk/articles/{self.article}/?claim={left.pk}#claim")
            if left.wording.startswith(wanted):
                self._accepts(left, scripts=scripts)
            else:
                self._refuses(left)

    def _accepts(self, claim, *, scripts):
        """By the key where there are scripts, else by the button that names the claim."""
        if not scripts:
            self.press(f"Accept claim {claim.number}")
            return
        with self.page.expect_response(lambda response: response.request.method == "POST"):
            self.page.keyboard.press("h")
        self.page.wait_for_load_state("networkidle")

    def _refuses(self, claim):
        self.page.goto(f"/desk/claims/{claim.pk}/set-aside/")
        self.choose("why", "no_statement")
        self.press("Set aside")

    def verifies(self, claim, *, attribution=False):
        """Evidence and verdicts on who said it, where somebody did, and on what is said."""
        self.claim = claim.pk
        for link in self.links() if attribution else []:
            self.cites(
                f"Did {Link.objects.get(pk=link).speaker.name} say it?",
                new=LOG,
                locator="Sheet 1",
                excerpt="a second crane",
                copy__text="The board plans a second crane.",
                copy__taken_on="2026-03-03",
            )
            self.finds("confirmed_paraphrase", link=link, rationale="It says so on its page.")
        self.cites(
            "Is it true?",
            new=LOG,
            locator="Sheet 2",
            excerpt="61,000",
            copy__text="Containers: 61,000",
            copy__taken_on="2026-03-03",
        )
        self.finds("accurate")
        self.goes_on("Conclude the check", f"Send claim {claim.number} to review")


@pytest.mark.parametrize("scripts", [True, False])
def test_suggestions_become_a_report(open_page, anna, ben, scripts):
    checker = Sorter(open_page(anna, scripts=scripts))
    article = checker.brings_in(TEXT)
    assert checker.sees("suggested")

    checker.sorts((PLANS, LOADS), scripts=scripts)

    plans, loads = Claim.objects.filter(stage="open").order_by("number")
    assert plans.links.exists()
    assert {plans.spanned_by, plans.chained_by, loads.accepted_by} == {anna}
    checker.verifies(plans, attribution=True)
    checker.verifies(loads)
    checker.exempts(HERON, "opinion")
    checker.exempts(TITLE, "no_statement")

    publisher = Hand(open_page(ben, scripts=scripts))
    publisher.signs(plans.pk)
    publisher.signs(loads.pk)
    publisher.confirms(article)
    publisher.publishes(article)

    report = Edition.objects.get().report
    assert [claim["kind"]["code"] for claim in report["claims"]] == [plans.kind, loads.kind]
