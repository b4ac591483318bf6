"""Evidence and verdicts on one question of a claim, or from one source."""

from collections.abc import Iterable

from django.db.models import QuerySet

from factcheck.claims.models import Claim, Link
from factcheck.people.models import User
from factcheck.verification.facts import EvidenceFact
from factcheck.verification.models import Evidence, Source, Verdict
from factcheck.verification.queries.sources import seen_of


def standing_evidence(claim: Claim, aspect: str, link: Link | None) -> list[Evidence]:
    """The evidence of one question on a claim that was not taken back, in order."""
    rows = Evidence.objects.standing().filter(claim=claim, aspect=aspect, link=link)
    return list(rows.select_related("source", "capture", "added_by").order_by("pk"))


def standing_verdict(claim: Claim, aspect: str, link: Link | None) -> Verdict | None:
    """The verdict on one question of a claim that stands now."""
    return Verdict.objects.current().filter(claim=claim, aspect=aspect, link=link).first()


def evidence_seen(user: User) -> QuerySet[Evidence]:
    """The evidence from sources that a person may see."""
    rows = Evidence.objects.select_related("source", "capture", "link")
    return rows.filter(source__in=Source.objects.visible_to(user))


def cited_from(source: Source) -> list[Evidence]:
    """Where a source is cited, the latest first, up to a hundred. One query."""
    rows = Evidence.objects.standing().filter(source=source)
    rows = rows.select_related("claim__article__current_version")
    return list(rows.order_by("-pk")[:100])


def hidden_from(user: User, pieces: Iterable[EvidenceFact]) -> list[EvidenceFact]:
    """The evidence from confidential sources that this person may not see. One query at most."""
    confidential = [piece for piece in pieces if piece.source.confidential]
    seen = seen_of(user, {piece.source.pk for piece in confidential})
    return [piece for piece in confidential if piece.source.pk not in seen]
