"""The pages on which two speakers are found to be one."""

import re

import pytest
from django.urls import reverse

from factcheck.claims.actions import merge_speakers, rename_speaker
from factcheck.claims.models import LinkDraft, Speaker
from tests import story

CARS = "It carries 4,100 cars a day"


@pytest.fixture
def office(claim):
    return Speaker.objects.get(name="Roads office")


@pytest.fixture
def roads(marked):
    """Another name for the same office."""
    return marked(CARS, LinkDraft("organisation", "Office for roads")).links.get().speaker


def page_of(speaker):
    return reverse("claims:speaker", args=[speaker.pk])


def merge_of(speaker):
    return reverse("claims:speaker_merge", args=[speaker.pk])


def fresh(speaker):
    return Speaker.objects.get(pk=speaker.pk)


class TestMerge:
    def test_doors(self, office, doors):
        expected = {"anonymous": "login", "stranger": 404, "reviewer": 403, "checker": 200}
        doors.get("claims:speaker_merge", office.pk, **expected)
        doors.post("claims:speaker_merge", office.pk, **{**expected, "checker": 422})

    def test_who_is_likely_is_offered_first(self, office, roads, marked, checker, signed_in):
        marked("Traders on Weir Street fear for their shops", LinkDraft("person", "Greta Olsvik"))

        page = signed_in(checker).get(merge_of(office)).content.decode()

        assert "Office for roads, organisation, 1 claim" in page
        assert "Greta Olsvik" not in page

    def test_anybody_is_found_by_words(self, office, marked, checker, signed_in):
        marked("Traders on Weir Street fear for their shops", LinkDraft("person", "Greta Olsvik"))

        page = signed_in(checker).get(merge_of(office), {"q": "ols"}).content.decode()

        assert "Greta Olsvik, person, 1 claim" in page

    @pytest.mark.parametrize(
        ("q", "sentence"), [("", "Nobody has a name like this"), ("x", "Nobody else has these")]
    )
    def test_nobody_is_like_it(self, office, checker, signed_in, q, sentence):
        assert sentence in signed_in(checker).get(merge_of(office), {"q": q}).content.decode()

    def test_fine(self, office, roads, checker, signed_in):
        data = {"into": office.pk, "seen": roads.revision}

        answer = signed_in(checker).post(merge_of(roads), data, follow=True)

        assert answer.redirect_chain == [(page_of(office), 302)]
        assert "Office for roads is Roads office from now on." in answer.content.decode()
        assert fresh(roads).merged_into == office

    def test_nobody_chosen(self, office, roads, checker, signed_in):
        answer = signed_in(checker).post(merge_of(roads), {"seen": roads.revision})

        assert answer.status_code == 422
        assert "Choose who it is." in answer.content.decode()

    @pytest.mark.parametrize("into", ["unnamed", "itself", "0", "x"])
    def test_who_cannot_be_the_same_is_no_choice(self, office, marked, checker, signed_in, into):
        clerk = marked(CARS, LinkDraft("unnamed", "a clerk")).links.get().speaker
        key = {"unnamed": clerk.pk, "itself": office.pk}.get(into, into)

        answer = signed_in(checker).post(merge_of(office), {"into": key, "seen": 1})

        assert answer.status_code == 422

    def test_changed_meanwhile(self, office, roads, anna, checker, signed_in):
        seen = roads.revision
        rename_speaker(speaker=roads, by=anna, kind="person", name="Road officer", note="")

        answer = signed_in(checker).post(merge_of(roads), {"into": office.pk, "seen": seen})

        assert answer.status_code == 409
        assert fresh(roads).merged_into is None

    def test_what_was_signed_off_is_counted(self, roads, checker, reviewer, signed_in):
        story.approved(roads.links.get().claim, checker, reviewer)

        page = signed_in(checker).get(merge_of(roads)).content.decode()

        assert "1 claim checked or approved under this name is looked at again." in page

    def test_unnamed_ones_of_the_article_are_offered(self, marked, checker, signed_in):
        clerk = marked(CARS, LinkDraft("unnamed", "a clerk")).links.get().speaker
        marked("Olsvik sells lamps", LinkDraft("unnamed", "the trader"), LinkDraft("person", "X"))

        page = signed_in(checker).get(merge_of(clerk)).content.decode()

        assert "the trader, unnamed, 1 claim" in page
        assert "X, person" not in page


class TestNames:
    @pytest.fixture
    def merge(self, office, roads, checker):
        return merge_speakers(speaker=roads, into=office, by=checker)

    def test_a_mere_name_leads_to_who_it_is(self, merge, office, roads, reviewer, signed_in):
        assert signed_in(reviewer).get(page_of(roads))["Location"] == page_of(office)

    def test_the_names_are_shown(self, merge, office, checker, signed_in):
        page = signed_in(checker).get(page_of(office)).content.decode()

        assert "Also called" in page
        assert "merged by Cleo Checker" in page
        assert "Take apart" in page

    def test_who_may_not_is_told(self, merge, office, reviewer, signed_in):
        page = signed_in(reviewer).get(page_of(office)).content.decode()

        assert "Also called" in page
        assert "Take apart" not in page
        assert "Somebody we know already?" not in page

    def test_the_list_has_the_kept_one_alone(self, merge, office, roads, checker, signed_in):
        page = signed_in(checker).get(reverse("claims:speakers")).content.decode()

        assert page_of(office) in page
        assert page_of(roads) not in page

    def test_either_name_is_found(self, merge, office, roads, checker, signed_in):
        page = signed_in(checker).get(reverse("desk:search"), {"q": "office for roads"})

        found = page.content.decode().partition('id="found-speakers"')[2]
        assert re.findall(r"/desk/speakers/(\d+)/", found) == [str(office.pk)]

    def test_who_may_be_the_same_is_offered_beside(self, office, roads, checker, signed_in):
        page = signed_in(checker).get(page_of(office)).content.decode()

        assert f"{merge_of(office)}?into={roads.pk}" in page

    def test_the_history_tells_it(self, merge, office, checker, signed_in):
        url = reverse("desk:speaker_history", args=[office.pk])

        page = signed_in(checker).get(url).content.decode()

        assert "found that Office for roads is Roads office, and merged the two." in page


class TestTakeApart:
    @pytest.fixture
    def merge(self, office, roads, checker):
        return merge_speakers(speaker=roads, into=office, by=checker)

    def test_doors(self, merge, roads, doors):
        doors.post(
            "claims:speaker_take_apart",
            roads.pk,
            anonymous="login",
            stranger=404,
            reviewer=403,
            checker=302,
        )

    def test_fine(self, merge, office, roads, checker, signed_in):
        url = reverse("claims:speaker_take_apart", args=[roads.pk])

        answer = signed_in(checker).post(url, follow=True)

        assert answer.redirect_chain == [(page_of(roads), 302)]
        assert "Office for roads is somebody else than Roads office again." in (
            answer.content.decode()
        )

    def test_one_that_was_not_merged(self, roads, checker, signed_in):
        url = reverse("claims:speaker_take_apart", args=[roads.pk])

        assert signed_in(checker).post(url).status_code == 404
