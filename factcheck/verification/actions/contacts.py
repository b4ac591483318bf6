"""Speakers are asked, or it is noted why they were not."""

from collections.abc import Sequence
from datetime import datetime

from django.db import transaction

from factcheck.claims.actions import start
from factcheck.claims.models import Claim, Speaker
from factcheck.claims.queries import fresh
from factcheck.intake.models import Article
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record
from factcheck.verification import rules
from factcheck.verification.models import Contact, ContactClaim, Source


@transaction.atomic
def note_contact(
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
        rules.may_note_contact(by, claim).enforce()
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
