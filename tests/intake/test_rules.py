"""Who brings in articles, and who says what they are."""

import pytest

from factcheck.core.rulings import Never
from factcheck.intake import rules
from factcheck.intake.models import Article

pytestmark = pytest.mark.django_db  # the people are asked for by name


@pytest.mark.parametrize(
    ("name", "allowed"),
    [
        ("writer", True),
        ("checker", True),
        ("publisher", True),
        ("anna", True),
        ("ben", True),
        ("reviewer", False),
        ("administrator", False),
        ("lawyer", False),
        ("stranger", False),
    ],
)
def test_who_brings_in(request, name, allowed):
    ruling = rules.may_bring_in(request.getfixturevalue(name))

    assert bool(ruling) is allowed
    assert ruling or (ruling.refusal is Never and ruling.reason.endswith("."))


@pytest.mark.parametrize(
    ("name", "theirs", "allowed"),
    [
        ("writer", "written", True),
        ("writer", "brought", True),
        ("writer", "no", False),
        ("checker", "no", True),
        ("publisher", "no", True),
        ("reviewer", "written", False),
        ("administrator", "brought", False),
        ("stranger", "brought", False),
    ],
)
def test_who_describes(request, name, theirs, allowed):
    person = request.getfixturevalue(name)
    written, brought = theirs == "written", theirs == "brought"
    article = Article(
        writer=person if written else None, brought_by_id=person.pk if brought else 999_999
    )

    ruling = rules.may_describe(person, article)

    assert bool(ruling) is allowed
    assert ruling or ruling.refusal is Never
