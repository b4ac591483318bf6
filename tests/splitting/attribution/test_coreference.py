"""Who is meant: one name for all mentions of one speaker, and never two people made one."""

import pytest

from factcheck.splitting import split


def names(text):
    """The name of whoever governs each attributed claim."""
    return [
        one.chain[one.governs].speaker.name
        for one in split(text).suggestions
        if one.governs is not None
    ]


def kinds(text):
    return [one.chain[-1].speaker.kind for one in split(text).suggestions if one.chain]


def test_the_source_is_the_source_that_was_introduced():
    text = "The bridge is safe, a diplomatic source said. The road is not, the source said."

    assert names(text) == ["a diplomatic source", "a diplomatic source"]


def test_a_second_source_is_another():
    text = "The bridge is safe, a source said. The road is not, another source said."

    assert len(set(names(text))) == 2


def test_a_pronoun_is_whoever_spoke_last():
    text = "Ann Lie said the bridge is safe. She said it was mended in June."

    assert names(text) == ["Ann Lie", "Ann Lie"]


def test_a_pronoun_of_another_gender_is_nobody_known():
    text = "Mr. Holm said the bridge is safe. She said it was not."

    assert names(text)[0] != names(text)[1]


def test_a_last_name_is_the_full_name_given_before():
    text = "Ann Lie said the bridge is safe. Lie said it was mended in June."

    assert names(text) == ["Ann Lie", "Ann Lie"]


def test_a_last_name_is_known_from_a_sentence_that_quotes_nobody():
    text = "Foreign Minister Yoko Kamikawa arrived on Monday. Kamikawa said the talks went well."

    assert names(text) == ["Yoko Kamikawa"]


def test_two_people_of_one_last_name_stay_two():
    text = (
        "Ann Lie said the bridge is safe. Tom Lie said it is not. "
        "Lie said the council would decide."
    )

    assert names(text) == ["Ann Lie", "Tom Lie", "Lie"]


def test_who_is_the_noun_before_it():
    text = "Ann Lie, who said the bridge was safe, has resigned."

    assert names(text) == ["Ann Lie"]


def test_titles_are_no_part_of_a_name():
    text = "President Ann Lie said the bridge is safe."

    assert names(text) == ["Ann Lie"]


def test_kinds_of_speakers():
    text = (
        "Ann Lie said the bridge is safe. The report says the road is not. "
        "The Ministry of Transport said it would wait. A diplomat said nobody knew."
    )

    assert kinds(text) == ["person", "document", "organisation", "unnamed"]


NAMED = [
    ("The walls are wet, said study co-author Ann Lie, a reader of old maps.", "Ann Lie"),
    (
        "“The walls are wet,” said desert geologist Ann Lie of the Water Museum in Bergen.",
        "Ann Lie",
    ),
    ("Harbour Pilots Association President Ann Lie said the pier was closed.", "Ann Lie"),
    ("The Town Clerk's Office said the pier was closed.", "Town Clerk's Office"),
    ("The Bank of Bergen said the pier was closed.", "Bank of Bergen"),
    ("Then Ann Lie wrote on Chirper accusing the firm of theft.", "Ann Lie"),
    ("Ann Lie spent an hour explaining why she left.", "Ann Lie"),
]


@pytest.mark.parametrize(("text", "name"), NAMED)
def test_a_name_is_told_from_what_stands_around_it(text, name):
    assert names(text) == [name]


def test_a_name_that_describes_another_noun_is_no_full_name():
    text = "A reader told Bergen Times editor Ann Lie of it. The Times said it was wrong."

    assert names(text)[-1] == "Times"
