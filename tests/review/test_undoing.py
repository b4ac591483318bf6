"""Undo, asked from above: not past what somebody else did, and no way round the second person."""

from contextlib import suppress

import pytest
from django.db import transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from factcheck.claims import actions
from factcheck.claims.models import Claim, LinkDraft
from factcheck.claims.queries import chain, neighbours, parts_of
from factcheck.claims.queries.undoing import last_step
from factcheck.claims.span_parts import split_points
from factcheck.core.rulings import NotNow, Refused
from factcheck.review.actions import approve, confirm, set_aside, submit, undo
from factcheck.review.models import Round
from factcheck.review.queries import contributors
from factcheck.verification.actions import (
    add_source,
    change_evidence,
    cite,
    conclude,
    note_contact,
    record_verdict,
)
from factcheck.verification.queries import facts_of
from tests import story

MAYOR = LinkDraft("person", "Mayor Quist", cue="said")


def again(row):
    return Claim.objects.select_related("article__current_version").get(pk=row.pk)


@pytest.fixture
def article(checker):
    return story.bring_in(checker)


@pytest.fixture
def claim(article, checker):
    """The checker's, all of it."""
    return story.marked(article, checker)


@pytest.fixture
def rain(claim, article, checker):
    """Its neighbour."""
    return story.marked(article, checker, story.RAIN, links=())


@pytest.fixture
def both(newcomer):
    """Checks and reviews: the person from whom four eyes protect."""
    return newcomer("both", roles=["checker", "reviewer"])


def cited(claim, by):
    source = add_source(by=by, kind="web_page", title="Timetable")
    return cite(claim=claim, by=by, source=source, aspect="content", stance="context")


TOUCHES = {
    "evidence": cited,
    "verdict": lambda claim, by: record_verdict(
        claim=claim, by=by, aspect="content", code="not_checkable", rationale="A wish."
    ),
    "contact": lambda claim, by: note_contact(
        article=claim.article,
        by=by,
        speaker=chain(claim)[0].speaker,
        claims=[claim],
        not_tried_because="The office is shut.",
    ),
    "question": lambda claim, by: actions.ask(claim=claim, by=by, text="Which year?"),
}


@pytest.mark.parametrize("touch", TOUCHES)
def test_not_once_somebody_worked_on_the_claim(article, claim, checker, anna, touch):
    cited(claim, checker)  # it is being checked, so a finding alone leaves its row as it is
    actions.reword(claim=claim, by=checker, wording="Ferries were late.", kind="fact")
    TOUCHES[touch](again(claim), anna)

    with pytest.raises(NotNow, match="worked on this since"):
        undo(step=last_step(article, checker), by=checker)
    assert again(claim).wording == "Ferries were late."


def test_not_once_evidence_was_taken_back_or_changed(article, claim, checker, anna):
    piece = cited(claim, checker)
    actions.reword(claim=claim, by=checker, wording="Ferries were late.", kind="fact")
    change_evidence(evidence=piece, by=anna, note="Summer only.")

    with pytest.raises(NotNow, match="worked on this since"):
        undo(step=last_step(article, checker), by=checker)


def test_not_once_somebody_confirmed_that_words_are_exempt(article, checker, reviewer):
    exemption = story.left_out(article, checker, "We like the sea.")
    confirm(article=article, by=reviewer, exemptions=[exemption])

    with pytest.raises(NotNow, match="worked on this since"):
        undo(step=last_step(article, checker), by=checker)


def test_what_was_left_out_of_review_comes_back_to_be_checked(article, claim, checker):
    story.in_review(claim, checker)
    set_aside(claim=again(claim), by=checker, because="It is said twice.")

    undo(step=last_step(article, checker), by=checker)

    assert again(claim).stage == "checking"
    assert not Round.objects.filter(claim=claim, closed_at__isnull=True).exists()


def test_a_signature_is_not_given_back(article, claim, checker, reviewer, both):
    story.approved(claim, checker, reviewer)
    actions.reword(claim=again(claim), by=both, wording="Ferries were late.", kind="fact")

    undo(step=last_step(article, both), by=both)

    assert again(claim).stage == "checking"


