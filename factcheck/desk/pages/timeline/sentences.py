"""The sentence for each verb. It goes on after the person's name: "Anna Adler / accepted claim 6."

Of a confidential source the trail has nothing but that something changed, so no sentence can say
more.
"""

from collections.abc import Callable, Sequence

from factcheck.claims.models import ClaimKind, Disposition, Engine, ExemptReason
from factcheck.core.verdicts import SCALES, Aspect
from factcheck.desk.pages.timeline.event_words import EventWords
from factcheck.verification.models import Stance

Telling = Callable[[EventWords], str]


def said(pattern: str) -> Telling:
    """A sentence that needs nothing but the claim and kept words, named in braces."""

    def sentence(told: EventWords) -> str:
        return pattern.format_map(_Words(told))

    return sentence


class _Words(dict[str, str]):
    """The claim, and whatever the event kept."""

    def __init__(self, told: EventWords) -> None:
        super().__init__(claim=told.claim, who=told.who)
        self._told = told

    def __missing__(self, key: str) -> str:
        return self._told.word(key)


def _brought_in(told: EventWords) -> str:
    title = told.quote("title")
    return f"brought in the article{title}."


def _new_text(told: EventWords) -> str:
    return f"brought in version {told.word('number')} of the text, {told.word('words')} words."


def _carried(told: EventWords) -> str:
    """How much of the check stands in the new text, and which claims do not."""
    lost = [str(number) for number in told.words.get("lost") or []]
    kept = told.words.get("kept") or 0
    said = f"carried {kept} claim{'' if kept == 1 else 's'} over to version {told.word('version')}"
    if not lost:
        return f"{said}."
    names = f"claim {lost[0]}" if len(lost) == 1 else f"claims {', '.join(lost)}"
    return f"{said}; {names} {'does' if len(lost) == 1 else 'do'} not stand in it."


def _marked_again(told: EventWords) -> str:
    was = told.quote("was")
    return f"marked {told.claim} again:{told.quote('now')}{f', before{was}' if was else ''}."


def _suggested(told: EventWords) -> str:
    count = len(told.words.get("numbers") or [])
    rules = ", by rules alone" if told.word("engine") == Engine.PLAIN else ""
    if not count:
        return f"had the text read for claims{rules}: nothing new is suggested."
    numbers = in_runs(told.words["numbers"])
    claims, are = ("claim", "is") if count == 1 else ("claims", "are")
    return f"had the text read for claims{rules}: {claims} {numbers} {are} suggested."


def _learned(told: EventWords) -> str:
    changes = "; ".join(told.words.get("changes") or ["nothing weighs otherwise"])
    return (
        f"had what to check first learned from {told.word('decisions')} decisions, "
        f"{told.word('accepted')} of them to accept: {changes}."
    )


