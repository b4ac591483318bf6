"""Does the work on a claim carry its verdicts? Case by case, without a database."""

import pytest

from factcheck.core.verdicts import AttributionCode, ContentCode
from factcheck.verification import sourcing
from tests.facts import claim, contact, link, piece, secondary, source, verdict


def rules(lacks):
    return [lack.rule for lack in lacks]


def content(code, pieces=(), **fields):
    """A claim in the article's own voice with one verdict that rests on these pieces."""
    found = verdict(code, rests=[p.pk for p in pieces], **fields)
    return claim(verdicts=[found], evidence=pieces)


class TestAttribution:
    """G3."""

    def test_a_claim_in_the_articles_own_voice_lacks_nothing(self):
        assert rules(sourcing.attribution_lacks(claim())) == []

    @pytest.mark.parametrize("found", [[], [verdict("unchecked", link=1)]])
    def test_a_link_that_nobody_checked(self, found):
        lack = next(sourcing.attribution_lacks(claim(links=[link(1)], verdicts=found)))

        assert (lack.rule, lack.mend) == ("G3", "verdict")
        assert lack.message == "Nobody has checked whether Speaker 1 said it."

    def test_every_link_is_asked_for(self):
        facts = claim(links=[link(1), link(2, 1)])

        assert rules(sourcing.attribution_lacks(facts)) == ["G3", "G3"]

    @pytest.mark.parametrize("code", sorted(set(AttributionCode) - {"unchecked", "unconfirmed"}))
    def test_a_finding_rests_on_evidence_that_it_was_said(self, code):
        said = piece(1, aspect="attribution", link=1)
        borne = claim(links=[link(1)], evidence=[said], verdicts=[verdict(code, link=1, rests=[1])])
        bare = claim(links=[link(1)], evidence=[said], verdicts=[verdict(code, link=1)])

        assert rules(sourcing.attribution_lacks(borne)) == []
        assert [(x.rule, x.mend) for x in sourcing.attribution_lacks(bare)] == [("G3", "evidence")]

    @pytest.mark.parametrize(
        "other", [piece(1), piece(1, aspect="attribution", link=2)], ids=["content", "link"]
    )
    def test_evidence_of_another_question_bears_no_attribution(self, other):
        facts = claim(
            links=[link(1)],
            evidence=[other],
            verdicts=[verdict("confirmed_verbatim", link=1, rests=[1])],
        )

        assert rules(sourcing.attribution_lacks(facts)) == ["G3"]

    def test_evidence_that_was_taken_back_bears_nothing(self):
        found = verdict("confirmed_verbatim", link=1, rests=[1])

        assert rules(sourcing.attribution_lacks(claim(links=[link(1)], verdicts=[found]))) == ["G3"]

    def test_confidential_evidence_bears_an_attribution(self):
        said = piece(1, aspect="attribution", link=1, source=source(confidential=True))
        facts = claim(
            links=[link(1)],
            evidence=[said],
            verdicts=[verdict("confirmed_paraphrase", link=1, rests=[1])],
        )

        assert rules(sourcing.attribution_lacks(facts)) == []

    @pytest.mark.parametrize(
        ("contacts", "missing"),
        [
            ([], ["G3"]),
            ([contact(10)], []),
            ([contact(10, reached_on=None, not_tried_because="He died in 1987.")], []),
            ([contact(20)], ["G3"]),
        ],
        ids=["nobody asked", "asked", "reason why not", "somebody else asked"],
    )
    def test_not_confirmed_needs_an_attempt_or_a_reason(self, contacts, missing):
        found = verdict("unconfirmed", link=1)
        facts = claim(links=[link(1)], verdicts=[found], contacts=contacts)

        assert rules(sourcing.attribution_lacks(facts)) == missing


