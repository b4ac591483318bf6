"""The same data has the same digest, however it was put together."""

import json
from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.digests import canonical, digest

JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.text(st.characters(exclude_categories=["Cs"])),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text("abc"), inner, max_size=3),
    max_leaves=8,
)


def test_it_is_written_in_one_way():
    assert canonical({"b": [1, "é"], "a": None}) == '{"a":null,"b":[1,"é"]}'


def test_the_digest_is_known():
    assert digest({}) == "44136fa355b3678a1146ad16f7e8649e94fb4fc21fe77e8310c060f61caaff8a"


def test_what_is_no_number_is_refused():
    with pytest.raises(ValueError, match="JSON"):
        digest({"share": float("nan")})


@pytest.mark.parametrize("data", [datetime(2026, 10, 6, tzinfo=UTC), {1, 2}, b"a", object()])
def test_what_json_does_not_know_is_refused(data):
    with pytest.raises(TypeError, match="not JSON serializable"):
        digest({"at": data})


@given(JSON)
def test_a_way_through_json_changes_nothing(data):
    assert digest(json.loads(json.dumps(data))) == digest(data)


@given(st.dictionaries(st.text("abcdef"), st.integers(), max_size=6))
def test_order_does_not_matter(data):
    assert digest(dict(reversed(list(data.items())))) == digest(data)


@given(JSON, JSON)
def test_other_data_has_another_digest(one, other):
    assert (digest(one) == digest(other)) is (canonical(one) == canonical(other))
