"""What does not fit is refused in a sentence; what was typed stays, and nothing is half saved."""

import html
import re

import pytest
from django.apps import apps
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client

from factcheck.claims.actions import ask, reword
from factcheck.claims.models import Claim, LinkDraft, Stage
from factcheck.intake.actions import describe
from factcheck.intake.models import Article
from factcheck.publishing.actions import publish
from factcheck.verification.actions import change_source, note_contact
from factcheck.verification.models import Source
from tests import previews, story, world
from tests.journeys import crawl
from tests.journeys.forms import sheets

TYPED = "The harbour was closed on Sunday, as typed."
BRING = "/desk/bring-in/"
# A sum that no row's number, count or year on a page comes near: only a template would say it.
SUM = "70707077"
SCRIPT = "<script>alert(1)</script>{{7*7}}{{7|add:70707070}}"
LINK = "https://harbour.example/?q=<script>alert(1)</script>{{7|add:70707070}}"
BIDI = "\u202e"
FAR = 2**70


def kept():
    """How many rows of each kind there are, the trail included."""
    tables = {model.__name__: model._meta.db_table for model in apps.get_models()}
    asked = " union all ".join(
        f"select '{name}', count(*) from \"{table}\""
        for name, table in tables.items()
        if name not in {"Session", "ContentType"}
    )
    with connection.cursor() as cursor:
        cursor.execute(asked)
        return dict(cursor.fetchall())


def read(response):
    """What the page says, as somebody reads it: words that a page marks are still words."""
    return html.unescape(
        re.sub(r"</?(?:ins|del|mark|b|span)\b[^>]*>", "", response.content.decode())
    )


def one_of_each(paths):
    """The paths, with one row of each kind."""
    return list({re.sub(r"\d+", "7", path): path for path in paths}.values())


@pytest.fixture
def desk(checker, signed_in):
    return signed_in(checker)


@pytest.fixture
def article(checker):
    return story.bring_in(checker)


@pytest.fixture
def stages(article, checker, reviewer):
    """Articles whose claims stand at different stages, with a row of every kind."""
    claims = [
        world.claim_at(Stage.OPEN, checker=checker, article=article),
        world.claim_at(Stage.CHECKED, checker=checker, article=article, words=story.RAIN, links=()),
    ]
    story.left_out(article, checker, "We like the sea.")
    ask(claim=claims[0], by=reviewer, text="Which pier?", blocking=True)
    other = story.bring_in(checker, text=f"{story.TEXT}\n\nAgain.", title="Another")
    world.claim_at(Stage.IN_REVIEW, checker=checker, article=other)
    return claims


BIG = "Sixteen letters. " * 125_000
PASTES = [
    ({"text": ""}, "There is no text"),
    ({"text": " \n\x00\n "}, "There is no text"),
    ({"text": BIG}, "MB"),
    ({"file": b"%PDF-1.7 and more"}, "This file is a PDF, whatever its name says."),
    ({"file": b""}, "empty"),
    ({"file": bytes(range(32)) * 20}, "This file is not text."),
    ({"text": TYPED, "file": b"Words of a file."}, "Either paste the text or choose a file"),
    ({"text": TYPED, "rights": "mine"}, "not one of the available choices"),
    ({"text": TYPED, "writer": "9" * 40}, "not one of the available choices"),
    ({"text": TYPED, "due_at": "soon"}, "valid date"),
    ({"text": TYPED, "title": "long " * 50}, "200"),
    ({"text": TYPED, "publisher": "a\x00b"}, "Null characters are not allowed"),
]


@pytest.mark.parametrize(("sent", "sentence"), PASTES, ids=range(len(PASTES)))
def test_a_paste_that_cannot_be_read_comes_back(sent, sentence, desk):
    data = {"title": "A title as typed", "publisher": "The Typed Times", "rights": "own", **sent}
    if "file" in sent:
        data["file"] = SimpleUploadedFile("notes.txt", sent["file"], "text/plain")
    before = kept()

    answer = desk.post(BRING, data)

    said = read(answer)
    assert answer.status_code == 422
    assert sentence in said
    for name in ("title", "publisher", "text"):
        assert data.get(name, "").replace("\x00", "").strip() in said.replace("\x00", "")
    assert kept() == before


