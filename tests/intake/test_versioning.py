"""A new text of an article: the next version, and what it keeps of the one before."""

import pytest
from django.db import IntegrityError, transaction

from factcheck.core.rulings import Never, NotNow
from factcheck.intake.actions import bring_new_text, keep
from factcheck.intake.models import Article, KeptText, Version
from factcheck.intake.queries import as_before, versions
from factcheck.intake.readers import Reading, ReadPassage, read_text
from factcheck.trail.models import Event
from tests.world import verbs

pytestmark = pytest.mark.django_db

OLD = "Ferries are late\n\nBy Jane Roe\n\nThe ferries were late on 40 days.\n\nWe like the sea.\n"
NEW = "Ferries are late\n\nThe ferries were late on 44 days.\n\nWe like the sea.\n"
OTHER = "Buses are late\n\nThe buses were late on 12 days.\n"


@pytest.fixture
def article(checker):
    return keep(reading=read_text(OLD), by=checker)[0]


def rewrite(article, by, text=NEW, **fields):
    return bring_new_text(article=article, reading=read_text(text), by=by, **fields)


def test_new_text_is_the_next_version_and_the_current_one(article, checker):
    first = article.current_version

    version = rewrite(article, checker, origin="file", file_name="ferries.txt")

    article.refresh_from_db()
    assert article.current_version == version
    assert (version.number, version.origin, version.file_name) == (2, "file", "ferries.txt")
    assert "44 days" in version.text
    assert "40 days" in Version.objects.get(pk=first.pk).text
    assert [passage.role for passage in version.passages.all()] == ["title", "body", "body"]
    assert verbs(article)[-1] == "article.new_text"
    assert Event.objects.get(verb="article.new_text").words["number"] == 2


def test_new_text_keeps_what_it_no_longer_says_of_itself(article, checker):
    version = rewrite(article, checker)

    assert (article.current_version.byline, version.byline) == ("Jane Roe", "Jane Roe")


def test_passage_that_was_left_out_by_a_person_stays_left_out(article):
    reading = Reading((ReadPassage("body", "We like the sea."), ReadPassage("body", "And rain.")))
    old = Reading(
        (ReadPassage("title", "And rain."), ReadPassage("boilerplate", "We like the sea."))
    )
    version = keep(reading=old, by=article.brought_by)[0].current_version

    now = as_before(reading, version)

    assert [passage.role for passage in now.passages] == ["boilerplate", "body"]


def test_passage_that_had_two_roles_is_read_anew(article):
    twice = (ReadPassage("caption", "Rain."), ReadPassage("heading", "Rain."))
    version = keep(reading=Reading(twice), by=article.brought_by)[0].current_version

    now = as_before(Reading((ReadPassage("body", "Rain."),)), version)

    assert now.passages[0].role == "body"


def test_same_text_as_now_is_no_new_text(article, checker):
    with pytest.raises(NotNow, match="stands there now, word for word"):
        rewrite(article, checker, OLD.replace("By Jane Roe\n\n", ""))

    assert Version.objects.filter(article=article).count() == 1


def test_text_of_another_article_is_refused_by_its_name(article, checker):
    keep(reading=read_text(OTHER), by=checker)

    with pytest.raises(NotNow, match="as the article “Buses are late”"):
        rewrite(article, checker, OTHER)


def test_an_older_text_comes_back_as_a_new_version(article, checker):
    rewrite(article, checker)

    version = rewrite(article, checker, OLD)

    assert version.number == 3
    assert version.text_digest == article.current_version.text_digest
    assert KeptText.objects.filter(digest=version.text_digest).count() == 1
    assert [row.number for row in versions(article)] == [3, 2, 1]


def test_another_version_meanwhile_keeps_nothing(article, checker):
    seen = article.current_version_id
    rewrite(article, checker)

    with pytest.raises(NotNow) as refused:
        rewrite(article, checker, OLD, seen=seen)

    assert refused.value.stale
    assert Version.objects.filter(article=article).count() == 2


def test_who_brings_a_new_text(article, checker, publisher, writer, reviewer, newcomer):
    mine = keep(reading=read_text(OTHER), by=checker, writer=writer)[0]

    rewrite(article, publisher)
    rewrite(mine, writer, OTHER + "\n\nThey are old.")
    with pytest.raises(Never, match="belongs to another writer"):
        rewrite(article, writer, OLD)
    with pytest.raises(Never):
        rewrite(article, reviewer, OLD)

    assert Article.objects.get(pk=mine.pk).current_version.number == 2


def test_a_version_number_is_given_once(article, checker):
    version = article.current_version
    twin = Version(article=article, number=1, origin="paste", text="x", words=1, brought_by=checker)

    with pytest.raises(IntegrityError), transaction.atomic():
        twin.save()

    assert version.number == twin.number
