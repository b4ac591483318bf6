"""What waits for a second person, and what a signature would cover."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.db.models import Count

from factcheck.claims.lifecycle import SETTLED
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import Ruling
from factcheck.core.verdicts import contrast
from factcheck.desk.pages.surroundings import Around, around
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.verdict_marks import Mark, attribution_mark, content_mark
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.policy.queries import house_rules
from factcheck.review.models import Round
from factcheck.review.queries import contributors, digest_of
from factcheck.review.rules import may_approve
from factcheck.verification.queries import facts
from factcheck.verification.sourcing import ClaimFacts, EvidenceFact, contact_lacks


@dataclass(frozen=True, slots=True)
class ReviewLine:
    """One claim in review: its two verdicts, and whether this person may sign what is shown."""

    claim: Claim
    quote: str
    attribution: Mark
    content: Mark
    contrast: str
    may: Ruling
    digest: str

    @property
    def value(self) -> str:
        """What a tick beside it sends: the claim, and what was shown of it."""
        return f"{self.claim.pk}:{self.digest}"


def in_review(article: Article, user: User) -> list[ReviewLine]:
    """The claims of an article that wait for a signature, in text order. Constant queries."""
    claims = list(Claim.objects.filter(article=article, stage=Stage.IN_REVIEW).in_text_order())
    found, rules = facts(claims), house_rules()
    lines = []
    for claim in claims:
        of = found[claim.pk]
        lines.append(
            ReviewLine(
                claim=claim,
                quote=claim.wording or " … ".join(of.quotes),
                attribution=attribution_mark(rules, of.attribution),
                content=content_mark(rules, of.content),
                contrast=contrast(of.attribution, of.content),
                may=may_approve(user, claim, of),
                digest=digest_of(of),
            )
        )
    return lines


def ticked(values: list[str]) -> dict[int, str]:
    """The claims that were ticked, by key, each with the digest of what was shown."""
    pairs = (value.partition(":") for value in values)
    return {int(key): seen for key, _, seen in pairs if key.isdecimal() and len(key) < 12}


def next_in_review(claim: Claim, user: User) -> Claim | None:
    """The next claim of the article that this person may sign, from the top again at the end."""
    lines = [line.claim for line in in_review(claim.article, user) if line.may]
    return min(lines, key=lambda other: (other.number < claim.number, other.number), default=None)


@dataclass(frozen=True, slots=True)
class Progress:
    """How far the claims of an article are: settled ones of all that count."""

    settled: int
    live: int
    checked: int


def progress(article: Article) -> Progress:
    """How many claims count, how many of them are signed off or waived. One query."""
    rows = Claim.objects.live().filter(article=article).order_by()
    by_stage = dict(rows.values_list("stage").annotate(n=Count("pk")))
    return Progress(
        settled=sum(by_stage.get(stage, 0) for stage in SETTLED),
        live=sum(by_stage.values()),
        checked=by_stage.get(Stage.CHECKED, 0),
    )


@dataclass(frozen=True, slots=True)
class Hand:
    """Somebody who wrote a part of what stands, and which."""

    person: User
    did: str


@dataclass(frozen=True, slots=True)
class Signing:
    """What stands beside the button.

    Who worked on the claim, who sent it, where it stands among those that wait, and the digest of
    what is signed.
    """

    digest: str
    hands: tuple[Hand, ...]
    round: Round | None
    place: int  # among the claims in review, from 1; 0 where it is none of them
    count: int
    before: Claim | None
    after: Claim | None
    around: Around | None
    unasked: tuple[str, ...]  # speakers whom the gate wants to have been asked
    told: tuple[str, ...]  # what readers are told of the confidential sources it rests on

    def is_theirs(self, user: User) -> bool:
        """Whether this person is among the hands."""
        return any(hand.person.pk == user.pk for hand in self.hands)


def signing(card: Card) -> Signing:
    """What a signature on this claim would mean."""
    claim = card.claim
    waiting = list(
        Claim.objects.filter(article=claim.article_id, stage=Stage.IN_REVIEW).in_text_order()
    )
    at = next((n for n, other in enumerate(waiting) if other.pk == claim.pk), None)
    rounds = Round.objects.filter(claim=claim).select_related("opened_by").order_by("-number")
    return Signing(
        digest=digest_of(card.facts),
        hands=tuple(_hands(claim, card.facts)),
        round=rounds.first(),
        place=0 if at is None else at + 1,
        count=len(waiting),
        before=waiting[at - 1] if at else None,
        after=waiting[at + 1] if at is not None and at + 1 < len(waiting) else None,
        around=_around(card),
        unasked=tuple(lack.message for lack in contact_lacks(card.facts)),
        told=tuple(_told(card.facts)),
    )


def _around(card: Card) -> Around | None:
    """The passage in which the claim stands first."""
    version = card.claim.article.current_version
    if version is None or not card.facts.spans:
        return None
    return around(version.text, *card.facts.spans[0])


def _told(facts: ClaimFacts) -> list[str]:
    sources = [piece.source for piece in facts.rested_on() if piece.source.confidential]
    return list(dict.fromkeys(source.shown for source in sources))


def _hands(claim: Claim, facts: ClaimFacts) -> Iterator[Hand]:
    """Everybody who may not sign, with the part that is theirs."""
    people = User.objects.in_bulk(contributors(facts))
    for person in sorted(people.values(), key=lambda person: (person.name, person.pk)):
        parts = dict.fromkeys(_parts(claim, facts, person.pk))
        yield Hand(person, ", ".join(parts))


def _parts(claim: Claim, facts: ClaimFacts, person: int) -> Iterator[str]:
    """What one person did on a claim that still stands."""
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
