import pytest

from factcheck.publishing.leaks import DeskWords, Secret, hits

ARTICLE = "A diplomatic source said on Tuesday that the ministers will demand an immediate end."
NOTE = (
    "He showed me the draft in the café behind the embassy. Ring +49 30 1234567. "
    "He said the ministers will demand an immediate end."
)
SECRET = Secret(
    source=7,
    titles=("Interview with Maël Quérault, second secretary",),
    names=("Tall Heron", "M. Quérault"),
    addresses=("https://www.example.org/people/querault-m",),
    files=("heron-notes-2.pdf",),
    notes=(NOTE,),
)


def found(text, secret=SECRET):
    return [hit.words.text for hit in hits([secret], [DeskWords("the rationale", text)], ARTICLE)]


@pytest.mark.parametrize(
    "text",
    [
        "Maël Quérault told us.",
        "mael querault told us.",
        "MAEL QUERAULT told us.",
        "We asked Quérault.",
        "tall heron confirmed it",
        "see example.org/people/querault-m",
        "From heron-notes-2.pdf, page 1",
        "he showed me the draft in the café behind the bank",
        "Call +49 30 1234567 again.",
        "The second secretary was asked.",
    ],
)
def test_hit_where_something_confidential_stands(text):
    assert found(text) == [text]


@pytest.mark.parametrize(
    "text",
    [
        "A diplomat of a G7 country who has seen the draft.",
        "Querulous voices were heard.",
        "The herons are tall.",
        "An interview was held.",
        "that the ministers will demand an immediate end",
        "He said so.",
    ],
)
def test_no_hit_in_ordinary_words(text):
    assert found(text) == []


def test_title_that_the_article_itself_has_tells_nothing():
    secret = Secret(source=1, titles=("A diplomatic source",))

    assert found("A diplomatic source confirmed it.", secret) == []


def test_title_with_a_name_is_a_hit_even_where_the_article_has_the_name():
    secret = Secret(source=1, titles=("Ada Winterbourne",))

    hit = hits(
        [secret], [DeskWords("the wording", "Ada Winterbourne told us.")], "Ada Winterbourne came."
    )

    assert len(hit) == 1


def test_hit_of_a_source_used_elsewhere_needs_its_whole_name():
    far = Secret(source=1, titles=("Interview with Ada Winterbourne",), near=False)

    assert found("Ada Winterbourne said so.", far) == []
    assert found("Interview with Ada Winterbourne.", far) != []


def test_hit_does_not_repeat_the_secret():
    (hit,) = hits([SECRET], [DeskWords("the rationale", "Quérault told us.", 3)], ARTICLE)

    assert "quérault" not in f"{hit.source}{hit.digest}{hit.words.place}".casefold()


def test_digest_of_a_hit_changes_with_its_words():
    (one,) = hits([SECRET], [DeskWords("the rationale", "Quérault told us.")], ARTICLE)
    (two,) = hits([SECRET], [DeskWords("the rationale", "Quérault told us all.")], ARTICLE)

    assert one.digest != two.digest
