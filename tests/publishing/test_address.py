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
from factcheck.publishing.queries import slug_of
from factcheck.trail.models import Event
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


@pytest.fixture
def meeting(monkeypatch):
    """Two people have both looked which addresses are free before either takes one."""
    both, met = threading.Barrier(2, timeout=20), threading.local()

    def after(looked):
        def look(*args):
            found = looked(*args)
            if not getattr(met, "once", False):
                met.once = True
                both.wait()
            return found

        return look

    monkeypatch.setattr(actions, "free_slug", after(actions.free_slug))
    monkeypatch.setattr(
        actions.rules, "may_choose_address", after(actions.rules.may_choose_address)
    )


def at_once(*calls):
    """What comes of each of these, in threads of their own."""
    outcomes = []

    def go(call):
        try:
            call()
            outcomes.append("done")
        except NotNow as refused:
            outcomes.append(refused.reason)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=go, args=[call]) for call in calls]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return sorted(outcomes)


@pytest.mark.postgres
@pytest.mark.django_db(transaction=True)
class TestAtOnce:
    def test_two_of_one_title_are_both_published(self, checker, reviewer, publisher, ben, meeting):
        one, two = story.ready(checker, reviewer), with_more(checker, reviewer)

        outcomes = at_once(
            lambda: publish(article=one, by=publisher), lambda: publish(article=two, by=ben)
        )

        assert outcomes == ["done", "done"]
        slugs = set(Address.objects.values_list("slug", flat=True))
        assert slugs == {"ferries-are-late", "ferries-are-late-2"}

    def test_one_address_is_chosen_for_one_report(self, checker, publisher, ben, meeting):
        one, two = story.bring_in(checker), story.bring_in(checker, text=MORE)

        outcomes = at_once(
            lambda: choose_address(article=one, by=publisher, slug="late"),
            lambda: choose_address(article=two, by=ben, slug="late"),
        )

        assert outcomes == ["Another report stands at this address already.", "done"]
        assert Address.objects.count() == 1


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


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("Ferries are late", "ferries-are-late"),
        ("Größe & Maß: été 2025!", "grosse-mass-ete-2025"),
        ("Łódź: Ørsted’s ferry isn't late", "lodz-orsteds-ferry-isnt-late"),
        ("Паром опоздал", "parom-opozdal"),
        ("船晚点了", "chuan-wan-dian-liao"),
        ("… ? !", "article-7"),
        ("", "article-7"),
        ("G7", "article-7"),
        ("word " * 30, "word-word-word-word-word-word-word-word-word-word-word-word"),
        ("x" * 200, "x" * 60),
    ],
)
def test_address_made_of_a_title(title, slug):
    assert slug_of(title, 7) == slug
    assert len(slug) <= 60


def test_to_choose_the_address_that_is_chosen_is_no_act(article, publisher):
    chosen = choose_address(article=article, by=publisher, slug="late-ferries")
    told = Event.objects.count()

    assert choose_address(article=article, by=publisher, slug="late-ferries") == chosen
    assert Event.objects.count() == told
