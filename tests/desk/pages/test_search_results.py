"""Everything on the desk is found by words, as far as a person may look for it."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.claims.actions import reword, set_aside
from factcheck.claims.models import LinkDraft
from factcheck.intake.actions import describe, keep
from factcheck.intake.readers import read_text
from factcheck.verification.actions import add_source, change_source, cite, open_source
from tests import secret, story

SEARCH = "/desk/search/"


@pytest.fixture
def find(signed_in):
    """find(person, "words"): the page, as that person sees it."""

    def ask(person, q, **more):
        return signed_in(person).get(SEARCH, {"q": q, **more})

    return ask


def said(page):
    """What the page says."""
    main = page.content.decode().partition('<main id="main"')[2]
    return " ".join(re.sub(r"<[^>]+>", " ", main).split())


def results(page):
    """What the page says below the field."""
    return page.content.decode().partition('id="results"')[2]


def groups(page):
    return re.findall(r'<h2 id="found-(\w+)"', page.content.decode())


class TestSearch:
    def test_doors(self, doors):
        doors.get(
            "desk:search",
            query="?q=ferry",
            anonymous="login",
            stranger=404,
            writer=200,
            checker=200,
            reviewer=200,
            publisher=200,
            administrator=200,
        )

    def test_each_kind_is_found(self, claim, plan, checker, find):
        page = find(checker, "harbour ")

        assert groups(page) == ["articles", "speakers", "sources"]
        assert "1 article, 1 speaker, 1 source. Nothing among claims." in said(page)

    def test_a_claim_is_shown_with_what_was_found(self, settled, checker, find):
        page = find(checker, "every ferr")

        assert "<mark>Every</mark> <mark>ferry</mark> will plug in by 2029" in results(page)
        assert f"?claim={settled.pk}#claim" in results(page)
        assert "Claim 1" in said(page)
        assert "Approved" in said(page)
        assert "Did they say it? Said, in other words" in said(page)
        assert "Is it true? Accurate" in said(page)

    def test_an_article_is_found_by_its_text(self, article, checker, find):
        page = find(checker, "shore quay")

        assert article.get_absolute_url() in results(page)

    def test_words_around_the_first_hit_are_shown(self, article, checker, find):
        assert "The air station on <mark>Quay</mark> 3" in results(find(checker, "quay"))

    def test_what_was_left_out_of_the_check_is_not_searched(self, checker, find):
        text = "Ferries are late\n\nIt rained on 112 days.\n\nRelated:\n\nTen bridges to see"
        keep(reading=read_text(text), by=checker)

        assert groups(find(checker, "rained")) == ["articles"]
        assert groups(find(checker, "bridges")) == []

    @pytest.mark.parametrize(
        ("q", "sentence"),
        [
            ("", "What are you looking for?"),
            ("?!", "There is no word in it"),
            ("zeppelin", "Nothing found"),
            ("\0", "There is no word in it"),
        ],
    )
    def test_nothing_found_shows_the_way_on(self, claim, checker, find, q, sentence):
        assert sentence in said(find(checker, q))

    def test_what_was_typed_is_no_markup(self, checker, find):
        page = find(checker, "<script>alert(1)</script>").content.decode()

        assert "<script>alert" not in page
        assert "&lt;script&gt;" in page

    def test_a_name_is_no_markup(self, marked, checker, find):
        marked("Every ferry will plug in by 2029", LinkDraft("person", "<b>Bo</b> Ferry"))

        assert "&lt;b&gt;Bo&lt;/b&gt; <mark>Ferry</mark>" in results(find(checker, "ferry"))

    def test_the_fragment_for_htmx(self, claim, checker, signed_in, htmx):
        page = signed_in(checker).get(SEARCH, {"q": "ferry"}, headers=htmx("results"))

        assert page.content.decode().lstrip().startswith('<div id="results">')
        assert {"HX-Request", "HX-Target"} <= set(page["Vary"].split(", "))

    def test_a_new_wording_is_found_and_the_old_one_not(self, claim, checker, find):
        reword(claim=claim, by=checker, wording="All ships use plugs.", kind="fact")
        reword(claim=claim, by=checker, wording="All vessels use plugs.", kind="fact")

        assert "claims" in groups(find(checker, "vessels"))
        assert "claims" not in groups(find(checker, "ships"))

    def test_claims_that_do_not_count_are_found_with_their_stage(self, claim, checker, find):
        set_aside(claim=claim, by=checker, because="It is said twice.")

        assert "Set aside" in said(find(checker, "every ferry"))

    def test_an_unnamed_speaker_is_found_with_the_article(self, marked, checker, find):
        marked("The seven members meet today", LinkDraft("unnamed", "a clerk in the hall"))

        page = said(find(checker, "clerk"))

        assert "a clerk in the hall Unnamed in Harbour to run on shore power 1 claim" in page

    def test_the_number_of_queries_does_not_grow(self, article, marked, checker, signed_in):
        door = signed_in(checker)
        marked("Every ferry will plug in by 2029", LinkDraft("person", "Ida Ferry"))
        add_source(by=checker, kind="document", title="Ferry plan")
        once = asked_for(door)
        marked("The seven members meet today", LinkDraft("person", "Bo Ferry"), wording="A ferry")
        add_source(by=checker, kind="document", title="Ferry log")

        assert asked_for(door) == once <= 24


def asked_for(door):
    """How many questions one search asks the database."""
    with CaptureQueriesContext(connection) as captured:
        door.get(SEARCH, {"q": "ferry"})
    return len(captured)


class TestPages:
    @pytest.fixture
    def many(self, checker):
        """Thirty sources, the newest last."""
        return [
            add_source(by=checker, kind="document", title=f"Log number {n}.") for n in range(30)
        ]

    def test_the_first_few_lead_to_all(self, many, checker, find):
        page = find(checker, "log ")

        assert "30 sources" in said(page)
        assert "All sources with these words" in said(page)
        assert results(page).count("<li>") == 5

    def test_all_of_them_a_page_at_a_time(self, many, checker, signed_in):
        door = signed_in(checker)
        seen, url = [], f"{SEARCH}?q=log+&in=sources"
        while url:
            page = door.get(url).content.decode()
            seen += re.findall(r"/desk/sources/(\d+)/", page)
            link = re.search(r'href="([^"]+)" rel="next"', page)
            url = link and link[1].replace("&amp;", "&")

        assert seen == [str(source.pk) for source in reversed(many)]

    def test_few_are_all_there_are(self, claim, checker, find):
        assert "All claims" not in said(find(checker, "ferry"))

    @pytest.mark.parametrize("before", ["x", "-1", "9" * 30, ""])
    def test_a_strange_key_is_no_error(self, claim, checker, find, before):
        page = find(checker, "ferry", **{"in": "claims", "before": before})

        assert groups(page) == ["claims"]

    def test_a_strange_kind_is_everything(self, claim, checker, find):
        assert "claims" in groups(find(checker, "ferry", **{"in": "people"}))

    def test_nothing_of_one_kind_leads_to_everything(self, claim, checker, find):
        page = find(checker, "ferry", **{"in": "sources"})

        assert "Look for them everywhere" in said(page)

    def test_every_page_of_the_desk_has_the_field(self, checker, signed_in):
        page = signed_in(checker).get(reverse("desk:queue")).content.decode()

        assert f'action="{SEARCH}" role="search"' in page


class TestConfidential:
    """Of a confidential source, only its public description is found by most people."""

    WORDS = ("jane", "doe", "jane.example", "J.D.", "twice", "telephone")

    @pytest.fixture
    def hidden(self, ben):
        return secret.hidden_source(ben)

    @pytest.mark.parametrize("q", WORDS)
    def test_what_is_hidden_is_not_found(self, hidden, checker, find, q):
        page = find(checker, q)

        assert groups(page) == []
        assert secret.found_in(results(page)) == []

    def test_nothing_differs_from_a_desk_without_it(self, checker, ben, find):
        for title in ("Doe family register", "Jane’s ships"):
            add_source(by=checker, kind="document", title=title)
        before = [results(find(checker, q)) for q in self.WORDS]
        secret.hidden_source(ben)

        assert [results(find(checker, q)) for q in self.WORDS] == before

    def test_the_public_description_is_found_without_a_way_to_it(self, hidden, checker, find):
        page = find(checker, "official harbour")

        assert groups(page) == ["sources"]
        assert hidden.get_absolute_url() not in results(page)
        assert secret.found_in(results(page)) == []

    def test_it_leads_to_where_it_is_cited(self, hidden, claim, ben, checker, find):
        cite(claim=claim, by=ben, source=hidden, aspect="content", stance="context")

        page = find(checker, "official harbour")

        assert f'<a href="{claim.get_absolute_url()}">cited for claim 1</a>' in results(page)

    @pytest.mark.parametrize("q", ["jane", "J.D.", "official"])
    def test_who_may_see_it_finds_it(self, hidden, ben, find, q):
        page = find(ben, q)

        assert hidden.get_absolute_url() in results(page)
        assert "Confidential" in results(page)

    def test_who_added_it_finds_it(self, checker, find):
        theirs = secret.hidden_source(checker)

        assert theirs.get_absolute_url() in results(find(checker, "jane"))

    def test_another_checker_does_not(self, checker, anna, find):
        secret.hidden_source(checker)

        assert groups(find(anna, "jane")) == []

    @pytest.mark.parametrize("q", ["twice", "met her"])
    def test_the_private_note_is_searched_by_nobody(self, hidden, ben, find, q):
        assert groups(find(ben, q)) == []

    def test_a_changed_alias_is_found_by_those_who_may(self, hidden, ben, checker, find):
        change_source(source=hidden, by=ben, aliases="Nightingale")

        assert groups(find(ben, "nightingale")) == ["sources"]
        assert groups(find(checker, "nightingale")) == []

    def test_once_open_everybody_finds_it(self, hidden, ben, checker, find):
        open_source(source=hidden, by=ben, because="She agreed.")

        assert hidden.get_absolute_url() in results(find(checker, "jane"))
        assert groups(find(checker, "official")) == []

    def test_a_page_of_one_kind_hides_the_same(self, hidden, checker, find):
        assert secret.found_in(results(find(checker, "jane", **{"in": "sources"}))) == []


def test_a_title_given_later_is_found(checker, writer, find):
    article = story.bring_in(checker)
    describe(
        article=article, by=checker, given_title="Zeppelins are punctual", publisher="",
        original_url="", rights="own", writer=writer, due_at=None,
    )  # fmt: skip

    assert "<mark>Zeppelins</mark> are punctual" in results(find(checker, "zepp"))
