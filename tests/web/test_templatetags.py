"""What the desk's frame shows of a person and of a place."""

import pytest

from factcheck.templatetags.desk import here, initials

NAMES = [
    ("Ada Lindqvist", "AL"),
    ("Ada M. Lindqvist", "AL"),
    ("ada lindqvist", "AL"),
    ("  Ada   Lindqvist ", "AL"),
    ("Ada", "A"),
    ("Ørjan Ås", "ØÅ"),
    ("", ""),
]


@pytest.mark.parametrize(("name", "shown"), NAMES)
def test_initials_of_a_name(name, shown):
    assert initials(name) == shown


@pytest.mark.parametrize(
    ("path", "prefixes", "exact", "marked"),
    [
        ("/desk/sources/", ["/desk/sources/"], False, True),
        ("/desk/sources/7/", ["/desk/sources/"], False, True),
        ("/desk/claims/7/", ["/desk/articles/", "/desk/claims/"], False, True),
        ("/desk/speakers/", ["/desk/sources/"], False, False),
        ("/desk/", ["/desk/"], True, True),
        ("/desk/sources/", ["/desk/"], True, False),
    ],
)
def test_here_marks_the_entry_that_a_page_belongs_to(path, prefixes, exact, marked):
    attribute = here(path, *prefixes, exact=exact)

    assert attribute == (' aria-current="page"' if marked else "")