class TestContent:
    """G4."""

    @pytest.mark.parametrize("found", [[], [verdict("unchecked")]])
    def test_content_that_nobody_checked(self, found):
        lacks = list(sourcing.content_lacks(claim(verdicts=found)))

        assert [(lack.rule, lack.message) for lack in lacks] == [
            ("G4", "Nobody has checked whether it is true.")
        ]

    @pytest.mark.parametrize(
        ("code", "stance", "bears"),
        [
            ("accurate", "supports", True),
            ("accurate", "refutes", False),
            ("accurate", "context", False),
            ("inaccurate", "refutes", True),
            ("inaccurate", "supports", False),
            ("inaccurate", "context", False),
            *((code, stance, True) for code in ("needs_context", "outdated", "misleading")
              for stance in ("supports", "refutes", "context")),
        ],
    )  # fmt: skip
    def test_one_primary_source_bears_it_where_it_points_the_right_way(self, code, stance, bears):
        facts = content(code, [piece(1, stance=stance)])

        assert (not list(sourcing.content_lacks(facts))) is bears

    @pytest.mark.parametrize(("count", "bears"), [(0, False), (1, False), (2, False), (3, True)])
    def test_three_secondary_sources_bear_it(self, count, bears):
        facts = content("accurate", [secondary(n) for n in range(1, count + 1)])

        assert (not list(sourcing.content_lacks(facts))) is bears

    def test_a_source_that_points_elsewhere_is_not_counted(self):
        pieces = [secondary(1), secondary(2), secondary(3, stance="context")]

        assert rules(sourcing.content_lacks(content("accurate", pieces))) == ["G4"]

    @pytest.mark.parametrize(
        ("fields", "bears"),
        [
            ([{"origin": "AFP"}, {"origin": "afp "}, {"origin": "dpa"}], False),
            ([{"origin": "AFP"}, {"origin": "dpa"}, {"origin": "ANSA"}], True),
            ([{"publisher": "Le Monde"}, {"publisher": "le  monde"}, {}], False),
            ([{"publisher": "Le Monde"}, {"publisher": "Die Zeit"}, {}], True),
            ([{"publisher": "AFP"}, {"publisher": "Le Monde", "origin": "AFP"}, {}], False),
            ([{"publisher": "A", "origin": "AFP"}, {"publisher": "A", "origin": "dpa"}, {}], True),
            ([{"confidential": True}, {}, {}], True),
            ([{"confidential": True}, {"confidential": True}, {}], False),
            ([{"url": "https://a.example/1"}, {"url": "https://www.A.example/2"}, {}], False),
            ([{"url": ""}, {"url": ""}, {}], False),
            ([{"url": ""}, {}, {}], True),
        ],
        ids=[
            "one wire twice", "three wires", "one publisher twice", "two publishers",
            "the wire and its copy", "one paper, two wires", "one confidential",
            "confidential counts once", "one site twice", "nameless twice", "nameless once",
        ],
    )  # fmt: skip
    def test_sources_of_one_origin_count_once(self, fields, bears):
        pieces = [secondary(n, **own) for n, own in enumerate(fields, start=1)]

        assert (not list(sourcing.content_lacks(content("accurate", pieces)))) is bears

    def test_the_same_source_twice_counts_once(self):
        one = source(1)
        pieces = [piece(n, primary=False, source=one) for n in (1, 2, 3)]

        assert rules(sourcing.content_lacks(content("accurate", pieces))) == ["G4"]

    def test_a_confidential_source_is_never_primary(self):
        pieces = [piece(1, primary=True, source=source(confidential=True))]

        assert rules(sourcing.content_lacks(content("accurate", pieces))) == ["G4"]

    @pytest.mark.parametrize("code", sorted(sourcing.FINDINGS_ON_EVIDENCE | {ContentCode.DISPUTED}))
    def test_the_article_is_no_evidence_for_itself(self, code):
        own = source(is_the_article=True)
        pieces = [piece(n, stance=s, source=own) for n, s in enumerate(("supports", "refutes"))]

        assert rules(sourcing.content_lacks(content(code, pieces))) == ["G4"]

    def test_evidence_that_it_was_said_does_not_bear_content(self):
        said = piece(1, aspect="attribution", link=1)

        assert rules(sourcing.content_lacks(content("accurate", [said]))) == ["G4"]

    @pytest.mark.parametrize(
        ("stances", "missing"),
        [
            (["supports", "refutes"], []),
            (["supports"], ["G4"]),
            (["refutes", "context"], ["G4"]),
            ([], ["G4"]),
        ],
    )
    def test_disputed_needs_evidence_for_either_side(self, stances, missing):
        pieces = [piece(n, stance=stance) for n, stance in enumerate(stances, start=1)]

        assert rules(sourcing.content_lacks(content("disputed", pieces))) == missing

    @pytest.mark.parametrize("code", ["unsupported", "unverifiable"])
    @pytest.mark.parametrize(
        ("searched", "missing"), [("", ["G4"]), (" \n", ["G4"]), ("The town’s archive.", [])]
    )
    def test_what_was_not_found_says_where_it_was_looked_for(self, code, searched, missing):
        assert rules(sourcing.content_lacks(content(code, searched=searched))) == missing

    @pytest.mark.parametrize(("why", "missing"), [("A wish.", []), ("", ["G4"]), (" ", ["G4"])])
    def test_not_checkable_says_why(self, why, missing):
        assert rules(sourcing.content_lacks(content("not_checkable", rationale=why))) == missing

    @pytest.mark.parametrize(
        ("inner", "outer", "why", "missing"),
        [
            ("unconfirmed", "confirmed_paraphrase", "We vouch for no more.", []),
            ("unconfirmed", "confirmed_verbatim", "We vouch for no more.", []),
            ("confirmed_verbatim", "unconfirmed", "We vouch for no more.", ["G4"]),
            ("confirmed_verbatim", "confirmed_verbatim", "", ["G4"]),
        ],
    )
    def test_only_that_it_was_said_needs_the_outermost_speaker(self, inner, outer, why, missing):
        facts = claim(
            links=[link(1), link(2, 1)],
            verdicts=[
                verdict(inner, 1, link=1),
                verdict(outer, 2, link=2),
                verdict("attribution_only", 3, rationale=why),
            ],
        )

        assert rules(sourcing.content_lacks(facts)) == missing

    @pytest.mark.parametrize("links", [[], [link(1)]], ids=["own voice", "nothing found yet"])
    def test_only_that_it_was_said_needs_somebody_who_said_it(self, links):
        facts = claim(links=links, verdicts=[verdict("attribution_only")])

        assert rules(sourcing.content_lacks(facts)) == ["G4"]

    def test_where_it_is_mended_depends_on_the_verdict(self):
        thin, silent = content("accurate"), content("unsupported")

        assert next(sourcing.content_lacks(thin)).mend == "evidence"
        assert next(sourcing.content_lacks(silent)).mend == "verdict"


