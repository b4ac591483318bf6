"""Who stands behind an unnamed speaker reaches readers by no way round."""

import json
from datetime import UTC, date, datetime

import pytest

from factcheck.claims.actions import rechain
from factcheck.claims.models import Claim, Speaker
from factcheck.publishing.assemble import dossier, report_for
from factcheck.publishing.gate import ask
from factcheck.review.actions import approve, submit
from factcheck.verification.actions import (
    add_source,
    cite,
    conclude,
    note_contact,
    record_verdict,
    store_capture,
)
from tests import story

pytestmark = pytest.mark.django_db

NOVAK = story.LinkDraft("person", "Pavel Novak", words="the harbour office", cue="said")
SOMEBODY = story.LinkDraft("unnamed", "a diplomatic source", words="the harbour office", cue="said")
MONDAY = datetime(2026, 3, 2, 9, tzinfo=UTC)


def novak(by, **fields):
    """He is the source, and confidential."""
    return add_source(
        by=by, kind="interview", confidential=True, public_description="a diplomat",
        private_note="Met at quay nine.",
        **{"title": "Pavel Novak", **fields},
    )  # fmt: skip


def settled(claim, by, source, rationale="He said so.", **cited):
    """The claim in review: its attribution rests on the source."""
    claim = Claim.objects.get(pk=claim.pk)
    link = claim.links.get(retired_at__isnull=True)
    piece = cite(
        claim=claim, by=by, source=source, aspect="attribution", link=link, stance="supports",
        **cited,
    )  # fmt: skip
    record_verdict(
        claim=claim, by=by, aspect="attribution", link=link, code="confirmed_paraphrase",
        rationale=rationale, evidence=[piece],
    )  # fmt: skip
    record_verdict(
        claim=claim, by=by, aspect="content", code="attribution_only", rationale="No more."
    )
    conclude(claim=claim, by=by)
    submit(claim=Claim.objects.get(pk=claim.pk), by=by)
    return claim


def leaks(article):
    return [blocker for blocker in ask(article).blockers if blocker.rule == "G13"]


def test_speaker_who_left_the_chain_is_named_by_no_attempt(checker, ben):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[NOVAK])
    speaker = Speaker.objects.get(name="Pavel Novak")
    note_contact(
        article=article, by=checker, speaker=speaker, claims=[claim], reached_on=MONDAY,
        answer="Yes.",
    )  # fmt: skip
    rechain(claim=Claim.objects.get(pk=claim.pk), by=checker, links=[SOMEBODY])
    settled(claim, checker, novak(checker))
    approve(claim=Claim.objects.get(pk=claim.pk), by=ben)

    report = report_for(dossier(article))

    assert report.claims[0].state == "checked"
    assert "Novak" not in json.dumps(report.claims[0].attempts)
    assert leaks(article) == []


def test_attempt_that_names_a_confidential_source_is_found(checker):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[NOVAK])
    note_contact(
        article=article, by=checker, speaker=Speaker.objects.get(name="Pavel Novak"),
        claims=[claim], reached_on=MONDAY, answer="Yes.",
    )  # fmt: skip
    novak(checker)

    places = {leak.message.split(" may stand in ")[1].split(".")[0] for leak in leaks(article)}

    assert places == {"the chain of claim 1", "a contact of claim 1"}


@pytest.mark.parametrize(
    "fields",
    [
        {"asked": "Is it true that the draft was burnt at Quai d’Orsay?"},
        {"answer": "The draft was burnt at Quai d’Orsay."},
        {"means": "Through his cousin, who said the draft was burnt at Quai d’Orsay"},
    ],
)
def test_what_a_contact_behind_a_confidential_source_says_is_secret(checker, fields):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[SOMEBODY])
    note_contact(
        article=article, by=checker, speaker=claim.links.get().speaker, claims=[claim],
        source=novak(checker), reached_on=MONDAY, **fields,
    )  # fmt: skip
    record_verdict(
        claim=Claim.objects.get(pk=claim.pk), by=checker, aspect="content", code="not_checkable",
        rationale="We know that the draft was burnt at Quai d’Orsay.",
    )  # fmt: skip

    assert leaks(article)


def test_source_used_only_through_a_contact_is_near(checker):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[SOMEBODY])
    source = novak(checker, title="Interview with Pavel Novak")
    record_verdict(
        claim=claim, by=checker, aspect="content", code="not_checkable",
        rationale="Novak was asked.",
    )  # fmt: skip
    assert leaks(article) == []

    note_contact(
        article=article, by=checker, speaker=claim.links.get().speaker, claims=[claim],
        source=source, reached_on=MONDAY,
    )  # fmt: skip

    assert leaks(article)


@pytest.mark.parametrize(
    ("fields", "cited"),
    [
        ({"publisher": "Ruritanian embassy"}, {}),
        ({"origin": "Ruritanian embassy"}, {}),
        ({"interests": "He works for the Ruritanian embassy"}, {}),
        ({}, {"locator": "Page 4 of the memo that went to the Ruritanian embassy"}),
        ({}, {"taken_from": "Ruritanian embassy"}),
        ({}, {"taken_from": "https://ruritania.example/memo"}),
    ],
)
def test_every_word_on_a_confidential_source_is_secret(checker, fields, cited):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[SOMEBODY])
    source = novak(checker, **fields)
    if taken_from := cited.pop("taken_from", ""):
        store_capture(
            source=source, by=checker, text="memo", taken_on=date(2026, 3, 1),
            taken_from=taken_from,
        )  # fmt: skip
    settled(
        claim, checker, source,
        rationale="He works for the Ruritanian embassy, to which went page 4 of the memo that "
        "went to the Ruritanian embassy. See ruritania.example/memo.", **cited,
    )  # fmt: skip

    assert leaks(article)


def test_publisher_that_the_article_itself_names_tells_nothing(checker):
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[SOMEBODY])
    settled(
        claim, checker, novak(checker, publisher="Harbour office"),
        rationale="The harbour office was asked.",
    )  # fmt: skip

    assert leaks(article) == []
