"""Two people bring a new text, or one brings it while the other signs, at the same moment."""

import pytest

from factcheck.claims.models import Anchor, Claim, Stage
from factcheck.core.rulings import NotNow
from factcheck.intake.models import Article, Version
from factcheck.intake.readers import read_text
from factcheck.publishing.gate import ask
from factcheck.review.actions import approve, replace_text
from factcheck.trail.record import faults
from tests import story, world
from tests.review.test_race import DONE, at_once

pytestmark = pytest.mark.django_db(transaction=True)


def rewrite(article, by, days, **fields):
    text = story.TEXT.replace("40 days", f"{days} days")
    return replace_text(
        article=article, reading=read_text(text, title=story.TITLE), by=by, **fields
    )


def test_two_new_texts_at_once_and_one_is_kept(checker, publisher):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, story.RAIN, links=())
    seen = article.current_version_id

    came = at_once(
        lambda: rewrite(article, checker, 41, seen=seen),
        lambda: rewrite(article, publisher, 42, seen=seen),
    )

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Version.objects.filter(article=article).count() == 2
    assert Anchor.objects.filter(claim=claim).count() == 2
    assert list(faults()) == []


def test_one_text_for_two_articles_at_once_is_one_articles(checker, publisher):
    one = story.bring_in(checker)
    other = story.bring_in(checker, text="The buses were late.\n", title="Buses are late")

    came = at_once(lambda: rewrite(one, checker, 41), lambda: rewrite(other, publisher, 41))

    assert sorted(map(str, came)) == sorted(map(str, [DONE, NotNow]))
    assert Version.objects.count() == 3


def test_approval_while_the_words_go_does_not_let_them_out(checker, reviewer, publisher):
    claim = world.claim_at(Stage.IN_REVIEW, checker=checker)

    at_once(
        lambda: approve(claim=claim, by=reviewer), lambda: rewrite(claim.article, publisher, 41)
    )

    assert Claim.objects.get(pk=claim.pk).stage == Stage.CHECKING
    assert claim.rounds.get().closed_at is not None
    gate = ask(Article.objects.get(pk=claim.article_id))
    assert "G11" in {blocker.rule for blocker in gate.blockers}
    assert list(faults()) == []
