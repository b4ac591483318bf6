"""Two texts beside each other, word by word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.differences import Compared, DiffRun, differences


@pytest.mark.parametrize(
    ("one", "other", "left", "right"),
    [
        ("", "", (), ()),
        ("same", "same", (DiffRun("same", False),), (DiffRun("same", False),)),
        (
            "cut by 80 per cent",
            "cut by 80 per cent by 2030",
            (DiffRun("cut by 80 per cent", False),),
            (DiffRun("cut by 80 per cent", False), DiffRun(" by 2030", True)),
        ),
        ("old", "", (DiffRun("old", True),), ()),
        ("", "new", (), (DiffRun("new", True),)),
    ],
)
def test_differences_mark_what_the_other_has_not_got(one, other, left, right):
    theirs, yours = differences(one, other)

    assert theirs == left
    assert yours == right


@given(st.text(max_size=80), st.text(max_size=80))
def test_runs_together_are_the_texts(one, other):
    theirs, yours = differences(one, other)

    assert "".join(run.text for run in theirs) == one
    assert "".join(run.text for run in yours) == other


@given(st.text(max_size=80))
def test_a_text_does_not_differ_from_itself(text):
    theirs, yours = differences(text, text)

    assert not any(run.added for run in (*theirs, *yours))


def test_very_long_texts_are_marked_as_a_whole():
    theirs, yours = differences("a " * 3000, "b " * 3000)

    assert theirs == (DiffRun("a " * 3000, True),)
    assert yours == (DiffRun("b " * 3000, True),)


def test_compared_says_when_both_wrote_the_same():
    assert Compared("Wording", "one", "one").same
    assert not Compared("Wording", "one", "two").same
