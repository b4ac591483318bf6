"""The sentences that are still open, for marking a claim without selecting words."""

from typing import NamedTuple

from factcheck.desk.queries.workspace.rows import rows_of
from factcheck.desk.workspace.rows import coverage_of
from factcheck.intake.models import Article

SHOWN = 40


class OpenSentence(NamedTuple):
    """A sentence and where it stands."""

    start: int
    end: int
    text: str


def open_sentences(article: Article) -> list[OpenSentence]:
    """The first of them, in the order of the text. Five queries."""
    version = article.current_version
    if version is None:
        return []
    spans = coverage_of(version, rows_of(article, version)).open_sentences[:SHOWN]
    return [OpenSentence(start, end, version.text[start:end]) for start, end in spans]
