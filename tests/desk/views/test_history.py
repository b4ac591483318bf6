"""The past of what belongs to no article: sources, speakers, people, house rules."""

import pytest
from django.urls import reverse

from factcheck.claims.actions import rename_speaker, weigh_as_at_first, weigh_as_learned
from factcheck.claims.models import Speaker
from factcheck.people.actions import deactivate, give_role, set_password
from factcheck.policy.actions import set_house_rules
from factcheck.splitting.proposals.learning import learn
from factcheck.verification.actions import change_source, open_source


def told(client, name, *args):
    """The page's sentences, without its markup."""
    response = client.get(reverse(name, args=args))
    days = response.context["past"].days
    return [(line.actor, line.sentence, line.because) for day in days for line in day.lines]


class TestSourceHistory:
    def test_doors(self, plan, doors):
        doors.get("desk:source_history", plan.pk, anonymous="login", stranger=404, reviewer=200)

    def test_a_confidential_one_is_for_who_may_see_it(self, hidden, doors):
        doors.get("desk:source_history", hidden.pk, checker=404, administrator=404, ben=200)

    def test_what_happened(self, hidden, ben, signed_in):
        change_source(source=hidden, by=ben, private_note="Rang twice.")
        open_source(source=hidden, by=ben, because="She speaks openly now.")

        lines = told(signed_in(ben), "desk:source_history", hidden.pk)

        assert lines == [
            ("Ben Baker", "made a confidential source open.", "She speaks openly now."),
            ("Ben Baker", "changed a source.", ""),
            ("Ben Baker", "added a source.", ""),
        ]

    def test_the_page_of_the_source_leads_there(self, plan, checker, signed_in):
        html = signed_in(checker).get(plan.get_absolute_url()).content.decode()

        assert f'href="{reverse("desk:source_history", args=[plan.pk])}"' in html


class TestSpeakerHistory:
    def test_doors(self, link, doors):
        doors.get(
            "desk:speaker_history", link.speaker_id, anonymous="login", stranger=404, writer=200
        )

    def test_what_happened(self, link, checker, signed_in):
        rename_speaker(
            speaker=link.speaker, by=checker, kind="organisation", name="Port", note="Oslo"
        )
        door = signed_in(checker)

        lines = told(door, "desk:speaker_history", link.speaker_id)

        assert lines == [("Cleo Checker", "called Harbour commission Port (Oslo).", "")]
        page = door.get(Speaker.objects.get().get_absolute_url()).content.decode()
        assert f'href="{reverse("desk:speaker_history", args=[link.speaker_id])}"' in page


class TestPersonHistory:
    def test_doors(self, checker, doors):
        doors.get(
            "desk:person_history",
            checker.pk,
            anonymous="login",
            stranger=404,
            checker=403,
            publisher=403,
            administrator=200,
        )

    def test_what_happened(self, checker, administrator, signed_in):
        give_role(person=checker, role="reviewer", by=administrator)
        set_password(person=checker, by=administrator, password="forty-days-of-rain")
        deactivate(person=checker, by=administrator)

        lines = told(signed_in(administrator), "desk:person_history", checker.pk)

        assert [sentence for _, sentence, _ in lines] == [
            "closed the account of Cleo Checker.",
            "set a new password for Cleo Checker.",
            "gave Cleo Checker the role reviewer.",
            "gave Cleo Checker the role checker.",
            "added Cleo Checker to the desk.",
        ]
        assert {actor for actor, _, _ in lines} == {"Ada Administrator"}

    def test_the_admin_leads_there(self, checker, administrator, signed_in):
        response = signed_in(administrator).get(
            reverse("admin:factcheck_user_history", args=[checker.pk])
        )

        assert response.url == reverse("desk:person_history", args=[checker.pk])


class TestRulesHistory:
    def test_doors(self, doors, db):
        doors.get(
            "desk:rules_history",
            anonymous="login",
            stranger=404,
            publisher=403,
            administrator=200,
        )

    def test_what_happened(self, administrator, signed_in):
        set_house_rules(by=administrator, desk_name="The Desk")

        lines = told(signed_in(administrator), "desk:rules_history")

        assert lines == [("Ada Administrator", "changed the house rules.", "")]

    def test_what_to_check_first_is_the_houses(self, administrator, signed_in):
        learned = learn([(["number"], False), (["opinion"], True)] * 110)
        weigh_as_learned(by=administrator, learned=learned)
        weigh_as_at_first(by=administrator)

        back, first = told(signed_in(administrator), "desk:rules_history")

        assert back[1] == "put what to check first back to the starting weights."
        assert "learned from 220 decisions, 110 of them to accept: “it " in first[1]
        assert "“it states a figure” weighs less: 1.1 →" in first[1]

    @pytest.mark.usefixtures("db")
    def test_the_admin_leads_there(self, administrator, signed_in):
        set_house_rules(by=administrator, desk_name="The Desk")

        response = signed_in(administrator).get(
            reverse("admin:factcheck_houserules_history", args=[1])
        )

        assert response.url == reverse("desk:rules_history")
