"""Who may do what to a claim, and when."""

from collections.abc import Sequence
from typing import Any

from factcheck.claims.lifecycle import ready, returned, workable
from factcheck.claims.models import (
    Claim,
    Disposition,
    Exemption,
    Question,
    Speaker,
    SpeakerMerge,
    Stage,
    Step,
)
from factcheck.claims.queries import NOT_LIVE, claim_at, holding_up, last_step, revisions
from factcheck.core.rulings import ALLOWED, Ruling, never, not_now
from factcheck.core.spans import Span
from factcheck.intake.models import Article, Rights, Version
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


def may_mark(user: User, article: Article) -> Ruling:
    """Checkers mark words of the text as claims."""
    return able(user, Ability.SPLIT)


def may_begin(user: User, article: Article) -> Ruling:
    """Whoever brings in articles lets them be read for claims."""
    return able(user, Ability.BRING_IN)


def may_accept_any(user: User) -> Ruling:
    """Checkers take suggested claims as the desk's."""
    return able(user, Ability.SPLIT)


def may_accept(user: User, claim: Claim) -> Ruling:
    """Of what is suggested, and nothing else."""
    return may_accept_any(user) and ready("accept", claim)


def may_change(user: User, claim: Claim) -> Ruling:
    """Checkers change a claim's words, place and chain, while nobody reviews it."""
    return able(user, Ability.SPLIT) and workable(claim)


def may_merge(user: User, claim: Claim, other: Claim) -> Ruling:
    """Checkers make one of two claims of an article that are both at work and stand in its text."""
    return (
        able(user, Ability.SPLIT)
        and _two_of_one_article(claim, other)
        and _is_at_work(claim)
        and _is_at_work(other)
        and stands_here(claim)
        and stands_here(other)
    )


def are_neighbours(claim: Claim, other: Claim, beside: Sequence[Claim | None]) -> Ruling:
    """Whether nothing that counts or is suggested stands between two claims."""
    if other.pk in {row.pk for row in beside if row is not None}:
        return ALLOWED
    return not_now(
        f"Claims {claim.number} and {other.number} do not stand side by side. "
        "Only what follows each other in the text is made one."
    )


def stands_here(claim: Claim) -> Ruling:
    """Whether a claim has a place in the current version. One query."""
    if claim.anchors.filter(version=claim.article.current_version_id).exists():
        return ALLOWED
    return not_now(f"Claim {claim.number} stands nowhere in the current text. Mark it again first.")


def may_set_aside(user: User, claim: Claim) -> Ruling:
    """Checkers take a claim out of the check, which is no way past lawyers or open questions."""
    return able(user, Ability.SPLIT) and ready("set_aside", claim) and may_be_left_out(claim)


def may_set_aside_here(user: User, claim: Claim) -> Ruling:
    """As this room does it: a claim in review has a round, which the room above closes."""
    return may_set_aside(user, claim) and _not_in_review(claim)


def may_take_back(user: User, claim: Claim) -> Ruling:
    """Checkers bring a claim that was set aside back into the check."""
    return able(user, Ability.SPLIT) and ready("take_back", claim)


def words_are_free(version: Version, span: Span, but: Claim | None = None) -> Ruling:
    """The very same words are one claim, not two."""
    other = claim_at(version, span, but)
    return not_now(f"These very words are claim {other.number} already.") if other else ALLOWED


def is_apart(span: Span, others: Sequence[Span]) -> Ruling:
    """The parts and places of one claim do not overlap."""
    if any(span.overlaps(other) for other in others):
        return not_now("The claim stands on some of these words already.")
    return ALLOWED


def place_is_free(claim: Claim) -> Ruling:
    """Nobody marked the words of this claim again while it was set aside."""
    for anchor in claim.anchors.filter(version=claim.article.current_version_id):
        free = words_are_free(anchor.version, Span(anchor.start, anchor.end), claim)
        if not free:
            return free
    return ALLOWED


def may_undo(user: User, step: Step) -> Ruling:
    """Checkers undo the last thing they did in an article, as long as nobody touched it since."""
    return (
        able(user, Ability.SPLIT)
        and _did_it(user, step)
        and _not_undone(step)
        and _did_nothing_since(user, step)
        and _same_text(step)
        and _untouched(step)
    )


def may_be_left_out(claim: Claim) -> Ruling:
    """Leaving a claim out is no way past lawyers or open questions."""
    return _not_the_lawyers_to_say(claim) and _nothing_holds_up(claim)


def may_stand_so(
    claim: Claim,
    stage: str,
    spots: Sequence[Sequence[Any]],  # as undo keeps them: place, part, start, end, …
) -> Ruling:
    """Whether a claim can stand again as it stood: in that stage, at those spots of the text."""
    if returned(Stage(stage)) in NOT_LIVE:
        return may_be_left_out(claim) if claim.is_live else ALLOWED
    version = claim.article.current_version
    if version is None:
        return ALLOWED
    for _, _, start, end, *_ in spots:
        free = words_are_free(version, Span(start, end), claim)
        if not free:
            return free
    return ALLOWED