@pytest.mark.parametrize("way", ["text", "file"])
def test_nulls_and_turned_letters_do_no_harm(way, desk, article):
    words = f"A\x00 ferry {BIDI}sank{BIDI} here. It was not large at all.\n\nNobody saw it.\n"
    data = {"rights": "own", "title": "Ferry"}
    sent = SimpleUploadedFile("notes.txt", words.encode()) if way == "file" else words

    answer = previews.kept(desk, {**data, way: sent})

    text = Article.objects.latest("pk").current_version.text
    assert answer.status_code == 200
    assert "ferry" in text
    assert "sank" in text
    assert "\x00" not in text
    assert "\x00" not in read(answer)


def test_words_outside_the_text_are_no_claim(article, desk):
    before = kept()
    sent = {"kind": "fact", "wording": TYPED, "link-0-speaker_name": "Captain Roe"}

    for start, end in [(10**6, 10**6 + 5), (-5, 3), (9, 4), (0, FAR), ("9" * 40, "9" * 41)]:
        path = f"/desk/articles/{article.pk}/claims/new/"
        answer = desk.post(path, {**sent, "start": start, "end": end})

        assert answer.status_code == 422
        assert "outside the text" in read(answer)
        assert TYPED in read(answer)
        assert "Captain Roe" in read(answer)
    assert kept() == before


def test_a_blocked_article_is_not_published(article, checker, publisher, signed_in, capsys):
    story.marked(article, checker)
    before = kept()

    answer = signed_in(publisher).post(f"/desk/articles/{article.pk}/gate/")
    with pytest.raises((CommandError, SystemExit)) as exited:
        call_command("publish_article", str(article.pk), "--as", "publisher")

    returned = getattr(exited.value, "code", None) or exited.value.returncode
    assert answer.status_code == 409
    assert story.LATE in read(answer)
    assert returned == 1
    assert kept() == before


def test_nobody_signs_their_own_work_by_a_crafted_form(article, newcomer, signed_in):
    both = newcomer("both", roles=["checker", "reviewer"])
    claim = story.in_review(story.marked(article, both), both)
    page, before = signed_in(both), kept()

    one = page.post(f"/desk/claims/{claim.pk}/review/", {"digest": "", "note": TYPED})
    page.post(f"/desk/articles/{article.pk}/approve/", {"claim": [claim.pk], "claims": [claim.pk]})

    assert one.status_code == 403
    assert "You worked on this claim; someone else approves it." in read(one)
    assert TYPED in read(one)
    assert Claim.objects.get(pk=claim.pk).stage == Stage.IN_REVIEW
    assert kept() == before


def _stale_article(article, by):
    now = {"rights": "own", "writer": None, "original_url": "", "due_at": None}
    describe(article=article, by=by, given_title="Theirs stands", publisher="", **now)
    return f"/desk/articles/{article.pk}/about/", {"given_title": TYPED, "rights": "own"}


def _stale_claim(article, by):
    claim = story.marked(article, by)
    reword(claim=claim, by=by, wording="Theirs stands", kind="fact")
    return f"/desk/claims/{claim.pk}/words/", {"wording": TYPED, "kind": "fact"}


def _stale_source(article, by):
    source, _ = story.log(by)
    change_source(source=source, by=by, title="Theirs stands")
    return f"/desk/sources/{source.pk}/change/", {"title": TYPED, "kind": "dataset"}


