"""Evidence is brought to bear, speakers are asked, verdicts are found, a claim is concluded."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone

from factcheck.claims.actions import reopen, start, step
from factcheck.claims.models import Claim, Link, Speaker
from factcheck.claims.queries import fresh, hold_claim
from factcheck.core.rulings import not_now, unchanged
from factcheck.core.verdicts import SELF_EXPLANATORY, Aspect, ContentCode
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record
from factcheck.verification import rules
from factcheck.verification.models import (
    Capture,
    Contact,
    ContactClaim,
    Evidence,
    EvidenceChange,
    Source,
    Verdict,
    VerdictEvidence,
)
from factcheck.verification.queries import facts_of, standing_verdict


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
    _fits(claim, aspect, link, source, capture)
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
    _fits(evidence.claim, evidence.aspect, evidence.link, evidence.source, evidence.capture)
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


@transaction.atomic
def find(
    *,
    claim: Claim,
    by: User,
    aspect: str,
    link: Link | None = None,
    code: str,
    rationale: str = "",
    searched: str = "",
    as_of: date | None = None,
    look_again: date | None = None,
    evidence: Sequence[Evidence] = (),
    seen_verdict: int | None = None,
) -> Verdict:
    """Record a verdict on one link or on the content. It supersedes the one before, visibly.

    `seen_verdict` is the key of the verdict that stood when the form was opened, 0 for none: where
    another stands by now, it is not superseded unseen.
    """
    claim = hold_claim(claim)
    rules.may_find(by, claim).enforce()
    _fits(claim, aspect, link)
    _says_enough(code, rationale=rationale, as_of=as_of, look_again=look_again)
    _same_question(evidence, claim, aspect, link)
    if seen_verdict is not None:
        now = standing_verdict(claim, aspect, link)
        unchanged(seen_verdict, now.pk if now else 0).enforce()
    claim = start(claim=claim, by=by)
    claim = reopen(claim=claim, by=by, because="A new verdict was recorded.")
    verdict = Verdict(
        claim=claim,
        aspect=aspect,
        link=link,
        code=code,
        rationale=rationale,
        searched=searched,
        as_of=as_of,
        look_again=look_again,
        found_by=by,
    )
    verdict.save()
    VerdictEvidence.objects.bulk_create(
        VerdictEvidence(verdict=verdict, evidence=piece) for piece in evidence
    )
    record(
        "verdict.found",
        by=by,
        thread=claim.article,
        on=verdict,
        claim=claim.number,
        aspect=aspect,
        speaker=str(link.speaker) if link else "",
        code=code,
        rests_on=[piece.pk for piece in evidence],
    )
    return verdict


@transaction.atomic
def conclude(*, claim: Claim, by: User) -> Claim:
    """Say that a claim is checked: it has a wording and every verdict."""
    claim = hold_claim(claim)
    (rules.may_conclude(by, claim) and rules.has_all_verdicts(facts_of(claim))).enforce()
    claim = start(claim=claim, by=by)
    return step("conclude", claim, by=by)


@transaction.atomic
def contact(
    *,
    article: Article,
    by: User,
    speaker: Speaker,
    claims: Sequence[Claim],
    source: Source | None = None,
    reached_on: datetime | None = None,
    means: str = "",
    asked: str = "",
    answer: str = "",
    none_by: datetime | None = None,
    not_tried_because: str = "",
) -> Contact:
    """Note down an attempt to reach a speaker, or why none was made, for one or more claims."""
    article = hold(article.pk)
    covered = [fresh(claim) for claim in claims]
    if not covered or speaker.article_id not in {None, article.pk}:
        raise ValueError("A contact is with a speaker of the article, about its claims.")
    if (reached_on is None) == (not not_tried_because):
        raise ValueError("It was tried at some time, or there is a reason why not.")
    for claim in covered:
        rules.may_contact(by, claim).enforce()
        if claim.article_id != article.pk:
            raise ValueError("A contact covers claims of one article.")
    if source is not None:
        rules.may_cite_source(by, source).enforce()
    kept = Contact.objects.create(
        article=article,
        speaker=speaker,
        source=source,
        reached_on=reached_on,
        means=means,
        asked=asked,
        answer=answer,
        none_by=none_by,
        not_tried_because=not_tried_because,
        added_by=by,
    )
    ContactClaim.objects.bulk_create(ContactClaim(contact=kept, claim=claim) for claim in covered)
    for claim in covered:
        start(claim=claim, by=by)
    record(
        "contact.noted",
        by=by,
        thread=article,
        on=kept,
        speaker=str(speaker),
        claims=[claim.number for claim in covered],
        tried=reached_on is not None,
    )
    return kept


def _fresh(evidence: Evidence) -> Evidence:
    return Evidence.objects.select_related("claim__article", "source", "capture", "link").get(
        pk=evidence.pk
    )


def _fits(
    claim: Claim,
    aspect: str,
    link: Link | None,
    source: Source | None = None,
    capture: Capture | None = None,
) -> None:
    """Raise ValueError where link, capture and claim do not belong together."""
    if (aspect == Aspect.ATTRIBUTION) != (link is not None):
        raise ValueError("What concerns the attribution names its link, and nothing else does.")
    if link is not None:
        link = Link.objects.get(pk=link.pk)  # the form's may have been taken out in the meantime
        if link.claim_id != claim.pk:
            raise ValueError("This link is not part of the claim's chain.")
        if link.retired_at is not None:
            not_now("The chain was changed; this link is no longer part of it.").enforce()
    if capture is not None and source is not None and capture.source_id != source.pk:
        raise ValueError("This copy is of another source.")


def _says_enough(code: str, *, rationale: str, as_of: date | None, look_again: date | None) -> None:
    """Raise ValueError where a verdict lacks what it cannot do without."""
    if code not in SELF_EXPLANATORY and not rationale:
        raise ValueError("This verdict says why.")
    if code == ContentCode.OUTDATED and as_of is None:
        raise ValueError("This verdict names the date on which it was true.")
    if code == ContentCode.UNVERIFIABLE and look_again is None:
        raise ValueError("This verdict says when to look again.")


def _same_question(
    evidence: Sequence[Evidence], claim: Claim, aspect: str, link: Link | None
) -> None:
    """Raise ValueError where a verdict would rest on evidence of another question."""
    link_key = link.pk if link else None
    for piece in Evidence.objects.filter(pk__in=[piece.pk for piece in evidence]):
        if (piece.claim_id, piece.aspect, piece.link_id) != (claim.pk, aspect, link_key):
            raise ValueError("A verdict rests on evidence of its own question.")
        if piece.withdrawn_at is not None:
            not_now("Evidence that it would rest on was taken back. Look again.").enforce()


def _reopen_if_it_bears(evidence: Evidence, by: User, because: str) -> None:
    facts = facts_of(evidence.claim)
    if any(evidence.pk in verdict.evidence for verdict in facts.verdicts):
        reopen(claim=evidence.claim, by=by, because=because)