def may_be_exempt_again(exemption: Exemption) -> Ruling:
    """Nobody exempted the very same words since, and what they repeat still counts."""
    return may_repeat(exemption.version.article, exemption.repeats) and not_exempt(
        exemption.version, Span(exemption.start, exemption.end)
    )


def not_exempt(version: Version, span: Span) -> Ruling:
    """The very same words are exempt once."""
    rows = version.exemptions.filter(start=span.start, end=span.end, lifted_at__isnull=True)
    return not_now("These very words are exempt already.") if rows.exists() else ALLOWED


def may_repeat(article: Article, claim: Claim | None) -> Ruling:
    """Words repeat a claim of the same article that counts, or none."""
    if claim is None or (claim.article_id == article.pk and claim.is_live):
        return ALLOWED
    return not_now(f"Claim {claim.number} does not count in this article. Choose another one.")


def may_mark_again(user: User, claim: Claim) -> Ruling:
    """Checkers mark a claim that counts again where it lost its place in a new text."""
    return (
        able(user, Ability.SPLIT) and _counts(claim) and workable(claim) and stands_nowhere(claim)
    )


def may_cut(user: User, claim: Claim) -> Ruling:
    """Checkers say that our own text no longer has a claim: a fix, too, that the lawyers ordered."""
    return (
        able(user, Ability.SPLIT)
        and _counts(claim)
        and workable(claim)
        and stands_nowhere(claim)
        and may_be_fixed(claim.article)
        and _not_with_the_lawyers(claim)
        and _nothing_holds_up(claim)
    )


def stands_nowhere(claim: Claim) -> Ruling:
    """Whether a claim has no place in the current version. One query."""
    if claim.anchors.filter(version=claim.article.current_version_id).exists():
        return not_now("This claim stands in the current text. Change where it stands instead.")
    return ALLOWED


def may_show(claim: Claim, disposition: str) -> Ruling:
    """What a new version can show of a claim of our own: that it is fixed, or hedged; or nothing."""
    if not disposition:
        return ALLOWED
    if disposition not in {Disposition.FIXED, Disposition.HEDGED}:
        return not_now("A new version shows that a claim is fixed or hedged, and nothing else.")
    return may_be_fixed(claim.article) and _not_with_the_lawyers(claim)


def may_exempt(user: User, article: Article) -> Ruling:
    """Checkers mark words as no claim."""
    return able(user, Ability.SPLIT)


def may_lift(user: User, exemption: Exemption) -> Ruling:
    """Checkers let an exemption no longer count."""
    return able(user, Ability.SPLIT) and _stands(exemption)


def may_ask(user: User, claim: Claim) -> Ruling:
    """Reviewers, checkers and publishers ask about a claim that counts."""
    return _asks(user) and _counts(claim)


def may_answer(user: User, question: Question) -> Ruling:
    """Whoever was asked answers; where nobody was named, whoever brings in articles."""
    return _was_asked(user, question) and _not_closed(question)


def may_close(user: User, question: Question) -> Ruling:
    """The asker closes a question; a publisher does where the asker is gone."""
    return _asked_it(user, question) and _not_closed(question)


def may_assign(user: User, claim: Claim) -> Ruling:
    """Checkers say who works on a claim."""
    return able(user, Ability.ASSIGN) and _counts(claim)


def may_be_given(person: User | None) -> Ruling:
    """A claim or a question goes to somebody who works at the desk, or to nobody by name."""
    if person is None or person.abilities:
        return ALLOWED
    return not_now(f"{person} has no work at the desk.")


def may_dispose(user: User, claim: Claim) -> Ruling:
    """Checkers say what happens to the text; only a legal release ends a legal review."""
    return able(user, Ability.VERIFY) and _counts(claim) and _not_with_the_lawyers(claim)


def may_dispose_so(claim: Claim, disposition: str) -> Ruling:
    """Which dispositions are set by hand: somebody else's text is not ours to fix.

    What the lawyers want changed leaves that state by a new version, or goes to them again.
    """
    if claim.fix_ordered and disposition == Disposition.STANDS:
        return not_now(FIX_ORDERED)
    by_hand = {Disposition.STANDS, Disposition.LEGAL_REVIEW}
    if may_be_fixed(claim.article):
        by_hand.add(Disposition.FIX_REQUESTED)
    if disposition in by_hand:
        return ALLOWED
    return not_now("This is set where a new version of the text shows it, never by hand.")


def may_be_fixed(article: Article) -> Ruling:
    """Whether the text is ours, so that it can be changed at all."""
    if article.rights == Rights.OWN:
        return ALLOWED
    return not_now("Somebody else’s text is not ours to change.")


def may_change_speaker(user: User, speaker: Speaker) -> Ruling:
    """Checkers look after speakers. A name that was merged is the kept speaker's to change."""
    return able(user, Ability.SPLIT) and _speaks_for_itself(speaker)


def may_merge(user: User, speaker: Speaker, into: Speaker) -> Ruling:
    """Checkers say that two speakers are one: both named, or both unnamed in the same article."""
    return (
        able(user, Ability.SPLIT)
        and _speaks_for_itself(speaker)
        and _speaks_for_itself(into)
        and _may_be_one(speaker, into)
    )


