"""What signing in, htmx and a refusal mean in HTTP."""

import json
from urllib.parse import quote

import pytest
from django.test import Client

pytestmark = [pytest.mark.django_db, pytest.mark.urls("tests.web.urls")]

TYPED = {"wording": "Ferries emit less.", "password": "hush-hush", "seen": "3"}


@pytest.fixture
def desk(checker, signed_in):
    return signed_in(checker, raise_request_exception=False)


class TestSignIn:
    def test_a_page_leads_to_sign_in_and_back(self, client):
        response = client.get("/desk/now/?claim=3")

        assert response.status_code == 302
        assert response["Location"] == "/accounts/login/?next=/desk/now/%3Fclaim%3D3"

    def test_an_address_that_is_not_there_tells_a_stranger_nothing(self, client):
        response = client.get("/desk/nothing/")

        assert response["Location"] == "/accounts/login/?next=%2Fdesk%2Fnothing%2F"

    def test_a_form_sent_signed_out_comes_back_without_secrets(self, client):
        response = client.post("/desk/now/", TYPED)

        assert response.status_code == 401
        assert "Ferries emit less." in response.text
        assert "hush-hush" not in response.text

    @pytest.mark.parametrize(
        ("came_from", "back"),
        [
            ("http://testserver/desk/claims/3/?a=b", "/desk/claims/3/?a=b"),
            ("http://elsewhere.example/desk/", "/desk/now/"),
            ("", "/desk/now/"),
        ],
    )
    def test_signing_in_again_leads_to_the_page_the_form_stood_on(self, client, came_from, back):
        response = client.post("/desk/now/", TYPED, headers={"Referer": came_from})

        assert f"?next={quote(back, safe='')}".replace("&", "&amp;") in response.text

    def test_htmx_signed_out_is_told_and_the_page_stays(self, client, htmx):
        response = client.post("/desk/now/", TYPED, headers=htmx("claim-3"))

        assert response.status_code == 401
        assert response["HX-Reswap"] == "none"
        assert 'hx-swap-oob="true"' in response.text
        assert 'target="_blank"' in response.text

    def test_a_public_page_opens_no_session(self, desk, queries):
        with queries(0):
            response = desk.get("/open/")

        assert response.text == "open"
        assert not response.has_header("Vary")
        assert not response.cookies


class TestRefusal:
    def test_because_of_who_asks(self, desk):
        response = desk.post("/desk/never/", TYPED)

        assert response.status_code == 403
        assert "You worked on this claim; someone else approves it." in response.text
        assert "Ferries emit less." in response.text
        assert "hush-hush" not in response.text

    def test_because_of_where_things_stand(self, desk):
        response = desk.post("/desk/now/", TYPED)

        assert response.status_code == 409
        assert "Cite at least one source first." in response.text
        assert "Ferries emit less." in response.text

    def test_htmx_gets_the_sentence_and_keeps_the_page(self, desk, htmx):
        response = desk.post("/desk/now/", TYPED, headers=htmx("claim-3"))

        assert response.status_code == 409
        assert response["HX-Reswap"] == "none"
        assert response.text.count('id="messages"') == 1
        assert "Cite at least one source first." in response.text
        assert "<html" not in response.text

    @pytest.mark.parametrize(
        ("path", "status"),
        [("/desk/forbidden/", 403), ("/desk/nothing/", 404), ("/desk/breaks/", 500)],
    )
    def test_every_error_page_has_its_place_for_htmx(self, desk, htmx, path, status):
        plain, part = desk.get(path), desk.get(path, headers=htmx("claim-3"))

        assert (plain.status_code, part.status_code) == (status, status)
        assert 'id="main"' in plain.text
        assert 'id="main"' in part.text
        assert "a secret word" not in plain.text + part.text

    def test_readers_get_a_page_of_theirs_without_scripts(self, client):
        response = client.get("/open/forbidden/")

        assert response.status_code == 403
        assert 'class="public"' in response.text
        assert "<script" not in response.text


class TestHtmx:
    def test_a_redirect_becomes_a_visit(self, desk, htmx):
        response = desk.post("/desk/moves/", headers=htmx("claim-3"))

        aim = json.loads(response["HX-Location"])
        assert response.status_code == 200
        assert aim["path"] == "/desk/next/"
        assert aim["target"] == aim["select"] == "#main"

    def test_a_redirect_stays_one_without_htmx(self, desk):
        assert desk.post("/desk/moves/").status_code == 302

    def test_a_fragment_is_sent_to_the_element_it_belongs_to(self, desk, htmx):
        response = desk.get("/desk/part/", headers=htmx("typed"))

        assert "<html" not in response.text
        assert response["Vary"].startswith("HX-Request, HX-Target")
        assert "Kept." in response.text
        assert 'hx-swap-oob="true"' in response.text

    def test_the_page_is_sent_to_any_other(self, desk, htmx):
        response = desk.get("/desk/part/", headers=htmx("main"))

        assert "<html" in response.text
        assert response.text.count("Kept.") == 1
        assert "HX-Target" in response["Vary"]


class TestStaffPages:
    def test_are_kept_nowhere(self, desk):
        assert desk.get("/desk/part/")["Cache-Control"] == "no-store, private"
        assert desk.get("/accounts/login/")["Cache-Control"] == "no-store, private"
        assert not desk.get("/open/").has_header("Cache-Control")

    def test_two_megabytes_reach_the_form(self, desk):
        response = desk.post("/desk/reads/", {"text": "ä" * 2_000_000})

        assert response.text == "2000000"

    def test_what_is_too_big_is_refused_with_a_sentence(self, desk):
        response = desk.post("/desk/reads/", {"text": "a" * 9_000_000})

        assert response.status_code == 413
        assert "Send it in smaller parts." in response.text

    def test_what_is_far_too_big_is_not_read(self, desk):
        response = desk.get("/desk/reads/", CONTENT_LENGTH="40000000")

        assert response.status_code == 413


class TestToken:
    def test_a_form_without_its_token_comes_back(self, checker):
        client = Client(enforce_csrf_checks=True)
        client.force_login(checker)

        response = client.post("/desk/now/", TYPED)

        assert response.status_code == 403
        assert "Ferries emit less." in response.text
        assert "hush-hush" not in response.text

    def test_htmx_gets_a_token_that_works(self, checker, htmx):
        client = Client(enforce_csrf_checks=True)
        client.force_login(checker)

        refused = client.post("/desk/reads/", {"text": "abc"}, headers=htmx("x"))
        token = json.loads(refused["HX-Trigger"])["token-renewed"]["token"]
        again = client.post("/desk/reads/", {"text": "abc", "csrfmiddlewaretoken": token})

        assert refused["HX-Reswap"] == "none"
        assert again.text == "3"
