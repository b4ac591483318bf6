"""Every rule of the gate: kept, broken, switched off, passed by break-glass.

Here the gate is asked of dossiers that are laid out by hand, so that each lacks one thing and one
thing only; test_gate_through_actions asks it of articles that people worked on.
"""

from dataclasses import replace
from datetime import UTC, date, datetime
from types import SimpleNamespace

import pytest

from factcheck.claims.models import Claim, Exemption
from factcheck.core.spans import Span
from factcheck.intake.models import Article, Passage, Version
from factcheck.people.models import User
from factcheck.policy.house_rules import Rules
from factcheck.publishing.assemble import Dossier
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.gate import judge
from factcheck.publishing.leaks import Secret
from factcheck.review.approval_digest import digest_of
from factcheck.review.models import Decision
from factcheck.verification.facts import (
    CaptureFact,
    ClaimFacts,
    ContactFact,
    EvidenceFact,
    LinkFact,
    SourceFact,
    VerdictFact,
)

TITLE = "Ferries are always late"
TEXT = TITLE + "\n\nThe ferries were late on 40 days, the harbour office said."
CLEO, ROSA = 1, 2
LINK = LinkFact(
    5, 0, 9, "Harbour office", "organisation", "the harbour office", "said", "indirect", True
)
LOG = SourceFact(
    pk=3, kind="dataset", kind_word="Dataset", shown="Berth log", publisher="Harbour", author="",
    url="", published_on=None, origin="", interests="", confidential=False, has_private_note=False,
    note_digest="", is_the_article=False,
)  # fmt: skip
COPY = CaptureFact(4, date(2026, 3, 1), "ab" * 32)


def evidence(pk, aspect, link=None, stance="supports", **changes):
    piece = EvidenceFact(
        pk=pk, aspect=aspect, link=link, stance=stance, primary=True, locator="row 7",
        excerpt="40", note="", source=LOG, capture=COPY, added_by=CLEO,
    )  # fmt: skip
    return replace(piece, **changes)


def verdict(pk, aspect, code, link=None, rests=(), **changes):
    found = VerdictFact(
        pk=pk, aspect=aspect, link=link, code=code, rationale="The log has it.", searched="",
        as_of=None, look_again=None, found_by=CLEO, found_by_name="Cleo",
        found_at=datetime(2026, 3, 4, tzinfo=UTC), evidence=frozenset(rests),
    )  # fmt: skip
    return replace(found, **changes)


FACTS = ClaimFacts(
    pk=1, number=1, article=1, wording="Ferries were late on 40 days.", kind="number",
    stage="approved", disposition="stands", quotes=("The ferries were late on 40 days",),
    spans=((len(TITLE) + 2, TEXT.index(", the")),), links=(LINK,),
    verdicts=(
        verdict(1, "attribution", "confirmed_paraphrase", link=5, rests=[1]),
        verdict(2, "content", "accurate", rests=[2]),
    ),
    evidence=(evidence(1, "attribution", link=5), evidence(2, "content")),
    contacts=(), hands=frozenset({CLEO}),
)  # fmt: skip


def dossier(facts=FACTS, claim=None, decision=None, **changes):
    """An article with one claim in perfect order, but for what is handed in."""
    version = Version(pk=1, article_id=1, number=1, title=TITLE, text=TEXT, words=15)
    article = Article(pk=1, rights="own", current_version=version)
    row = claim or Claim(pk=1, article=article, number=1, stage="approved", wording=facts.wording)
    approval = decision or Decision(
        pk=1, digest=digest_of(facts), decided_by=User(pk=ROSA, name="Rosa")
    )
    found = Dossier(
        article=article,
        version=version,
        passages=[
            Passage(pk=1, version=version, position=0, role="title", start=0, end=len(TITLE)),
            Passage(
                pk=2, version=version, position=1, role="body", start=len(TITLE) + 2, end=len(TEXT)
            ),
        ],
        claims=[row],
        facts={1: facts},
        approvals={1: approval},
        exemptions=[Exemption(pk=9, start=0, end=len(TITLE), quote=TITLE, reason="opinion")],
        unconfirmed=[],
        self_confirmed=[],
        seeds={
            1: [Span(TEXT.index("the harbour"), len(TEXT) - 6), Span(len(TEXT) - 5, len(TEXT) - 1)]
        },
        questions=[],
        secrets=[],
        cleared=frozenset(),
        hidden_contacts=frozenset(),
        rules=Rules(),
        numbers={},
        editions=0,
        slug="",
    )
    return replace(found, **changes)


def with_verdicts(*verdicts, **changes):
    return replace(FACTS, verdicts=verdicts, **changes)


SAID = FACTS.verdicts[0]


def row(stage="approved", **fields):
    return Claim(
        pk=1, article=Article(pk=1), number=1, stage=stage, wording=FACTS.wording, **fields
    )


