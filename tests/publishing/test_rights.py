import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.spans import words as counted
from factcheck.publishing.rights import Asking, allowance, grant, is_own_wording, quoted

TEXT = (
    "The harbour handled 3,412 calls in 2025, the office said on Monday.\n\n"
    "“Nobody has ever measured the air,” Bramwell said, adding that the plan was late and dear."
)


def span(words):
    start = TEXT.index(words)
    return ((start, start + len(words)),)


def asking(words, number=1, hard=False, worded=False):
    return Asking(number, span(words), hard, worded)


PLAIN = "The harbour handled 3,412 calls in 2025, the office said on Monday."
SAID = "“Nobody has ever measured the air,” Bramwell said"


@pytest.mark.parametrize(
    ("one", "allowed", "shown"),
    [
        pytest.param(
            asking(PLAIN), 20, "The harbour handled 3,412 … office said on Monday.", id="ends"
        ),
        pytest.param(asking(PLAIN), 7, "", id="ends-do-not-fit"),
        pytest.param(asking(PLAIN, worded=True), 20, "", id="wording-instead"),
        pytest.param(asking(PLAIN, hard=True), 20, PLAIN, id="hard-whole"),
        pytest.param(
            asking(PLAIN, hard=True),
            8,
            "The harbour handled 3,412 … office said on Monday.",
            id="hard-does-not-fit",
        ),
        pytest.param(asking(PLAIN, hard=True, worded=True), 8, "", id="hard-falls-to-wording"),
        pytest.param(
            asking(SAID, worded=True), 20, "“Nobody has ever measured the air,” …", id="quotation"
        ),
        pytest.param(asking(SAID, worded=True), 5, "", id="quotation-does-not-fit"),
        pytest.param(asking("adding that the plan"), 20, "adding that the plan", id="short"),
        pytest.param(asking(PLAIN, hard=True), 0, "", id="no-share"),
    ],
)
def test_grant_of_one_claim(one, allowed, shown):
    given = grant(TEXT, [one], allowed)

    assert given[1].quote == shown


def test_grant_gives_quotation_marks_before_hard_findings():
    hard, quotation = asking(PLAIN, 1, hard=True), asking(SAID, 2, worded=True)

    given = grant(TEXT, [hard, quotation], 12)

    assert given[2].words == 6
    assert given[1].words == 0


def test_grant_takes_hard_findings_in_order():
    first, second = (
        asking(PLAIN, 1, hard=True, worded=True),
        asking("adding that the plan was late and dear", 2, hard=True, worded=True),
    )

    given = grant(TEXT, [first, second], 12)

    assert (given[1].words, given[2].words) == (12, 0)


@given(
    st.lists(
        st.sampled_from(["word", "“said", "so”", '"', "1,5", "and/or", "–", "\n\n"]), max_size=60
    ),
    st.lists(
        st.tuples(st.integers(0, 200), st.integers(0, 200), st.booleans(), st.booleans()),
        max_size=12,
    ),
    st.integers(0, 100),
)
def test_grant_never_shows_more_than_the_share(words, claims, share):
    text = " ".join(words)
    askings = [
        Asking(number, ((min(a, b), min(max(a, b), len(text))),), hard, worded)
        for number, (a, b, hard, worded) in enumerate(claims)
        if min(a, b) < min(max(a, b), len(text))
    ]
    allowed = allowance(min(len(text.split()), len(counted(text))), share)

    given = grant(text, askings, allowed)

    shown = [part.quote.replace("…", " ") for part in given.values()]
    assert sum(part.words for part in given.values()) <= allowed
    assert sum(len(counted(quote)) for quote in shown) <= allowed
    assert sum(len(quote.split()) for quote in shown) <= allowed


@given(st.text(alphabet='ab “”„«»"\n', max_size=80))
def test_quoted_stretches_lie_in_one_paragraph(text):
    for start, end in quoted(text):
        assert 0 <= start < end <= len(text)
        assert "\n" not in text[start:end]


@pytest.mark.parametrize(
    ("wording", "own"),
    [
        ("Bramwell says the air was never measured.", True),
        ("the harbour handled 3,412 calls in 2025", False),
        ("THE HARBOUR HANDLED 3,412 CALLS", False),
        ("", False),
    ],
)
def test_wording_that_stands_in_the_article_is_not_the_desks(wording, own):
    assert is_own_wording(wording, TEXT) is own
