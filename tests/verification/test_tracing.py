"""Can it be found again, was whoever is named asked? Case by case, without a database."""

from datetime import date

import pytest

from factcheck.core.verdicts import AttributionCode, ContentCode
from factcheck.verification import sourcing
from tests.facts import claim, contact, link, piece, source, verdict


def rules(lacks):
    return [lack.rule for lack in lacks]


def content(code, pieces=(), **fields):
    """A claim in the article's own voice with one verdict that rests on these pieces."""
    found = verdict(code, rests=[p.pk for p in pieces], **fields)
    return claim(verdicts=[found], evidence=pieces)


class TestTracing:
    """G6."""

    @pytest.mark.parametrize(
        ("fields", "message"),
        [
            ({}, None),
            ({"locator": ""}, "Page 1: it lacks the place in it."),
            ({"excerpt": " "}, "Page 1: it lacks an excerpt."),
            ({"capture": None}, "Page 1: it lacks a stored copy."),
            (
                {"locator": "", "excerpt": "", "capture": None},
                "Page 1: it lacks the place in it and an excerpt and a stored copy.",
            ),
        ],
    )
    def test_evidence_can_be_found_again(self, fields, message):
        lacks = list(sourcing.tracing_lacks(content("accurate", [piece(1, **fields)])))

        assert [lack.message for lack in lacks] == ([message] if message else [])

    @pytest.mark.parametrize(
        ("note", "day", "missing"),
        [
            ("Cleo asked the harbour master.", date(2026, 3, 1), []),
            ("Cleo asked the harbour master.", None, ["G6"]),
            ("", date(2026, 3, 1), ["G6"]),
            (" ", date(2026, 3, 1), ["G6"]),
        ],
    )
    def test_a_conversation_has_a_dated_note_instead(self, note, day, missing):
        talk = source(kind="interview", published_on=day)
        told = piece(1, source=talk, note=note, locator="", excerpt="", capture=None)

        assert rules(sourcing.tracing_lacks(content("accurate", [told]))) == missing

    @pytest.mark.parametrize(
        ("note", "private", "missing"),
        [("Met her twice.", False, []), ("", True, []), ("", False, ["G6"]), (" ", False, ["G6"])],
    )
    def test_a_confidential_source_has_a_note_instead(self, note, private, missing):
        hidden = source(confidential=True, has_private_note=private)
        told = piece(1, source=hidden, note=note, locator="", excerpt="", capture=None)

        assert rules(sourcing.tracing_lacks(content("accurate", [told]))) == missing

    def test_evidence_that_no_verdict_rests_on_is_not_asked(self):
        facts = claim(verdicts=[verdict("accurate")], evidence=[piece(1, locator="")])

        assert rules(sourcing.tracing_lacks(facts)) == []


class TestContact:
    """G9."""

    HURTFUL = ["altered", "fabricated", "out_of_context", "wrong_speaker"]

    @pytest.mark.parametrize("code", sorted(AttributionCode))
    def test_a_finding_on_what_somebody_said(self, code):
        facts = claim(links=[link(1)], verdicts=[verdict(code, link=1)])

        expected = ["G9"] if code in self.HURTFUL else []
        assert rules(sourcing.contact_lacks(facts)) == expected

    @pytest.mark.parametrize("code", sorted(ContentCode))
    def test_a_finding_on_what_is_true_concerns_who_holds_it(self, code):
        outer = link(2, 1)
        facts = claim(links=[link(1), outer], verdicts=[verdict(code)])

        lacks = list(sourcing.contact_lacks(facts))
        hurts = code in {"misleading", "inaccurate", "unsupported"}
        assert [lack.message for lack in lacks] == (
            ["Speaker 1 was not asked, and no reason is given."] if hurts else []
        )

    @pytest.mark.parametrize(
        ("links", "contacts"),
        [
            ([], []),
            ([link(1, speaker_kind="unnamed")], []),
            ([link(1)], [contact(10)]),
            ([link(1)], [contact(10, reached_on=None, not_tried_because="He is in hiding.")]),
        ],
        ids=["own voice", "unnamed", "asked", "reason why not"],
    )
    def test_nobody_named_waits_to_be_asked(self, links, contacts):
        facts = claim(links=links, contacts=contacts, verdicts=[verdict("inaccurate")])

        assert rules(sourcing.contact_lacks(facts)) == []

    def test_asking_somebody_else_is_not_asking(self):
        facts = claim(links=[link(1)], contacts=[contact(99)], verdicts=[verdict("inaccurate")])

        assert rules(sourcing.contact_lacks(facts)) == ["G9"]

    def test_one_finding_on_words_and_content_asks_once(self):
        facts = claim(
            links=[link(1)],
            verdicts=[verdict("altered", 1, link=1), verdict("inaccurate", 2)],
        )

        assert rules(sourcing.contact_lacks(facts)) == ["G9"]
