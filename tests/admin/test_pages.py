"""The admin: what may be looked up there, by whom, and that nothing is written past the actions."""

import pytest
from django.contrib import admin
from django.urls import reverse

from factcheck.claims.models import Weighing
from factcheck.people.models import Grant, Membership, User
from factcheck.policy.models import HouseRules, Label
from factcheck.trail.models import Event
from factcheck.web.lookup import LookUpAdmin
from tests import story
from tests.factories.claims import WeighingFactory

pytestmark = pytest.mark.django_db

CHANGED_HERE = {User, HouseRules, Label}


def url(model, act, *args):
    return reverse(f"admin:factcheck_{model._meta.model_name}_{act}", args=args)


def test_nothing_but_the_desks_own_tables_is_registered():
    labels = {model._meta.label for model in admin.site._registry}

    foreign = {label for label in labels if not label.startswith("factcheck.")}
    assert foreign <= {"django_tasks_database.DBTaskResult"}


def test_editorial_records_are_only_looked_up():
    pages = admin.site._registry.items()
    writable = {model for model, page in pages if not isinstance(page, LookUpAdmin)}

    assert {m for m in writable if m._meta.app_label == "factcheck"} == CHANGED_HERE


class TestPeople:
    def form(self, **more):
        return {"name": "Nora", "email": "nora@desk.example", "is_active": "on"} | more

    def test_doors(self, checker, stranger, administrator, signed_in):
        page = url(User, "changelist")

        assert signed_in(checker).get(page).status_code == 403
        assert signed_in(stranger).get(page).status_code == 302
        assert signed_in(administrator).get(page).status_code == 200

    def test_adding_a_person_goes_through_the_action(self, administrator, signed_in):
        response = signed_in(administrator).post(
            url(User, "add"),
            self.form(
                username="nora", roles=["checker"], grants=["legal"], new_password="a-long-word-7"
            ),
        )

        nora = User.objects.get(username="nora")
        assert response.status_code == 302
        assert nora.check_password("a-long-word-7")
        assert Membership.objects.get(user=nora).given_by == administrator
        assert Grant.objects.get(user=nora).ability == "legal"
        verbs = Event.objects.filter(thread=f"user:{nora.pk}").values_list("verb", flat=True)
        assert list(verbs) == ["person.added", "person.role_given", "person.granted"]

    def test_each_difference_is_an_act_of_its_own(self, administrator, newcomer, signed_in):
        nora = newcomer("nora", roles=["checker"], grants=["legal"])
        before = Event.objects.filter(thread=f"user:{nora.pk}").count()
        changed = {"name": "Nora New", "email": "new@desk.example"}

        signed_in(administrator).post(
            url(User, "change", nora.pk),
            {**changed, "roles": ["reviewer"], "new_password": "another-word-7"},
        )

        verbs = Event.objects.filter(thread=f"user:{nora.pk}").values_list("verb", flat=True)
        assert set(list(verbs)[before:]) == {
            "person.renamed",
            "person.password_set",
            "person.role_given",
            "person.role_taken",
            "person.grant_taken",
            "person.deactivated",
        }
        nora.refresh_from_db()
        assert (nora.name, nora.is_active) == ("Nora New", False)

    def test_the_last_administrator_is_kept_with_a_sentence(self, administrator, signed_in):
        response = signed_in(administrator).post(
            url(User, "change", administrator.pk), self.form(name="Ada Administrator")
        )

        assert response.status_code == 200
        assert "is the last administrator" in response.content.decode()
        assert User.objects.get(pk=administrator.pk).is_administrator

    def test_nobody_is_deleted(self, administrator, checker, signed_in):
        response = signed_in(administrator).post(url(User, "delete", checker.pk), {"post": "yes"})

        assert response.status_code == 403
        assert User.objects.filter(pk=checker.pk).exists()


class TestHouseRules:
    def form(self, **more):
        switches = dict.fromkeys(("g1", "g2", "g3", "g4", "g5", "g6", "g9", "g12", "g14"), "on")
        return {"seen": "1", "share": "20", **switches} | more

    def test_the_list_leads_to_the_one_row(self, administrator, signed_in):
        response = signed_in(administrator).get(url(HouseRules, "changelist"))

        assert response["Location"] == url(HouseRules, "add")

    def test_saving_goes_through_the_action(self, administrator, signed_in):
        door = signed_in(administrator)

        first = door.post(url(HouseRules, "add"), self.form(desk_name="Orm Post"))
        seen = str(HouseRules.objects.get().revision)
        form = self.form(desk_name="Orm Post", seen=seen)
        del form["g4"]
        second = door.post(url(HouseRules, "change", 1), form)

        rules = HouseRules.objects.get()
        assert (first.status_code, second.status_code) == (302, 302)
        assert (rules.desk_name, rules.g4, rules.changed_by) == ("Orm Post", False, administrator)
        assert Event.objects.filter(verb="rules.changed").count() == 2

    def test_a_stale_form_changes_nothing(self, administrator, signed_in):
        door = signed_in(administrator)
        door.post(url(HouseRules, "add"), self.form(desk_name="Orm Post"))

        response = door.post(url(HouseRules, "change", 1), self.form(desk_name="Other", seen="0"))

        assert response.status_code == 409
        assert HouseRules.objects.get().desk_name == "Orm Post"

    def test_a_label_is_given_and_taken(self, administrator, signed_in):
        door = signed_in(administrator)

        door.post(url(Label, "add"), {"verdict": "content:outdated", "words": "No longer so"})
        label = Label.objects.get()
        door.post(url(Label, "delete", label.pk), {"post": "yes"})

        assert not Label.objects.exists()
        assert Event.objects.filter(verb="rules.label").count() == 2

    def test_others_do_not_change_them(self, publisher, signed_in):
        response = signed_in(publisher).post(url(HouseRules, "add"), self.form(desk_name="Mine"))

        assert response.status_code == 403
        assert not HouseRules.objects.exists()


def test_every_list_and_row_opens_and_is_searched(checker, reviewer, publisher, signed_in):
    story.ready(checker, reviewer)
    door = signed_in(publisher)
    opened = 0

    for model, page in admin.site._registry.items():
        if not isinstance(page, LookUpAdmin):
            continue
        response = door.get(url(model, "changelist"), {"q": "ferries"})
        assert response.status_code == 200, model
        row = model.objects.first()
        if row is not None:
            assert door.get(url(model, "change", row.pk)).status_code == 200, model
            assert door.post(url(model, "change", row.pk), {}).status_code == 403, model
            assert door.post(url(model, "delete", row.pk), {"post": "yes"}).status_code == 403
            opened += 1

    assert opened > 8


def test_how_the_order_of_what_to_check_first_came_about(administrator, signed_in):
    door, page = signed_in(administrator), url(Weighing, "changelist")

    before = door.get(page).content.decode()
    row = WeighingFactory(set_by=administrator, was={"number": 1.1, "opinion": -1.2})
    after = door.get(page).content.decode()
    shown = door.get(url(Weighing, "change", row.pk)).content.decode()

    assert "Starting weights: 0 of 200 decisions" in before
    assert "Ordered by what this desk accepted and set aside: 312 decisions" in after
    assert "“it judges” weighs more: -1.2 → 2.0" in shown
