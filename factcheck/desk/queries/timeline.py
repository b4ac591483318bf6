"""What happened to an article, a claim or another row, a page at a time.

The trail holds text references and few words. What a reader wants to know besides (which claim a
piece of evidence belongs to, the number it has today) is looked up for a page of events at once.
"""

from django.db.models import Model, QuerySet

from factcheck.claims.models import Claim, Link, Question
from factcheck.core.paging import page_before
from factcheck.desk.pages.timeline import Timeline, timeline_from
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.review.models import LegalRelease, Round
from factcheck.trail.models import Event
from factcheck.trail.record import reference
from factcheck.verification.models import Contact, ContactClaim, Evidence, Verdict

PAGE = 100
OF_A_CLAIM = (Evidence, Verdict, Question, Round, Link, LegalRelease)


def of_article(article: Article, *, before: int | None = None) -> Timeline:
    """Everything that happened to an article, latest first."""
    return of_thread(article, before=before)


def of_thread(row: Model, *, before: int | None = None) -> Timeline:
    """Everything that happened to a row that is a thread of its own, latest first."""
    return _page(Event.objects.filter(thread=reference(row)), before)


def of_claim(claim: Claim, *, before: int | None = None) -> Timeline:
    """Everything that happened to one claim, latest first."""
    mine = [reference(claim)]
    for model in OF_A_CLAIM:
        keys = model._default_manager.filter(claim=claim).values_list("pk", flat=True)
        mine += [f"{model._meta.model_name}:{key}" for key in keys]
    contacts = Contact.objects.filter(covers__claim=claim).values_list("pk", flat=True)
    mine += [f"contact:{key}" for key in contacts]
    events = Event.objects.filter(thread=reference(claim.article), subject__in=mine)
    return _page(events, before)


def _page(events: QuerySet[Event], before: int | None) -> Timeline:
    """One page, told."""
    page = page_before(events.select_related("actor"), before, PAGE, key="number")
    people = {person.pk: str(person) for person in User.objects.all()}
    return timeline_from(page.rows, _claims_of(page.rows), people, page.more)


def _claims_of(events: list[Event]) -> dict[str, tuple[int, int]]:
    """The claim that each subject belongs to: its key and its number of today."""
    keys: dict[str, set[int]] = {}
    for event in events:
        kind, _, key = event.subject.partition(":")
        keys.setdefault(kind, set()).add(int(key))
    found = {
        f"claim:{pk}": (pk, number)
        for pk, number in Claim.objects.filter(pk__in=keys.get("claim", ())).values_list(
            "pk", "number"
        )
    }
    for model in OF_A_CLAIM:
        name = str(model._meta.model_name)
        if keys.get(name):
            rows = model._default_manager.filter(pk__in=keys[name])
            for pk, claim, number in rows.values_list("pk", "claim_id", "claim__number"):
                found[f"{name}:{pk}"] = (claim, number)
    for contact, claim, number in ContactClaim.objects.filter(
        contact__in=keys.get("contact", ())
    ).values_list("contact_id", "claim_id", "claim__number"):
        found.setdefault(f"contact:{contact}", (claim, number))
    return found
