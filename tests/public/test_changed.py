"""Readers learn that the article has another text than the one that was checked, and since when."""

import pytest
from django.test import Client

from factcheck.intake.readers import read_text
from factcheck.publishing.actions import publish
from factcheck.review.actions import replace_text
from tests import story

pytestmark = pytest.mark.django_db

PAGES = ["/r/ferries-are-late/", "/r/ferries-are-late/1/", "/r/ferries-are-late/c/1/"]
CHANGED = "The article has changed since our check"


@pytest.fixture
def edition(clock, checker, reviewer, publisher):
    return publish(article=story.ready(checker, reviewer), by=publisher)


def rewrite(edition, by, text):
    reading = read_text(text, title=story.TITLE)
    return replace_text(article=edition.article, reading=reading, by=by)


@pytest.mark.parametrize("url", PAGES)
def test_readers_see_since_when_the_text_is_another(edition, clock, checker, url):
    clock.shift(3 * 24 * 3600)
    rewrite(edition, checker, story.TEXT.replace("40", "44"))

    page = Client().get(url).text

    assert CHANGED in page
    assert "Its text was changed on 7 March 2026." in page
    assert "44 days" not in page


@pytest.mark.parametrize("url", [*PAGES, "/r/ferries-are-late/report.json"])
def test_page_that_the_reader_has_is_sent_again(edition, checker, url):
    etag = Client().get(url)["ETag"]
    rewrite(edition, checker, story.TEXT.replace("40", "44"))

    again = Client().get(url, headers={"If-None-Match": etag})

    assert again.status_code == 200
    assert again["ETag"] != etag


@pytest.mark.parametrize("url", PAGES)
def test_text_that_came_back_is_the_one_that_was_checked(edition, checker, url):
    rewrite(edition, checker, story.TEXT.replace("40", "44"))
    rewrite(edition, checker, story.TEXT)

    assert CHANGED not in Client().get(url).text


def test_edition_is_what_it_was(edition, checker):
    report, digest = edition.report, edition.digest

    rewrite(edition, checker, story.TEXT.replace("40", "44"))

    edition = type(edition).objects.get()
    assert (edition.report, edition.digest) == (report, digest)