class TestOtherSide:
    """G5."""

    @pytest.mark.parametrize("code", sorted(set(ContentCode) - set(sourcing.OTHER_SIDE)))
    def test_a_mild_verdict_needs_no_other_side(self, code):
        assert rules(sourcing.other_side_lacks(content(code))) == []

    def test_nothing_found_needs_no_other_side(self):
        assert rules(sourcing.other_side_lacks(claim())) == []

    @pytest.mark.parametrize(
        ("code", "stances", "searched", "missing"),
        [
            ("inaccurate", ["refutes"], "", ["G5"]),
            ("inaccurate", ["refutes", "supports"], "", []),
            ("inaccurate", ["refutes"], "Asked the ministry.", []),
            ("inaccurate", ["refutes"], "  ", ["G5"]),
            ("misleading", ["context"], "", ["G5"]),
            ("misleading", ["supports"], "", []),
            ("disputed", ["supports"], "", ["G5"]),
            ("disputed", ["supports", "refutes"], "", []),
            ("disputed", ["supports"], "Asked the ministry.", []),
        ],
    )
    def test_a_hard_verdict_shows_the_other_side(self, code, stances, searched, missing):
        pieces = [piece(n, stance=stance) for n, stance in enumerate(stances, start=1)]
        facts = content(code, pieces, searched=searched)

        assert rules(sourcing.other_side_lacks(facts)) == missing

    def test_the_article_does_not_speak_for_the_other_side(self):
        pieces = [
            piece(1, stance="refutes"),
            piece(2, stance="supports", source=source(2, is_the_article=True)),
        ]

        assert rules(sourcing.other_side_lacks(content("inaccurate", pieces))) == ["G5"]


class TestFacts:
    def test_a_claim_shows_its_weakest_link(self):
        facts = claim(
            links=[link(1), link(2, 1)],
            verdicts=[
                verdict("confirmed_verbatim", 1, link=1),
                verdict("altered", 2, link=2),
            ],
        )

        assert (facts.attribution, facts.content) == ("altered", "unchecked")

    def test_a_link_without_a_finding_is_unchecked(self):
        facts = claim(links=[link(1)], verdicts=[verdict("accurate")])

        assert (facts.attribution, facts.content) == ("unchecked", "accurate")

    def test_the_articles_own_voice_is_attributed_to_nobody(self):
        assert claim().attribution == "not_applicable"

    def test_all_that_the_second_look_asks_comes_in_order(self):
        facts = claim(
            links=[link(1)],
            evidence=[piece(1, stance="context", locator="")],
            verdicts=[verdict("inaccurate", rests=[1])],
        )

        assert rules(sourcing.lacks(facts)) == ["G3", "G4", "G5", "G6"]