def question(answered_at=None):
    asker = User(pk=CLEO, name="Cleo")
    return SimpleNamespace(
        asked_by=asker, text="The whole year?", answered_at=answered_at, to=None, claim_id=1,
        claim=row(),
    )  # fmt: skip


def unconfirmed(what):
    return SimpleNamespace(row=what, quote="the harbour office said", kind="", reason="", by=None)


def untitled():
    found = dossier()
    version = Version(pk=1, article_id=1, number=1, title="", text=TEXT, words=15)
    return replace(found, article=Article(pk=1, rights="own", current_version=version))


def secret(text):
    return dossier(
        facts := replace(FACTS, wording=text),
        decision=Decision(pk=1, digest=digest_of(facts), decided_by=User(pk=ROSA)),
        secrets=[Secret(source=8, titles=("Ada Winterbourne",))],
    )


BROKEN = {
    "G1 open words": ("G1", lambda: dossier(seeds={})),
    "G2 claim in the work": ("G2", lambda: dossier(claim=row("checked"))),
    "G2 exemption alone": (
        "G2",
        lambda: dossier(unconfirmed=[unconfirmed(Exemption(pk=1, quote="x"))]),
    ),
    "G2 set aside alone": ("G2", lambda: dossier(unconfirmed=[unconfirmed(row("set_aside"))])),
    "G3 link unchecked": ("G3", lambda: dossier(with_verdicts(FACTS.verdicts[1]))),
    "G3 no evidence that it was said": (
        "G3",
        lambda: dossier(with_verdicts(replace(SAID, evidence=frozenset()), FACTS.verdicts[1])),
    ),
    "G3 not confirmed and nobody asked": (
        "G3",
        lambda: dossier(with_verdicts(replace(SAID, code="unconfirmed"), FACTS.verdicts[1])),
    ),
    "G4 content unchecked": ("G4", lambda: dossier(with_verdicts(SAID))),
    "G4 one secondary source": (
        "G4",
        lambda: dossier(
            replace(FACTS, evidence=(FACTS.evidence[0], evidence(2, "content", primary=False)))
        ),
    ),
    "G4 stance does not bear it": (
        "G4",
        lambda: dossier(
            replace(FACTS, evidence=(FACTS.evidence[0], evidence(2, "content", stance="refutes")))
        ),
    ),
    "G4 unsupported without a search": (
        "G4",
        lambda: dossier(with_verdicts(SAID, verdict(2, "content", "unsupported"), contacts=(CONTACT,))),
    ),
    "G5 other side missing": (
        "G5",
        lambda: dossier(
            with_verdicts(
                SAID, verdict(2, "content", "misleading", rests=[2]),
                evidence=(FACTS.evidence[0], evidence(2, "content", stance="refutes")),
                disposition="fixed", contacts=(CONTACT,),
            ),
            claim=row(disposition="fixed"),
        ),
    ),
    "G6 no copy": (
        "G6",
        lambda: dossier(
            replace(FACTS, evidence=(FACTS.evidence[0], evidence(2, "content", capture=None)))
        ),
    ),
    "G7 approved by a contributor": (
        "G7",
        lambda: dossier(
            decision=Decision(pk=1, digest=digest_of(FACTS), decided_by=User(pk=CLEO, name="Cleo"))
        ),
    ),
    "G7 approved by nobody": ("G7", lambda: dossier(approvals={})),
    "G7 waived by a contributor": (
        "G7",
        lambda: dossier(claim=row("waived", waived_by=User(pk=CLEO))),
    ),
    "G7 exemption confirmed by its maker": (
        "G7",
        lambda: dossier(self_confirmed=[unconfirmed(Exemption(pk=1))]),
    ),
    "G8 changed after approval": (
        "G8",
        lambda: dossier(decision=Decision(pk=1, digest="0" * 64, decided_by=User(pk=ROSA))),
    ),
    "G9 nobody asked": (
        "G9",
        lambda: dossier(
            with_verdicts(
                SAID, verdict(2, "content", "unsupported", searched="The archive of the office.")
            )
        ),
    ),
    "G10 with the lawyers": ("G10", lambda: dossier(claim=row(disposition="legal_review"))),
    "G11 no title": ("G11", untitled),
    "G11 not in the current text": ("G11", lambda: dossier(replace(FACTS, spans=()))),
    "G12 question open": ("G12", lambda: dossier(questions=[question()])),
    "G13 source shows": ("G13", lambda: secret("Ada Winterbourne says 40 days.")),
    "G14 fix asked for": ("G14", lambda: dossier(claim=row(disposition="fix_requested"))),
    "G14 found wrong and stands": (
        "G14",
        lambda: dossier(
            with_verdicts(
                SAID, verdict(2, "content", "inaccurate", rests=[2], searched="Everywhere."),
                evidence=(FACTS.evidence[0], evidence(2, "content", stance="refutes")),
                contacts=(CONTACT,),
            )
        ),
    ),
}  # fmt: skip
CONTACT = ContactFact(
    1, 9, "Harbour office", True, datetime(2026, 3, 3, tzinfo=UTC), "", "Yes.", None, ""
)


