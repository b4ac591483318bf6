"""Whatever is marked and however the text is changed: no claim is lost, none stands on other words."""

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from factcheck.claims.actions import mark
from factcheck.claims.models import Anchor, Claim
from factcheck.claims.placement import unplaced_claims
from factcheck.core.rulings import NotNow
from factcheck.core.spans import context
from factcheck.intake.actions import keep
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.review.actions import replace_text

WORDS = st.sampled_from(
    ["the", "ferry", "was", "late,", "Oslo", "40", "days.", "café", "🚢", "שלום", "no\u00a0breaks"]
)
PASSAGE = st.lists(WORDS, min_size=3, max_size=12).map(lambda words: " ".join(words) + " it said.")
BLOCKS = st.lists(PASSAGE, min_size=2, max_size=5)


@st.composite
def cases(draw):
    """A text, stretches of it by their share of it, and the text with passages and words changed."""
    old = draw(BLOCKS)
    new = list(old)
    for _ in range(draw(st.integers(1, 3))):
        at = draw(st.integers(0, len(new) - 1))
        new[at : at + draw(st.integers(0, 1))] = draw(st.lists(PASSAGE, max_size=2))
        assume(new)
    shares = draw(
        st.lists(st.tuples(st.floats(0, 0.9), st.integers(1, 50)), min_size=1, max_size=6)
    )
    return old, new, shares


@pytest.mark.django_db
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow],
)
@given(cases())
def test_no_claim_is_lost_and_none_stands_on_other_words(checker, case):
    old, new, shares = case
    article, there = keep(reading=read_text("\n\n".join(old)), by=checker)
    assume(not there)
    text = article.current_version.text
    for share, length in shares:
        start = int(share * len(text))
        try:
            mark(article=article, by=checker, start=start, end=min(len(text), start + length))
        except (ValueError, NotNow):
            continue
    before = {row.claim_id: row for row in Anchor.objects.filter(claim__article=article)}
    try:
        version = replace_text(article=article, reading=read_text("\n\n".join(new)), by=checker)
    except NotNow:
        assume(False)

    placed = {row.claim_id: row for row in Anchor.objects.filter(version=version)}
    lost = {row.claim.pk: row.words for row in unplaced_claims(Article.objects.get(pk=article.pk))}

    assert (
        set(placed) | set(lost)
        == set(before)
        == {c.pk for c in Claim.objects.filter(article=article)}
    )
    assert not set(placed) & set(lost)
    for key, row in placed.items():
        assert version.text[row.start : row.end] == row.quote == before[key].quote
        assert (row.prefix, row.suffix) == context(version.text, row)
        assert version.passages.filter(start__lte=row.start, end__gt=row.start).exists()
    assert all(lost[key] == before[key].quote for key in lost)
