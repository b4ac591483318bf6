"""The list of speakers, and how each of them is called."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import rename_speaker, set_aside
from factcheck.claims.models import LinkDraft, Speaker
from factcheck.trail.models import Event

LIST = "/desk/speakers/"


@pytest.fixture
def speaker(claim):
    return Speaker.objects.get(name="Roads office")


def page_of(speaker):
    return reverse("claims:speaker", args=[speaker.pk])


def sent(speaker, **more):
    return {
        "seen": speaker.revision,
        "kind": "organisation",
        "name": "County roads office",
        "note": "",
        **more,
    }


class TestSpeakers:
    def test_doors(self, claim, doors):
        doors.get(
            "claims:speakers",
            anonymous="login",
            stranger=404,
            writer=200,
            checker=200,
            reviewer=200,
            publisher=200,
        )

    def test_fine(self, speaker, reviewer, signed_in):
        page = signed_in(reviewer).get(LIST).content.decode()

        assert page_of(speaker) in page
        assert "1 claim<" in page

    def test_a_claim_that_does_not_count_is_not_counted(self, claim, speaker, checker, signed_in):
        set_aside(claim=claim, by=checker, because="No claim.")

        assert "0 claims<" in signed_in(checker).get(LIST).content.decode()

    def test_unnamed_ones_belong_to_their_article(self, marked, checker, signed_in):
        marked("It carries 4,100 cars a day", LinkDraft("unnamed", "a clerk in the hall"))

        assert "a clerk in the hall" not in signed_in(checker).get(LIST).content.decode()

    @pytest.mark.parametrize(("q", "found"), [("OFFICE", True), ("roads off", True), ("x", False)])
    def test_words_of_the_name_find_it(self, speaker, checker, signed_in, q, found):
        page = signed_in(checker).get(LIST, {"q": q}).content.decode()

        assert (page_of(speaker) in page) is found

    def test_namesakes_at_the_end_of_a_page_are_not_skipped(self, marked, checker, signed_in):
        names = [LinkDraft("person", "Kim", speaker_note=f"{n:03}") for n in range(102)]
        marked("It carries 4,100 cars a day", *names)
        last = Speaker.objects.get(note="099")
        client = signed_in(checker)

        first = client.get(LIST).content.decode()
        second = client.get(LIST, {"after": last.pk}).content.decode()

        assert f"after={last.pk}" in first
        assert [note in second for note in ("099", "100", "101")] == [False, True, True]

    def test_queries_do_not_grow(self, marked, checker, signed_in, queries):
        marked("It carries 4,100 cars a day", *[LinkDraft("person", f"P{n}") for n in range(9)])
        client = signed_in(checker)

        with queries(4):  # session, person, abilities, speakers
            client.get(LIST)


class TestSpeaker:
    def test_doors(self, speaker, doors):
        doors.get(
            "claims:speaker",
            speaker.pk,
            anonymous="login",
            stranger=404,
            writer=200,
            reviewer=200,
            checker=200,
        )
        doors.post(
            "claims:speaker",
            speaker.pk,
            data=sent(speaker),
            anonymous="login",
            stranger=404,
            writer=403,
            reviewer=403,
            checker=302,
        )

    def test_of_nobody(self, doors):
        doors.get("claims:speaker", 999_999, checker=404)

    def test_who_may_not_change_it_is_told_and_sees_no_form(self, speaker, reviewer, signed_in):
        page = signed_in(reviewer).get(page_of(speaker)).content.decode()

        assert "Claims are marked and changed by checkers." in page
        assert 'name="name"' not in page

    def test_fine(self, claim, speaker, checker, signed_in):
        response = signed_in(checker).post(page_of(speaker), sent(speaker), follow=True)

        speaker.refresh_from_db()
        assert speaker.name == "County roads office"
        assert claim.get_absolute_url() in response.content.decode()
        assert Event.objects.filter(thread=f"speaker:{speaker.pk}", actor=checker).count() == 1

    @pytest.mark.parametrize(
        "wrong", [{"name": ""}, {"name": "n" * 161}, {"note": "n" * 161}, {"kind": "unnamed"}]
    )
    def test_bad_input_keeps_what_was_typed(self, speaker, checker, signed_in, wrong):
        response = signed_in(checker).post(
            page_of(speaker), sent(speaker, **{"note": "My own note", **wrong})
        )

        assert response.status_code == 422
        assert wrong.get("note", "My own note") in response.content.decode()
        assert Speaker.objects.get(pk=speaker.pk).name == "Roads office"

    def test_a_stale_form_shows_theirs_beside_yours(self, speaker, checker, anna, signed_in):
        theirs = {"kind": "organisation", "name": "Anna’s office", "note": ""}
        rename_speaker(speaker=speaker, by=anna, **theirs)

        response = signed_in(checker).post(page_of(speaker), sent(speaker))

        page = response.content.decode()
        speaker.refresh_from_db()
        assert response.status_code == 409
        assert "Anna Adler changed this while you wrote" in page
        assert "County" in page
        assert 'name="seen" value="2"' in page
        assert speaker.name == "Anna’s office"

    def test_an_unnamed_one_leads_to_its_article(self, article, marked, checker, signed_in):
        marked("It carries 4,100 cars a day", LinkDraft("unnamed", "a clerk in the hall"))
        speaker = Speaker.objects.get()

        page = signed_in(checker).get(page_of(speaker)).content.decode()

        assert article.get_absolute_url() in page
