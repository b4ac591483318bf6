"""Words are found on both databases alike."""

import pytest
from django.db import connection

from factcheck.apps import put_back
from factcheck.claims.models import Speaker, SpeakerWords
from factcheck.core.search import postgresql
from factcheck.core.search.index import find_rows
from factcheck.core.search.terms import read_terms
from factcheck.core.search.words import entry
from tests.factories.claims import SpeakerFactory

pytestmark = pytest.mark.django_db


@pytest.fixture
def kept():
    """kept("It rained", …): rows with these words, by their words."""

    def keep(*texts):
        rows = {text: SpeakerFactory().pk for text in texts}
        SpeakerWords.objects.bulk_create(
            [entry(SpeakerWords, key, text) for text, key in rows.items()]
        )
        return rows

    return keep


def found(typed, rows, **options):
    """The texts that are found, newest first."""
    texts = {key: text for text, key in rows.items()}
    return [texts[key] for key in find_rows(SpeakerWords, read_terms(typed), **options).keys]


FERRIES = ("The ferries were late", "Late: the ferry", "Müller was late", "It rained, 1,500 mm")


@pytest.mark.parametrize(
    ("typed", "texts"),
    [
        ("late ", [2, 1, 0]),
        ("LATE ferr", [1, 0]),
        ("ferries ", [0]),
        ('"were late"', [0]),
        ('"late were"', []),
        ('"was late" mul', [2]),
        ("muller ", [2]),
        ("Müll", [2]),
        ("1,500", [3]),
        ("15", []),
        ("late rained ", []),
        ("' OR 1=1 --", []),
        ("late) NEAR (ferry", []),
        ("late%", [2, 1, 0]),
        ("l_te", []),
    ],
)
def test_words_are_found(kept, typed, texts):
    rows = kept(*FERRIES)

    assert found(typed, rows) == [FERRIES[n] for n in texts]


@pytest.mark.parametrize("typed", ["", "  ", "?!", "…"])
def test_nothing_is_found_by_no_word(kept, typed):
    rows = kept(*FERRIES)

    assert found(typed, rows) == []


def test_changed_words_are_found_and_former_ones_not(kept):
    rows = kept("The ferries were late")
    row = SpeakerWords.objects.get(pk=rows["The ferries were late"])
    row.head, row.words = "it rained", " it rained "
    row.save()

    assert find_rows(SpeakerWords, read_terms("rained")).keys == [row.pk]
    assert find_rows(SpeakerWords, read_terms("ferries")).keys == []


def test_words_that_are_gone_are_not_found(kept):
    rows = kept("The ferries were late")
    SpeakerWords.objects.all().delete()

    assert found("ferries", rows) == []


def test_an_upsert_replaces_words(kept):
    [key] = kept("The ferries were late").values()
    SpeakerWords.objects.bulk_create(
        [entry(SpeakerWords, key, "It rained")],
        update_conflicts=True,
        unique_fields=["speaker"],
        update_fields=["head", "words"],
    )

    assert find_rows(SpeakerWords, read_terms("ferries")).keys == []
    assert find_rows(SpeakerWords, read_terms("rained")).rows == ((key, "it rained"),)


def test_pages_follow_each_other_by_key(kept):
    rows = kept(*(f"late {n}" for n in range(5)))

    first = find_rows(SpeakerWords, read_terms("late "), limit=2)
    second = find_rows(SpeakerWords, read_terms("late "), limit=2, before=first.more)
    third = find_rows(SpeakerWords, read_terms("late "), limit=2, before=second.more)

    assert [*first.keys, *second.keys, *third.keys] == sorted(rows.values(), reverse=True)
    assert third.more is None


def test_only_those_among_some_are_found(kept):
    rows = kept("late one", "late two")
    some = Speaker.objects.filter(pk=rows["late one"])

    assert found("late ", rows, among=some) == ["late one"]
    assert found("late ", rows, among=Speaker.objects.none()) == []


def test_what_fits_best_comes_first(kept):
    rows = kept("late ferries in the port", "the ferries were late", "late ferries")
    texts = {key: text for text, key in rows.items()}
    wanted = read_terms("late ferries")

    best = find_rows(SpeakerWords, wanted).best(wanted, 2)

    assert [texts[key] for key in best] == ["late ferries", "late ferries in the port"]


@pytest.mark.django_db(transaction=True)
def test_indexes_are_put_back_where_they_are_missing(kept):
    rows = kept("The ferries were late")
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("drop trigger factcheck_speakerwords_fts_update")
        SpeakerWords.objects.update(words=" it rained ")

    put_back(using="default")
    put_back(using="default")

    words = "rained" if connection.vendor == "sqlite" else "ferries"
    assert find_rows(SpeakerWords, read_terms(words)).keys == list(rows.values())


@pytest.mark.postgres
class TestPlanned:
    """PostgreSQL looks the newest rows through where every word is frequent."""

    @pytest.fixture
    def many(self, kept, monkeypatch):
        monkeypatch.setattr(postgresql, "FREQUENT", 3)
        rows = kept(*(f"late {n} ferries{n % 2}" for n in range(20)), "seldom late")
        with connection.cursor() as cursor:
            cursor.execute("analyze factcheck_speakerwords")
        return sorted(rows.values(), reverse=True)

    def test_frequent_words_are_looked_for_among_the_newest(self, many, monkeypatch):
        monkeypatch.setattr(postgresql, "WINDOW", 5)

        first = find_rows(SpeakerWords, read_terms("late "))
        second = find_rows(SpeakerWords, read_terms("late "), before=first.more)

        assert first.keys == many[:5]
        assert second.keys == many[5:10]

    def test_the_end_is_reached(self, many, monkeypatch):
        monkeypatch.setattr(postgresql, "WINDOW", 10**6)

        assert find_rows(SpeakerWords, read_terms("late ")).keys == many
        assert find_rows(SpeakerWords, read_terms("late ")).more is None

    def test_few_frequent_ones_are_fetched(self, many, monkeypatch):
        monkeypatch.setattr(postgresql, "FEW", 4)

        hits = find_rows(SpeakerWords, read_terms("late "))

        assert hits.keys == many[:4]
        assert hits.more == many[3]

    def test_a_rare_word_leads_to_the_index(self, many, monkeypatch):
        monkeypatch.setattr(postgresql, "WINDOW", 1)

        assert find_rows(SpeakerWords, read_terms("late seldom ")).keys == many[:1]

    def test_a_frequent_beginning_is_compared_beside_a_rare_word(self, many, monkeypatch):
        monkeypatch.setattr(postgresql, "WINDOW", 1)

        assert find_rows(SpeakerWords, read_terms("seldom la")).keys == many[:1]
        assert find_rows(SpeakerWords, read_terms("seldom fe")).keys == []

    def test_phrases_are_found_among_the_newest(self, many):
        assert len(find_rows(SpeakerWords, read_terms('"late 7"')).keys) == 1
        assert find_rows(SpeakerWords, read_terms('"ferries1 late"')).keys == []
