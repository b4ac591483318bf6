"""A verdict as the eye meets it: its code, the desk's word for it, its mark."""

from dataclasses import dataclass

from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.verification.scale import OWN_VOICE, SAID, TRUE, Aspect


@dataclass(frozen=True, slots=True)
class Mark:
    """One verdict to be shown. `family` is "said" or "true", as the marks are named."""

    family: str
    code: str
    word: str
    meaning: str


def said_mark(rules: Rules, code: str) -> Mark:
    """The mark for a finding on who said it."""
    step = SAID[code]
    return Mark("said", code, rules.label(Aspect.ATTRIBUTION, code, step.word), step.meaning)


def content_mark(rules: Rules, code: str) -> Mark:
    """The mark for a finding on whether it is true."""
    step = TRUE[code]
    return Mark("true", code, rules.label(Aspect.CONTENT, code, step.word), step.meaning)


def marks_for(aspect: str) -> list[Mark]:
    """The whole scale of one question, in the desk's words, to choose from."""
    rules = house_rules()
    if aspect == Aspect.ATTRIBUTION:
        return [said_mark(rules, code) for code in SAID if code != OWN_VOICE]
    return [content_mark(rules, code) for code in TRUE]
