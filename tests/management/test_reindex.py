"""The search has what is at the desk, whatever was done there."""

from importlib import import_module
from io import StringIO

import pytest
from django.apps import apps
from django.core.management import CommandError, call_command

from factcheck.claims.actions import rename_speaker, respan, reword
from factcheck.claims.models import ClaimWords, Speaker, SpeakerWords
from factcheck.intake.models import ArticleWords
from factcheck.verification.actions import add_source, change_source
from factcheck.verification.models import HiddenWords, Source, SourceWords
from tests import secret, story

pytestmark = pytest.mark.django_db
TABLES = (ArticleWords, ClaimWords, SpeakerWords, SourceWords, HiddenWords)


@pytest.fixture
def desk(checker):
    """An article, two claims, a speaker, an open and a confidential source."""
    article = story.bring_in(checker)
    story.marked(article, checker)
    story.marked(article, checker, story.RAIN, links=())
    add_source(by=checker, kind="document", title="Berth log")
    secret.hidden_source(checker)
    return article


def run(*options):
    out = StringIO()
    call_command("reindex", *options, stdout=out)
    return out.getvalue()


def test_what_actions_did_is_searched_already(desk, checker):
    claim = desk.claims.first()
    reword(claim=claim, by=checker, wording="Ships were late.", kind="number")
    start = desk.current_version.text.index("ferries were late")
    respan(claim=claim, by=checker, start=start, end=start + 17)
    speaker = Speaker.objects.get()
    rename_speaker(speaker=speaker, by=checker, kind="organisation", name="Port office", note="")
    for source in Source.objects.all():
        change_source(source=source, by=checker, publisher="Port")

    assert run("--check") == "The search has what is at the desk.\n"


def test_what_is_missing_is_named_by_key_alone(desk):
    kept = HiddenWords.objects.exclude(words="").get()
    HiddenWords.objects.filter(pk=kept.pk).update(words=" something else ")
    out = StringIO()

    with pytest.raises(CommandError, match="1 would change"):
        call_command("reindex", "--check", stdout=out)

    assert out.getvalue() == f"hiddenwords {kept.pk}\n"


def test_everything_is_written_anew(desk):
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    for table in TABLES:
        table.objects.all().delete()

    said = run()

    assert [list(table.objects.order_by("pk").values()) for table in TABLES] == before
    assert said.splitlines() == ["1 articles", "2 claims", "1 speakers", "2 sources"]
    assert run("--check")


def test_the_migration_writes_the_same(desk):
    before = [list(table.objects.order_by("pk").values()) for table in TABLES]
    for table in TABLES:
        table.objects.all().delete()

    import_module("factcheck.migrations.0004_fill_words_to_search").fill(apps, None)

    assert [list(table.objects.order_by("pk").values()) for table in TABLES] == before
