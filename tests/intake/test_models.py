"""What the tables of articles refuse, whatever the code does."""

import pytest
from django.db import IntegrityError, transaction

from factcheck.core.immutable import AddOnlyError
from factcheck.intake.models import Article, Version
from tests.factories.intake import ArticleFactory, PassageFactory, VersionFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def refused():
    """refused(what): whether the database refuses to do this."""

    def ask(change):
        try:
            with transaction.atomic():
                change()
        except IntegrityError:
            return True
        return False

    return ask


def test_an_article_is_ours_or_somebody_elses(refused):
    assert refused(lambda: ArticleFactory(rights="nobody's"))


@pytest.mark.parametrize("wrong", [{"text": ""}, {"origin": "dreamt"}])
def test_a_version_that_cannot_be(refused, wrong):
    assert refused(lambda: VersionFactory(**wrong))


def test_a_number_is_one_versions(refused):
    version = VersionFactory()

    assert refused(lambda: VersionFactory(article=version.article, number=1))
    assert not refused(lambda: VersionFactory(article=version.article, number=2))


@pytest.mark.parametrize("wrong", [{"role": "advert"}, {"end": 0}, {"start": 9, "end": 3}])
def test_a_passage_that_cannot_be(refused, wrong):
    assert refused(lambda: PassageFactory(**wrong))


def test_a_position_is_one_passages(refused):
    passage = PassageFactory()

    assert refused(lambda: PassageFactory(version=passage.version))


@pytest.mark.parametrize("factory", [VersionFactory, PassageFactory])
def test_what_was_read_is_never_rewritten(factory):
    row = factory()

    with pytest.raises(AddOnlyError):
        row.save()
    with pytest.raises(AddOnlyError):
        row.delete()
    with pytest.raises(AddOnlyError):
        type(row).objects.update(pk=7)


class TestTitle:
    def test_the_given_one_wins(self):
        article = Article(given_title="Ours", current_version=Version(title="Theirs", text="A."))

        assert (article.title, article.real_title) == ("Ours", "Ours")

    def test_else_the_one_it_came_with(self):
        article = Article(current_version=Version(title="Theirs", text="A."))

        assert (article.title, article.real_title) == ("Theirs", "Theirs")

    def test_else_its_first_words_which_are_no_real_title(self):
        text = "one two three four five six seven eight nine ten eleven twelve thirteen"

        article = Article(current_version=Version(text=text))

        assert article.real_title == ""
        assert article.title == ("one two three four five six seven eight nine ten eleven twelve …")

    def test_few_words_are_shown_whole(self):
        assert Article(current_version=Version(text="Snow fell.")).title == "Snow fell."

    def test_an_article_without_a_text(self):
        assert Article().title == "Untitled"
