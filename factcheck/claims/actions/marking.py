"""Words are marked as a claim or as exempt; the wording, kind and chain of a claim are changed."""

from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.chaining import add_links, change_links
from factcheck.claims.actions.moving import reopen
from factcheck.claims.actions.placing import (
    check_length,
    checked_span,
    create_anchor,
    current_text,
    default_wording,
    same_version,
    shortened_quote,
)
from factcheck.claims.actions.undoing import record_undo_step, record_undo_step_of, snapshot
from factcheck.claims.models import Claim, ClaimKind, Exemption, LinkDraft, Stage
from factcheck.claims.queries import fresh, hold_claim, number_in_text_order
from factcheck.claims.search import index
from factcheck.core.rulings import unchanged
from factcheck.core.spans import cut
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic
def mark(
    *,
    article: Article,
    by: User,
    start: int,
    end: int,
    wording: str = "",
    kind: str = ClaimKind.FACT,
    links: Sequence[LinkDraft] = (),
    version: int | None = None,
) -> Claim:
    """Mark words of the current version as a claim, with its chain, innermost link first.

    Offsets count code points, end exclusive; white space at the ends is left out. `version` is
    the key of the version that the form was made from. Raises ValueError if the span is not in
    the text under check.
    """
    article = hold(article.pk)
    text = current_text(article)
    (rules.may_mark(by, article) and same_version(version, text)).enforce()
    span = checked_span(text, start, end)
    check_length(wording)
    rules.words_are_free(text, span).enforce()
    now = timezone.now()
    quote = cut(text.text, span)
    last = Claim.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    claim = Claim.objects.create(
        article=article,
        number=last + 1,
        wording=wording or default_wording([quote]),
        kind=kind,
        stage=Stage.OPEN,
        spanned_by=by,
        spanned_at=now,
        worded_by=by,
        worded_at=now,
        kinded_by=by,
        kinded_at=now,
        chained_by=by,
        chained_at=now,
        accepted_by=by,
        accepted_at=now,
    )
    create_anchor(claim, text, span)
    add_links(claim=claim, text=text, span=span, drafts=links, by=by)
    index([claim])
    record("claim.marked", by=by, thread=article, on=claim, number=claim.number, quote=quote)
    record_undo_step(
        article=article,
        by=by,
        verb="mark",
        sentence=f"Claim {claim.number} is marked.",
        inverse={"made": [claim.pk]},
        touched=[claim],
    )
    return fresh(claim)


@transaction.atomic
def reword(*, claim: Claim, by: User, wording: str, kind: str, seen: int | None = None) -> Claim:
    """Change the wording and the kind of a claim. Reopens a claim that was checked or approved.

    Raises ValueError for a wording that is too long.
    """
    claim = hold_claim(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    check_length(wording)
    was = {"wording": claim.wording, "kind": claim.kind}
    if was == {"wording": wording, "kind": kind}:
        return claim
    stood = snapshot(claim, places=False, links=False)
    claim = reopen(claim=claim, by=by, because="The wording or the kind changed.")
    now = timezone.now()
    if claim.wording != wording:
        claim.wording, claim.worded_by, claim.worded_at = wording, by, now
    if claim.kind != kind:
        claim.kind, claim.kinded_by, claim.kinded_at = kind, by, now
    claim.revision += 1
    claim.save(
        update_fields=[
            "wording",
            "worded_by",
            "worded_at",
            "kind",
            "kinded_by",
            "kinded_at",
            "revision",
        ]
    )
    index([claim])
    record(
        "claim.reworded",
        by=by,
        thread=claim.article,
        on=claim,
        was=was,
        now={"wording": wording, "kind": kind},
    )
    record_undo_step_of(claim, "reword", f"Claim {claim.number} is worded anew.", stood, by)
    return claim


@transaction.atomic
def rechain(
    *, claim: Claim, by: User, links: Sequence[LinkDraft], seen: int | None = None
) -> Claim:
    """Change who says it, through whom. Links that are taken out are retired, never deleted."""
    claim = hold_claim(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = current_text(claim.article)
    stood = snapshot(claim, places=False)
    was, now = change_links(claim=claim, text=text, drafts=links, by=by)
    if was == now:
        return claim
    claim = reopen(claim=claim, by=by, because="The chain of attribution changed.")
    claim.chained_by, claim.chained_at = by, timezone.now()
    claim.revision += 1
    claim.save(update_fields=["chained_by", "chained_at", "revision"])
    record("claim.rechained", by=by, thread=claim.article, on=claim, was=was, now=now)
    record_undo_step_of(claim, "rechain", f"Claim {claim.number} has another chain.", stood, by)
    return claim


@transaction.atomic
def exempt(
    *,
    article: Article,
    by: User,
    start: int,
    end: int,
    reason: str,
    repeats: Claim | None = None,
    version: int | None = None,
) -> Exemption:
    """Mark words as no claim, with a reason. A second person has to confirm it."""
    article = hold(article.pk)
    text = current_text(article)
    repeats = fresh(repeats) if repeats else None
    (rules.may_exempt(by, article) and same_version(version, text)).enforce()
    rules.may_repeat(article, repeats).enforce()
    span = checked_span(text, start, end)
    rules.not_exempt(text, span).enforce()
    exemption = Exemption.objects.create(
        version=text,
        start=span.start,
        end=span.end,
        quote=cut(text.text, span),
        reason=reason,
        repeats=repeats,
        exempted_by=by,
    )
    record(
        "exemption.made", by=by, thread=article, on=exemption, quote=exemption.quote, reason=reason
    )
    record_undo_step(
        article=article,
        by=by,
        verb="exempt",
        sentence=f"“{shortened_quote(exemption.quote)}” is exempt.",
        inverse={"exempted": [exemption.pk]},
        touched=[exemption],
    )
    return exemption


@transaction.atomic
def lift(*, exemption: Exemption, by: User) -> Exemption:
    """Take back an exemption."""
    article = hold(exemption.version.article_id)
    exemption = Exemption.objects.select_related("version").get(pk=exemption.pk)
    rules.may_lift(by, exemption).enforce()
    exemption.lifted_by, exemption.lifted_at = by, timezone.now()
    exemption.save(update_fields=["lifted_by", "lifted_at"])
    record("exemption.lifted", by=by, thread=article, on=exemption, quote=exemption.quote)
    record_undo_step(
        article=article,
        by=by,
        verb="lift",
        sentence=f"“{shortened_quote(exemption.quote)}” is no longer exempt.",
        inverse={"lifted": [exemption.pk]},
        touched=[exemption],
    )
    return exemption


@transaction.atomic(savepoint=False)
def renumber(*, article: Article, by: User) -> dict[int, int]:
    """Number the claims in text order, before the first edition. Returns the numbers by key."""
    article = hold(article.pk)
    numbers = number_in_text_order(article)
    claims = {claim.pk: claim for claim in Claim.objects.filter(article=article)}
    moved = {pk: n for pk, n in numbers.items() if claims[pk].number != n}
    if not moved:
        return numbers
    # in two passes, since a number may be taken until its holder has moved away
    beyond = max(claim.number for claim in claims.values()) + 1
    was = {pk: claims[pk].number for pk in moved}
    for step in (beyond, 0):
        for pk, number in moved.items():
            claims[pk].number = number + step
        Claim.objects.bulk_update([claims[pk] for pk in moved], ["number"])
    changes = [[was[pk], number] for pk, number in sorted(moved.items())]
    record("article.renumbered", by=by, thread=article, on=article, changes=changes)
    return numbers
