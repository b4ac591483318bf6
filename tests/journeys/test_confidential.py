"""Who a confidential source is stands nowhere that a person without that right can look.

One report that rests on such a source is taken all the way to its readers. Then everybody else
asks for everything there is, and none of the hidden words may stand in any answer, trail row,
letter, line of a log, frozen report or stored session.
"""

import json
import logging
import re
from datetime import UTC, date, datetime

import pytest
from django.contrib.admin.models import LogEntry
from django.contrib.sessions.models import Session
from django.core import mail
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client

from factcheck.claims.models import Claim, LinkDraft
from factcheck.intake.models import Article
from factcheck.publishing.actions import publish
from factcheck.publishing.models import Edition
from factcheck.review.actions import submit
from factcheck.trail.models import Event
from factcheck.verification.actions import (
    add_source,
    cite,
    conclude,
    note_contact,
    record_verdict,
    store_capture,
)
from factcheck.verification.models import Capture, Evidence, Source
from tests import story
from tests.journeys import crawl

PUBLIC = "an official who has seen the berth plan"
NAMES = ["Quillon", "Vantrasse", "Zephyrine", "Ostrivka", "Karpoldt", "Drosselmark", "Ysolde"]
NOTES = ["Brambleford", "Periwinkle", "Gallowmere", "lighthouse", "Marchbanks", "Thistledown"]
COPIES = ["tape-of-q", "murmuration", "Fenwhistle", "loose-leaf-q", "sandpiper"]
TALKS = ["Corvidae", "whispertide", "nettlebrook"]
DAYS = ["1987-03-14", "14 March 1987", "March 14, 1987", "1991-07-02", "2 July 1991"]
HIDDEN = [*NAMES, *NOTES, *COPIES, *TALKS, *DAYS]
UNNAMED = LinkDraft("unnamed", "an official", words="the harbour office", cue="said")
SOUGHT = ["Quillon", "Karpoldt", "Brambleford", "lighthouse", "nettlebrook"]  # one of each kind
OTHERS = ["writer", "reviewer", "publisher", "administrator", "stranger", "nobody"]


@pytest.fixture
def report(checker, ben):
    """The article with its claim on confidential sources: checked, not yet in review."""
    article = story.bring_in(checker)
    claim = story.marked(article, checker, links=[UNNAMED])
    link = claim.links.get()
    source = add_source(
        by=checker, kind="interview", title="Quillon Vantrasse", publisher="Ostrivka Legation",
        author="Quillon Vantrasse", url="https://vantrasse.example/q", origin="Karpoldt wire",
        published_on=date(1987, 3, 14), interests="Owns shares in Drosselmark.", confidential=True,
        public_description=PUBLIC, aliases="Zephyrine", private_note="Lunch at Brambleford pier.",
    )  # fmt: skip
    add_source(
        by=checker, kind="interview", title="Ysolde Marchbanks", confidential=True,
        public_description="a second official", private_note="Thistledown is the password.",
        stands_behind=link.speaker,
    )  # fmt: skip
    tape = store_capture(
        source=source, by=checker, taken_from="Fenwhistle drawer", taken_on=date(1991, 7, 2),
        file=SimpleUploadedFile("tape-of-q.txt", b"The murmuration was at dusk."),
    )  # fmt: skip
    store_capture(
        source=source, by=checker, text="A sandpiper, on loose-leaf-q.", taken_on=date(1991, 7, 2)
    )
    piece = cite(
        claim=claim, by=checker, source=source, aspect="attribution", link=link, capture=tape,
        stance="supports", locator="Gallowmere bench", excerpt="The lighthouse trembled.",
        note="Periwinkle was there, 14 March 1987.",
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="attribution", link=link, code="confirmed_paraphrase",
        rationale="Told to us directly.", evidence=[piece],
    )  # fmt: skip
    record_verdict(
        claim=claim, by=checker, aspect="content", code="attribution_only", rationale="No more."
    )
    note_contact(
        article=article, by=checker, speaker=link.speaker, claims=[claim], source=source,
        reached_on=datetime(1987, 3, 14, 12, tzinfo=UTC), means="Corvidae line",
        asked="Is it whispertide?", answer="It is nettlebrook.",
    )  # fmt: skip
    conclude(claim=Claim.objects.get(pk=claim.pk), by=checker)
    return Article.objects.get(pk=article.pk)


def submitted(article, checker):
    """The claim before a reviewer."""
    claim = article.claims.order_by("pk").first()
    submit(claim=claim, by=checker)
    return claim


def published(article, checker, ben, client):
    """The claim signed by Ben at the desk, the rest settled, and the report out."""
    claim = submitted(article, checker)
    page = client.get(f"/desk/claims/{claim.pk}/review/").content.decode()
    digest = re.search(r'name="digest" value="(\w+)"', page)[1]
    signed = client.post(f"/desk/claims/{claim.pk}/review/", {"digest": digest})
    assert signed.status_code == 302
    story.approved(story.marked(article, checker, story.RAIN, links=()), checker, ben)
    story.left_out(article, checker, "We like the sea.")
    story.left_out(article, checker, story.TITLE, "no_statement")
    story.confirmed(article, ben)
    return publish(article=Article.objects.get(pk=article.pk), by=ben)


