"""The demo newsroom: its stories go through every rule, twice is once, and the archive is whole."""

from io import StringIO

import pytest
from django.core.management import call_command
from django.urls import reverse

from factcheck.claims.models import Claim, Question, Stage
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.publishing.models import Edition
from factcheck.review.models import Decision, Verb
from factcheck.trail.models import Event

pytestmark = [pytest.mark.django_db, pytest.mark.reads]

SIGN_INS = {"writer", "checker", "reviewer", "publisher", "administrator", "anna", "ben"}


@pytest.fixture
def said(django_capture_on_commit_callbacks):
    """What the command printed."""
    out = StringIO()
    with django_capture_on_commit_callbacks(execute=True):
        call_command("seed", stdout=out)
    return out.getvalue()


def test_everybody_has_a_sign_in(said):
    assert set(User.objects.values_list("username", flat=True)) == SIGN_INS
    assert all(name in said for name in SIGN_INS)
    assert User.objects.get(username="ben").check_password(
        said.partition("password ")[2].split()[0]
    )


def test_three_articles_stand_where_their_stories_left_them(said, client):
    assert Article.objects.count() == 3
    assert Claim.objects.filter(stage=Stage.IN_REVIEW).exists()
    assert Decision.objects.filter(verb=Verb.SEND_BACK).exists()
    assert Question.objects.filter(blocking=True, closed_at=None).exists()
    edition = Edition.objects.get()
    named = {
        link.speaker.name
        for claim in edition.article.claims.all()
        for link in claim.links.all()
        if link.speaker.is_named
    }
    assert "Tilda Renkert" in named
    assert edition.title in client.get(reverse("public:front")).content.decode()


def test_one_article_is_freshly_read_for_claims(said):
    [fresh] = [
        article
        for article in Article.objects.all()
        if {claim.stage for claim in article.claims.all()} == {Stage.SUGGESTED}
    ]

    assert fresh.claims.filter(links__speaker__name="Henrik Aalto").exists()


def test_nothing_is_suggested_in_what_is_published(said):
    article = Edition.objects.get().article

    assert not article.claims.filter(stage=Stage.SUGGESTED).exists()
    assert article.current_version.splitting.state == "done"


def test_twice_changes_nothing(said):
    before = Event.objects.count()

    call_command("seed", stdout=StringIO())

    assert Event.objects.count() == before


def test_the_archive_is_whole(said):
    out = StringIO()

    call_command("verify_archive", stdout=out)

    assert out.getvalue()
