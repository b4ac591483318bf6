"""G13: nothing confidential stands in the desk's words."""

from collections.abc import Iterator

from django.urls import reverse

from factcheck.publishing.assemble import Dossier, written
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.leaks import hits


def no_source_shows(found: Dossier) -> Iterator[Blocker]:
    """G13: nothing confidential stands in the desk's words. Never says what it is."""
    if not found.secrets:
        return
    for hit in hits(found.secrets, written(found), found.version.text):
        if hit.digest in found.cleared:
            continue
        claim = hit.words.claim
        demand = DEMANDS["G13"]
        at = (
            reverse("desk:claim", args=[hit.words.row])
            if hit.words.row is not None
            else reverse("intake:article_describe", args=[found.article.pk])
        )
        yield Blocker(
            rule="G13",
            title=demand.missed,
            message=f"Something that belongs to a confidential source may stand in {hit.words.place}. "
            "Rewrite it, or have somebody who may see the source say why it may stand.",
            url=at,
            claim=claim,
            break_glass=False,
            hit=hit.digest,
            source=hit.source,
        )
