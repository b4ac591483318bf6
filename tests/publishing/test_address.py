"""Where a report stands, also when two want to stand at one place, and under which name."""

import threading

import pytest
from django.core.management import execute_from_command_line
from django.db import connections
from django.test import Client
from django.urls import reverse

from factcheck.core.rulings import NotNow
from factcheck.people.actions import rename_person
from factcheck.publishing import actions
from factcheck.publishing.actions import choose_address, publish
from factcheck.publishing.models import Address
from tests import story

pytestmark = pytest.mark.django_db

MORE = story.TEXT + "\nWe like it.\n"


@pytest.fixture
def article(checker, reviewer):
    return story.ready(checker, reviewer)


def with_more(checker, reviewer):
    """Another article under the same title."""
    article = story.bring_in(checker, text=MORE)
    story.approved(story.marked(article, checker), checker, reviewer)
    story.approved(story.marked(article, checker, story.RAIN, links=()), checker, reviewer)
    for words in ("We like the sea.", "We like it.", story.TITLE):
        story.left_out(article, checker, words)
    story.confirmed(article, reviewer)
    return article


def test_address_that_another_report_took_meanwhile_gives_the_next(
    article, checker, reviewer, publisher, monkeypatch
):
    publish(article=article, by=publisher)
    other = with_more(checker, reviewer)
    seen = ["ferries-are-late"]  # as it stood when it was looked at
    free_slug = actions.free_slug
    monkeypatch.setattr(
        actions, "free_slug", lambda article: seen.pop() if seen else free_slug(article)
    )

    edition = publish(article=other, by=publisher)

    assert edition.article.address.slug == "ferries-are-late-2"


def test_where_every_address_is_taken_nothing_is_published(
    article, checker, reviewer, publisher, monkeypatch
):
    publish(article=article, by=publisher)
    other = with_more(checker, reviewer)
    monkeypatch.setattr(actions, "free_slug", lambda article: "ferries-are-late")

    with pytest.raises(NotNow, match="address"):
        publish(article=other, by=publisher)

    assert not other.editions.exists()


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("chosen", [False, True])
def test_two_reports_want_one_address_at_once(
    checker, reviewer, publisher, ben, monkeypatch, chosen
):
    articles = [story.ready(checker, reviewer), with_more(checker, reviewer)]
    both, met, outcomes = threading.Barrier(2, timeout=20), threading.local(), []
    free_slug, may = actions.free_slug, actions.rules.may_choose_address

    def meet():
        if not getattr(met, "once", False):
            met.once = True
            both.wait()

    def looked_at(article):
        slug = free_slug(article)
        meet()
        return slug

    def asked(by, article):
        ruling = may(by, article)
        meet()
        return ruling

    monkeypatch.setattr(actions, "free_slug", looked_at)
    monkeypatch.setattr(actions.rules, "may_choose_address", asked)

    def go(article, by):
        try:
            if chosen:
                choose_address(article=article, by=by, slug="late")
            else:
                publish(article=article, by=by)
            outcomes.append("done")
        except NotNow as refused:
            outcomes.append(refused.reason)
        finally:
            connections.close_all()

    threads = [
        threading.Thread(target=go, args=pair)
        for pair in zip(articles, (publisher, ben), strict=True)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    slugs = set(Address.objects.values_list("slug", flat=True))
    if chosen:
        assert sorted(outcomes) == ["Another report stands at this address already.", "done"]
        assert slugs == {"late"}
    else:
        assert outcomes == ["done", "done"]
        assert slugs == {"ferries-are-late", "ferries-are-late-2"}


def test_taken_address_comes_back_in_the_form(article, checker, reviewer, publisher, signed_in):
    publish(article=article, by=publisher)
    other = with_more(checker, reviewer)

    response = signed_in(publisher).post(
        reverse("publishing:address", args=[other.pk]), {"slug": "ferries-are-late"}
    )

    html = response.content.decode()
    assert response.status_code == 409
    assert "Another report stands at this address already." in html
    assert 'value="ferries-are-late"' in html


def test_readers_see_the_name_that_it_was_published_under(article, publisher, administrator):
    edition = publish(article=article, by=publisher)
    was = str(publisher)

    rename_person(person=publisher, by=administrator, name="Somebody Else", email=publisher.email)

    html = Client().get("/r/ferries-are-late/").content.decode()
    data = Client().get("/r/ferries-are-late/report.json").json()
    assert edition.signed == was
    assert was in html
    assert "Somebody Else" not in html
    assert data["edition"]["published_by"] == was


def test_refused_command_is_one_sentence_on_standard_error(article, publisher, capsys, monkeypatch):
    monkeypatch.setattr(connections, "close_all", lambda: None)

    with pytest.raises(SystemExit) as ended:
        execute_from_command_line(
            ["manage.py", "publish_article", str(article.pk), "--as", "nobody"]
        )

    assert ended.value.code == 1
    assert capsys.readouterr().err.strip() == "Nobody of the desk signs in as nobody."
