"""How much the database is asked: as much for thirty claims as for three, and within budget."""

import pytest
from django.urls import reverse

from factcheck.claims.models import LinkDraft
from factcheck.intake.models import Article
from factcheck.publishing.actions import publish
from tests import story


@pytest.fixture
def ready(checker, reviewer):
    """ready(3): an article of so many approved claims that the gate lets through."""

    def of(count):
        said = [f"Ferry {number} was late on {number + 40} days" for number in range(count)]
        text = "\n\n".join(f"{words}, office {at} said." for at, words in enumerate(said))
        article = story.bring_in(checker, text=text, title=f"Ferries, {count} times")
        for at, words in enumerate(said):
            office = LinkDraft("organisation", f"Office {at}", words=f"office {at}", cue="said")
            story.approved(
                story.marked(article, checker, words, links=(office,)), checker, reviewer
            )
        if article.current_version.title in article.current_version.text:
            story.left_out(article, checker, article.current_version.title, "no_statement")
            story.confirmed(article, reviewer)
        return Article.objects.get(pk=article.pk)

    return of


COUNTS = pytest.mark.parametrize("count", [3, 30])


@COUNTS
def test_publishing_asks_as_much_for_few_claims_as_for_many(ready, publisher, queries, count):
    article = ready(count)
    publisher.can("publish")  # abilities come with the request

    with queries(20):
        edition = publish(article=article, by=publisher)

    assert len(edition.report["claims"]) == count


@COUNTS
def test_the_gate_asks_as_much_for_few_claims_as_for_many(
    ready, publisher, signed_in, queries, count
):
    article = ready(count)
    door = signed_in(publisher)

    with queries(20):
        answer = door.get(reverse("publishing:gate", args=[article.pk]))

    assert answer.context["approved"] == count


@COUNTS
def test_the_workspace_asks_as_much_for_few_claims_as_for_many(
    ready, checker, signed_in, queries, count
):
    article = ready(count)
    door = signed_in(checker)

    with queries(20):
        answer = door.get(reverse("desk:workspace", args=[article.pk]))

    assert len(answer.context["work"].claims) == count


@COUNTS
def test_a_change_asks_as_much_beside_few_claims_as_beside_many(
    ready, checker, signed_in, queries, count
):
    claim = ready(count).claims.get(number=2)
    door = signed_in(checker)
    data = {"seen": claim.revision, "wording": "A ferry was late.", "kind": "fact"}

    with queries(16):  # with what it takes to reopen an approved claim, to find it, to undo it
        answer = door.post(reverse("desk:claim_words", args=[claim.pk]), data)

    assert answer.status_code == 302
    claim.refresh_from_db()
    assert (claim.wording, claim.stage) == ("A ferry was late.", "checking")
