"""A verdict as the eye meets it: its code, the desk's word for it, its mark."""

from dataclasses import dataclass

from factcheck.core.verdicts import OWN_VOICE, SCALES, Aspect
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules


@dataclass(frozen=True, slots=True)
class Mark:
    """One verdict to be shown, in the desk's word for it."""

    aspect: Aspect
    code: str
    word: str
    meaning: str


def attribution_mark(rules: Rules, code: str) -> Mark:
    """The mark for a finding on who said it."""
    return _mark(rules, Aspect.ATTRIBUTION, code)


def content_mark(rules: Rules, code: str) -> Mark:
    """The mark for a finding on whether it is true."""
    return _mark(rules, Aspect.CONTENT, code)


def marks_for(aspect: str) -> list[Mark]:
    """The whole scale of one question, in the desk's words, to choose from."""
    rules, asked = house_rules(), Aspect(aspect)
    return [_mark(rules, asked, code) for code in SCALES[asked] if code != OWN_VOICE]


def _mark(rules: Rules, aspect: Aspect, code: str) -> Mark:
    definition = SCALES[aspect][code]
    return Mark(aspect, code, rules.label(aspect, code, definition.word), definition.meaning)
