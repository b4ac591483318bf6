"""The readers' pages: no cookie, no session, one query once warm, and nothing but editions."""

import json

import pytest
from django.test import Client

from factcheck.claims.models import Claim
from factcheck.core.digests import digest
from factcheck.intake.models import Article
from factcheck.policy.actions import rename_label, set_house_rules
from factcheck.publishing.actions import publish
from factcheck.publishing.models import Edition
from factcheck.verification.actions import record_verdict
from tests import story

pytestmark = pytest.mark.django_db

PAGES = [
    "/",
    "/?q=late",
    "/r/ferries-are-late/",
    "/r/ferries-are-late/1/",
    "/r/ferries-are-late/c/1/",
    "/r/ferries-are-late/report.json",
    "/how-we-work/",
    "/report-an-error/",
]


@pytest.fixture
def edition(checker, reviewer, publisher):
    return publish(article=story.ready(checker, reviewer), by=publisher)


@pytest.fixture(params=["signed out", "signed in"])
def reader(request, checker, signed_in):
    return Client() if request.param == "signed out" else signed_in(checker)


@pytest.mark.parametrize("url", PAGES)
def test_page_sets_no_cookie_and_asks_once_when_warm(edition, reader, queries, url):
    first = reader.get(url)

    with queries(1):
        warm = reader.get(url)

    assert (first.status_code, warm.status_code) == (200, 200)
    assert first.content == warm.content
    assert "Cookie" not in warm.get("Vary", "")
    assert not warm.cookies
    assert warm["Cache-Control"] == "public, max-age=60"


@pytest.mark.parametrize("url", PAGES)
def test_page_that_the_reader_has_is_not_sent_again(edition, reader, queries, url):
    etag = reader.get(url)["ETag"]

    with queries(1):
        again = reader.get(url, headers={"If-None-Match": etag})

    assert again.status_code == 304
    assert again.content == b""
    assert again["ETag"] == etag
    assert again["Cache-Control"] == "public, max-age=60"


def test_search_without_a_hit_says_so_and_sets_no_cookie(edition, reader, queries):
    reader.get("/?q=late")

    with queries(2):
        response = reader.get("/?q=nothing-like-it")

    assert b"No report has these words" in response.content
    assert "Cookie" not in response.get("Vary", "")


@pytest.mark.parametrize("url", PAGES)
def test_page_answers_head_and_refuses_post(edition, url):
    head = Client().head(url)

    assert (head.status_code, head.content) == (200, b"")
    assert Client().post(url).status_code == 405


@pytest.mark.parametrize("url", PAGES)
def test_page_has_no_script_and_no_form_that_posts(edition, url):
    html = Client().get(url).content.decode()

    assert "<script" not in html
    assert "csrfmiddlewaretoken" not in html
    assert 'method="post"' not in html


@pytest.mark.parametrize(
    "url",
    ["/r/no-such/", "/r/no-such/report.json", "/r/ferries-are-late/9/", "/r/ferries-are-late/c/9/"],
)
def test_nothing_stands_at_an_unknown_address(edition, url):
    response = Client().get(url)

    assert response.status_code == 404
    assert not response.cookies
    assert "Cookie" not in response.get("Vary", "")


def test_report_shows_both_verdicts_in_words_beside_each_claim(edition):
    html = Client().get("/r/ferries-are-late/").content.decode()

    for words in (
        "Ferries are late",
        "Did they say it?",
        "Said, in other words",
        "Is it true?",
        "Accurate",
        "Harbour office",
        "Cleo Checker",
        "Rosa Reviewer",
        "row 7",
        edition.digest,
        edition.version.text_digest,
        "Our own article, checked",
    ):
        assert words in html


def test_claim_stands_at_its_own_address(edition):
    html = Client().get("/r/ferries-are-late/c/2/").content.decode()

    assert story.RAIN in html
    assert "/r/ferries-are-late/#claim-2" in html


def test_data_is_the_json_that_the_digest_was_taken_of(edition):
    response = Client().get("/r/ferries-are-late/report.json")

    data = json.loads(response.content)
    assert response["Content-Type"] == "application/json; charset=utf-8"
    assert data["format"] == 1
    assert digest(data["report"]) == data["edition"]["digest"] == edition.digest


