"""What waits for a second person, and what a signature would cover. Pure."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from factcheck.claims.models import Claim
from factcheck.core.rulings import Ruling
from factcheck.core.surroundings import Surroundings, surroundings
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.verdict_marks import VerdictMark
from factcheck.people.models import User
from factcheck.review.models import Round
from factcheck.verification.facts import ClaimFacts, EvidenceFact
from factcheck.verification.sourcing import contact_lacks


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One claim in review: its two verdicts, and whether this person may sign what is shown."""

    claim: Claim
    quote: str
    attribution: VerdictMark
    content: VerdictMark
    contrast: str
    may: Ruling
    digest: str

    @property
    def value(self) -> str:
        """What a tick beside it sends: the claim, and what was shown of it."""
        return f"{self.claim.pk}:{self.digest}"


def ticked(values: list[str]) -> dict[int, str]:
    """The claims that were ticked, by key, each with the digest of what was shown."""
    pairs = (value.partition(":") for value in values)
    return {int(key): seen for key, _, seen in pairs if key.isdecimal() and len(key) < 12}


@dataclass(frozen=True, slots=True)
class ReviewProgress:
    """How far the claims of an article are: settled ones of all that count."""

    settled: int
    live: int
    checked: int


@dataclass(frozen=True, slots=True)
class Contributor:
    """Somebody who contributed to the claim, and what they did."""

    person: User
    did: str


@dataclass(frozen=True, slots=True)
class Signing:
    """What a reviewer is shown before signing.

    Who worked on the claim, who submitted it, its place among the claims in review, and the digest
    of what is signed.
    """

    digest: str
    contributors: tuple[Contributor, ...]
    round: Round | None
    place: int  # among the claims in review, from 1; 0 where it is none of them
    count: int
    before: Claim | None
    after: Claim | None
    surroundings: Surroundings | None
    unasked: tuple[str, ...]  # speakers whom the gate wants to have been asked
    told: tuple[str, ...]  # what readers are told of the confidential sources it rests on

    def is_theirs(self, user: User) -> bool:
        """Whether this person is among the contributors."""
        return any(each.person.pk == user.pk for each in self.contributors)


def signing_from(
    card: Card, waiting: Sequence[Claim], latest: Round | None, digest: str, people: Sequence[User]
) -> Signing:
    """What a signature on this claim would mean, `people` being who contributed to it.

    `waiting` are the claims of the article in review, in text order.
    """
    at = next((n for n, other in enumerate(waiting) if other.pk == card.claim.pk), None)
    return Signing(
        digest=digest,
        contributors=tuple(_contributors(card.claim, card.facts, people)),
        round=latest,
        place=0 if at is None else at + 1,
        count=len(waiting),
        before=waiting[at - 1] if at else None,
        after=waiting[at + 1] if at is not None and at + 1 < len(waiting) else None,
        surroundings=_surroundings(card),
        unasked=tuple(lack.message for lack in contact_lacks(card.facts)),
        told=tuple(_told(card.facts)),
    )


def _surroundings(card: Card) -> Surroundings | None:
    """The passage in which the claim stands first."""
    version = card.claim.article.current_version
    if version is None or not card.facts.spans:
        return None
    return surroundings(version.text, *card.facts.spans[0])


def _told(facts: ClaimFacts) -> list[str]:
    sources = [piece.source for piece in facts.rested_on() if piece.source.confidential]
    return list(dict.fromkeys(source.shown for source in sources))


def _contributors(claim: Claim, facts: ClaimFacts, people: Sequence[User]) -> Iterator[Contributor]:
    """Everybody who may not sign, each with what they did."""
    for person in sorted(people, key=lambda person: (person.name, person.pk)):
        parts = dict.fromkeys(_parts(claim, facts, person.pk))
        yield Contributor(person, ", ".join(parts))


def _parts(claim: Claim, facts: ClaimFacts, person: int) -> Iterator[str]:
    """What one person did that the claim still rests on."""
    for name, word in (
        ("spanned_by_id", "marked the words"),
        ("worded_by_id", "wrote the wording"),
        ("kinded_by_id", "chose the kind"),
        ("chained_by_id", "set the chain"),
    ):
        if getattr(claim, name) == person:
            yield word
    rested_on = facts.rested_on()
    for theirs, word in (
        (any(verdict.found_by == person for verdict in facts.verdicts), "found a verdict"),
        (any(piece.added_by == person for piece in rested_on), "brought evidence"),
        (any(person in piece.changed_by for piece in rested_on), "changed evidence"),
        (any(person in piece.source.hands for piece in rested_on), "described a source"),
        (any(_copied(piece, person) for piece in rested_on), "stored a copy"),
        (any(link.renamed_by == person for link in facts.links), "renamed a speaker"),
        (any(person in link.merged_by for link in facts.links), "merged two speakers"),
    ):
        if theirs:
            yield word


def _copied(piece: EvidenceFact, person: int) -> bool:
    """Whether somebody stored the copy that readers are told of."""
    copy = None if piece.source.confidential else piece.capture
    return copy is not None and copy.added_by == person
