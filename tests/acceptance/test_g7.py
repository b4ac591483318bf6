"""The article that the desk was first asked for, by two people, to its readers. Twice.

Its text is not part of the project: `SHARED` names the folder that holds it.
"""

import os
import re
from pathlib import Path

import pytest

from factcheck.intake.readers import read_bytes
from factcheck.publishing.models import Edition
from factcheck.trail.models import Event
from tests.journeys.hand import Hand

ARTICLE = Path(os.environ.get("SHARED", "../shared")) / "seeds" / "g7-communique.txt"

pytestmark = [
    pytest.mark.shared,
    pytest.mark.browser,
    pytest.mark.django_db(transaction=True),
]

NAME, ALIAS, NOTE = "Corentin Valmarque", "Nightjar", "We met at the Lisbon aquarium."
SECRET = {
    "title": NAME,
    "kind": "interview",
    "published_on": "2024-04-16",
    "public_description": "a diplomat of a G7 country who has seen the draft",
    "aliases": ALIAS,
    "private_note": NOTE,
}
SPEAKER = "a diplomatic source"
BY_SOURCE = re.compile(
    r"^(?P<said>.+?), (?:(?P<cue>according to) (?P<who>the source)"
    r"|(?P<who2>a diplomatic source|the source) (?P<cue2>said)(?: Tuesday)?)(?P<tail>, .+)?\.$"
)
CITED = re.compile(r"^(?P<who>The source) (?P<cue>cited) (?P<said>.+)\.$")
SENTENCE = re.compile(r"(?<=[a-z]\.)\s+(?=[A-Z])")


def statements():
    """Each sentence of the article: (words, speaker as written or "", cue, what is left over)."""
    for passage in read_bytes(ARTICLE.read_bytes()).passages:
        if passage.role != "body":
            continue
        for sentence in SENTENCE.split(passage.text):
            if match := BY_SOURCE.match(sentence):
                who = match["who"] or match["who2"]
                yield match["said"], who, match["cue"] or match["cue2"], match["tail"] or ""
            elif match := CITED.match(sentence):
                yield match["said"], match["who"], match["cue"], ""
            else:
                yield sentence.removesuffix("."), "", "", ""


def short(words):
    return words if len(words) <= 300 else words[:290].rsplit(" ", 1)[0]


@pytest.mark.parametrize("reached", [True, False], ids=["interviewed", "unreachable"])
def test_the_g7_article_by_two_people(open_page, live_server, anna, ben, reached):
    checker = Hand(open_page(anna))
    article = checker.brings_in(ARTICLE.read_text())
    claims, known, recorded = [], False, False
    for words, who, cue, tail in statements():
        chain = [("unnamed", SPEAKER, who, cue)] if who else []
        claims.append(checker.marks(words, *chain, wording=short(words), kind="fact"))
        if who:
            known = settle_said(checker, reached=reached, known=known)
        else:
            recorded = settle_own(checker, recorded=recorded)
        checker.goes_on("Conclude the check")
        checker.goes_on(re.compile("^Send claim"))
        if tail:
            checker.exempts(tail.removeprefix(", "), "opinion")
    assert len(claims) == 13

    publisher = Hand(open_page(ben))
    for claim in claims:
        publisher.signs(claim)
    publisher.confirms(article)
    checker.entitles(article, "What a draft says that the G7 will say")
    publisher.publishes(article)

    edition = Edition.objects.get()
    reader = open_page()
    reader.goto(f"/r/{edition.article.address.slug}/")
    report = reader.content()
    found = (
        ["confirmed_paraphrase", "attribution_only"] if reached else ["unconfirmed", "unverifiable"]
    )
    codes = {(c["said"]["code"], c["true"]["code"]) for c in edition.report["claims"]}
    assert tuple(found) in codes, codes
    dump = report + str(edition.report) + str(list(Event.objects.values_list("words", flat=True)))
    assert [word for word in (NAME, "Valmarque", ALIAS, "aquarium") if word in dump] == []


def settle_said(checker, *, reached, known):
    """What the diplomat said: interviewed, or nobody could reach them."""
    [link] = checker.links()
    if reached:
        source = {"source": NAME} if known else {"new": {**SECRET, "confidential": True}}
        checker.cites(f"Did {SPEAKER} say it?", note="Said so to us on 16 April 2024.", **source)
        checker.finds(
            "confirmed_paraphrase", link=link, rationale="The sense of it was told to us."
        )
        checker.finds("attribution_only", rationale="What ministers will say is not known yet.")
        return True
    checker.contacts(not_tried_because="The agency does not name its source, and nobody else can.")
    checker.finds("unconfirmed", link=link, rationale="There is no record, and nobody to ask.")
    checker.finds(
        "unverifiable",
        rationale="The text was not public when we looked.",
        searched="The pages of the G7 presidency and of the seven ministries.",
        look_again="2024-04-20",
    )
    return False


def settle_own(checker, *, recorded):
    """What the article says itself, from a record."""
    more = {
        "locator": "Press kit, page 1",
        "excerpt": "Composition and agenda",
        "copy__text": "Composition and agenda of the meeting.",
        "copy__taken_on": "2024-04-16",
    }
    described = {"title": "Press kit of the meeting", "kind": "document", "publisher": "Presidency"}
    source = {"source": described["title"]} if recorded else {"new": described}
    checker.cites("Is it true?", **source, **more)
    checker.finds("accurate")
    return True
