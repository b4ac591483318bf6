"""House rules and labels: the row, the event, and nothing when refused."""

import pytest

from factcheck.core.rulings import Never, NotNow
from factcheck.people.actions import add_person
from factcheck.policy.actions import rename_label, set_house_rules
from factcheck.policy.models import HouseRules, Label
from factcheck.policy.queries import house_rules
from factcheck.trail.models import Event

pytestmark = pytest.mark.django_db


@pytest.fixture
def chief():
    return add_person(by=None, username="chief", name="Chief", roles=["administrator"])


def test_house_rules_have_defaults_where_nobody_set_any():
    rules = house_rules()

    assert (rules.share, rules.off, rules.name) == (20, frozenset(), "Fact-check desk")
    assert not HouseRules.objects.exists()


def test_set_house_rules_changes_what_is_named_and_says_so_in_the_trail(chief):
    set_house_rules(by=chief, desk_name="Orm Post", g4=False, share=20)

    rules = house_rules()
    event = Event.objects.get(verb="rules.changed")
    assert (rules.name, rules.off) == ("Orm Post", {"G4"})
    assert event.words["changes"] == {"desk_name": ["", "Orm Post"], "g4": [True, False]}


def test_set_house_rules_to_what_they_are_leaves_no_event(chief):
    set_house_rules(by=chief, share=20)

    assert not Event.objects.filter(verb="rules.changed").exists()


def test_set_house_rules_from_a_stale_form_is_refused(chief):
    rules = set_house_rules(by=chief, share=30)

    with pytest.raises(NotNow) as refused:
        set_house_rules(by=chief, seen=rules.revision - 1, share=40)

    assert refused.value.stale
    assert house_rules().share == 30


def test_set_house_rules_takes_an_administrator(chief):
    nora = add_person(by=chief, username="nora", name="Nora", roles=["publisher"])

    with pytest.raises(Never):
        set_house_rules(by=nora, g1=False)

    assert not house_rules().off


def test_rename_label_and_back_again(chief):
    rename_label(by=chief, aspect="content", code="outdated", words="No longer so")
    rename_label(by=chief, aspect="content", code="outdated", words="No longer so")
    renamed = house_rules().label("content", "outdated", "Out of date")
    rename_label(by=chief, aspect="content", code="outdated", words="")

    assert renamed == "No longer so"
    assert house_rules().label("content", "outdated", "Out of date") == "Out of date"
    assert not Label.objects.exists()
    assert Event.objects.filter(verb="rules.label").count() == 2


def test_to_take_back_a_word_that_nobody_gave_is_no_act(chief):
    assert rename_label(by=chief, aspect="content", code="accurate", words="") is None

    assert not Event.objects.filter(verb="rules.label").exists()
