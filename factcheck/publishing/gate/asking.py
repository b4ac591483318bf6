"""The fourteen rules, each asked of a dossier: what is in the way, and where it is mended."""

from collections.abc import Callable, Iterator

from django.urls import reverse

from factcheck.claims.lifecycle import workable
from factcheck.claims.models import Claim, Disposition, Question, Stage
from factcheck.core.spans import join_quotes
from factcheck.core.verdicts import NOT_TO_STAND, Aspect
from factcheck.intake.models import PassageRole
from factcheck.publishing.assemble import Dossier, written
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.gate.answer import Blocker
from factcheck.publishing.leaks import hits
from factcheck.review.queries import Unconfirmed, contributors, digest_of
from factcheck.verification.sourcing import ClaimFacts, Lack, contact_lacks, lacks


def _blocker(
    rule: str, message: str, url: str, *, claim: int | None = None, title: str = ""
) -> Blocker:
    demand = DEMANDS[rule]
    return Blocker(
        rule=rule,
        title=title or demand.missed,
        message=message,
        url=url,
        claim=claim,
        break_glass=demand.break_glass,
    )


def _all_accounted_for(found: Dossier) -> Iterator[Blocker]:
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
            yield _blocker(
                "G1",
                f"{'One stretch belongs' if count == 1 else f'{count} stretches belong'} to no "
                f"claim and no exemption, beginning with “{_short(first)}”.",
                f"{url}#passage-{passage.position}",
                title=f"{_named(passage.role)} is not accounted for",
            )


def _all_signed(found: Dossier) -> Iterator[Blocker]:
    """G2: claims that nobody signed, and what was left out without a second person's word."""
    for claim in found.claims:
        if found.state(claim) == "not_checked":
            at = "desk:claim_review" if claim.stage == Stage.IN_REVIEW else "desk:claim"
            yield _blocker(
                "G2",
                f"It is {_lower(claim.get_stage_display())}: “{_short(_wording(found, claim))}”.",
                reverse(at, args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is not approved",
            )
    for item in found.unconfirmed:
        yield _unconfirmed(found, item)


def _unconfirmed(found: Dossier, item: Unconfirmed) -> Blocker:
    claim = item.row.number if isinstance(item.row, Claim) else None
    what = "Words were left out" if claim is None else f"Claim {claim} was set aside"
    return _blocker(
        "G2",
        f"A second person has not agreed yet. The words: “{_short(item.quote)}”.",
        reverse("desk:review", args=[found.article.pk]),
        claim=claim,
        title=f"{what} by one person alone",
    )


def _findings(found: Dossier) -> Iterator[Blocker]:
    """G3 to G6 and G9: what the findings on each claim lack. A waived claim shows none."""
    for claim in found.claims:
        if claim.stage != Stage.WAIVED:
            facts = found.facts[claim.pk]
            for lack in (*lacks(facts), *contact_lacks(facts)):
                yield _blocker(
                    lack.rule,
                    lack.message,
                    _mend(claim, facts, lack),
                    claim=claim.number,
                    title=f"Claim {claim.number}: {_lower(DEMANDS[lack.rule].missed)}",
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


def _four_eyes(found: Dossier) -> Iterator[Blocker]:
    """G7: nothing counts that was signed by somebody who worked on it, or by nobody."""
    for claim in found.claims:
        if reason := _own_work(found, claim):
            yield _blocker(
                "G7",
                reason,
                reverse("desk:claim", args=[claim.pk]),
                claim=claim.number,
                title=f"Nobody else signed claim {claim.number}",
            )
    for item in found.self_confirmed:
        yield _blocker(
            "G7",
            f"One person left it out and agreed to it. The words: “{_short(item.quote)}”.",
            reverse("desk:review", args=[found.article.pk]),
        )


def _own_work(found: Dossier, claim: Claim) -> str:
    """The sentence on who signed a claim and should not have, or nothing."""
    hands = contributors(found.facts[claim.pk])
    if claim.stage == Stage.WAIVED and claim.waived_by_id in hands:
        return "It was waived by somebody who worked on it."
    if claim.stage != Stage.APPROVED:
        return ""
    decision = found.approvals.get(claim.pk)
    if decision is None:
        return "It counts as approved, and no approval is on record."
    if decision.decided_by_id in hands:
        return f"It was approved by {decision.decided_by}, who worked on it."
    return ""


def _as_approved(found: Dossier) -> Iterator[Blocker]:
    """G8: an approval covers what stands there now."""
    for claim in found.claims:
        decision = found.approvals.get(claim.pk)
        if claim.stage != Stage.APPROVED or decision is None:
            continue
        if decision.digest != digest_of(found.facts[claim.pk]):
            yield _blocker(
                "G8",
                "What was approved is not what stands there now. Reopen it and have it reviewed.",
                reverse("desk:claim", args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} was changed after it was approved",
            )


def _no_lawyers(found: Dossier) -> Iterator[Blocker]:
    """G10: nothing waits for a legal release."""
    for claim in found.claims:
        if claim.disposition == Disposition.LEGAL_REVIEW:
            yield _blocker(
                "G10",
                "It takes a release by a person with the ability “legal” who did not work on it.",
                reverse("desk:claim_release", args=[claim.pk]),
                claim=claim.number,
                title=f"Claim {claim.number} is with the lawyers",
            )


def _text_is_ready(found: Dossier) -> Iterator[Blocker]:
    """G11: the current version was checked, and it has a real title."""
    if not found.article.real_title.strip():
        yield _blocker(
            "G11",
            "The article came without a title. Give it the one that the report will carry.",
            reverse("intake:article_describe", args=[found.article.pk]),
            title="The article has no title",
        )
    for claim in found.claims:
        if not found.facts[claim.pk].spans:
            yield _blocker(
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


def _no_open_question(found: Dossier) -> Iterator[Blocker]:
    """G12: every blocking question is closed."""
    for question in found.questions:
        yield _blocker(
            "G12",
            f"{question.asked_by} asks: “{_short(question.text)}”. {_turn(question)}",
            reverse("desk:claim", args=[question.claim_id]),
            claim=question.claim.number,
            title=f"A question on claim {question.claim.number} is not closed",
        )


def _turn(question: Question) -> str:
    """Whose turn it is with a question."""
    if question.answered_at:
        return f"It is answered; {question.asked_by} closes it."
    return f"{question.to or 'Somebody'} answers, then {question.asked_by} closes it."


def _no_source_shows(found: Dossier) -> Iterator[Blocker]:
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


def _nothing_wrong_stands(found: Dossier) -> Iterator[Blocker]:
    """G14: nothing found wrong is left standing in our own article."""
    for claim in found.claims:
        if reason := _left_standing(found, claim):
            yield _blocker(
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


RULES: tuple[Callable[[Dossier], Iterator[Blocker]], ...] = (
    _all_accounted_for,
    _all_signed,
    _findings,
    _four_eyes,
    _as_approved,
    _no_lawyers,
    _text_is_ready,
    _no_open_question,
    _no_source_shows,
    _nothing_wrong_stands,
)


def _wording(found: Dossier, claim: Claim) -> str:
    return claim.wording or join_quotes(found.facts[claim.pk].quotes)


def _named(role: str) -> str:
    return {"title": "The title", "heading": "A heading", "caption": "A caption"}.get(
        role, "A passage"
    )


def _lower(text: str) -> str:
    return text[:1].lower() + text[1:]


def _short(text: str) -> str:
    """The first words of something long."""
    words = text.split()
    return " ".join(words[:12]) + (" …" if len(words) > 12 else "")
