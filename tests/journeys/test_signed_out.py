"""A stranger meets sign-in at every address of the desk, and no word of a draft anywhere."""

from urllib.parse import parse_qs

import pytest
from django.test import Client
from django.urls import resolve

from factcheck.review.actions import submit
from factcheck.verification.actions import conclude
from tests import secret, story
from tests.architecture.test_addresses import DOORS
from tests.journeys import crawl

DRAFT = "Turbine seven leaks oil into the Marrowfen"
TEXT = f"{DRAFT}, the harbour office said.\n\nA heron was seen twice.\n\nWe prefer the sea.\n"
WORDS = ["Turbine", "Marrowfen", "heron", "prefer the sea", "Wintermoth"]
STAFF = ("/desk/", "/admin/", "/accounts/")
MISSING = ["/desk/none/", "/desk/articles/999/", "/admin/none/", "/nowhere/", "/r/wintermoth/"]
MISSING += ["/r/wintermoth/report.json", "/r/wintermoth/1/", "/r/wintermoth/c/1/", "/desk"]


@pytest.fixture
def draft(checker):
    """An article on its way, with one row of each kind that pages show."""
    article = story.bring_in(checker, text=TEXT, title="Wintermoth")
    claim = story.marked(article, checker, DRAFT)
    conclude(claim=story.verified(claim, checker), by=checker)
    submit(claim=claim, by=checker)
    story.marked(article, checker, "A heron was seen twice", links=())
    story.left_out(article, checker, "We prefer the sea.")
    secret.hidden_source(checker)
    return article


def is_a_door(path):
    """Whether one stands before sign-in there, or a library of ours serves it to anybody."""
    return resolve(path.partition("?")[0]).view_name in DOORS


def of_the_desk():
    return [path for path in crawl.everything() if path.startswith(STAFF) and not is_a_door(path)]


def test_every_address_of_the_desk_leads_a_stranger_to_sign_in(draft, client):
    paths = of_the_desk()

    reached = {path: lands(client, path) for path in paths}

    assert len(paths) > 100
    assert {at.partition("?")[0] for at in reached.values()} == {"/accounts/login/"}
    assert {path: at for path, at in reached.items() if comes_back_to(at) != path} == {}


def comes_back_to(at):
    """Where sign-in leads on to."""
    return parse_qs(at.partition("?")[2])["next"][0]


def lands(client, path):
    """Where one stands who asks for this address: the admin leads there through its own door."""
    answer = client.get(path, follow=True)
    return answer.redirect_chain[-1][0] if answer.redirect_chain else path


@pytest.mark.parametrize("headers", [{}, {"HX-Request": "true"}])
def test_a_form_that_a_stranger_sends_is_answered_with_sign_in(draft, client, headers):
    typed = {"text": "What was typed stays.", "password": "not-to-be-shown"}

    answers = {path: client.post(path, typed, headers=headers) for path in of_the_desk()}

    assert {
        path: answer.status_code
        for path, answer in answers.items()
        if answer.status_code != 401 or b"/accounts/login/" not in answer.content
    } == {}
    assert not [path for path, answer in answers.items() if b"not-to-be-shown" in answer.content]


def test_no_word_of_a_draft_is_found_by_a_stranger(draft, client):
    paths = [*crawl.everything(), *crawl.searches("anything"), *MISSING]

    answers = {path: crawl.said(client.get(path)) for path in paths}
    posted = {path: crawl.said(client.post(path)) for path in paths}

    assert {path for path, said in answers.items() if told(said)} == set()
    assert {path for path, said in posted.items() if told(said)} == set()


def test_the_words_of_a_draft_are_found_by_people_of_the_desk(draft, checker, signed_in):
    said = signed_in(checker).get(f"/desk/articles/{draft.pk}/")

    assert told(said.content)


def told(said):
    """Which words of the draft stand in an answer."""
    text = said.decode("utf-8", "replace").casefold()
    return [word for word in WORDS if word.casefold() in text]


@pytest.mark.parametrize("path", MISSING)
def test_a_missing_page_says_the_same_whether_or_not_there_is_a_draft(path, draft, client):
    answer = client.get(path, follow=True)

    signs_in = answer.request["PATH_INFO"] == "/accounts/login/"
    assert (answer.status_code, signs_in) == (
        (200, True) if "/r/" not in path and path != "/nowhere/" else (404, False)
    )
    assert told(answer.content) == []


@pytest.mark.parametrize("who", ["nobody", "checker", "ben", "stranger"])
def test_no_answer_of_the_desk_is_kept_by_a_browser(draft, request, signed_in, who):
    client = Client() if who == "nobody" else signed_in(request.getfixturevalue(who))
    client.raise_request_exception = False
    paths = [path for path in [*crawl.everything(), *MISSING] if path.startswith(STAFF)]

    answers = {path: client.get(path)["Cache-Control"] for path in paths}
    refused = {path: client.put(path)["Cache-Control"] for path in paths[::7]}

    assert {path for path, kept in (answers | refused).items() if "no-store" not in kept} == set()


def test_a_page_that_broke_and_a_form_without_token_are_not_kept_either(
    draft, checker, signed_in, monkeypatch
):
    def breaks(*args, **kwargs):
        raise RuntimeError

    strict = signed_in(checker, enforce_csrf_checks=True, raise_request_exception=False)
    refused = strict.post("/desk/bring-in/", {"text": DRAFT})
    monkeypatch.setattr("factcheck.desk.views.queue.page", breaks)
    broke = strict.get("/desk/")

    assert (refused.status_code, broke.status_code) == (403, 500)
    assert "no-store" in refused["Cache-Control"]
    assert "no-store" in broke["Cache-Control"]