@pytest.fixture
def out(report, checker, ben, signed_in):
    """The edition that readers have."""
    return published(report, checker, ben, signed_in(ben))


def hidden_in(said):
    """The hidden words that stand in bytes or in a text, whatever their case."""
    text = said.decode("utf-8", "replace") if isinstance(said, bytes) else said
    return [word for word in HIDDEN if word.casefold() in text.casefold()]


def told_by(client, paths):
    """What each address gives away, where it gives anything away."""
    found = {path: hidden_in(crawl.said(client.get(path))) for path in paths}
    assert len(found) > 40
    return {path: words for path, words in found.items() if words}


def looks_around(client):
    """Open every page of the desk."""
    return [crawl.said(client.get(path)) for path in crawl.paths()]


@pytest.fixture
def door(request, signed_in):
    """door("writer"): that person's browser; of nobody, one that is signed out."""

    def open_for(who):
        return Client() if who == "nobody" else signed_in(request.getfixturevalue(who))

    return open_for


@pytest.mark.parametrize("who", OTHERS)
def test_hidden_words_stand_on_no_page_of_a_person_without_the_right(out, door, who):
    client = door(who)

    told = told_by(client, list(crawl.everything()))

    assert told == {}


def test_hidden_words_stand_on_no_page_while_the_claim_waits_for_review(report, checker, door):
    submitted(report, checker)
    client = door("reviewer")

    told = told_by(client, [*crawl.paths(), *crawl.questions_of_claims()])

    assert told == {}


@pytest.mark.parametrize("who", ["checker", "ben"])
def test_hidden_words_stand_on_the_pages_of_those_who_may_see_them(out, door, who):
    told = told_by(door(who), list(crawl.everything()))

    assert {word for words in told.values() for word in words} >= {*NAMES, *NOTES, *TALKS}
    assert f"/desk/sources/{Source.objects.get(title__startswith='Quillon').pk}/" in told
    assert not [path for path in told if path.startswith("/r/") or path == "/"]


@pytest.mark.parametrize("who", ["reviewer", "administrator", "nobody"])
def test_searching_for_a_hidden_word_answers_like_searching_for_nonsense(out, door, who):
    client = door(who)

    for word in SOUGHT:
        nonsense = "x" * len(word)
        for found, none in zip(crawl.searches(word), crawl.searches(nonsense), strict=True):
            told, untold = (plain(client.get(path), word) for path in (found, none))
            assert told == untold.replace(nonsense, word), found


def plain(response, word):
    """An answer without the tokens that differ each time."""
    return crawl.FORM_TOKEN.sub(b"", response.content).decode()


@pytest.mark.parametrize("who", ["administrator", "reviewer"])
def test_no_filter_of_an_admin_list_asks_about_hidden_words(out, door, who):
    client = door(who)
    asked = {
        "verdict": "evidence__source__title__startswith=Quillon",
        "evidence": "source__title__startswith=Quillon",
        "claim": "evidence__note__contains=Periwinkle",
        "speaker": "contacts__answer__contains=nettlebrook",
        "article": "contacts__means__contains=Corvidae",
        "source": "private_note__contains=Brambleford",
        "capture": "text__contains=sandpiper",
        "contact": "answer__contains=nettlebrook",
    }

    for model, query in asked.items():
        answers = [
            client.get(f"/admin/factcheck/{model}/?{words}")
            for words in (query, f"{query.partition('=')[0]}=nonsense")
        ]
        assert len({answer.status_code for answer in answers}) == 1, model
        for answer in answers:
            assert b'class="row1"' not in answer.content or model == "source", model
            assert hidden_in(answer.content.replace(query.encode(), b"")) in (
                [],
                [query.rpartition("=")[2]],
            )


@pytest.mark.parametrize("who", OTHERS)
def test_copies_and_forms_of_a_hidden_source_are_not_there_for_others(out, door, who):
    client = door(who)
    hidden = Source.objects.filter(confidential=True).values_list("pk", flat=True)
    pages = [
        f"/desk/captures/{pk}/"
        for pk in Capture.objects.filter(source__in=hidden).values_list("pk", flat=True)
    ]
    pages += [
        f"/desk/evidence/{pk}/"
        for pk in Evidence.objects.filter(source__in=hidden).values_list("pk", flat=True)
    ]
    for pk in hidden:
        pages += [
            f"/desk/sources/{pk}/{page}" for page in ("", "change/", "open/", "captures/new/")
        ]

    answers = {page: client.get(page).status_code for page in pages}
    posted = {page: client.post(page, {"because": "Why not."}).status_code for page in pages}

    assert set(answers.values()) == ({302} if who == "nobody" else {404})
    assert set(posted.values()) <= ({401} if who == "nobody" else {404, 405})
    assert Source.objects.filter(confidential=True).count() == 2


