"""The checked text in its stretches, and how many of its words were checked."""

from collections.abc import Iterable
from itertools import pairwise

from factcheck.claims.models import Exemption, ExemptReason
from factcheck.intake.models import PassageRole
from factcheck.publishing.assemble.dossier import Dossier
from factcheck.publishing.report import (
    AnnotatedPassage,
    AnnotatedSegment,
    CoverageShares,
    Share,
    Word,
)


def annotated(dossier: Dossier) -> tuple[AnnotatedPassage, ...]:
    """Every passage but what was left out as boilerplate, cut where a claim begins or ends."""
    marks = [
        (start, end, dossier.number(claim))
        for claim in dossier.in_order()
        for start, end in dossier.facts[claim.pk].spans
    ]
    exempt = dossier.counting()
    return tuple(
        AnnotatedPassage(
            role=passage.role,
            segments=tuple(_segments(dossier, passage.start, passage.end, marks, exempt)),
        )
        for passage in dossier.passages
        if passage.role != PassageRole.BOILERPLATE
    )


def _segments(
    dossier: Dossier,
    start: int,
    end: int,
    marks: list[tuple[int, int, int]],
    exempt: list[Exemption],
) -> Iterable[AnnotatedSegment]:
    """One passage: each stretch lies wholly inside or outside of every claim."""
    here = sorted(
        (mark for mark in marks if mark[0] < end and mark[1] > start),
        key=lambda mark: (mark[0] - mark[1], mark[2]),  # the longest, which is outermost, first
    )
    left_out = [item for item in exempt if item.start < end and item.end > start]
    borders = {start, end}
    for first, last, *_ in [*here, *((item.start, item.end) for item in left_out)]:
        borders |= {max(first, start), min(last, end)}
    cuts = sorted(borders)
    for first, last in pairwise(cuts):
        reasons = [item for item in left_out if item.start <= first and item.end >= last]
        yield AnnotatedSegment(
            text=dossier.version.text[first:last],
            claims=tuple(number for a, b, number in here if a <= first and b >= last),
            ends=tuple(number for a, b, number in here if a <= first and min(b, end) == last),
            exempt=ExemptReason(reasons[0].reason).label if reasons else "",
        )


def coverage_shares(dossier: Dossier) -> CoverageShares:
    """Every word once: in a checked claim, else in a waived one, else left out, else not checked.

    What was left out by one person alone counts as not checked.
    """
    checked = [claim for claim in dossier.claims if dossier.state(claim) == "checked"]
    waived = [claim for claim in dossier.claims if dossier.state(claim) == "waived"]
    first = dossier.covered([*checked, *waived], dossier.counting())
    in_checked = dossier.covered(checked, []).claimed if waived else first.claimed
    return CoverageShares(
        words=first.words,
        checked=in_checked,
        waived=first.claimed - in_checked,
        exempt=tuple(
            Share(Word(reason, ExemptReason(reason).label), words)
            for reason, words in first.exempt_by
            if words
        ),
        unchecked=first.open,
    )
