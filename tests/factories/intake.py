"""Rows of the intake room at rest: an article of one version with one passage."""

import factory
from factory.django import DjangoModelFactory

from factcheck.intake.models import Article, Passage, Version
from factcheck.intake.queries import text_digest
from tests.factories.people import UserFactory


class ArticleFactory(DjangoModelFactory):
    """Its text comes with `VersionFactory(article=…)`."""

    class Meta:
        model = Article

    brought_by = factory.SubFactory(UserFactory)


class VersionFactory(DjangoModelFactory):
    class Meta:
        model = Version

    article = factory.SubFactory(ArticleFactory)
    number = 1
    origin = "paste"
    text = factory.Sequence(lambda n: f"The ferry was late on {n} days.")
    text_digest = factory.LazyAttribute(lambda version: text_digest(version.text))
    words = 7
    brought_by = factory.SelfAttribute("article.brought_by")


class PassageFactory(DjangoModelFactory):
    """The whole text as one block."""

    class Meta:
        model = Passage

    version = factory.SubFactory(VersionFactory)
    position = 1
    role = "body"
    start = 0
    end = factory.LazyAttribute(lambda passage: len(passage.version.text))
