import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.core.search.excerpts import excerpt, runs
from factcheck.core.search.terms import SearchTerms, folded, read_terms, search_words, words_of


@pytest.mark.parametrize(
    ("typed", "words"),
    [
        ("", []),
        (" late  ferries\n", ["late", "ferries"]),
        ("\0", []),
        ("late\0ferries", ["late", "ferries"]),
        ("a b c d e f g h i j", list("abcdefgh")),
    ],
)
def test_words_of_what_was_typed(typed, words):
    assert search_words(typed) == words


@pytest.mark.parametrize(
    ("typed", "words", "open_word", "phrases"),
    [
        ("", (), "", ()),
        ("!? …", (), "", ()),
        ("Ferr", (), "ferr", ()),
        ("late ferr", ("late",), "ferr", ()),
        ("late ferries ", ("late", "ferries"), "", ()),
        ("a", ("a",), "", ()),  # one letter begins too much
        ('"were late" ferr', ("were", "late"), "ferr", (("were", "late"),)),
        ('"were late', ("were", "late"), "", (("were", "late"),)),
        ("„were late“", ("were", "late"), "", (("were", "late"),)),
        ("1,500", ("1", "500"), "", (("1", "500"),)),
        ("Müller STRASSE", ("muller",), "strasse", ()),
        ("late late late", ("late",), "late", ()),
        ("a b c d e f g h ij", tuple("abcdefgh"), "", ()),
        ("late\0ferries", ("late",), "ferries", ()),
    ],
)
def test_what_was_typed_is_read(typed, words, open_word, phrases):
    assert read_terms(typed) == SearchTerms(words, open_word, phrases)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("", []),
        ("The É́cole, naïve", ["the", "ecole", "naive"]),
        ("snake_case", ["snake", "case"]),
        ("Straße", ["strasse"]),
        ("½ of it", ["1", "2", "of", "it"]),
        ("Привет, МИР", ["привет", "мир"]),
        ("مرحبًا", ["مرحبا"]),
        ("👍🏽 fine", ["fine"]),
        ("x" * 100, ["x" * 64]),
    ],
)
def test_words_are_folded(text, words):
    assert words_of(text) == words


def test_the_same_text_is_kept_once():
    assert folded("It rained.", "", "It rained.", "A lot", "!") == "it rained a lot"


def test_found_words_are_marked_with_their_accents():
    wanted = read_terms("muller sao")

    found = runs("Die Müllers und Frau Müller, São Paulo", wanted)

    assert [run.text for run in found if run.hit] == ["Müller", "São"]
    assert "".join(run.text for run in found) == "Die Müllers und Frau Müller, São Paulo"


def test_a_combining_mark_belongs_to_its_letter():
    found = runs("un cafe\u0301 noir", read_terms("cafe "))

    assert [run.text for run in found if run.hit] == ["cafe\u0301"]


def test_an_excerpt_shows_whole_words_around_the_first_hit():
    text = " ".join(["before"] * 40 + ["Ferries", "were"] + ["after"] * 40)

    found = excerpt(text, read_terms("ferr"))
    words = "".join(run.text for run in found)

    assert [run.text for run in found if run.hit] == ["Ferries"]
    assert words.startswith("… before ")
    assert words.endswith(" after …")
    assert len(words) < 250


def test_an_excerpt_of_a_short_text_is_the_text():
    assert "".join(run.text for run in excerpt("It\nrained.", read_terms("rained"))) == "It rained."


def test_no_excerpt_where_nothing_stands():
    assert excerpt("It rained.", read_terms("snow")) == ()


@pytest.mark.parametrize(
    ("typed", "head", "closeness"),
    [
        ("late ferr", "the late ferries", 2),
        ("late ferr", "ferries are late", 1),
        ("late ferr", "it rained", 0),
        ("late ", "later", 0),
        ("late ", "too late", 2),
    ],
)
def test_what_stands_as_it_was_typed_is_closest(typed, head, closeness):
    assert read_terms(typed).closeness(head) == closeness


@given(st.text(), st.text(max_size=40))
def test_marking_loses_nothing(text, typed):
    assert "".join(run.text for run in runs(text, read_terms(typed))) == text


@given(st.text(max_size=80))
def test_whatever_is_typed_is_folded_words(typed):
    wanted = read_terms(typed)

    assert all(words_of(word) == [word] for word in [*wanted.words, wanted.open_word] if word)