@pytest.mark.parametrize("change", [_stale_article, _stale_claim, _stale_source])
def test_a_form_that_is_out_of_date_comes_back_beside_what_stands(change, article, checker, desk):
    path, sent = change(article, checker)
    before = kept()

    answer = desk.post(path, {**sent, "seen": 1})

    assert answer.status_code == 409
    assert "Theirs stands" in read(answer)
    assert TYPED in read(answer)
    assert kept() == before


SECRETS = {"password": "pass-phrase", "csrfmiddlewaretoken": "t" * 64, "new_password": "pass-two"}


def test_a_form_of_somebody_who_was_signed_out_comes_back(article, client):
    before = kept()

    for path in one_of_each(crawl.paths()):
        if path.startswith("/desk/"):
            answer = client.post(path, {"note": TYPED, **SECRETS})
            part = client.post(path, {"note": TYPED}, headers={"HX-Request": "true"})

            assert (answer.status_code, part.status_code) == (401, 401)
            assert TYPED in read(answer)
            assert not [words for words in SECRETS.values() if words in read(answer)]
    assert kept() == before


def test_a_form_without_its_token_comes_back(article, checker, signed_in):
    strict, before = signed_in(checker, enforce_csrf_checks=True), kept()

    answer = strict.post(BRING, {"text": TYPED, "rights": "own", **SECRETS})

    assert answer.status_code == 403
    assert TYPED in read(answer)
    assert "nothing was done" in read(answer)
    assert not [words for words in SECRETS.values() if words in read(answer)]
    assert kept() == before


ASKED = "q who stage due verdict before after o p e claim aspect link find start end hit speaker"
ASKED += " from page rights writer next words where version edition kind"


@pytest.mark.parametrize("value", ["%00", "a%00b", "%ED%A0%80", "9" * 40, "-1", "%D9%A3", "%"])
def test_nothing_in_an_address_breaks_a_page(value, stages, desk, ben, signed_in):
    query = "&".join(f"{name}={value}" for name in ASKED.split())
    searched = [path.partition("?")[0] for path in crawl.searches("x")]
    paths = one_of_each([*crawl.paths(), *searched])

    for who in (desk, signed_in(ben)):
        answers = {path: who.get(f"{path}?{query}").status_code for path in paths}
        only_q = {path: who.get(f"{path}?q={value}").status_code for path in searched}

        assert {p: s for p, s in (answers | only_q).items() if s >= 500} == {}
        assert only_q["/desk/"] == only_q["/desk/sources/"] == only_q["/desk/articles/"] == 200


@pytest.mark.parametrize("number", [FAR, 2**63, 2**31, 0])
def test_a_row_that_cannot_be_is_not_there(number, article, desk, ben, signed_in):
    before = kept()
    patterns = [
        path for _, path, _ in crawl.addresses() if "<int:" in path and "admin/" not in path
    ]
    filled = [
        re.sub(r"<int:\w+>", str(number), path).replace("<slug:slug>", "x") for path in patterns
    ]

    for who in (desk, signed_in(ben), Client()):
        for path in filled:
            answers = {who.get(f"/{path}").status_code, who.post(f"/{path}", {"q": 1}).status_code}

            assert answers <= {302, 401, 403, 404, 405}, path
    assert kept() == before


ODD = [
    "9" * 40,
    "a\x00b",
    "\ud800".encode("utf-8", "surrogatepass"),
    "-1",
    "no choice",
    "\u0663",
]


def of_forms():
    """The pages that may have forms, those of the administrator too."""
    admin = [f"/admin/factcheck/{model}/add/" for model in ("user", "houserules", "label")]
    paths = [*crawl.paths(), *crawl.questions_of_claims(), *admin]
    return [path for path in dict.fromkeys(paths) if path.startswith(("/desk", "/admin"))]


def each_form(client):
    """Every form that this person meets, one of each kind."""
    met = set()
    for path in of_forms():
        for sheet in sheets(client, path):
            kind = (re.sub(r"\d+", "7", sheet.action), frozenset(sheet.fields))
            if kind not in met:
                met.add(kind)
                yield sheet