def in_runs(numbers: Sequence[int]) -> str:
    """Numbers in order, as a person writes them down: 1–13, 17, 19–20."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    return ", ".join(f"{run[0]}–{run[-1]}" if len(run) > 1 else f"{run[0]}" for run in runs)


def _described(told: EventWords) -> str:
    changes = told.words.get("changes") or {}
    names = [DESCRIBED.get(name, name) for name in changes]
    return f"changed what is known of the article: {', '.join(names)}."


DESCRIBED = {
    "given_title": "its title for readers",
    "publisher": "who published it",
    "original_url": "where it stands on the web",
    "rights": "whose it is",
    "writer_id": "its writer",
    "due_at": "when it is due",
}


def _reworded(told: EventWords) -> str:
    was, now = told.words.get("was") or {}, told.words.get("now") or {}
    parts = []
    if was.get("wording") != now.get("wording"):
        parts.append(f"worded {told.claim} anew: “{now.get('wording', '')}”")
    if was.get("kind") != now.get("kind"):
        kind = ClaimKind(now["kind"]).label.lower() if now.get("kind") else ""
        parts.append(f"called {told.claim} a {kind}")
    return f"{' and '.join(parts) or f'worded {told.claim} anew'}."


def _rechained(told: EventWords) -> str:
    names = " ← ".join(link[0] for link in told.words.get("now") or [] if link)
    if not names:
        return f"gave {told.claim} to the article’s own voice."
    return f"changed who says {told.claim}: {names}."


def _assigned(told: EventWords) -> str:
    to = told.person("now")
    return f"gave {told.claim} to {to}." if to else f"took {told.claim} from everybody’s hands."


def _disposed(told: EventWords) -> str:
    now = told.word("now")
    label = Disposition(now).label.lower() if now in Disposition.values else now
    return f"noted what happens to the text of {told.claim}: {label}."


def _exempted(told: EventWords) -> str:
    reason = told.word("reason")
    label = ExemptReason(reason).label.lower() if reason in ExemptReason.values else reason
    return f"exempted{told.quote('quote')}: {label}."


def _asked(told: EventWords) -> str:
    to = told.person("to")
    blocking = " a blocking question" if told.words.get("blocking") else " a question"
    return f"asked{f' {to}' if to else ''}{blocking} on {told.claim}:{told.quote('text')}."


def _renamed(told: EventWords) -> str:
    was, now = told.names
    return f"called {was} {now}."


def _merged(told: EventWords) -> str:
    was, now = told.names
    return f"found that {was} is {now}, and merged the two."


def _unmerged(told: EventWords) -> str:
    was, now = told.names
    return f"found that {now} is not {was}, and took the two apart."


def _cited(told: EventWords) -> str:
    stance = told.word("stance")
    label = Stance(stance).label.lower() if stance in Stance.values else "bears on it"
    return f"added evidence to {told.claim} that {label}:{told.quote('source')}."


def _found(told: EventWords) -> str:
    code = told.word("code")
    aspect = Aspect.ATTRIBUTION if told.word("aspect") == Aspect.ATTRIBUTION else Aspect.CONTENT
    definition = SCALES[aspect].get(code)
    on = f"{told.word('speaker')} in" if aspect == Aspect.ATTRIBUTION else "the content of"
    return f"found on {on} {told.claim}: {definition.word if definition else code}."


def _contacted(told: EventWords) -> str:
    if told.words.get("tried"):
        return f"noted an attempt to reach {told.word('speaker')} about {told.claim}."
    return f"noted why {told.word('speaker')} was not asked about {told.claim}."


def _published(told: EventWords) -> str:
    past = ", ".join(told.words.get("past") or [])
    return f"published edition {told.word('number')}{f', past {past}' if past else ''}."


SENTENCES: dict[str, Telling] = {
    # intake
    "article.brought_in": _brought_in,
    "article.described": _described,
    "article.new_text": _new_text,
    "article.carried": _carried,
    "article.renumbered": said("numbered the claims in the order of the text."),
    "claims.suggested": _suggested,
    # moves
    "claim.accepted": said("accepted {claim}."),
    "claim.started": said("began to check {claim}."),
    "claim.concluded": said("concluded the check of {claim}."),
    "claim.submitted": said("sent {claim} to review."),
    "claim.withdrawn": said("withdrew {claim} from review."),
    "claim.approved": said("approved {claim}."),
    "claim.sent_back": said("sent {claim} back."),
    "claim.reopened": said("reopened {claim}."),
    "claim.set_aside": said("set {claim} aside."),
    "claim.split": said("split {claim}."),
    "claim.split_off": lambda told: (
        f"split {told.claim} off claim {told.word('of')}:{told.quote('quote')}."
    ),
    "claim.merged": said("made {claim} one with its neighbour."),
    "claim.taken_back": said("took {claim} back."),
    "claim.waived": said("waived {claim}."),
    "claim.waiver_ended": said("ended the waiver of {claim}."),
    # claims
    "claim.marked": lambda told: f"marked {told.claim}:{told.quote('quote')}.",
    "claim.marked_again": _marked_again,
    "claim.reworded": _reworded,
    "claim.respanned": lambda told: f"moved {told.claim} to{told.quote('now')}.",
    "claim.rechained": _rechained,
    "claim.assigned": _assigned,
    "claim.disposed": _disposed,
    "exemption.made": _exempted,
    "exemption.lifted": lambda told: f"lifted the exemption of{told.quote('quote')}.",
    "step.undone": lambda told: f"undid:{told.quote('sentence')}",
    "question.asked": _asked,
    "question.answered": lambda told: f"answered a question on {told.claim}:{told.quote('text')}.",
    "question.closed": said("closed a question on {claim}."),
    "speaker.renamed": _renamed,
    "speaker.merged": _merged,
    "speaker.unmerged": _unmerged,
    # verification
    "evidence.added": _cited,
    "evidence.changed": lambda told: f"changed evidence of {told.claim}:{told.quote('source')}.",
    "evidence.withdrawn": lambda told: (
        f"took evidence back from {told.claim}:{told.quote('source')}."
    ),
    "verdict.found": _found,
    "contact.noted": _contacted,
    "source.added": said("added a source."),
    "source.changed": said("changed a source."),
    "source.opened": said("made a confidential source open."),
    "source.captured": said("stored a copy of a source."),
    # review
    "exemption.confirmed": said("confirmed an exemption."),
    "claim.confirmed": said("confirmed that {claim} is set aside."),
    "claim.released": said("decided on {claim} for the lawyers."),
    # publishing
    "address.chosen": said("chose the address of the report: {now}."),
    "edition.published": _published,
    "words.cleared": said("let words stand that look like a confidential source."),
    # people and house rules
    "person.added": said("added {name} to the desk."),
    "person.renamed": said("changed a name to {now}."),
    "person.password_set": said("set a new password for {who}."),
    "person.role_given": said("gave {who} the role {role}."),
    "person.role_taken": said("took the role {role} from {who}."),
    "person.granted": said("gave {who} the ability {ability}."),
    "person.grant_taken": said("took the ability {ability} from {who}."),
    "person.deactivated": said("closed the account of {who}."),
    "person.reactivated": said("opened the account of {who} again."),
    "rules.changed": said("changed the house rules."),
    "rules.label": said("renamed a verdict: {now}."),
    "order.learned": _learned,
    "order.put_back": said("put what to check first back to the starting weights."),
}
