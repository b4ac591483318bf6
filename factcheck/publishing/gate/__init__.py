"""What stands between an article and its readers: one answer for page, button and command."""

from collections.abc import Callable, Iterator
from dataclasses import replace

from factcheck.intake.models import Article
from factcheck.publishing.assemble import Dossier, dossier
from factcheck.publishing.demands import ON_FINDINGS
from factcheck.publishing.gate.answer import Blocker, Gate
from factcheck.publishing.gate.findings import findings_borne_out, nothing_wrong_left_standing
from factcheck.publishing.gate.leaks import no_source_shows
from factcheck.publishing.gate.pending import no_legal_review, no_open_question
from factcheck.publishing.gate.signatures import (
    everything_signed,
    nobody_signs_own_work,
    unchanged_since_approval,
)
from factcheck.publishing.gate.text import text_is_ready, words_accounted_for

__all__ = ["Blocker", "Gate", "ask", "judge"]

# each asked of a dossier, in the order in which the gate's page shows them
RULES: tuple[Callable[[Dossier], Iterator[Blocker]], ...] = (
    words_accounted_for,
    everything_signed,
    findings_borne_out,
    nobody_signs_own_work,
    unchanged_since_approval,
    no_legal_review,
    text_is_ready,
    no_open_question,
    no_source_shows,
    nothing_wrong_left_standing,
)


def ask(article: Article) -> Gate:
    """Ask every rule that is in force."""
    return judge(dossier(article))


def judge(found: Dossier, *, public: str = "") -> Gate:
    """The gate's answer for what was read, and for the sentence that readers would see."""
    off = found.rules.off
    blockers = tuple(
        blocker
        for rule in RULES
        for blocker in rule(replace(found, public=public) if public else found)
        if blocker.rule not in off and not _moot(found, blocker, off)
    )
    unsigned = {claim.number for claim in found.claims if found.state(claim) == "not_checked"}
    return Gate(
        blockers=blockers,
        off=off,
        past=frozenset(
            blocker.rule
            for blocker in blockers
            if blocker.break_glass
            and not (blocker.rule in ON_FINDINGS and blocker.claim in unsigned)
        ),
    )


def _moot(found: Dossier, blocker: Blocker, off: frozenset[str]) -> bool:
    """Whether it is about findings on a claim that is published as "not checked" and shows none."""
    if "G2" not in off or blocker.rule not in ON_FINDINGS:
        return False
    return any(
        claim.number == blocker.claim and found.state(claim) == "not_checked"
        for claim in found.claims
    )
