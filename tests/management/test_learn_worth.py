"""The order of what to check first is learned by command, shown before, and taken back."""

import json
from io import StringIO

import pytest
from django.core.management import CommandError, call_command

from factcheck.claims.models import Weighing
from tests import story
from tests.factories.claims import WeighingFactory, decided

pytestmark = pytest.mark.django_db


@pytest.fixture
def article(checker):
    return story.bring_in(checker)


@pytest.fixture
def enough(article):
    """120 judgements accepted, 90 figures set aside: the contrary of what we start from."""
    decided(article, 120, weighed=["opinion"])
    decided(article, 90, weighed=["number"], stage="set_aside", because="Nobody cares.")


def run(*options, **named):
    out = StringIO()
    call_command("learn_worth", *options, stdout=out, **named)
    return out.getvalue()


def test_below_two_hundred_it_says_how_many_there_are(article, administrator):
    decided(article, 199)

    with pytest.raises(CommandError, match="200 decisions are needed; there are 199"):
        run("--as", "administrator")

    assert not Weighing.objects.exists()


@pytest.mark.usefixtures("enough")
def test_it_shows_what_was_learned_and_keeps_it(administrator):
    said = run("--as", "administrator")

    row = Weighing.objects.get()
    assert "210 decisions: 120 suggestions accepted, 90 set aside." in said
    assert "by the starting weights" in said
    number, opinion = (round(row.weights[name], 1) for name in ("number", "opinion"))
    lines = [line.split() for line in said.splitlines()]
    assert ["it", "states", "a", "figure", "1.1", "1.1", str(number), "less"] in lines
    assert ["it", "judges", "-1.2", "-1.2", str(opinion), "more"] in lines
    assert ["it", "compares", "0.7", "0.7", "0.7"] in lines
    assert said.endswith("Kept. Texts read from now on are ordered so.\n")
    assert row.set_by == administrator


@pytest.mark.usefixtures("enough")
def test_it_can_be_looked_at_first():
    assert run("--dry-run").endswith("Nothing is kept.\n")
    assert not Weighing.objects.exists()


@pytest.mark.usefixtures("enough", "administrator")
def test_scripts_get_the_same():
    said = json.loads(run("--as", "administrator", "--json"))

    number = next(row for row in said["weights"] if row["reason"] == "number")
    assert (said["kept"], said["decisions"], said["accepted"]) == (True, 210, 120)
    assert said["in_order"].keys() == {"starting", "learned"}
    assert number["starting"] == number["was"] == 1.1
    assert number["now"] == Weighing.objects.get().weights["number"]


@pytest.mark.usefixtures("administrator")
def test_what_is_no_better_is_shown_and_not_kept(article):
    decided(article, 120, weighed=["number"])
    decided(article, 90, weighed=["opinion"], stage="set_aside", because="Nobody cares.")
    out = StringIO()

    with pytest.raises(CommandError, match="no better than the starting weights"):
        call_command("learn_worth", "--as", "administrator", stdout=out)

    assert "210 decisions" in out.getvalue()
    assert not Weighing.objects.exists()


@pytest.mark.usefixtures("administrator")
def test_it_is_taken_back(anna):
    WeighingFactory(set_by=anna)

    said = run("--undo", "--as", "administrator")

    lines = [line.split() for line in said.splitlines()]
    assert ["it", "states", "a", "figure", "1.1", "-2.0", "1.1", "more"] in lines
    assert Weighing.objects.first().weights == {}


@pytest.mark.usefixtures("administrator")
def test_to_take_back_nothing_is_refused():
    with pytest.raises(CommandError, match="in force already"):
        run("--undo", "--as", "administrator")


def test_taking_back_can_be_looked_at_first(anna):
    kept = WeighingFactory(set_by=anna)

    said = json.loads(run("--undo", "--dry-run", "--json"))

    assert (said["kept"], said["in_order"]) == (False, None)
    assert Weighing.objects.get() == kept


@pytest.mark.usefixtures("enough")
@pytest.mark.parametrize(
    ("options", "why"),
    [
        ((), "Say who does it"),
        (("--as", "nobody"), "Nobody of the desk signs in as nobody"),
        (("--as", "checker"), "looked after by administrators"),
    ],
)
def test_who_may_not_is_refused(options, why):
    with pytest.raises(CommandError, match=why):
        run(*options)

    assert not Weighing.objects.exists()
