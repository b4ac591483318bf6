"""Publishing a report. An edition is added once and never changes."""

from functools import partial
from typing import Any

from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.utils import timezone

from factcheck.claims.actions import renumber
from factcheck.core import digests
from factcheck.core.rulings import NotNow, not_now
from factcheck.intake.models import Article
from factcheck.intake.queries import hold, lock
from factcheck.people.letters import tell
from factcheck.people.models import User
from factcheck.people.queries import able_people
from factcheck.people.roles import Ability
from factcheck.people.rules import able
from factcheck.publishing import rules
from factcheck.publishing.assemble import Dossier, dossier, report_for
from factcheck.publishing.gate import Gate, judge
from factcheck.publishing.models import SLUG, Address, Clearance, Edition
from factcheck.publishing.queries import free_slug
from factcheck.publishing.report import encode
from factcheck.trail.record import head, record, record_after
from factcheck.verification.models import Source

MOVED = "Something changed since you saw this page. Look at it again before you publish it."

TRIES = 5  # as many reports with one title at one moment are no accident

Data = dict[str, Any]  # a report as plain JSON values


@transaction.atomic
def choose_address(*, article: Article, by: User, slug: str) -> Address:
    """Choose where the report will stand, until its first edition."""
    article = hold(article.pk)
    rules.may_choose_address(by, article).enforce()
    _well_formed(slug)
    address = Address.objects.filter(article=article).first() or Address(article=article)
    was = address.slug
    if was == slug:
        return address
    address.slug, address.chosen_by, address.chosen_at = slug, by, timezone.now()
    if not _take(address):
        not_now("Another report stands at this address already.").enforce()
    record("address.chosen", by=by, thread=article, on=address, was=was, now=slug)
    return address


@transaction.atomic
def publish(
    *, article: Article, by: User, digest: str | None = None, past: str = "", public: str = ""
) -> Edition:
    """Freeze what stands now as edition 1, if the gate lets it through.

    `digest` is that of the page the publisher saw: anything else is refused as stale. `past` (why,
    for the trail) and `public` (one sentence for readers) go past what break-glass may pass.
    """
    if bool(past.strip()) != bool(public.strip()):
        raise ValueError("Going past the gate takes a reason and a sentence for readers.")
    lock(article.pk)
    able(by, Ability.PUBLISH).enforce()
    found = dossier(article)
    published = bool(found.editions)
    rules.may_publish(by, found.article, published=published, rules=found.rules).enforce()
    gate = judge(found, public=public.strip())
    gate.lets_through(glass=bool(past.strip())).enforce()
    report = report_for(found, past=gate.past, public="" if gate.open else public.strip())
    data = encode(report)
    _as_seen(data, digest)
    return _freeze(found, gate, data, by=by, past=past.strip())


@transaction.atomic(savepoint=False)  # only ever inside publish
def _freeze(found: Dossier, gate: Gate, report: Data, *, by: User, past: str) -> Edition:
    """Write the edition, give the claims the numbers it has, and tell a second person at once."""
    article = found.article
    slug = found.slug or _address(article, by).slug
    if any(found.numbers.get(claim.pk, claim.number) != claim.number for claim in found.claims):
        renumber(article=article, by=by)
    before = head(article)
    edition = Edition(
        article=article,
        version=found.version,
        number=1,
        title=report["article"]["title"][:200],
        report=report,
        digest=digests.digest(report),
        trail_digest=before.digest,
        past_because="" if gate.open else past,
        published_by=by,
        signed=str(by),
    )
    edition.save()
    record_after(
        before,
        "edition.published",
        by=by,
        thread=article,
        on=edition,
        words={
            "number": edition.number,
            "slug": slug,
            "digest": edition.digest,
            "past": sorted(gate.past),
            "because": edition.past_because,
        },
    )
    if not gate.open:
        transaction.on_commit(partial(_tell, edition, report["past_public"]))
    return edition


@transaction.atomic
def clear(*, article: Article, by: User, digest: str, reason: str) -> Clearance:
    """Say why words that look like a confidential source may stand.

    The trail has neither the words nor the reason, which may name what must not be named.
    """
    if not reason.strip():
        raise ValueError("A clearance has a reason.")
    article = hold(article.pk)
    hit = next((b for b in judge(dossier(article)).blockers if digest and b.hit == digest), None)
    if hit is None or hit.source is None:
        raise NotNow(not_now("These words were changed or cleared in the meantime.", stale=True))
    rules.may_clear(by, Source.objects.get(pk=hit.source)).enforce()
    clearance = Clearance(article=article, digest=digest, reason=reason.strip(), cleared_by=by)
    clearance.save()
    record(
        "words.cleared",
        by=by,
        thread=article,
        on=clearance,
        claim=hit.claim,
    )
    return clearance


def _well_formed(slug: str) -> None:
    """The form says it better; a command may still come with anything."""
    try:
        SLUG(slug)
    except ValidationError as wrong:
        raise ValueError(f"{slug!r} is no address. {wrong.messages[0]}") from wrong
    if len(slug) > 60:
        raise ValueError("An address has at most 60 signs.")


def _as_seen(report: Data, digest: str | None) -> None:
    """Refuse as stale where the page that was seen is not the page that would go out.

    The sentence for readers is typed after the page was seen.
    """
    if digest is not None and digest != digests.digest({**report, "past_public": ""}):
        not_now(MOVED, stale=True).enforce()


def _address(article: Article, by: User) -> Address:
    """Where nobody chose one, an address made of the title."""
    for _ in range(TRIES):
        address = Address(article=article, slug=free_slug(article), chosen_by=by)
        if _take(address):
            return address
    raise NotNow(not_now("Too many reports take an address at this moment. Publish it again."))


def _take(address: Address) -> bool:
    """Save the address, unless another report has it: who asked first may lock another article."""
    try:
        with transaction.atomic():
            address.save()
    except IntegrityError:
        return False
    return True


def _tell(edition: Edition, public: str) -> None:
    """Tell everybody else who publishes or looks after the desk that a report went past the gate."""
    others = {
        person.pk: person
        for ability in (Ability.PUBLISH, Ability.ADMINISTER)
        for person in able_people(ability)
        if person.pk != edition.published_by_id
    }
    tell(
        others.values(),
        f"Published past the gate: {edition.title}",
        f"{edition.published_by} published edition {edition.number} of “{edition.title}” past the "
        f"gate.\n\nThe reason: {edition.past_because}\n\nReaders see: {public}\n",
    )
