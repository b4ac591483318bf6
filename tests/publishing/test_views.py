"""The desk's pages of this room: who gets in, what a refusal keeps, what a button does."""

import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from factcheck.policy.actions import set_house_rules
from factcheck.publishing.models import Address, Clearance, Edition
from factcheck.verification.actions import add_source
from tests import story

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(checker, reviewer):
    return story.ready(checker, reviewer)


@pytest.fixture
def blocked(checker):
    article = story.bring_in(checker)
    story.verified(story.marked(article, checker), checker)
    return article


def hidden(html, name):
    return re.search(rf'name="{name}" value="([^"]*)"', html)[1].replace("&quot;", '"')


class TestGate:
    def test_doors(self, article, doors):
        doors.get("publishing:gate", article.pk, anonymous="login", stranger=403, writer=200)
        doors.get("publishing:gate", 999, publisher=404)
        doors.post("publishing:gate", article.pk, anonymous="login", stranger=403, checker=403)

    def test_page_lists_what_blocks_with_the_way_to_mend_it(self, blocked, publisher, signed_in):
        html = (
            signed_in(publisher).get(reverse("publishing:gate", args=[blocked.pk])).content.decode()
        )

        assert "things stand between this report and its readers" in html
        assert "Claim 1 is not approved" in html
        assert reverse("publishing:break_glass", args=[blocked.pk]) in html

    def test_publishing_a_blocked_article_shows_the_gate_again(self, blocked, publisher, signed_in):
        response = signed_in(publisher).post(reverse("publishing:gate", args=[blocked.pk]))

        assert response.status_code == 409
        assert b"To mend" in response.content
        assert not Edition.objects.exists()

    def test_asks_as_much_for_any_number_of_claims(
        self, article, checker, reviewer, publisher, signed_in
    ):
        more = story.ready(checker, reviewer, text=story.TEXT + "\nThe quay is 90 metres long.\n")
        story.marked(more, checker, "The quay is 90 metres long", links=())

        client, counts = signed_in(publisher), []
        for row in (article, more):
            with CaptureQueriesContext(connection) as captured:
                client.get(reverse("publishing:gate", args=[row.pk]))
            counts.append(len(captured))

        assert counts[0] == counts[1]


class TestPublish:
    def test_button_publishes_what_the_preview_showed(self, article, publisher, signed_in):
        client = signed_in(publisher)
        html = client.get(reverse("publishing:preview", args=[article.pk])).content.decode()

        response = client.post(
            reverse("publishing:publish", args=[article.pk]), {"digest": hidden(html, "digest")}
        )

        edition = Edition.objects.get()
        assert response["Location"] == reverse("publishing:edition", args=[edition.pk])
        assert b"Ferries are late" in client.get(response["Location"]).content

    def test_preview_is_the_page_that_readers_get(self, article, publisher, signed_in):
        client = signed_in(publisher)
        before = client.get(reverse("publishing:preview", args=[article.pk])).content.decode()
        client.post(
            reverse("publishing:publish", args=[article.pk]), {"digest": hidden(before, "digest")}
        )

        after = client.get("/r/ferries-are-late/").content.decode()

        for part in ("claim-1", "h-text", "h-cov"):
            assert part in before
            assert part in after
        block = re.compile(r'<section class="block" aria-labelledby="h-claims">.*</section>', re.S)
        assert block.search(before)[0] == block.search(after)[0]

    def test_what_moved_since_the_preview_is_named(
        self, article, publisher, administrator, signed_in
    ):
        client = signed_in(publisher)
        html = client.get(reverse("publishing:preview", args=[article.pk])).content.decode()
        set_house_rules(by=administrator, g9=False)

        response = client.post(
            reverse("publishing:publish", args=[article.pk]),
            {"digest": hidden(html, "digest"), "parts": hidden(html, "parts")},
        )

        said = response.content.decode()
        assert response.status_code == 409
        assert "Something changed since you saw this page" in said
        assert "<li>The house rules</li>" in said
        assert not Edition.objects.exists()

    def test_post_without_a_digest_publishes_nothing(self, article, publisher, signed_in):
        response = signed_in(publisher).post(reverse("publishing:publish", args=[article.pk]))

        assert response.status_code == 409
        assert not Edition.objects.exists()


