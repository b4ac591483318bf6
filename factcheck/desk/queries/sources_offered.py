"""The sources to choose from when evidence is added."""

from dataclasses import dataclass

from django.db.models import Count, Q

from factcheck.people.models import User
from factcheck.verification.models import Source
from factcheck.verification.queries import source_page

OFFERED = 12


@dataclass(frozen=True, slots=True)
class SourcesOffered:
    """Sources of the library that fit what is looked for; `more` where not all are shown."""

    sources: tuple[Source, ...]
    more: bool


def sources_offered(user: User, q: str, chosen: str = "") -> SourcesOffered:
    """The sources to choose from: the latest, or those with these words, and the one `chosen`.

    Each with `used`, how often it was cited. Nothing of what this person may not see.
    """
    q = q.replace("\x00", "")  # no text of the database has it, and PostgreSQL refuses to look
    found = [source.pk for source in source_page(user, q).rows]
    keep = found[:OFFERED]
    if chosen.isdecimal() and len(chosen) < 12 and int(chosen) not in keep:
        keep.insert(0, int(chosen))
    rows = Source.objects.visible_to(user).filter(pk__in=keep)
    used = Count("evidence", filter=Q(evidence__withdrawn_at__isnull=True))
    return SourcesOffered(tuple(rows.annotate(used=used).order_by("-pk")), len(found) > OFFERED)
