"""An error in an own article: found, held back, mended in a new text, checked again, published."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import dispose
from factcheck.claims.models import Claim
from factcheck.claims.placement import unplaced_claims
from factcheck.core.rulings import NotNow
from factcheck.intake.models import Article
from factcheck.publishing.actions import publish
from factcheck.publishing.gate import ask
from factcheck.review.actions import approve, submit
from factcheck.verification.actions import cite, conclude, note_contact, record_verdict
from factcheck.verification.models import Evidence
from tests import story

pytestmark = pytest.mark.django_db

WRONG, RIGHT = "late on 40 days", "late on 44 days"


@pytest.fixture
def found_wrong(checker, reviewer):
    """Our own article, ready but for one claim that was found wrong."""
    article = story.bring_in(checker)
    wrong = story.marked(article, checker)
    [link] = wrong.links.all()
    note_contact(article=article, by=checker, speaker=link.speaker, claims=[wrong],
            not_tried_because="The office is closed this week.")  # fmt: skip
    story.approved(
        wrong, checker, reviewer, code="inaccurate", searched="The register of the port."
    )
    story.approved(story.marked(article, checker, story.RAIN, links=()), checker, reviewer)
    story.left_out(article, checker, "We like the sea.")
    story.left_out(article, checker, story.TITLE, "no_statement")
    story.confirmed(article, reviewer)
    return Claim.objects.get(pk=wrong.pk)


def rules_missed(article):
    return {blocker.rule for blocker in ask(Article.objects.get(pk=article.pk)).blockers}


def test_an_error_is_mended_by_a_new_text(found_wrong, signed_in, writer, checker, reviewer,
                                          publisher):  # fmt: skip
    article, wrong = found_wrong.article, found_wrong
    right = article.claims.exclude(pk=wrong.pk).get()
    assert rules_missed(article) == {"G14"}
    dispose(claim=wrong, by=checker, disposition="fix_requested")
    assert rules_missed(article) == {"G14"}

    # the new text: looked at, then kept
    desk = signed_in(checker)
    address = reverse("desk:new_text", args=[article.pk])
    page = desk.get(address)
    form = page.context["form"]
    sent = {name: form[name].value() for name in ("seen", "title", "text", "file_name")}
    sent = {name: value or "" for name, value in sent.items()}
    assert sent["title"] == story.TITLE
    sent["text"] = sent["text"].replace(WRONG, RIGHT)
    look = desk.post(address, sent)
    assert look.status_code == 200
    assert [row.claim.pk for row in look.context["comparison"].lost] == [wrong.pk]
    assert look.context["comparison"].approved == 1
    assert desk.post(address, {**sent, "keep": "1"}).status_code == 302

    # all but one keep their approval and place; that one is not placed and in the way
    article.refresh_from_db()
    assert article.current_version.number == 2
    assert Claim.objects.get(pk=right.pk).stage == "approved"
    assert [row.claim.pk for row in unplaced_claims(article)] == [wrong.pk]
    assert Claim.objects.get(pk=wrong.pk).stage == "checking"
    assert rules_missed(article) >= {"G2", "G11", "G14"}
    assert not [b for b in ask(article).blockers if b.claim == right.number]

    # marked again by a person, on the sentence that the page offers
    again = reverse("desk:claim_mark_again", args=[wrong.pk])
    [offered, *_] = desk.get(again).context["candidates"]
    assert offered.words == story.LATE.replace(WRONG, RIGHT)
    place = {"start": offered.start, "end": offered.end, "shows": "fixed"}
    answer = desk.post(again, {**place, "seen": Claim.objects.get(pk=wrong.pk).revision})
    assert answer.status_code == 302
    mended = Claim.objects.get(pk=wrong.pk)
    assert (mended.stage, mended.disposition) == ("checking", "fixed")
    assert mended.wording == offered.words
    with pytest.raises(NotNow):
        conclude(claim=mended, by=checker)  # what was found was about the old words

    # found anew, checked, approved, published
    piece = Evidence.objects.filter(claim=mended, aspect="content").get()
    copy = piece.capture
    fresh = cite(claim=mended, by=checker, source=piece.source, aspect="content",
                 stance="supports", primary=True, locator="row 9", excerpt="44", capture=copy)  # fmt: skip
    record_verdict(claim=mended, by=checker, aspect="content", code="accurate", evidence=[fresh])
    conclude(claim=mended, by=checker)
    submit(claim=mended, by=checker)
    approve(claim=mended, by=reviewer)
    assert rules_missed(article) == set()
    edition = publish(article=article, by=publisher)
    assert edition.report["article"]["version"] == 2
    assert edition.report["coverage"]["unchecked"] == 0
