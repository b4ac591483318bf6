"""What comes down when a claim is chosen or changed: the pane, the head, and what is new."""

import re
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from django.urls import reverse

from factcheck.claims.actions import exempt, mark
from factcheck.intake.actions import keep
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text

SEEN = re.compile(r'data-version="(\d+)"|id="(?:p\d+|appendix)" data-seen="(\w+)"')
AIMED = {"HX-Request": "true", "HX-Target": "claim"}
NEW = re.compile(r'<div hx-swap-oob="true" class="passage" id="(p\d+)"')


@pytest.fixture
def url(article):
    return reverse("desk:workspace", args=[article.pk])


@pytest.fixture
def door(checker, signed_in):
    return signed_in(checker)


def seen(door, url):
    """What the browser says of the page that it shows."""
    found = ["".join(one) for one in SEEN.findall(door.get(url).content.decode())]
    version, *passages, appendix = found
    return {"Desk-Seen": " ".join([version, appendix, *passages])}


def aimed(door, url, known=None):
    return door.get(url, headers=AIMED | (known or {})).content.decode()


def test_a_choice_brings_the_pane_and_the_head_and_no_text(door, url, claim, marked):
    other = marked("We breathe this every day")
    known = seen(door, url)

    html = aimed(door, f"{url}?claim={other.pk}", known)

    assert html.lstrip().startswith('<section class="pane" id="claim"')
    assert 'id="work-bar" hx-swap-oob="true"' in html
    assert "<html" not in html
    assert NEW.findall(html) == []
    assert 'id="appendix"' not in html


def test_a_new_claim_brings_the_passage_that_it_stands_in(door, url, claim, marked):
    known = seen(door, url)
    marked("We breathe this every day")

    html = aimed(door, url, known)

    assert NEW.findall(html) == ["p2"]


def test_an_exemption_brings_the_list_below_the_text(door, url, claim, article, checker):
    known = seen(door, url)
    start = article.current_version.text.index("The seven members")
    exempt(article=article, by=checker, start=start, end=start + 17, reason="opinion")

    html = aimed(door, url, known)

    assert 'id="appendix"' in html
    assert NEW.findall(html) == ["p1"]


def test_without_a_word_of_what_is_shown_all_of_it_comes(door, url, claim):
    html = aimed(door, url)

    assert NEW.findall(html) == ["p0", "p1", "p2"]


def test_a_choice_is_no_change(door, url, claim, marked):
    other = marked("We breathe this every day")

    assert seen(door, f"{url}?claim={claim.pk}") == seen(door, f"{url}?claim={other.pk}")


def test_another_version_of_the_text_replaces_the_page(door, url, claim, article, checker, anna):
    known = seen(door, url)
    replace_text(
        article=article,
        by=anna,
        reading=read_text("Another text says so.\n\nIt is short."),
        origin="paste",
    )

    response = door.get(url, headers=AIMED | known)

    assert response["HX-Retarget"] == "#main"
    assert "<html" in response.content.decode()


def test_a_change_sends_the_browser_to_the_part_that_it_shows(door, url, claim):
    data = {"seen": claim.revision, "wording": "The ferries will plug in.", "kind": "fact"}
    headers = {
        "HX-Request": "true",
        "HX-Current-URL": f"http://testserver{url}",
        "Desk-Part": "claim",
    }

    response = door.post(reverse("desk:claim_words", args=[claim.pk]), data, headers=headers)

    assert '"target": "#claim"' in response["HX-Location"]
    assert f'"path": "{url}?claim={claim.pk}"' in response["HX-Location"]


@pytest.mark.parametrize("page", ["/desk/", ""])
def test_from_any_other_page_it_is_a_visit(door, claim, page):
    data = {"seen": claim.revision, "wording": "The ferries will plug in.", "kind": "fact"}
    headers = {"HX-Request": "true", "HX-Current-URL": page, "Desk-Part": "claim"}

    response = door.post(reverse("desk:claim_words", args=[claim.pk]), data, headers=headers)

    assert '"target": "#main"' in response["HX-Location"]


def test_days_that_words_mean_stand_beside_them(door, anna, checker):
    reading = read_text("A ferry sank\n\nThe council met on Tuesday, she said.")
    article, _ = keep(
        reading=replace(reading, published=datetime(2024, 4, 18, 9, tzinfo=UTC)), by=anna
    )
    start = article.current_version.text.index("The council")
    mark(article=article, by=checker, start=start, end=start + 26)

    html = door.get(reverse("desk:workspace", args=[article.pk])).content.decode()

    assert (
        '<time datetime="2024-04-16" title="16 April" data-meant="16 April">Tuesday</time>' in html
    )
