"""Words become a claim; its words, its place and its chain are changed; words are exempt."""

import textwrap
from collections.abc import Sequence

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from factcheck.claims import rules
from factcheck.claims.actions.chaining import add_links, change_links, place_links
from factcheck.claims.actions.moving import reopen
from factcheck.claims.actions.undoing import Inverse, before, remember
from factcheck.claims.models import Anchor, Claim, ClaimKind, Exemption, LinkDraft, Stage
from factcheck.claims.queries import fresh, number_in_text_order
from factcheck.core.rulings import ALLOWED, Ruling, not_now, unchanged
from factcheck.core.spans import Span, context, cut, trimmed
from factcheck.intake.models import Article, PassageRole, Version
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record

LONGEST_WORDING = 300


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

    Offsets count code points, end exclusive; white space at the ends is left out. Raises
    ValueError where the span is not in the text under check. `version` is the key of the version
    that the form was made from.
    """
    article = hold(article.pk)
    text = _current(article)
    (rules.may_mark(by, article) and _same_version(version, text)).enforce()
    span = _placed(text, start, end)
    _fits(wording)
    rules.words_are_free(text, span).enforce()
    now = timezone.now()
    quote = cut(text.text, span)
    last = Claim.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    claim = Claim.objects.create(
        article=article,
        number=last + 1,
        wording=wording or (quote if len(quote) <= LONGEST_WORDING else ""),
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
    _anchor(claim, text, span)
    add_links(claim=claim, text=text, span=span, drafts=links, by=by)
    record("claim.marked", by=by, thread=article, on=claim, number=claim.number, quote=quote)
    remember(
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
    """Change the statement as one sentence, and what sort it is. Reopens where that was covered.

    Raises ValueError for a wording that is too long.
    """
    article = hold(claim.article_id)
    claim = fresh(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    _fits(wording)
    was = {"wording": claim.wording, "kind": claim.kind}
    if was == {"wording": wording, "kind": kind}:
        return claim
    stood = before(claim)
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
    record(
        "claim.reworded",
        by=by,
        thread=article,
        on=claim,
        was=was,
        now={"wording": wording, "kind": kind},
    )
    _can_be_undone(claim, "reword", f"Claim {claim.number} is worded anew.", stood, by)
    return claim


@transaction.atomic
def respan(*, claim: Claim, by: User, start: int, end: int, seen: int | None = None) -> Claim:
    """Move the ends of where a claim stands. A wording that was its span follows it."""
    article = hold(claim.article_id)
    claim = fresh(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = _current(article)
    span = _placed(text, start, end)
    old = list(claim.anchors.filter(version=text).order_by("place", "part"))
    if [(a.start, a.end) for a in old] == [(span.start, span.end)]:
        return claim
    rules.words_are_free(text, span, claim).enforce()
    was = " … ".join(anchor.quote for anchor in old)
    stood = before(claim)
    claim = reopen(claim=claim, by=by, because="Where it stands in the text changed.")
    claim.anchors.filter(version=text).delete()
    quote = _anchor(claim, text, span).quote
    place_links(claim=claim, text=text, span=span)
    now = timezone.now()
    claim.spanned_by, claim.spanned_at = by, now
    if claim.wording in {was, ""}:
        claim.wording = quote if len(quote) <= LONGEST_WORDING else ""
        claim.worded_by, claim.worded_at = by, now
    claim.revision += 1
    claim.save(
        update_fields=["spanned_by", "spanned_at", "wording", "worded_by", "worded_at", "revision"]
    )
    record("claim.respanned", by=by, thread=article, on=claim, was=was, now=quote)
    _can_be_undone(claim, "respan", f"Claim {claim.number} has other ends.", stood, by)
    return claim


@transaction.atomic
def rechain(
    *, claim: Claim, by: User, links: Sequence[LinkDraft], seen: int | None = None
) -> Claim:
    """Change who says it, through whom. Links that are taken out are retired, never deleted."""
    article = hold(claim.article_id)
    claim = fresh(claim)
    (rules.may_change(by, claim) and unchanged(seen, claim.revision)).enforce()
    text = _current(article)
    stood = before(claim)
    was, now = change_links(claim=claim, text=text, drafts=links, by=by)
    if was == now:
        return claim
    claim = reopen(claim=claim, by=by, because="The chain of attribution changed.")
    claim.chained_by, claim.chained_at = by, timezone.now()
    claim.revision += 1
    claim.save(update_fields=["chained_by", "chained_at", "revision"])
    record("claim.rechained", by=by, thread=article, on=claim, was=was, now=now)
    _can_be_undone(claim, "rechain", f"Claim {claim.number} has another chain.", stood, by)
    return claim


def _can_be_undone(claim: Claim, verb: str, sentence: str, stood: Inverse, by: User) -> None:
    """Keep the way back from an act that changed one claim."""
    remember(
        article=claim.article, by=by, verb=verb, sentence=sentence, inverse=stood, touched=[claim]
    )


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
    """Mark words as no claim, and say why. A second person confirms it."""
    article = hold(article.pk)
    text = _current(article)
    repeats = fresh(repeats) if repeats else None
    (rules.may_exempt(by, article) and _same_version(version, text)).enforce()
    rules.may_repeat(article, repeats).enforce()
    span = _placed(text, start, end)
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
    remember(
        article=article,
        by=by,
        verb="exempt",
        sentence=f"“{shortened(exemption.quote)}” is exempt.",
        inverse={"exempted": [exemption.pk]},
        touched=[exemption],
    )
    return exemption


@transaction.atomic
def lift(*, exemption: Exemption, by: User) -> Exemption:
    """Let an exemption no longer count."""
    article = hold(exemption.version.article_id)
    exemption = Exemption.objects.select_related("version").get(pk=exemption.pk)
    rules.may_lift(by, exemption).enforce()
    exemption.lifted_by, exemption.lifted_at = by, timezone.now()
    exemption.save(update_fields=["lifted_by", "lifted_at"])
    record("exemption.lifted", by=by, thread=article, on=exemption, quote=exemption.quote)
    remember(
        article=article,
        by=by,
        verb="lift",
        sentence=f"“{shortened(exemption.quote)}” is no longer exempt.",
        inverse={"lifted": [exemption.pk]},
        touched=[exemption],
    )
    return exemption


@transaction.atomic(savepoint=False)
def renumber(*, article: Article, by: User) -> dict[int, int]:
    """Let numbers follow the text, as they do until the first edition. Gives them by key."""
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


def _current(article: Article) -> Version:
    if article.current_version is None:
        raise ValueError("This article has no text.")
    return article.current_version


def _same_version(seen: int | None, text: Version) -> Ruling:
    """Offsets belong to the version that was on the page."""
    if seen in {None, text.pk}:
        return ALLOWED
    return not_now("The text has a new version. Mark the words in it again.", stale=True)


def _placed(text: Version, start: int, end: int) -> Span:
    """The span without outer white space. Raises ValueError outside the text under check."""
    if not 0 <= start < end <= len(text.text):
        raise ValueError("These words lie outside the text.")
    span = trimmed(text.text, Span(start, end))
    if span is None:
        raise ValueError("There are no words in this stretch.")
    rows = text.passages.filter(
        role=PassageRole.BOILERPLATE, start__lt=span.end, end__gt=span.start
    )
    if rows.exists():
        raise ValueError("These words were left out of the check.")
    return span


def shortened(quote: str) -> str:
    """The first words of a quote, for a sentence about it."""
    return textwrap.shorten(quote, 60, placeholder=" …")


def _fits(wording: str) -> None:
    """Raise ValueError for a wording that readers could not be shown."""
    if len(wording) > LONGEST_WORDING:
        raise ValueError(f"A wording has up to {LONGEST_WORDING} characters.")


def _anchor(claim: Claim, text: Version, span: Span) -> Anchor:
    """Let the claim stand there, by hand, with 32 characters on both sides."""
    prefix, suffix = context(text.text, span)
    return Anchor.objects.create(
        version=text,
        claim=claim,
        start=span.start,
        end=span.end,
        quote=cut(text.text, span),
        prefix=prefix,
        suffix=suffix,
    )
