"""Who may not approve a claim, and which approvals stand."""

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, Q, QuerySet

from factcheck.claims.models import Claim, Link, Question, Stage, UndoStep
from factcheck.claims.queries.speaking import renaming_merges
from factcheck.people.models import User
from factcheck.review.models import Confirmation, Decision, Outcome, Round, Verb
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.models import ContactClaim, Evidence, Verdict


def contributors(facts: ClaimFacts) -> frozenset[int]:
    """Everybody who wrote a part of what an approval covers, and who may therefore not approve.

    Who last set the span, the wording, the kind or the chain; who last renamed a speaker of the
    chain or merged another into it; who recorded a current verdict; who added or changed evidence
    that a current verdict rests on, its source or its stored copy. Whoever described a source is a
    contributor even if somebody else cites it, since its words and its publisher are covered.
    """
    found = {verdict.found_by for verdict in facts.verdicts}
    renamed = {link.renamed_by for link in facts.links if link.renamed_by is not None}
    merged = (link.merged_by for link in facts.links)
    rested_on = (piece.hands for piece in facts.rested_on())
    return facts.hands.union(found, renamed, *merged, *rested_on)


def not_by(user: User) -> Q:
    """A condition on claims that the person did not contribute to: `contributors` for many rows."""
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
    """Whether anything was found, asked or confirmed on what an action touched, after it.

    Actions on the claim itself show in its revision. Six queries at most.
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
