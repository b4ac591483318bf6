"""Does the work on a claim carry its verdicts? Pure: facts in, what is lacking out.

The same answer is asked when a claim is approved (review) and when a report is published (the
gate): rules G3 to G6 and G9 of the desk.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from factcheck.core.verdicts import (
    CONFIRMED,
    DAMAGING,
    UNCHECKED,
    Aspect,
    AttributionCode,
    ContentCode,
)
from factcheck.verification.facts import ClaimFacts, EvidenceFact, VerdictFact
from factcheck.verification.independence import independence


@dataclass(frozen=True, slots=True)
class Lack:
    """What a rule misses: the rule, a sentence, and the place where it is mended."""

    rule: str
    message: str
    mend: str  # "evidence", "verdict", "contact" or "wording"
    verdict: int | None = None
    evidence: int | None = None


FINDINGS_ON_EVIDENCE = frozenset(
    {
        ContentCode.ACCURATE,
        ContentCode.NEEDS_CONTEXT,
        ContentCode.OUTDATED,
        ContentCode.MISLEADING,
        ContentCode.INACCURATE,
    }
)


BEARS = {ContentCode.ACCURATE: "supports", ContentCode.INACCURATE: "refutes"}
# what speaks for the other side of a hard verdict; of a dispute there are two
OTHER_SIDE = {
    ContentCode.MISLEADING: {"supports"},
    ContentCode.INACCURATE: {"supports"},
    ContentCode.DISPUTED: {"supports", "refutes"},
}


CONVERSATIONS = frozenset({"interview"})
INDEPENDENT = 3


def lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """What G3, G4, G5 and G6 miss in a claim: what must be mended before anybody may approve."""
    yield from attribution_lacks(facts)
    yield from content_lacks(facts)
    yield from other_side_lacks(facts)
    yield from tracing_lacks(facts)


def attribution_lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """G3: every link has a verdict, and every finding on it rests on evidence or an attempt."""
    for link in facts.links:
        verdict = facts.on_link(link.pk)
        if verdict is None or verdict.code == UNCHECKED:
            yield Lack("G3", f"Nobody has checked whether {link.speaker_name} said it.", "verdict")
        elif verdict.code == AttributionCode.UNCONFIRMED:
            if not any(contact.speaker == link.speaker for contact in facts.contacts):
                yield Lack(
                    "G3",
                    f"“Not confirmed” needs an attempt to reach {link.speaker_name}, "
                    "or the reason why none was possible.",
                    "contact",
                    verdict.pk,
                )
        elif not any(
            piece.aspect == Aspect.ATTRIBUTION and piece.link == link.pk
            for piece in facts.resting(verdict)
        ):
            yield Lack(
                "G3",
                f"The finding on {link.speaker_name} rests on no evidence that it was said.",
                "evidence",
                verdict.pk,
            )


def content_lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """G4: the verdict on the content is borne out as its kind demands."""
    verdict = facts.content_verdict
    if verdict is None or verdict.code == UNCHECKED:
        yield Lack("G4", "Nobody has checked whether it is true.", "verdict")
        return
    missing = _missing_content(facts, verdict)
    if missing:
        yield Lack("G4", missing, _mend(verdict.code), verdict.pk)


def _mend(code: str) -> str:
    return "evidence" if code in FINDINGS_ON_EVIDENCE | {ContentCode.DISPUTED} else "verdict"


def _missing_content(facts: ClaimFacts, verdict: VerdictFact) -> str:
    """The sentence on what a content verdict lacks, or nothing."""
    code = verdict.code
    if code in FINDINGS_ON_EVIDENCE:
        return "" if carries(code, on_content(facts, verdict)) else _TOO_LITTLE
    if code == ContentCode.DISPUTED:
        return "" if {"supports", "refutes"} <= _stances(facts, verdict) else _ONE_SIDE
    if code in {ContentCode.UNSUPPORTED, ContentCode.UNVERIFIABLE}:
        return "" if verdict.searched.strip() else "It does not say where we looked."
    if not verdict.rationale.strip():
        return "It does not say why."
    if code == ContentCode.ATTRIBUTION_ONLY and not _outermost_confirmed(facts):
        return "“Only that it was said” needs the outermost speaker to be confirmed."
    return ""


def on_content(facts: ClaimFacts, verdict: VerdictFact) -> list[EvidenceFact]:
    """The evidence on the content that a verdict rests on.

    The article under check and its copies are never evidence that what it says is true.
    """
    return [
        piece
        for piece in facts.resting(verdict)
        if piece.aspect == Aspect.CONTENT and not piece.source.is_the_article
    ]


def _stances(facts: ClaimFacts, verdict: VerdictFact) -> set[str]:
    return {piece.stance for piece in on_content(facts, verdict)}


_TOO_LITTLE = (
    "It takes one primary source, or three that do not copy each other, pointing the same way."
)


_ONE_SIDE = "“Disputed” needs evidence for either side."


def _outermost_confirmed(facts: ClaimFacts) -> bool:
    if not facts.links:
        return False
    verdict = facts.on_link(facts.links[-1].pk)
    return verdict is not None and verdict.code in CONFIRMED


def carries(code: str, pieces: Iterable[EvidenceFact]) -> bool:
    """Whether this evidence bears a content verdict: one primary, or three independent ones.

    Confidential evidence counts as one secondary source. Sources of one origin count once, without
    an origin those of one publisher, and without either those of one site.
    """
    stance = BEARS.get(ContentCode(code))
    bearing = [piece for piece in pieces if stance is None or piece.stance == stance]
    if any(piece.primary and not piece.source.confidential for piece in bearing):
        return True
    return len({independence(piece.source) for piece in bearing}) >= INDEPENDENT


def other_side_lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """G5: a hard verdict shows what speaks for the other side, or says where we looked for it."""
    verdict = facts.content_verdict
    if verdict is None or verdict.code not in OTHER_SIDE:
        return
    other = OTHER_SIDE[ContentCode(verdict.code)]
    if not other <= _stances(facts, verdict) and not verdict.searched.strip():
        yield Lack(
            "G5",
            "It neither lists evidence for the other side nor says where we looked for it.",
            "evidence",
            verdict.pk,
        )


def tracing_lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """G6: evidence that a verdict rests on can be found again."""
    for piece in facts.rested_on():
        missing = _missing_trace(piece)
        if missing:
            yield Lack("G6", f"{piece.source.shown}: {missing}", "evidence", None, piece.pk)


def _missing_trace(piece: EvidenceFact) -> str:
    """The sentence on what cannot be found again, or nothing."""
    if piece.source.confidential:
        ok = bool(piece.note.strip() or piece.source.has_private_note)
        return "" if ok else "a note is missing that those who may see the source can read."
    if piece.source.kind in CONVERSATIONS:
        ok = bool(piece.note.strip()) and piece.source.published_on is not None
        return "" if ok else "a dated note of who spoke with whom is missing."
    absent = [
        name
        for name, there in (
            ("the place in it", piece.locator.strip()),
            ("an excerpt", piece.excerpt.strip()),
            ("a stored copy", piece.capture),
        )
        if not there
    ]
    return f"it lacks {' and '.join(absent)}." if absent else ""


def contact_lacks(facts: ClaimFacts) -> Iterator[Lack]:
    """G9: a named speaker of whom we say something damaging was asked, or we say why not."""
    content = facts.content_verdict
    governing = facts.governing
    asked = {contact.speaker for contact in facts.contacts}
    for link in facts.links:
        verdict = facts.on_link(link.pk)
        damaged = verdict is not None and verdict.code in DAMAGING
        if link is governing and content is not None and content.code in DAMAGING:
            damaged = True
        if damaged and link.named and link.speaker not in asked:
            yield Lack(
                "G9",
                f"{link.speaker_name} was not asked, and no reason is given.",
                "contact",
            )