def may_unmerge(user: User, merge: SpeakerMerge) -> Ruling:
    """Checkers take merged speakers apart, the last merge first."""
    return able(user, Ability.SPLIT) and _can_be_taken_apart(merge)


def _speaks_for_itself(speaker: Speaker) -> Ruling:
    if speaker.merged_into is None:
        return ALLOWED
    return not_now(f"{speaker} was merged into {speaker.merged_into}. Take them apart first.")


def _may_be_one(speaker: Speaker, into: Speaker) -> Ruling:
    if speaker.pk == into.pk:
        return not_now("This is the same speaker already.")
    if speaker.is_named != into.is_named:
        return not_now(
            "An unnamed speaker is not merged into a named one: who it is says the source behind it."
        )
    if speaker.article_id != into.article_id:
        return not_now("Unnamed speakers of two articles are never one.")
    return ALLOWED


def _can_be_taken_apart(merge: SpeakerMerge) -> Ruling:
    if merge.undone_at is not None:
        return not_now("These two were taken apart already.")
    return _speaks_for_itself(merge.into)


def _two_of_one_article(claim: Claim, other: Claim) -> Ruling:
    if claim.article_id == other.article_id and claim.pk != other.pk:
        return ALLOWED
    return not_now("Two claims of one article are made one.")


def _is_at_work(claim: Claim) -> Ruling:
    if workable(claim):
        return ALLOWED
    return not_now(f"Claim {claim.number} is {claim.get_stage_display().lower()}, and stays so.")


def _did_it(user: User, step: Step) -> Ruling:
    if step.done_by_id == user.pk:
        return ALLOWED
    return never("Somebody else did this. Whoever did it can undo it.")


def _not_undone(step: Step) -> Ruling:
    return not_now("This was undone already.") if step.undone_at else ALLOWED


def _did_nothing_since(user: User, step: Step) -> Ruling:
    last = last_step(step.article, user)
    if last is None or last.pk == step.pk:
        return ALLOWED
    return not_now(f"You did something since: “{last.sentence}” Undo that first.")


def _same_text(step: Step) -> Ruling:
    if step.inverse.get("version") == step.article.current_version_id:
        return ALLOWED
    return not_now("The text has a new version since. Change it by hand.")


def _untouched(step: Step) -> Ruling:
    now = revisions((name, pk) for name, pk, _ in step.touched)
    if all(now.get((name, pk)) == revision for name, pk, revision in step.touched):
        return ALLOWED
    return not_now("Somebody worked on this since, so it is not undone. Change it by hand.")


def _asks(user: User) -> Ruling:
    if any(user.can(ability) for ability in (Ability.REVIEW, Ability.VERIFY, Ability.PUBLISH)):
        return ALLOWED
    return never("Questions are asked by reviewers, checkers and publishers.")


def _counts(claim: Claim) -> Ruling:
    return ALLOWED if claim.is_live else not_now("This claim does not count at present.")


def _not_in_review(claim: Claim) -> Ruling:
    if claim.stage == Stage.IN_REVIEW:
        return not_now("This claim is in review. Withdraw it from review first.")
    return ALLOWED


def _stands(exemption: Exemption) -> Ruling:
    return not_now("This exemption was lifted already.") if exemption.lifted_at else ALLOWED


def _not_closed(question: Question) -> Ruling:
    return not_now("This question is closed.") if question.closed_at else ALLOWED


def _was_asked(user: User, question: Question) -> Ruling:
    if question.to_id is None:
        brings = user.can(Ability.BRING_IN)
        return ALLOWED if brings else never("Writers, checkers and publishers answer questions.")
    if question.to_id == user.pk and user.abilities:
        return ALLOWED
    return never(f"{question.to} was asked, and answers.")


def _asked_it(user: User, question: Question) -> Ruling:
    if question.asked_by_id == user.pk:
        return ALLOWED
    if user.can(Ability.PUBLISH) and not question.asked_by.abilities:
        return ALLOWED
    return never(f"{question.asked_by} asked this, and closes it.")


FIX_ORDERED = (
    "The lawyers decided that the text must be changed. "
    "Change it, or give the claim to the lawyers again."
)


def _not_the_lawyers_to_say(claim: Claim) -> Ruling:
    if claim.disposition == Disposition.LEGAL_REVIEW:
        return not_now("This claim is with the lawyers. Wait for their decision.")
    if claim.fix_ordered:
        return not_now(FIX_ORDERED)
    return ALLOWED


def _nothing_holds_up(claim: Claim) -> Ruling:
    question = holding_up(claim)
    if question is None:
        return ALLOWED
    return not_now(f"{question.asked_by}’s question holds this claim up. It is to be closed first.")


def _not_with_the_lawyers(claim: Claim) -> Ruling:
    if claim.disposition == Disposition.LEGAL_REVIEW:
        return not_now("A legal release ends the legal review, nothing else.")
    return ALLOWED