@pytest.mark.parametrize("who", ["checker", "ben", "administrator"])
def test_no_value_in_any_field_breaks_a_form(who, stages, request, signed_in):
    client = signed_in(request.getfixturevalue(who))
    tried = 0

    for sheet in each_form(client):
        before = kept()
        for value in ODD:
            answer = client.post(sheet.action, sheet.with_everything(value))
            tried, after = tried + 1, kept()

            assert answer.status_code < 500, sheet
            assert answer.status_code < 400 or after == before, sheet
            before = after
    assert tried > 20


def hostile(checker, reviewer, publisher):
    """A published article with markup wherever somebody can write."""
    text = f"{story.LATE}, {SCRIPT} said.\n\n{story.RAIN} {SCRIPT}.\n"
    fields = {"publisher": SCRIPT, "original_url": LINK[:200]}
    article = story.bring_in(checker, text=text, title=f"Title {SCRIPT}", **fields)
    who = LinkDraft("organisation", SCRIPT, speaker_note=SCRIPT, words=SCRIPT, cue="said")
    claim = story.marked(article, checker, links=[who], wording=f"Wording {SCRIPT}")
    speaker = claim.links.get().speaker
    note_contact(
        article=article, by=checker, speaker=speaker, claims=[claim],
        not_tried_because=f"Reason {SCRIPT}",
    )  # fmt: skip
    question = ask(claim=claim, by=checker, text=f"Question {SCRIPT}")
    source, _ = story.log(checker, SCRIPT, author=SCRIPT, origin=SCRIPT, interests=SCRIPT, url=LINK)
    assert question.pk
    assert source.pk
    story.approved(claim, checker, reviewer, searched=SCRIPT)
    story.approved(story.marked(article, checker, story.RAIN, links=()), checker, reviewer)
    for words in (f"Title {SCRIPT}", f" {SCRIPT}."):
        story.left_out(article, checker, words, "opinion")
    story.confirmed(article, reviewer)
    return publish(article=Article.objects.get(pk=article.pk), by=publisher)


def ran(response):
    """Whether markup that somebody wrote stands unescaped, or a template read it."""
    if not response["Content-Type"].startswith("text/html"):
        return False
    said = response.content.decode()
    return "<script>alert(1)" in said or SUM in said


@pytest.mark.parametrize("who", ["checker", "reviewer", "publisher", "administrator", "nobody"])
def test_markup_that_was_written_is_only_words(
    who, checker, reviewer, publisher, administrator, request, signed_in
):
    hostile(checker, reviewer, publisher)
    client = Client() if who == "nobody" else signed_in(request.getfixturevalue(who))

    answers = {
        path: client.get(path)
        for path in [*one_of_each(crawl.everything()), *crawl.searches(SCRIPT)]
    }

    assert [path for path, answer in answers.items() if not answer.streaming and ran(answer)] == []
    assert "<script>alert(1)</script>{{7*7}}" in read(
        answers["/r/title-script-alert-1-script-7-7-7-add-70707070/"]
    )


@pytest.mark.parametrize("who", ["checker", "ben", "administrator"])
def test_markup_in_any_field_of_any_form_is_only_words(
    who, stages, request, signed_in, ben, administrator
):
    client = signed_in(request.getfixturevalue(who))

    for sheet in each_form(client):
        answer = client.post(sheet.action, sheet.with_words(SCRIPT, LINK))
        assert answer.status_code < 500
        assert not ran(answer), sheet

    seen = {path: client.get(path) for path in one_of_each(crawl.everything())}
    assert [path for path, answer in seen.items() if not answer.streaming and ran(answer)] == []


def test_markup_reaches_the_library_as_it_was_typed(desk):
    sent = {"title": SCRIPT, "kind": "document", "url": "", "origin": SCRIPT}

    answer = desk.post("/desk/sources/new/", sent, follow=True)

    assert Source.objects.get().title == SCRIPT
    assert SCRIPT in read(answer)
    assert not ran(answer)
