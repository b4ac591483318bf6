"""What a signature covers, who may not give it, and what waits for one."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from factcheck.claims.models import Claim, Exemption, Link, Question, Stage, UndoStep
from factcheck.claims.queries.speaking import renaming_merges
from factcheck.core.digests import digest
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.review.models import Confirmation, Decision, Outcome, Round, Verb
from factcheck.verification.facts import ClaimFacts, EvidenceFact, VerdictFact
from factcheck.verification.models import ContactClaim, Evidence, Verdict


def contributors(facts: ClaimFacts) -> frozenset[int]:
    """Whoever wrote a part of what an approval covers that still stands: nobody of them signs.

    Who last set span, wording, kind or chain, or last renamed a speaker of the chain or merged
    another into it; who found a current verdict; who added, or wrote a part of, evidence that a current verdict rests on, its
    source or its stored copy. A source bars whoever described it also where somebody else cites
    it: its words and its publisher are covered, whichever article they were written for.
    """
    found = {verdict.found_by for verdict in facts.verdicts}
    renamed = {link.renamed_by for link in facts.links if link.renamed_by is not None}
    merged = (link.merged_by for link in facts.links)
    rested_on = (piece.hands for piece in facts.rested_on())
    return facts.hands.union(found, renamed, *merged, *rested_on)


def not_by(user: User) -> Q:
    """Claims to which a person did not contribute: `contributors`, asked of many rows at once."""
    current = Verdict.objects.filter(claim=OuterRef("pk")).current()
    rested_on = Evidence.objects.standing().filter(
        Q(added_by=user)
        | Q(changes__changed_by=user)
        | Q(source__added_by=user)
        | Q(source__changes__changed_by=user)
        | Q(source__confidential=False, capture__added_by=user),
        claim=OuterRef("pk"),
        bears__verdict__in=Verdict.objects.current(),
    )
    merged = renaming_merges().filter(merged_by=user)
    renamed = Link.objects.filter(
        Q(speaker__renamed_by=user) | Q(speaker__in=merged.values("into")),
        claim=OuterRef("pk"),
        retired_at__isnull=True,
    )
    return ~(
        Q(spanned_by=user)
        | Q(worded_by=user)
        | Q(kinded_by=user)
        | Q(chained_by=user)
        | Q(Exists(current.filter(found_by=user)))
        | Q(Exists(rested_on))
        | Q(Exists(renamed))
    )


def worked_on_since(step: UndoStep) -> bool:
    """Whether anything was found, tried, asked or confirmed on what an act touched, after it.

    Acts on the claim itself show in its revision. Six queries at most.
    """
    claims = [pk for name, pk, _ in step.touched if name == "claim"]
    exemptions = [pk for name, pk, _ in step.touched if name == "exemption"]
    at = step.done_at
    evidence = Evidence.objects.filter(claim__in=claims)
    return any(
        rows.exists()
        for rows in (
            evidence.filter(Q(added_at__gt=at) | Q(withdrawn_at__gt=at)),
            evidence.filter(changes__changed_at__gt=at),
            Verdict.objects.filter(claim__in=claims, found_at__gt=at),
            ContactClaim.objects.filter(claim__in=claims, contact__added_at__gt=at),
            Question.objects.filter(claim__in=claims, asked_at__gt=at),
            Confirmation.objects.filter(
                Q(claim__in=claims) | Q(exemption__in=exemptions), confirmed_at__gt=at
            ),
        )
    )


def covered(facts: ClaimFacts) -> dict[str, Any]:
    """Everything that an approval covers, as plain data in one order.

    Not ids, offsets, version, disposition, labels, assignee, questions, and no evidence that no
    verdict rests on: so that an identical sentence in a new version keeps its approval.
    """
    places = {link.pk: link.position for link in facts.links}
    return {
        "wording": facts.wording,
        "kind": facts.kind,
        "quotes": list(facts.quotes),
        "chain": [
            {
                "speaker": link.speaker_name,
                "kind": link.speaker_kind,
                "words": link.words,
                "cue": link.cue,
                "quote": link.quote_kind,
                "governs": link.governs,
            }
            for link in sorted(facts.links, key=lambda link: link.position)
        ],
        "verdicts": _ordered(_verdict(facts, found, places) for found in facts.verdicts),
    }


def digest_of(facts: ClaimFacts) -> str:
    """SHA-256 of what an approval covers."""
    return digest(covered(facts))


def _verdict(facts: ClaimFacts, verdict: VerdictFact, places: dict[int, int]) -> dict[str, Any]:
    return {
        "aspect": verdict.aspect,
        "link": _place(verdict.link, places),
        "code": verdict.code,
        "rationale": verdict.rationale,
        "searched": verdict.searched,
        "as_of": _day(verdict.as_of),
        "look_again": _day(verdict.look_again),
        "evidence": _ordered(_piece(piece, places) for piece in facts.resting(verdict)),
    }


def _piece(piece: EvidenceFact, places: dict[int, int]) -> dict[str, Any]:
    """One piece of evidence: its public fields; of a confidential source its id, what readers are
    told of it, and a digest of its notes.
    """
    source = piece.source
    weight = {
        "aspect": piece.aspect,
        "link": _place(piece.link, places),
        "stance": piece.stance,
        "primary": piece.primary,
    }
    if source.confidential:
        note = digest([source.note_digest, piece.note])
        return weight | {"source": [source.pk, source.shown], "note": note}
    return weight | {
        "source": [
            source.kind,
            source.shown,
            source.publisher,
            source.author,
            source.url,
            _day(source.published_on),
            source.origin,
            source.interests,
        ],
        "locator": piece.locator,
        "excerpt": piece.excerpt,
        "note": piece.note,
        "capture": piece.capture.sha256 if piece.capture else None,
    }


def _place(link: int | None, places: dict[int, int]) -> int | None:
    """A link by its place in the chain, not by its id."""
    return None if link is None else places.get(link)


def _day(day: Any) -> str | None:
    return day.isoformat() if day else None


def _ordered(items: Iterable[dict[str, Any]]) -> list[dict[str, Any]]:
    """In an order that does not depend on rows."""
    found = list(items)
    return sorted(found, key=digest) if len(found) > 1 else found


def approvals(claims: Iterable[Claim]) -> dict[int, Decision]:
    """The approval of each claim whose last closed round ended in one: its digest, and by whom.

    One query, and no more of hundreds of rows than that.
    """
    rows = _last_approvals().filter(round__claim__in=[claim.pk for claim in claims])
    rows = rows.select_related("decided_by", "round").only(
        "digest", "decided_by__name", "decided_by__username", "round__claim"
    )
    return {row.round.claim_id: row for row in rows}


def approval_of(claim: Claim) -> Decision | None:
    """The approval that an approved claim stands on. One query, a plain one."""
    if claim.stage != Stage.APPROVED:
        return None
    rows = Decision.objects.filter(round__claim=claim, verb=Verb.APPROVE)
    return rows.select_related("decided_by").order_by("-pk").first()


def _last_approvals() -> QuerySet[Decision]:
    """Approvals after which no round of the claim was closed."""
    later = Round.objects.filter(
        claim=OuterRef("round__claim"),
        number__gt=OuterRef("round__number"),
        closed_at__isnull=False,
    )
    return Decision.objects.filter(
        ~Exists(later), round__outcome=Outcome.APPROVED, verb=Verb.APPROVE
    )


def approved_by(person: User) -> list[Claim]:
    """The claims that stand approved by one person, in the order of their articles. One query."""
    theirs = _last_approvals().filter(decided_by=person).values("round__claim")
    rows = Claim.objects.filter(stage=Stage.APPROVED, pk__in=theirs)
    return list(
        rows.select_related("article__current_version").order_by("article_id", "number", "pk")
    )


def approvers() -> QuerySet[User]:
    """Everybody whose approval of some claim stands, by name; also who has left the desk."""
    standing = _last_approvals().filter(round__claim__stage=Stage.APPROVED)
    return User.objects.filter(pk__in=standing.values("decided_by")).order_by("name", "pk")


def is_sent_back() -> Exists:
    """A condition on claims: sent back, and not given to review again since."""
    return Exists(Round.objects.sent_back().filter(claim=OuterRef("pk")))


@dataclass(frozen=True, slots=True)
class Unconfirmed:
    """Something that one person left out of the check, and that waits for a second."""

    kind: str  # "exemption" or "claim"
    row: Exemption | Claim
    quote: str
    reason: str
    by: User
    digest: str

    @property
    def pk(self) -> int:
        return self.row.pk


def to_confirm(article: Article) -> list[Unconfirmed]:
    """Exemptions that stand, and claims set aside once accepted, without a second person's word.

    In text order, exemptions first. Three queries.
    """
    return [item for item, agreed in left_out(article) if not agreed - {item.by.pk}]


def left_out(
    article: Article, aside: Iterable[Claim] | None = None
) -> list[tuple[Unconfirmed, frozenset[int]]]:
    """Everything that was left out of the check, each with who agreed to it. Three queries.

    Two for who has read the claims set aside already, with by whom.
    """
    exemptions = Exemption.objects.filter(
        version=article.current_version_id, lifted_at__isnull=True
    ).select_related("exempted_by", "repeats", "carried_from")
    if aside is None:
        rows = Claim.objects.filter(article=article, stage=Stage.SET_ASIDE)
        aside = rows.select_related("set_aside_by").order_by("number")
    items = [
        *(_exemption(row) for row in exemptions.order_by("start", "pk")),
        *(_aside(row) for row in aside if row.accepted_by_id is not None),
    ]
    confirmed = _confirmed(article)
    return [(item, frozenset(confirmed.get(item.digest, set()))) for item in items]


def unconfirmed_exemptions() -> QuerySet[Exemption]:
    """Exemptions of all articles that wait for a second person's word, as in `to_confirm`."""
    first = Coalesce(OuterRef("carried_from"), OuterRef("pk"))
    confirmed = Confirmation.objects.filter(
        Q(exemption=first) | Q(exemption__carried_from=first)
    ).exclude(confirmed_by=OuterRef("exempted_by"))
    return Exemption.objects.filter(
        ~Exists(confirmed),
        lifted_at__isnull=True,
        version=F("version__article__current_version"),
    )


