"""A verdict as a page shows it: its code, the desk's word for it, its mark. Pure."""

from dataclasses import dataclass

from factcheck.core.verdicts import OWN_VOICE, SCALES, Aspect
from factcheck.policy.house_rules import Rules


@dataclass(frozen=True, slots=True)
class VerdictMark:
    """One verdict to be shown, in the desk's word for it."""

    aspect: Aspect
    code: str
    word: str
    meaning: str


VerdictPair = tuple[VerdictMark, VerdictMark]  # attribution and content


def attribution_mark(rules: Rules, code: str) -> VerdictMark:
    """The mark for a finding on who said it."""
    return _mark(rules, Aspect.ATTRIBUTION, code)


def content_mark(rules: Rules, code: str) -> VerdictMark:
    """The mark for a finding on whether it is true."""
    return _mark(rules, Aspect.CONTENT, code)


def scale_marks(rules: Rules, aspect: str) -> list[VerdictMark]:
    """The whole scale of one question, in the desk's words, to choose from."""
    asked = Aspect(aspect)
    return [_mark(rules, asked, code) for code in SCALES[asked] if code != OWN_VOICE]


def _mark(rules: Rules, aspect: Aspect, code: str) -> VerdictMark:
    definition = SCALES[aspect][code]
    return VerdictMark(aspect, code, rules.label(aspect, code, definition.word), definition.meaning)
