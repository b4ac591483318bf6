"""Sources are brought to bear on claims; what was brought is changed or taken back."""

from typing import Any

from django.db import transaction
from django.utils import timezone

from factcheck.claims.actions import reopen, start
from factcheck.claims.models import Claim, Link
from factcheck.claims.queries import hold_claim
from factcheck.core.rulings import unchanged
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record
from factcheck.verification import rules
from factcheck.verification.actions.consistency import require_fit
from factcheck.verification.actions.sources import add_source, store_capture
from factcheck.verification.models import Capture, Evidence, EvidenceChange, Source
from factcheck.verification.queries import facts_of


@transaction.atomic
def cite(
    *,
    claim: Claim,
    by: User,
    source: Source,
    aspect: str,
    link: Link | None = None,
    stance: str,
    primary: bool = False,
    locator: str = "",
    excerpt: str = "",
    note: str = "",
    capture: Capture | None = None,
) -> Evidence:
    """Bring a source to bear on one link of a claim, or on its content. Work begins with it.

    An approval stands: it covers only evidence that a verdict rests on.
    """
    claim, source = hold_claim(claim), Source.objects.get(pk=source.pk)
    (rules.may_cite(by, claim) and rules.may_cite_source(by, source)).enforce()
    require_fit(claim, aspect, link, source, capture)
    evidence = Evidence.objects.create(
        claim=claim,
        aspect=aspect,
        link=link,
        source=source,
        capture=capture,
        stance=stance,
        primary=primary,
        locator=locator,
        excerpt=excerpt,
        note=note,
        added_by=by,
    )
    start(claim=claim, by=by)
    record(
        "evidence.added",
        by=by,
        thread=claim.article,
        on=evidence,
        claim=claim.number,
        aspect=aspect,
        stance=stance,
        source=source.shown,
    )
    return evidence


@transaction.atomic
def change_evidence(
    *, evidence: Evidence, by: User, seen: int | None = None, **fields: Any
) -> Evidence:
    """Change stance, place, excerpt, note or copy. Reopens a claim whose verdict rests on it."""
    article = hold(evidence.claim.article_id)
    evidence = _fresh(evidence)
    (rules.may_change_evidence(by, evidence) and unchanged(seen, evidence.revision)).enforce()
    changed = [name for name, value in fields.items() if getattr(evidence, name) != value]
    if not changed:
        return evidence
    for name in changed:
        setattr(evidence, name, fields[name])
    require_fit(evidence.claim, evidence.aspect, evidence.link, evidence.source, evidence.capture)
    evidence.revision += 1
    evidence.save(update_fields=[*changed, "revision"])
    EvidenceChange(evidence=evidence, changed_by=by).save()
    record(
        "evidence.changed",
        by=by,
        thread=article,
        on=evidence,
        claim=evidence.claim.number,
        source=evidence.source.shown,
        fields=sorted(changed),
    )
    _reopen_if_it_bears(evidence, by, "Evidence that a verdict rests on was changed.")
    return _fresh(evidence)


@transaction.atomic
def withdraw_evidence(*, evidence: Evidence, by: User) -> Evidence:
    """Take evidence back. Verdicts that rest on it lose it, and a claim that counted on it opens."""
    article = hold(evidence.claim.article_id)
    evidence = _fresh(evidence)
    rules.may_withdraw_evidence(by, evidence).enforce()
    _reopen_if_it_bears(evidence, by, "Evidence that a verdict rests on was taken back.")
    evidence.withdrawn_by, evidence.withdrawn_at = by, timezone.now()
    evidence.save(update_fields=["withdrawn_by", "withdrawn_at"])
    record(
        "evidence.withdrawn",
        by=by,
        thread=article,
        on=evidence,
        claim=evidence.claim.number,
        source=evidence.source.shown,
    )
    return _fresh(evidence)


def _fresh(evidence: Evidence) -> Evidence:
    return Evidence.objects.select_related("claim__article", "source", "capture", "link").get(
        pk=evidence.pk
    )


def _reopen_if_it_bears(evidence: Evidence, by: User, because: str) -> None:
    facts = facts_of(evidence.claim)
    if any(evidence.pk in verdict.evidence for verdict in facts.verdicts):
        reopen(claim=evidence.claim, by=by, because=because)


@transaction.atomic
def bring_evidence(
    *,
    claim: Claim,
    by: User,
    source: Source | None,
    described: dict[str, Any],
    copied: dict[str, Any],
    **cited: Any,
) -> Evidence:
    """Cite a source of the library, or the one `described`; store a copy where one was `copied`.

    `described` is what `add_source` takes, `copied` what `capture` takes, `cited` what `cite` does.
    """
    claim = hold_claim(claim)
    # asked before a copy is stored that could then not be cited
    rules.may_cite(by, claim).enforce()
    if source is None:
        source = add_source(by=by, **described)
    if copied:
        cited["capture"] = store_capture(source=source, by=by, **copied)
    return cite(claim=claim, by=by, source=source, **cited)