CHANGES = {
    "reword": lambda claim, by: actions.reword(
        claim=claim, by=by, wording="Ferries were late.", kind="number"
    ),
    "respan": lambda claim, by: actions.respan(claim=claim, by=by, start=23, end=38),
    "rechain": lambda claim, by: actions.rechain(claim=claim, by=by, links=[MAYOR]),
    "split": lambda claim, by: actions.split_claim(
        claim=claim, by=by, at=claim.article.current_version.text.index("on 40 days")
    ),
    "merge": lambda claim, by: actions.merge_claims(claim=claim, other=neighbours(claim)[1], by=by),
    "add_place": lambda claim, by: actions.add_place(claim=claim, by=by, start=0, end=7),
}


def to_sign(claim, checker):
    """Checked by somebody else, and before a reviewer."""
    conclude(claim=story.verified(again(claim), checker), by=checker)
    submit(claim=again(claim), by=checker)
    return again(claim)


@pytest.mark.parametrize("change", CHANGES)
def test_who_changed_a_claim_does_not_sign_it(claim, rain, checker, both, change):
    CHANGES[change](again(claim), both)

    with pytest.raises(Refused, match="worked on this claim"):
        approve(claim=to_sign(claim, checker), by=both)


@pytest.mark.parametrize("change", CHANGES)
def test_who_undid_it_all_may_sign_what_others_wrote(article, claim, rain, checker, both, change):
    CHANGES[change](again(claim), both)
    undo(step=last_step(article, both), by=both)

    signed = approve(claim=to_sign(claim, checker), by=both)

    assert signed.stage == "approved"


@pytest.mark.parametrize("change", CHANGES)
def test_undoing_what_one_changed_of_ones_own_leaves_it_ones_own(
    article, rain, checker, both, change
):
    own = story.marked(article, both, "ferries were late", links=())
    with suppress(NotNow, ValueError):  # some changes do not fit these words
        CHANGES[change](again(own), both)
        undo(step=last_step(article, both), by=both)

    assert both.pk in contributors(facts_of(again(own)))


def state(claim):
    """What an approval covers of the words: span, wording, kind and chain."""
    links = [(str(link.speaker), link.words, link.cue) for link in chain(claim)]
    quotes = list(claim.anchors.order_by("place", "part").values_list("quote", flat=True))
    return quotes, claim.wording, claim.kind, links


def act(data, article, by):
    """Something that a checker may try on the claims of an article."""
    claims = list(Claim.objects.filter(article=article).order_by("pk"))
    claim = again(data.draw(st.sampled_from(claims)))
    words = data.draw(st.sampled_from(["Ferries were late.", "It rained.", claim.wording or "x"]))
    text = article.current_version.text
    start = data.draw(st.integers(0, len(text) - 2))
    end = data.draw(st.integers(start + 1, len(text)))
    points = split_points(text, parts_of(claim)) or [0]
    other = data.draw(st.sampled_from(claims))
    kind = data.draw(st.sampled_from(["fact", "number"]))
    tries = {
        "undo": lambda: undo(step=last_step(article, by), by=by),
        "reword": lambda: actions.reword(claim=claim, by=by, wording=words, kind=kind),
        "respan": lambda: actions.respan(claim=claim, by=by, start=start, end=end),
        "add_place": lambda: actions.add_place(claim=claim, by=by, start=start, end=end),
        "rechain": lambda: actions.rechain(
            claim=claim, by=by, links=data.draw(st.sampled_from([(), (MAYOR,), (story.OFFICE,)]))
        ),
        "split": lambda: actions.split_claim(
            claim=claim, by=by, at=data.draw(st.sampled_from(points))
        ),
        "merge": lambda: actions.merge_claims(claim=claim, other=other, by=by),
        "set_aside": lambda: actions.set_aside(claim=claim, by=by, because="No claim."),
        "take_back": lambda: actions.take_back(claim=claim, by=by),
    }
    name = data.draw(st.sampled_from(["undo", *tries]))  # undo twice as often
    if name == "undo" and last_step(article, by) is None:
        return
    with suppress(Refused, ValueError), transaction.atomic():
        tries[name]()


@settings(
    max_examples=40,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(data=st.data())
def test_whoever_is_no_contributor_has_left_every_word_as_it_was(article, claim, rain, both, data):
    with transaction.atomic():
        wrote = {row.pk: state(row) for row in Claim.objects.filter(article=article)}

        for _ in range(data.draw(st.integers(1, 7))):
            act(data, article, both)

        for row in Claim.objects.live().filter(article=article):
            if both.pk not in contributors(facts_of(row)):
                assert state(row) == wrote[row.pk]
            assert all(
                article.current_version.text[anchor.start : anchor.end] == anchor.quote
                for anchor in row.anchors.all()
            )
        transaction.set_rollback(True)
