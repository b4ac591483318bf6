"""What is read of claims and sources: in how many questions, and what stays hidden."""

import pytest

from factcheck.claims.actions import rechain
from factcheck.claims.models import LinkDraft, Stage
from factcheck.intake.models import Article, Version
from factcheck.verification import models
from factcheck.verification.actions import add_source, change_evidence, cite, withdraw_evidence
from factcheck.verification.independence import address
from factcheck.verification.models import Source
from factcheck.verification.queries import (
    facts,
    facts_of,
    hidden_from,
    origins_in_use,
    sources_for,
    standing_evidence,
)
from factcheck.verification.queries.facts import is_the_article
from factcheck.verification.rules import is_sourced
from tests import secret, story, world


class TestFacts:
    pytestmark = pytest.mark.django_db

    def test_as_many_questions_for_one_claim_as_for_all(self, checker, reviewer, queries):
        article = story.bring_in(checker)
        one = world.claim_at(Stage.IN_REVIEW, checker=checker, article=article)
        other = world.claim_at(
            Stage.CHECKED, checker=checker, article=article, words=story.RAIN, links=()
        )

        with queries(6):
            facts([one])
        with queries(6):
            found = facts([one, other])

        assert set(found) == {one.pk, other.pk}
        assert found[one.pk].attribution == "confirmed_paraphrase"
        assert found[other.pk].attribution == "not_applicable"

    def test_one_more_where_evidence_was_changed(self, checker, queries):
        claim = world.claim_at(Stage.CHECKED, checker=checker)
        change_evidence(evidence=claim.evidence.first(), by=checker, note="Counted again.")

        with queries(7):
            facts([claim])

    def test_what_was_taken_back_is_not_in_them(self, checker, claim, timetable):
        piece = cite(claim=claim, by=checker, source=timetable, aspect="content", stance="supports")
        withdraw_evidence(evidence=piece, by=checker)

        assert facts_of(claim).evidence == ()
        assert standing_evidence(claim, "content", None) == []

    @pytest.mark.parametrize("name", ["Cleo Checker", ""])
    def test_who_found_it_is_called_there_as_everywhere(self, checker, name):
        claim = story.verified(world.claim_at(Stage.OPEN, checker=checker), checker)
        checker.name = name
        checker.save()

        found = facts_of(claim).verdicts

        assert {verdict.found_by_name for verdict in found} == {name or checker.username}

    def test_what_was_found_on_a_link_that_is_gone_counts_no_more(self, checker):
        claim = story.verified(world.claim_at(Stage.OPEN, checker=checker), checker)

        rechain(claim=claim, by=checker, links=[LinkDraft("person", "Ilse Bramwell")])

        found = facts_of(claim)
        assert [verdict.aspect for verdict in found.verdicts] == ["content"]
        assert [piece.aspect for piece in found.evidence] == ["content"]
        assert found.attribution == "unchecked"

    def test_a_claim_that_is_well_sourced(self, checker):
        claim = world.claim_at(Stage.CHECKED, checker=checker)

        assert is_sourced(facts_of(claim))


class TestVisible:
    pytestmark = pytest.mark.django_db

    @pytest.mark.parametrize(
        ("who", "sees"),
        [
            ("checker", True), ("ben", True), ("anna", False), ("reviewer", False),
            ("publisher", False), ("administrator", False), ("lawyer", False), ("stranger", False),
        ],
    )  # fmt: skip
    def test_who_sees_a_confidential_source(self, request, hidden, who, sees):
        person = request.getfixturevalue(who)

        assert Source.objects.visible_to(person).exists() is sees
        assert models.sees(person, hidden) is sees
        assert bool(sources_for(person)) is sees

    def test_what_is_hidden_of_the_evidence(self, hidden, checker, reviewer, ben, queries):
        pieces = facts_of(secret.in_review_on(hidden, checker)).evidence
        people = [type(person).objects.get(pk=person.pk) for person in (checker, ben, reviewer)]

        assert [len(hidden_from(person, pieces)) for person in people] == [0, 0, 1]
        with queries(0):
            hidden_from(reviewer, [])

    def test_origins_are_those_of_open_sources(self, checker, hidden):
        for origin in ("AFP", "", "dpa", "AFP"):
            add_source(by=checker, kind="web_page", title="A page", origin=origin)

        assert origins_in_use() == ["AFP", "dpa"]


ARTICLE = {
    "given_title": "Ferries are late",
    "publisher": "Harbour Post",
    "original_url": "https://www.post.example/ferries/?utm_source=x",
}


@pytest.mark.parametrize(
    ("fields", "same"),
    [
        ({"url": "https://www.post.example/ferries/?utm_source=x"}, True),
        ({"url": "http://post.example/ferries#comments"}, True),
        ({"url": "https://post.example/Ferries"}, False),
        ({"url": "https://post.example/ferries?page=2"}, False),
        ({"url": ""}, False),
        ({"title": "Ferries  are LATE", "publisher": "Harbour Post"}, True),
        ({"title": "Ferries are late", "publisher": "Gazette", "origin": "harbour post"}, True),
        ({"title": "Ferries are late", "publisher": "Gazette"}, False),
        ({"title": "Berth log", "publisher": "Harbour Post"}, False),
    ],
)
def test_the_article_and_its_copies_are_known(fields, same):
    source = Source(**{"title": "A page", **fields})

    assert is_the_article(source, Article(**ARTICLE)) is same


def test_an_article_without_address_and_title_has_no_copies():
    article = Article(current_version=Version())

    assert not is_the_article(Source(title="", publisher=""), article)
    assert not is_the_article(Source(title="A page", url="https://post.example/"), article)


@pytest.mark.parametrize(
    "url",
    ["https://post.example/a", "http://www.post.example/a/", "post.example/a", "POST.example/a"],
)
def test_an_address_is_read_in_one_way(url):
    assert address(url) == "post.example/a?"
