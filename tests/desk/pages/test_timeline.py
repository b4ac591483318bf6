"""A sentence for everything that happens."""

import ast
import re
from pathlib import Path

import pytest
from django.urls import reverse

from factcheck.claims.actions import assign, reword, set_aside
from factcheck.claims.lifecycle import MOVES
from factcheck.desk.pages.timeline.event_words import EventWords
from factcheck.desk.pages.timeline.sentences import SENTENCES
from factcheck.desk.queries.timeline import PAGE, of_article, of_claim

VERB = re.compile(r"[a-z_]+\.[a-z_]+$")
ROOT = Path(__file__).resolve().parents[3] / "factcheck"


def verbs():
    """Every string in the actions that looks like a verb of the trail where one is recorded."""
    for path in [*ROOT.glob("*/actions.py"), *ROOT.glob("*/actions/*.py")]:
        for node in ast.walk(ast.parse(path.read_text())):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "record":
                for part in ast.walk(node.args[0]):
                    if isinstance(part, ast.Constant) and VERB.match(str(part.value)):
                        yield part.value


def test_the_search_for_verbs_finds_them():
    assert {"article.brought_in", "claim.marked", "verdict.found"} <= set(verbs())


@pytest.mark.parametrize("verb", sorted({*verbs(), *(move.event for move in MOVES.values())}))
def test_every_verb_has_a_sentence(verb):
    assert verb in SENTENCES


def lines(past):
    return [line for day in past.days for line in day.lines]


def test_an_article_is_told_latest_first(claim, checker, anna):
    assign(claim=claim, by=checker, to=anna)
    reword(claim=claim, by=anna, wording="Ferries plug in by 2029.", kind="number")
    set_aside(claim=claim, by=anna, because="Said twice.")

    told = lines(of_article(claim.article))

    assert [(line.actor, line.sentence, line.because) for line in told] == [
        ("Anna Adler", "set claim 1 aside.", "Said twice."),
        (
            "Anna Adler",
            "worded claim 1 anew: “Ferries plug in by 2029.” and called claim 1 a number.",
            "",
        ),
        ("Cleo Checker", "gave claim 1 to Anna Adler.", ""),
        ("Cleo Checker", "marked claim 1: “Every ferry will plug in by 2029”.", ""),
        ("Anna Adler", "brought in the article “Harbour to run on shore power”.", ""),
    ]


def test_a_claim_is_told_without_the_rest_of_its_article(claim, marked):
    marked("We breathe this every day")

    told = lines(of_claim(claim))

    assert [line.sentence for line in told] == [
        "marked claim 1: “Every ferry will plug in by 2029”."
    ]


def test_a_long_history_comes_in_pages(claim, checker, anna):
    for turn in range(PAGE):
        assign(claim=claim, by=checker, to=anna if turn % 2 else checker)

    first = of_article(claim.article)
    second = of_article(claim.article, before=first.more)

    assert len(lines(first)) == PAGE
    assert len(lines(second)) == 2
    assert second.more is None


class TestTimeline:
    def test_doors(self, article, doors):
        doors.get(
            "desk:timeline", article.pk, anonymous="login", stranger=404, writer=200, reviewer=200
        )

    def test_shows_the_sentences(self, claim, checker, signed_in):
        page = signed_in(checker).get(reverse("desk:timeline", args=[claim.article_id]))

        url = reverse("desk:claim", args=[claim.pk])
        assert f'marked <a href="{url}">claim 1</a>: “Every ferry' in page.content.decode()


class TestClaimHistory:
    def test_doors(self, claim, doors):
        doors.get("desk:claim_history", claim.pk, anonymous="login", stranger=404, writer=200)


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (
            {"numbers": [1, 2, 3, 7, 9, 10], "engine": "parser"},
            "had the text read for claims: claims 1–3, 7, 9–10 are suggested.",
        ),
        (
            {"numbers": [4], "engine": "plain"},
            "had the text read for claims, by rules alone: claim 4 is suggested.",
        ),
        (
            {"numbers": [], "engine": "parser"},
            "had the text read for claims: nothing new is suggested.",
        ),
    ],
)
def test_suggestions_are_told_by_their_numbers(words, told):
    assert SENTENCES["claims.suggested"](EventWords(words, None, {})) == told