def test_draft_stands_nowhere(edition, checker):
    draft = story.bring_in(
        checker, title="Unheard of secret draft", text="The bridge falls down.\n"
    )
    story.marked(draft, checker, "The bridge falls down", links=())

    pages = b"".join(Client().get(url).content for url in [*PAGES, "/?q=secret"])

    assert b"bridge" not in pages
    assert b"Unheard" not in pages


def test_work_after_publication_changes_no_page(edition, checker):
    before = Client().get("/r/ferries-are-late/").content
    claim = Claim.objects.get(article=edition.article, number=2)
    record_verdict(
        claim=claim, by=checker, aspect="content", code="needs_context",
        rationale="A later thought.", evidence=[],
    )  # fmt: skip

    assert Client().get("/r/ferries-are-late/").content == before


def test_label_that_is_renamed_changes_how_we_work_and_no_edition(edition, administrator):
    rename_label(by=administrator, aspect="content", code="accurate", words="Holds")

    assert b"Holds" in Client().get("/how-we-work/").content
    assert b"Holds" not in Client().get("/r/ferries-are-late/").content


def test_how_we_work_is_written_from_the_rules_of_the_moment(db, administrator):
    assert "Switched off" not in Client().get("/how-we-work/").content.decode()

    set_house_rules(
        by=administrator, g9=False, desk_name="Harbour desk", owner="The harbour", share=15
    )

    html = Client().get("/how-we-work/").content.decode()
    assert "Switched off at this desk" in html
    assert "Harbour desk" in html
    assert "at most 15 %" in html


def test_report_an_error_names_where_to_write(db, administrator):
    set_house_rules(
        by=administrator,
        corrections_address="wrong@desk.example",
        postal_address="Quay 3\nVellhaven",
    )

    html = Client().get("/report-an-error/").content.decode()

    assert "mailto:wrong@desk.example" in html
    assert "Quay 3<br>Vellhaven" in html


def test_front_page_of_a_desk_that_published_nothing(db):
    assert "Nothing is published yet" in Client().get("/").content.decode()


def test_front_page_is_searched_by_the_words_of_a_title(edition):
    assert b"/r/ferries-are-late/" in Client().get("/?q=LATE+ferries").content
    assert b"/r/ferries-are-late/" not in Client().get("/?q=late+trains").content


def test_readers_see_that_the_article_has_changed(edition):
    assert b"has changed since our check" not in Client().get("/r/ferries-are-late/").content
    old = edition.version
    newer = type(old)(
        article=edition.article, number=2, title=old.title, text="Other text.",
        text_digest="0" * 64, words=2, origin="paste", brought_by=old.brought_by,
    )  # fmt: skip
    newer.save()
    Article.objects.filter(pk=edition.article_id).update(current_version=newer)

    assert b"has changed since our check" in Client().get("/r/ferries-are-late/").content


def test_somebody_elses_article_is_shown_within_the_share(checker, reviewer, publisher):
    sentence = "The pilot boats cost the town seventy million crowns over nine years and a day"
    article = story.bring_in(
        checker, text=f"{sentence}.\n\nWe like the sea.\n", rights="third_party",
        publisher="Tribune", original_url="https://tribune.example/boats",
    )  # fmt: skip
    story.approved(story.marked(article, checker, sentence, links=()), checker, reviewer)
    story.left_out(article, checker, "We like the sea.")
    story.left_out(article, checker, story.TITLE, "no_statement")
    story.confirmed(article, reviewer)
    edition = publish(article=article, by=publisher)

    everything = "".join(
        Client().get(url).content.decode()
        for url in (
            "/r/ferries-are-late/",
            "/r/ferries-are-late/c/1/",
            "/r/ferries-are-late/report.json",
        )
    )

    assert sentence not in everything
    assert "seventy million crowns" not in everything
    assert "We like the sea" not in everything
    assert "https://tribune.example/boats" in everything
    assert edition.report["passages"] == []
    assert edition.report["words_shown"] * 100 <= 20 * article.current_version.words


def test_markup_in_every_field_stays_text(checker, reviewer, publisher):
    nasty = "<script>alert(1)</script>"
    article = story.bring_in(checker, title=f"Ferries {nasty}", text=f"{story.LATE} {nasty}.\n")
    claim = story.marked(article, checker, links=(), wording=f"Late {nasty}")
    story.verified(claim, checker)
    publish(article=article, by=publisher, past=nasty, public=nasty)
    slug = Edition.objects.get().article.address.slug

    html = Client().get(f"/r/{slug}/").content.decode()

    assert nasty not in html
    assert "&lt;script&gt;" in html
