"""Reading articles takes few questions, however many there are."""

import pytest
from django.db import transaction

from factcheck.intake.queries import PAGE, article_page, hold, passages, same_text, text_digest
from factcheck.intake.readers import read_text
from tests.factories.intake import ArticleFactory, PassageFactory, VersionFactory
from tests.factories.people import UserFactory
from tests.intake.conftest import TEXT


@pytest.fixture
def brought(db):
    """brought(3, publisher="…"): so many articles with a text each."""

    def bring(count, title="", byline="", **fields):
        by = UserFactory()
        found = []
        for _ in range(count):
            article = ArticleFactory(brought_by=by, **fields)
            article.current_version = VersionFactory(article=article, title=title, byline=byline)
            article.save()
            found.append(article)
        return found

    return bring


class TestPages:
    @pytest.mark.parametrize("count", [1, PAGE])
    def test_one_question_however_many(self, brought, queries, count):
        brought(count)

        with queries(1):
            shown = [(row.title, row.brought_by.name) for row in article_page().rows]

        assert len(shown) == count

    def test_the_newest_first_and_the_rest_on_further_pages(self, brought):
        every = [article.pk for article in brought(PAGE + 2)][::-1]

        first = article_page()
        second = article_page(before=first.more)

        assert [row.pk for row in [*first.rows, *second.rows]] == every
        assert second.more is None

    def test_a_full_page_has_nothing_older(self, brought):
        brought(PAGE)

        assert article_page().more is None

    @pytest.mark.parametrize("q", ["night", "NIGHT snow", "farrow", "hill", "hill farrow night"])
    def test_words_of_title_byline_and_publisher_are_found(self, brought, q):
        [wanted] = brought(1, title="Night of snow", byline="Nell Farrow", publisher="Hill Post")
        brought(1, title="Day of sun")

        assert article_page(q).rows == [wanted]

    def test_the_title_that_was_given_is_found(self, brought):
        [wanted] = brought(1, title="Old", given_title="The bridge")

        assert article_page("bridge").rows == [wanted]

    @pytest.mark.parametrize("q", ["%", "_", "rain", "night rain"])
    def test_what_is_not_there_is_not_found(self, brought, q):
        brought(2, title="Night of snow")

        assert article_page(q).rows == []


class TestSameText:
    def test_line_ends_make_no_other_text(self, article):
        assert same_text(read_text(TEXT.replace("\n", "\r\n"))) == article

    def test_a_word_does(self, article):
        assert same_text(read_text(TEXT + " Indeed.")) is None

    def test_the_oldest_is_offered(self, article, brought):
        text = article.current_version.text
        VersionFactory(article=brought(1)[0], number=2, text=text, text_digest=text_digest(text))

        assert same_text(read_text(TEXT)) == article


def test_passages_stand_in_order(db, queries):
    version = VersionFactory()
    for position in (3, 1, 2):
        PassageFactory(version=version, position=position)

    with queries(1):
        assert [passage.position for passage in passages(version)] == [1, 2, 3]


def test_what_is_held_is_read_fresh(article, queries):
    stale = hold(article.pk)
    type(article).objects.update(given_title="Meanwhile")

    with transaction.atomic(), queries(2):
        held = hold(stale.pk)
        assert held.current_version.text

    assert held.given_title == "Meanwhile"