class TestBreakGlass:
    def test_doors(self, blocked, doors):
        doors.get(
            "publishing:break_glass", blocked.pk,
            anonymous="login", stranger=403, checker=403, publisher=200,
        )  # fmt: skip

    def test_both_sentences_are_needed_and_what_was_typed_comes_back(
        self, blocked, publisher, signed_in
    ):
        client, url = signed_in(publisher), reverse("publishing:break_glass", args=[blocked.pk])

        response = client.post(url, {"past": "It is election day.", "public": ""})

        assert response.status_code == 422
        assert b"It is election day." in response.content

    def test_reason_and_sentence_publish(self, blocked, publisher, signed_in):
        client, url = signed_in(publisher), reverse("publishing:break_glass", args=[blocked.pk])
        digest = hidden(client.get(url).content.decode(), "digest")

        response = client.post(
            url, {"past": "Now.", "public": "Not all is signed.", "digest": digest}
        )

        assert response.status_code == 302
        assert Edition.objects.get().past_because == "Now."
        assert b"Not all is signed." in client.get("/r/ferries-are-late/").content

    def test_stale_page_keeps_what_was_typed(self, blocked, publisher, administrator, signed_in):
        client, url = signed_in(publisher), reverse("publishing:break_glass", args=[blocked.pk])
        digest = hidden(client.get(url).content.decode(), "digest")
        set_house_rules(by=administrator, desk_name="Other desk")

        response = client.post(url, {"past": "Now.", "public": "Unsigned.", "digest": digest})

        assert response.status_code == 409
        assert b"Unsigned." in response.content
        assert not Edition.objects.exists()


class TestAddress:
    def test_doors(self, article, doors):
        doors.get(
            "publishing:address", article.pk,
            anonymous="login", stranger=403, checker=403, publisher=200,
        )  # fmt: skip

    @pytest.mark.parametrize("slug", ["Not a slug", "", "x" * 61])
    def test_malformed_address_comes_back(self, article, publisher, signed_in, slug):
        url = reverse("publishing:address", args=[article.pk])

        response = signed_in(publisher).post(url, {"slug": slug})

        assert response.status_code == 422
        assert slug.encode() in response.content

    def test_address_is_chosen(self, article, publisher, signed_in):
        url = reverse("publishing:address", args=[article.pk])

        response = signed_in(publisher).post(url, {"slug": "late-ferries"})

        assert response["Location"] == reverse("publishing:gate", args=[article.pk])
        assert Address.objects.get().slug == "late-ferries"


class TestClear:
    @pytest.fixture
    def url(self, article, ben, signed_in):
        add_source(
            by=ben, kind="interview", title="Berth log", confidential=True,
            public_description="a pilot",
        )  # fmt: skip
        gate = signed_in(ben).get(reverse("publishing:gate", args=[article.pk])).content.decode()
        return re.search(r'href="([^"]*/clear/\?hit=[0-9a-f]+)"', gate)[1]

    def test_who_may_not_see_the_source_finds_no_page(self, url, publisher, signed_in):
        assert signed_in(publisher).get(url).status_code == 404

    def test_reason_clears_the_words(self, url, article, ben, signed_in):
        client = signed_in(ben)
        assert client.get(url).status_code == 200
        assert client.post(url, {"reason": ""}).status_code == 422

        response = client.post(url, {"reason": "It is the name of a public register."})

        assert response["Location"] == reverse("publishing:gate", args=[article.pk])
        assert Clearance.objects.get().cleared_by == ben


class TestEditions:
    def test_list_and_page(self, article, publisher, signed_in, doors):
        client = signed_in(publisher)
        assert b"Nothing is published yet" in client.get(reverse("publishing:editions")).content
        html = client.get(reverse("publishing:preview", args=[article.pk])).content.decode()
        client.post(
            reverse("publishing:publish", args=[article.pk]), {"digest": hidden(html, "digest")}
        )

        listed = client.get(reverse("publishing:editions")).content.decode()

        edition = Edition.objects.get()
        assert reverse("publishing:edition", args=[edition.pk]) in listed
        doors.get("publishing:edition", edition.pk, anonymous="login", stranger=403, checker=200)
        doors.get("publishing:edition", 999, checker=404)
