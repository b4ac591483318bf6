"""The article that the desk was first asked for, split into its claims with their chains.

Its text is not part of the project: `SHARED` names the folder that holds it.
"""

import os
from pathlib import Path

import pytest

from factcheck.splitting import split

ARTICLE = Path(os.environ.get("SHARED", "../shared")) / "seeds" / "g7-communique.txt"
SOURCE = "a diplomatic source"

pytestmark = pytest.mark.shared


@pytest.fixture
def text():
    return ARTICLE.read_text()


def test_the_article_has_thirteen_claims_in_order(text):
    found = split(text).suggestions

    assert len(found) == 13
    assert [one.parts for one in found] == sorted(one.parts for one in found)
    assert all(len(one.parts) == 1 for one in found)
    assert found[-1].parts[0].end < text.index("Related coverage")


def test_ten_of_them_are_the_sources(text):
    governing = [one.chain[one.governs] for one in split(text).suggestions if one.chain]

    assert [link.speaker.name for link in governing] == [SOURCE] * 10
    cues = {text[link.cue.start : link.cue.end] for link in governing}
    assert cues == {"said", "cited", "according to"}


def test_three_of_them_are_the_articles_own(text):
    own = [one for one in split(text).suggestions if one.governs is None]

    assert [text[one.parts[0].start :].split()[1] for one in own] == ["G7", "Foreign", "G7"]
    assert {one.kind for one in own} == {"none"}


def test_a_chain_names_the_ministers_and_the_source(text):
    chains = [
        [(link.speaker.name, text[link.cue.start : link.cue.end]) for link in one.chain]
        for one in split(text).suggestions
    ]

    assert [("the ministers", "will demand"), (SOURCE, "according to")] in chains
    assert [("the ministers", "will call on"), (SOURCE, "according to")] in chains
    assert [("the G7 nations", "will say"), (SOURCE, "said")] in chains
    assert [("the statement", "will also stress"), (SOURCE, "according to")] in chains


def test_the_reporters_tail_of_the_china_sentence_is_left_open(text):
    words = [text[part.start : part.end] for one in split(text).suggestions for part in one.parts]

    assert not any("apparent criticism" in stretch for stretch in words)
    assert any(stretch.startswith("As for China") for stretch in words)


def test_the_coordinated_statement_shows_where_it_may_be_cut(text):
    [one] = [one for one in split(text).suggestions if len(one.splits) == 2]

    assert [text[at:].split()[0] for at in one.splits] == ["and", "while"]


def test_the_same_without_the_model(text):
    found = split(text, plain=True)

    speakers = [one.chain[one.governs].speaker for one in found.suggestions if one.chain]
    assert found.engine == "plain"
    assert sum(speaker is not None for speaker in speakers) >= 10