def rules_of(found):
    return {blocker.rule for blocker in judge(found).blockers}


def test_gate_is_open_where_everything_is_in_order():
    gate = judge(dossier())

    assert gate.blockers == ()
    assert gate.open
    assert gate.lets_through()
    assert [demand.code for demand in gate.passed] == list(DEMANDS)


@pytest.mark.parametrize("case", BROKEN)
def test_broken_rule_blocks_and_says_where_to_mend_it(case):
    rule, build = BROKEN[case]

    found = [blocker for blocker in judge(build()).blockers if blocker.rule == rule]

    assert found
    for blocker in found:
        assert blocker.url.startswith("/desk/")
        assert blocker.title
        assert blocker.message.endswith((".", "”", "?", "!"))
        assert blocker.break_glass is DEMANDS[rule].break_glass


@pytest.mark.parametrize("case", BROKEN)
def test_broken_rule_that_is_switched_off_blocks_only_where_it_cannot_be(case):
    rule, build = BROKEN[case]

    blocked = rules_of(replace(build(), rules=Rules(off=frozenset(_switchable() & {rule}))))

    assert (rule in blocked) is DEMANDS[rule].fixed


@pytest.mark.parametrize("case", BROKEN)
def test_break_glass_passes_a_broken_rule_only_where_it_may(case):
    _, build = BROKEN[case]
    gate = judge(build())

    through = bool(gate.lets_through(glass=True))

    assert not gate.lets_through()
    assert through is not any(DEMANDS[blocker.rule].fixed for blocker in gate.blockers)


def test_every_rule_has_a_case():
    assert {rule for rule, _ in BROKEN.values()} == set(DEMANDS)


def test_rules_that_cannot_be_switched_off():
    fixed = {code for code, demand in DEMANDS.items() if demand.fixed}

    assert fixed == {"G7", "G8", "G10", "G11", "G13"}
    assert fixed & _switchable() == set()


def test_boilerplate_is_never_open():
    found = dossier(seeds={})
    found.passages[1].role = "boilerplate"

    assert "G1" not in rules_of(found)


def test_title_of_the_text_is_open_like_any_passage():
    found = dossier(exemptions=[])

    (blocker,) = judge(found).blockers

    assert (blocker.rule, blocker.title) == ("G1", "The title is not accounted for")


def test_waived_claim_is_not_asked_for_findings():
    waived = row("waived", waived_by=User(pk=ROSA))

    assert rules_of(dossier(with_verdicts(), claim=waived)) == set()


def test_findings_are_not_asked_for_where_a_claim_goes_out_as_not_checked():
    found = dossier(with_verdicts(), claim=row("open"))

    assert rules_of(replace(found, rules=Rules(off=frozenset({"G2"})))) == set()


def test_break_glass_names_only_the_rules_that_readers_would_miss():
    gate = judge(dossier(with_verdicts(), claim=row("open")))

    assert {blocker.rule for blocker in gate.blockers} == {"G2", "G3", "G4"}
    assert gate.past == {"G2"}


def test_somebody_elses_article_may_leave_a_wrong_claim_standing():
    found = BROKEN["G14 found wrong and stands"][1]()
    theirs = Article(pk=1, rights="third_party", current_version=found.version)

    assert "G14" not in rules_of(replace(found, article=theirs))


@pytest.mark.parametrize(
    ("answered_at", "turn"),
    [
        (None, "Somebody answers, then Cleo closes it."),
        (datetime(2026, 3, 4, tzinfo=UTC), "It is answered; Cleo closes it."),
    ],
)
def test_question_says_whose_turn_it_is(answered_at, turn):
    (blocker,) = judge(dossier(questions=[question(answered_at)])).blockers

    assert blocker.message == f"Cleo asks: “The whole year?”. {turn}"


def test_leak_names_neither_the_source_nor_the_words():
    (blocker,) = [b for b in judge(secret("Ada Winterbourne says 40.")).blockers if b.rule == "G13"]

    assert "winterbourne" not in f"{blocker.title} {blocker.message} {blocker.url}".casefold()


def test_leak_that_was_cleared_does_not_block():
    found = secret("Ada Winterbourne says 40 days.")
    (blocker,) = [b for b in judge(found).blockers if b.rule == "G13"]

    assert "G13" not in rules_of(replace(found, cleared=frozenset({blocker.hit})))


def test_sentence_for_readers_is_looked_at_as_well():
    found = dossier(secrets=[Secret(source=8, titles=("Ada Winterbourne",))])

    gate = judge(found, public="Ada Winterbourne could not wait.")

    assert [blocker.rule for blocker in gate.blockers] == ["G13"]


def _switchable():
    return {code for code, demand in DEMANDS.items() if not demand.fixed}
