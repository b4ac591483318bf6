"""G3 to G6, G9 and G14: findings rest on enough, and nothing found wrong is left standing."""

from collections.abc import Iterator

from django.urls import reverse

from factcheck.claims.models import Claim, Disposition, Stage
from factcheck.core.verdicts import NOT_TO_STAND, Aspect
from factcheck.publishing.assemble import Dossier
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.gate.blockers import blocker, lowered
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.sourcing import Lack, contact_lacks, lacks


def findings_borne_out(found: Dossier) -> Iterator[Blocker]:
    """G3 to G6 and G9: what the findings on each claim lack. A waived claim shows none."""
    for claim in found.claims:
        if claim.stage != Stage.WAIVED:
            facts = found.facts[claim.pk]
            for lack in (*lacks(facts), *contact_lacks(facts)):
                yield blocker(
                    lack.rule,
                    lack.message,
                    _mend(claim, facts, lack),
                    claim=claim.number,
                    title=f"Claim {claim.number}: {lowered(DEMANDS[lack.rule].missed)}",
                )


def _mend(claim: Claim, facts: ClaimFacts, lack: Lack) -> str:
    """The page on which a lack is mended."""
    if lack.evidence is not None:
        return reverse("desk:evidence_change", args=[lack.evidence])
    pages = {
        "evidence": "desk:evidence_add",
        "verdict": "desk:verdict_add",
        "contact": "desk:contact_add",
    }
    url = reverse(pages.get(lack.mend, "desk:claim"), args=[claim.pk])
    verdict = next((v for v in facts.verdicts if v.pk == lack.verdict), None)
    aspect = Aspect.ATTRIBUTION if lack.rule == "G3" else Aspect.CONTENT
    if lack.mend == "contact" or lack.mend not in pages:
        return url
    link = f"&link={verdict.link}" if verdict and verdict.link else ""
    return f"{url}?aspect={aspect}{link}"


def nothing_wrong_left_standing(found: Dossier) -> Iterator[Blocker]:
    """G14: nothing found wrong is left standing in our own article."""
    for claim in found.claims:
        if reason := _left_standing(found, claim):
            yield blocker(
                "G14",
                reason,
                reverse("desk:claim_dispose", args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is left standing",
            )


def _left_standing(found: Dossier, claim: Claim) -> str:
    if claim.disposition == Disposition.FIX_REQUESTED:
        return "A fix was asked for and has not come in a new version of the text."
    facts = found.facts[claim.pk]
    if not found.own or claim.disposition not in LEFT_SO or claim.stage == Stage.WAIVED:
        return ""
    if {facts.content, *(verdict.code for verdict in facts.verdicts)} & NOT_TO_STAND:
        return LEFT_SO[Disposition(claim.disposition)]
    return ""


# what is written in our own article now, whether it was mended before or not
LEFT_SO = {
    Disposition.STANDS: "It was found wrong and stands in our own article. Ask for a fix.",
    Disposition.FIXED: "It counts as fixed, and what stands there now was found wrong as well.",
    Disposition.HEDGED: "It counts as hedged, and what stands there now was found wrong as well.",
}
