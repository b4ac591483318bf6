"""YAML above a Markdown text."""

import pytest

from factcheck.intake.readers.front_matter import read_front_matter
from factcheck.intake.readers.reading import ReadingRefused


def read(lines):
    return read_front_matter(f"---\n{lines}\n---\nIt fell.")


@pytest.mark.parametrize(
    ("lines", "byline"),
    [
        ("author: Nell Farrow", "Nell Farrow"),
        ("author: {name: Nell Farrow, url: x}", "Nell Farrow"),
        ("authors:\n  - name: Nell Farrow\n  - Jo Weir", "Nell Farrow and Jo Weir"),
        ("authors:\n- - Nell Farrow\n- 1984", "Nell Farrow and 1984"),
        ("byline: >\n  Nell\n  Farrow", "Nell Farrow"),
        ("Author: Nell Farrow # once Weir", "Nell Farrow"),
        ("author:", None),
        ("author: {url: x}", None),
    ],
)
def test_who_wrote_it_is_read_from_every_usual_form(lines, byline):
    front, below = read(lines)

    assert front.byline == byline
    assert below == "It fell."


@pytest.mark.parametrize(
    ("lines", "title"),
    [("title: 2026-03-01", "2026-03-01"), ("title: 007", "007"), ("title: yes", "yes")],
)
def test_a_title_stays_as_it_was_typed(lines, title):
    assert read(lines)[0].title == title


def test_no_is_a_language():
    assert read("lang: no")[0].language == "no"


def test_nothing_between_the_lines_is_nothing_known():
    front, below = read_front_matter("---\n---\nIt fell.")

    assert (front.title, front.byline, below) == ("", None, "It fell.")


@pytest.mark.parametrize(
    "lines",
    ["It fell.", "- It fell.", "It fell: all", '"It fell" he said', "*It fell*", "\tIt fell"],
)
def test_lines_without_keys_are_text(lines):
    text = f"---\n{lines}\n---\nIt rose."
    front, below = read_front_matter(text)

    assert (front.title, below) == ("", text)


@pytest.mark.parametrize(
    ("lines", "line"),
    [
        ("title: Sea: Shore", " (see line 2)"),
        ('lang: en\ntitle: "Sea', " (see line 4)"),
        ("title: &a [x, x]\nlist: [*a, *a]", " (see line 2)"),
        ("title: *Sea*", " (see line 2)"),
        ("title: " + "[" * 30 + "]" * 30, " (see line 2)"),
        ("title: " + "x" * 20_000, ""),
        ("title: \ufffe", ""),
    ],
)
def test_what_is_not_valid_is_met_with_a_sentence(lines, line):
    with pytest.raises(ReadingRefused) as refused:
        read(lines)

    assert str(refused.value) == (
        f"What stands above the text, between the lines of hyphens, is not valid YAML{line}. "
        "Correct it or leave it out."
    )


def test_a_few_lines_never_become_millions():
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "\n".join(
        f"{name}: &{name} [{','.join([f'*{before}'] * 9)}]"
        for before, name in zip("abcdefgh", "bcdefghi", strict=True)
    )

    with pytest.raises(ReadingRefused):
        read(bomb)
