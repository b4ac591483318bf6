"""Every list that can be searched takes whatever is typed; only PostgreSQL minds the NUL sign."""

import pytest

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("typed", ["%00", "late%00ferries", "%", "_", "a+" * 200, "%F0%9F%90%9F"])
@pytest.mark.parametrize("url", ["/", "/desk/articles/", "/desk/sources/", "/desk/speakers/"])
def test_list_takes_whatever_is_typed(url, typed, checker, signed_in):
    response = signed_in(checker).get(f"{url}?q={typed}")

    assert response.status_code == 200
