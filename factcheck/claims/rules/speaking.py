"""Who looks after speakers, and which of them are one."""

from factcheck.claims.models import Speaker, SpeakerMerge
from factcheck.core.rulings import ALLOWED, Ruling, not_now
from factcheck.people.models import User
from factcheck.people.roles import Ability
from factcheck.people.rules import able


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