def test_a_reviewer_who_may_not_see_the_source_may_not_sign(report, checker, reviewer, door):
    claim = submitted(report, checker)
    page = door("reviewer")

    answer = page.post(f"/desk/claims/{claim.pk}/review/", {"digest": "0" * 64})
    several = page.post(f"/desk/articles/{report.pk}/approve/", {"claim": [claim.pk]})

    assert answer.status_code == 403
    assert "confidential source" in answer.content.decode()
    assert hidden_in(answer.content) == hidden_in(several.content) == []
    assert Claim.objects.get(pk=claim.pk).stage == "in_review"


def test_what_is_kept_has_no_hidden_word(out, door, capsys, django_capture_on_commit_callbacks):
    for who in ("checker", "ben", "administrator"):
        looks_around(door(who))
    call_command("verify_archive")

    kept = {
        "trail": json.dumps(list(Event.objects.values("thread", "subject", "verb", "words"))),
        "editions": json.dumps(list(Edition.objects.values("title", "report", "past_because"))),
        "letters": "".join(f"{letter.subject}{letter.message()}" for letter in mail.outbox),
        "admin": "".join(f"{row}{row.change_message}" for row in LogEntry.objects.all()),
        "sessions": json.dumps([row.get_decoded() for row in Session.objects.all()]),
        "said": str(capsys.readouterr()),
    }
    tape = Capture.objects.get(file_name="tape-of-q.txt")

    assert Event.objects.filter(verb="source.captured").exists()
    assert {place: hidden_in(text) for place, text in kept.items() if hidden_in(text)} == {}
    assert tape.sha256 not in kept["trail"] + kept["editions"]


@pytest.fixture
def lines(caplog):
    """lines(): everything that was logged, as the desk's own handler writes it."""
    caplog.set_level(logging.DEBUG)
    logging.getLogger("django.db.backends").setLevel(logging.INFO)
    handler = logging.getLogger().handlers[0]
    form = next(
        (h.formatter for h in logging.getLogger().handlers if type(h) is logging.StreamHandler),
        handler.formatter,
    )

    def written():
        return "\n".join(form.format(record) for record in caplog.records)

    return written


def test_no_line_of_a_log_has_a_hidden_word(report, checker, ben, door, signed_in, lines):
    published(report, checker, ben, signed_in(ben))
    for who in ("checker", "ben", "administrator"):
        looks_around(door(who))

    assert lines()
    assert hidden_in(lines()) == []


@pytest.mark.parametrize("broken", ["page", "actions.change_source"])
def test_an_error_tells_nobody_what_it_had_in_hand(
    out, signed_in, ben, lines, monkeypatch, settings, broken
):
    settings.ADMINS = [("Ada", "ada@desk.example")]
    client = signed_in(ben, raise_request_exception=False)
    source = Source.objects.get(title="Quillon Vantrasse")
    sent = {"kind": "interview", "title": "Zephyrine", "public_description": PUBLIC, "seen": 1}
    sent |= {"url": "no address"} if broken == "page" else {}

    def breaks(*args, **kwargs):
        raise RuntimeError(f"It broke on {source.title}, {source.private_note}")

    monkeypatch.setattr(f"factcheck.verification.views.{broken}", breaks)
    answer = client.post(f"/desk/sources/{source.pk}/change/", sent)

    assert answer.status_code == 500
    assert hidden_in(answer.content) == hidden_in(lines()) == []
    assert "RuntimeError" in lines()
    assert mail.outbox == []


@pytest.mark.parametrize("lack", ["stance", "public", "stale"])
def test_a_refused_form_about_a_hidden_source_leaves_no_line(
    out, door, checker, report, lines, lack
):
    claim = report.claims.order_by("pk").first()
    source = Source.objects.get(title="Quillon Vantrasse")
    evidence = Evidence.objects.get(source=source)
    about = {"question": "content", "locator": "Gallowmere", "note": "Periwinkle", "primary": "on"}
    new = {"new-title": "Ysolde", "new-kind": "interview", "new-confidential": "on"}
    path, data, status = {
        "stance": (f"/desk/evidence/{evidence.pk}/", {**about, "seen": 1}, 422),
        "public": (
            f"/desk/claims/{claim.pk}/evidence/new/", {**about, **new, "stance": "supports"}, 422
        ),
        "stale": (f"/desk/evidence/{evidence.pk}/", {**about, "seen": 9, "stance": "context"}, 409),
    }[lack]  # fmt: skip

    answer = door("checker").post(path, data)

    assert answer.status_code == status, answer.content.decode()
    assert {"Gallowmere", "Periwinkle"} <= set(hidden_in(answer.content))
    assert hidden_in(lines()) == []
