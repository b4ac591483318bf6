"""What was left out of the check, and who agreed to it."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.db.models.functions import Coalesce

from factcheck.claims.models import Claim, Exemption, Stage
from factcheck.core.digests import digest
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.review.models import Confirmation


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
