"""A long list is read a page at a time, and no row is shown twice or left out."""

import pytest

from factcheck.claims.models import Speaker
from factcheck.core.paging import page_before, page_of, rows_after

BY_NAME = ("name", "note", "pk")


@pytest.fixture
def speakers(anna):
    names = [("Ibe", "mayor"), ("Ibe", "writer"), ("Adler", ""), ("Ibe", ""), ("Zorn", "")]
    return [
        Speaker.objects.create(kind="person", name=name, note=note, added_by=anna)
        for name, note in names
    ]


def test_the_newest_first_page_by_page(speakers):
    rows, pages, before = Speaker.objects.all(), [], None
    while not pages or before is not None:
        page = page_before(rows, before, 2)
        pages.append([row.pk for row in page.rows])
        before = page.more

    keys = [row.pk for row in speakers]
    assert pages == [[keys[4], keys[3]], [keys[2], keys[1]], [keys[0]]]


def test_a_full_last_page_has_nothing_more(speakers):
    assert page_before(Speaker.objects.all(), None, 5).more is None


def test_rows_behind_one_in_an_order_of_several_fields(speakers):
    ordered = list(Speaker.objects.order_by(*BY_NAME))

    for at, last in enumerate(ordered):
        behind = Speaker.objects.filter(rows_after(last, BY_NAME)).order_by(*BY_NAME)
        assert page_of(behind, 5).rows == ordered[at + 1 :]
