"""What to do next, in words and with the button that does it. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import reverse

from factcheck.claims.lifecycle import SETTLED
from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import Ruling
from factcheck.core.verdicts import UNCHECKED, Aspect
from factcheck.desk.workspace.card import Card
from factcheck.desk.workspace.page import Workspace


@dataclass(frozen=True, slots=True)
class NextStep:
    """One next step. Without a `url` it only says why nothing can be done now."""

    sentence: str
    label: str = ""
    url: str = ""
    post: bool = False
    key: str = ""
    inside: bool = False  # with a script, its form opens beside the claim

    @property
    def can_be_taken(self) -> bool:
        return bool(self.url)


def next_for(card: Card) -> NextStep:
    """The next step on one claim for the person whose card it is."""
    claim = card.claim
    if claim.stage == Stage.SUGGESTED:
        return _if_allowed(
            card.rulings.accept,
            NextStep(
                f"Claim {claim.number} is a suggestion. Is it a claim, and these its words?",
                f"Accept claim {claim.number}",
                reverse("desk:claim_accept", args=[claim.pk]),
                post=True,
                key="h",
            ),
        )
    if claim.stage in {Stage.OPEN, Stage.CHECKING}:
        return _to_find(card)
    if claim.stage == Stage.CHECKED:
        return _if_allowed(
            card.rulings.submit,
            NextStep(
                f"Claim {claim.number} has all its verdicts. A second person can look at it.",
                f"Send claim {claim.number} to review",
                reverse("desk:claim_submit", args=[claim.pk]),
                post=True,
                key="r",
            ),
        )
    if claim.stage == Stage.IN_REVIEW:
        return _if_allowed(
            card.rulings.approve,
            NextStep(
                f"Claim {claim.number} waits for a second pair of eyes, and yours will do.",
                f"Review claim {claim.number}",
                reverse("desk:claim_review", args=[claim.pk]),
            ),
        )
    return _at_rest(card)


def _to_find(card: Card) -> NextStep:
    """What is missing before the check can be concluded, the innermost link first."""
    claim = card.claim
    if card.rulings.find:
        for step in _open_findings(card):
            return step
    if not claim.wording and card.rulings.change:
        return NextStep(
            f"Claim {claim.number} has no wording yet: one sentence that can stand alone.",
            "Write its wording",
            reverse("desk:claim_words", args=[claim.pk]),
            key="w",
            inside=True,
        )
    return _if_allowed(
        card.rulings.conclude,
        NextStep(
            f"Claim {claim.number} has all its verdicts.",
            "Conclude the check",
            reverse("desk:claim_conclude", args=[claim.pk]),
            post=True,
            key="c",
        ),
    )


def _open_findings(card: Card) -> Iterator[NextStep]:
    """A step for each question on the claim that has no answer yet."""
    claim = card.claim
    for link in card.chain:
        if link.mark.code == UNCHECKED:
            yield _finding(
                claim,
                f"Nobody has found out whether {link.fact.speaker_name} said it.",
                f"?aspect={Aspect.ATTRIBUTION.value}&link={link.fact.pk}",
                has_evidence=bool(link.evidence),
            )
    if card.content.code == UNCHECKED:
        yield _finding(
            claim,
            f"Nobody has found out whether claim {claim.number} is true.",
            f"?aspect={Aspect.CONTENT.value}",
            has_evidence=bool(card.content_evidence),
        )


def _finding(claim: Claim, sentence: str, question: str, *, has_evidence: bool) -> NextStep:
    if has_evidence:
        url = reverse("desk:verdict_add", args=[claim.pk])
        return NextStep(sentence, "Record a verdict", url + question, inside=True)
    url = reverse("desk:evidence_add", args=[claim.pk])
    return NextStep(sentence, "Add evidence", url + question, inside=True)


def _at_rest(card: Card) -> NextStep:
    """The claim is approved, waived or set aside: nothing is to be done."""
    claim = card.claim
    if claim.stage == Stage.APPROVED and card.approval is not None:
        return NextStep(f"{card.approval.decided_by} approved claim {claim.number}.")
    if claim.stage == Stage.WAIVED:
        return NextStep(
            f"Claim {claim.number} is published on the responsibility of {claim.waived_by}."
        )
    if claim.stage == Stage.SET_ASIDE:
        return NextStep(f"Claim {claim.number} was set aside: {claim.set_aside_because}")
    return NextStep(f"Claim {claim.number} is {claim.get_stage_display().lower()}.")


def _if_allowed(ruling: Ruling, step: NextStep) -> NextStep:
    """The step, or the reason why this person may not take it."""
    return step if ruling else NextStep(ruling.reason)


def next_in(work: Workspace, may_mark: Ruling) -> NextStep:
    """The next step on an article: that of the chosen claim, else what is left to do."""
    article = work.article
    if not work.claims and may_mark:
        return NextStep(
            "No claim is marked yet. Select words in the text, or write down where they stand.",
            "Mark the first claim",
            reverse("desk:claim_new", args=[article.pk]),
            inside=True,
        )
    if not work.claims:
        return NextStep(f"No claim is marked yet. {may_mark.reason}")
    if work.unplaced_claims and may_mark:
        lost = work.unplaced_claims[0].claim
        return NextStep(
            f"Claim {lost.number} does not stand in the new text. Mark it again or set it aside.",
            f"Mark claim {lost.number} again",
            reverse("desk:claim_mark_again", args=[lost.pk]),
        )
    step = next_for(work.chosen) if work.chosen else NextStep("")
    if step.can_be_taken:
        return step
    if work.first_open and may_mark:
        start, end = work.first_open
        return NextStep(
            "Some words are neither in a claim nor exempt.",
            "Take up the first of them",
            f"{reverse('desk:claim_new', args=[article.pk])}?start={start}&end={end}",
            inside=True,
        )
    if all(line.stage in SETTLED for line in work.claims):
        return NextStep(
            "Every claim is settled. The gate says what else stands before publication.",
            "See the gate",
            reverse("publishing:gate", args=[article.pk]),
            key="g",
        )
    return step
