"""Every word that the desk wrote for an edition, and where it stands (for G13).

The article's own text is not the desk's. What stands on evidence of a confidential source is not
in the edition and not here.
"""

from collections.abc import Iterator

from factcheck.claims.models import Claim, Stage
from factcheck.publishing.assemble.dossier import Dossier
from factcheck.publishing.assemble.single import told
from factcheck.publishing.leaks import DeskWords
from factcheck.verification.facts import ClaimFacts


def written(found: Dossier) -> list[DeskWords]:
    """The desk's words for this article, with the place of each as a phrase."""
    texts = [
        DeskWords("the title that was given to the article", found.article.given_title),
        DeskWords("the name of the article’s publisher", found.article.publisher),
        DeskWords("the address of the report", found.slug.replace("-", " ")),
        DeskWords("the sentence for readers", found.public),
    ]
    for claim in found.claims:
        facts = found.facts[claim.pk]
        texts += [
            DeskWords(f"{place} of claim {claim.number}", text, claim.number, claim.pk)
            for place, text in _claim(claim, facts, found.hidden_contacts)
        ]
    return [words for words in texts if words.text.strip()]


def _claim(claim: Claim, facts: ClaimFacts, hidden: frozenset[int]) -> Iterator[tuple[str, str]]:
    """The desk's words for one claim."""
    if facts.wording not in facts.quotes:
        yield "the wording", facts.wording
    for link in facts.links:
        yield "the chain", link.speaker_name
    if claim.stage == Stage.WAIVED:
        return
    for verdict in facts.verdicts:
        yield "a rationale", verdict.rationale
        yield "where we looked", verdict.searched
    for contact in told(facts, hidden):
        yield "a contact", contact.speaker_name
        yield "a contact", contact.means
        yield "a contact", contact.answer
        yield "a contact", contact.not_tried_because
    yield from _evidence(facts)


def _evidence(facts: ClaimFacts) -> Iterator[tuple[str, str]]:
    """What was written about sources: of confidential ones only how readers see them."""
    for piece in facts.rested_on():
        source = piece.source
        yield "the description of a source", source.shown
        if source.confidential:
            continue
        yield "the description of a source", source.publisher
        yield "the description of a source", source.author
        yield "the description of a source", source.url
        yield "the interests of a source", source.interests
        yield "the place in a source", piece.locator
        yield "an excerpt", piece.excerpt
        yield "a note on evidence", piece.note
