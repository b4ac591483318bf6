"""G1 and G11: every sentence of the current text is accounted for."""

from collections.abc import Iterator

from django.urls import reverse

from factcheck.claims.lifecycle import workable
from factcheck.claims.models import Claim
from factcheck.intake.models import PassageRole
from factcheck.publishing.assemble import Dossier
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.gate.blockers import blocker, shortened


def words_accounted_for(found: Dossier) -> Iterator[Blocker]:
    """G1: for each passage, what of it is open."""
    open_spans = found.covered(found.claims, found.exemptions).open_spans
    text, url = found.version.text, reverse("desk:workspace", args=[found.article.pk])
    for passage in found.passages:
        if passage.role == PassageRole.BOILERPLATE:
            continue
        spans = [
            (start, end) for start, end in open_spans if start < passage.end and end > passage.start
        ]
        if spans:
            first = text[spans[0][0] : spans[0][1]]
            count = len(spans)
            yield blocker(
                "G1",
                f"{'One stretch belongs' if count == 1 else f'{count} stretches belong'} to no "
                f"claim and no exemption, beginning with “{shortened(first)}”.",
                f"{url}#passage-{passage.position}",
                title=f"{_named(passage.role)} is not accounted for",
            )


def text_is_ready(found: Dossier) -> Iterator[Blocker]:
    """G11: the current version was checked, and it has a real title."""
    if not found.article.real_title.strip():
        yield blocker(
            "G11",
            "The article came without a title. Give it the one that the report will carry.",
            reverse("intake:article_describe", args=[found.article.pk]),
            title="The article has no title",
        )
    for claim in found.claims:
        if not found.facts[claim.pk].spans:
            yield blocker(
                "G11",
                "It stands in an earlier version of the text and not in the current one. "
                "Mark it again in the current text, or set it aside.",
                reverse(_to_place(claim), args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is not in the current text",
            )


def _to_place(claim: Claim) -> str:
    """Where a claim is marked again; one that may not be changed as it stands has its own page."""
    return "desk:claim_mark_again" if workable(claim) else "desk:claim"


def _named(role: str) -> str:
    return {"title": "The title", "heading": "A heading", "caption": "A caption"}.get(
        role, "A passage"
    )