def unconfirmed_claims() -> QuerySet[Claim]:
    """Claims of all articles, set aside once accepted, that wait for it, as in `to_confirm`.

    A confirmation is of what stood when it was given, so one given since is of what stands.
    """
    confirmed = Confirmation.objects.filter(
        claim=OuterRef("pk"), confirmed_at__gte=OuterRef("set_aside_at")
    ).exclude(confirmed_by=OuterRef("set_aside_by"))
    return Claim.objects.filter(
        ~Exists(confirmed), stage=Stage.SET_ASIDE, accepted_by__isnull=False
    )


def _exemption(row: Exemption) -> Unconfirmed:
    reason = row.get_reason_display()
    if row.repeats:
        reason = f"{reason}: {row.repeats.number}"
    # what a second person agreed to in an earlier version: the same words in the same surroundings
    made = row.carried_from or row
    said = ["exemption", made.pk, made.start, made.end, row.quote, row.reason, row.repeats_id]
    return Unconfirmed("exemption", row, row.quote, reason, row.exempted_by, digest(said))


def _aside(row: Claim) -> Unconfirmed:
    by = row.set_aside_by
    if by is None or row.set_aside_at is None:
        raise ValueError("A claim that is set aside says by whom.")
    at = row.set_aside_at.isoformat()
    said = ["claim", row.pk, row.wording, row.set_aside_because, by.pk, at]
    return Unconfirmed("claim", row, row.wording, row.set_aside_because, by, digest(said))


def _confirmed(article: Article) -> dict[str, set[int]]:
    """Who confirmed what, by the digest of what was confirmed."""
    rows = Confirmation.objects.filter(
        Q(exemption__version__article=article) | Q(claim__article=article)
    )
    found: dict[str, set[int]] = {}
    for said, person in rows.values_list("digest", "confirmed_by"):
        found.setdefault(said, set()).add(person)
    return found
