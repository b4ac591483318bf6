"""What a signature covers, and what it does not."""

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from factcheck.review.approval_digest import covered, digest_of
from factcheck.review.queries import contributors
from factcheck.verification.facts import CaptureFact
from tests.facts import claim, link, piece, source, verdict

HIDDEN = source(4, confidential=True, shown="An official", note_digest="n" * 64)


def whole():
    """A claim with something in every place that a signature covers."""
    evidence = (
        piece(1, source=source(1, publisher="Harbour", origin="AFP"), added_by=7),
        piece(2, stance="context", primary=False, added_by=8),
        piece(3, aspect="attribution", link=1, added_by=9),
        piece(4, source=HIDDEN, note="Met her twice."),
        piece(5, added_by=10),
    )
    return claim(
        quotes=("Ferries were late", "on 40 days"),
        links=(link(1), link(2, 1)),
        evidence=evidence,
        verdicts=(
            verdict("needs_context", 1, rests=[1, 2, 4], searched="The archive.", found_by=5),
            verdict("confirmed_paraphrase", 2, link=1, rests=[3], found_by=6),
            verdict("unconfirmed", 3, link=2, searched="The web.", found_by=6),
        ),
        hands=frozenset({3, 4}),
    )


FACTS = whole()


def with_piece(index, **changes):
    evidence = list(FACTS.evidence)
    evidence[index] = replace(evidence[index], **changes)
    return replace(FACTS, evidence=tuple(evidence))


def with_source(index, **changes):
    return with_piece(index, source=replace(FACTS.evidence[index].source, **changes))


def with_verdict(index, **changes):
    verdicts = list(FACTS.verdicts)
    verdicts[index] = replace(verdicts[index], **changes)
    return replace(FACTS, verdicts=tuple(verdicts))


def with_link(index, **changes):
    links = list(FACTS.links)
    links[index] = replace(links[index], **changes)
    return replace(FACTS, links=tuple(links))


COVERED = {
    "wording": replace(FACTS, wording="Other words."),
    "kind": replace(FACTS, kind="number"),
    "quote of an anchor": replace(FACTS, quotes=("Ferries were late", "on 41 days")),
    "one anchor more": replace(FACTS, quotes=(*FACTS.quotes, "40 days")),
    "a speaker's shown name": with_link(0, speaker_name="Harbour master"),
    "a speaker's kind": with_link(0, speaker_kind="person"),
    "words as written": with_link(1, words="the office"),
    "cue": with_link(1, cue="claimed"),
    "quote kind": with_link(1, quote_kind="direct"),
    "which link governs": replace(
        FACTS,
        links=(replace(FACTS.links[0], governs=False), replace(FACTS.links[1], governs=True)),
    ),
    "one link less": replace(FACTS, links=FACTS.links[:1], verdicts=FACTS.verdicts[:2]),
    "a verdict": with_verdict(0, code="outdated"),
    "rationale": with_verdict(0, rationale="Because."),
    "searched": with_verdict(0, searched="Elsewhere."),
    "as of": with_verdict(0, as_of=date(2026, 3, 1)),
    "look again": with_verdict(0, look_again=date(2026, 3, 1)),
    "a verdict taken away": replace(FACTS, verdicts=FACTS.verdicts[:2]),
    "what a verdict rests on": with_verdict(0, evidence=frozenset({1, 2})),
    "which link a verdict is on": with_verdict(1, link=2),
    "a piece's link": with_piece(2, link=2),
    "a piece's aspect": with_piece(1, aspect="attribution"),
    "stance": with_piece(1, stance="supports"),
    "primary": with_piece(1, primary=True),
    "locator": with_piece(1, locator="page 3"),
    "excerpt": with_piece(1, excerpt="41 days"),
    "note": with_piece(1, note="Seen on paper."),
    "digest of the capture": with_piece(
        1, capture=CaptureFact(pk=1, taken_on=date(2026, 3, 1), sha256="b" * 64)
    ),
    "no capture": with_piece(1, capture=None),
    "a source's title": with_source(0, shown="Another page"),
    "a source's kind": with_source(0, kind="document"),
    "a source's publisher": with_source(0, publisher="Someone"),
    "a source's author": with_source(0, author="Someone"),
    "a source's address": with_source(0, url="https://harbour.example/"),
    "a source's date": with_source(0, published_on=date(2026, 3, 1)),
    "a source's origin": with_source(0, origin="dpa"),
    "a source's interests": with_source(0, interests="Paid by the harbour."),
    "which confidential source": with_source(3, pk=40),
    "a confidential source's public description": with_source(3, shown="A diplomat"),
    "a confidential source's note": with_source(3, note_digest="m" * 64),
    "the note on confidential evidence": with_piece(3, note="Met her thrice."),
}


@pytest.mark.parametrize("changed", COVERED.values(), ids=COVERED)
def test_digest_changes_with_what_is_covered(changed):
    assert digest_of(changed) != digest_of(FACTS)


NOT_COVERED = {
    "id of the claim": replace(FACTS, pk=99),
    "number": replace(FACTS, number=99),
    "article": replace(FACTS, article=99),
    "stage": replace(FACTS, stage="approved"),
    "disposition": replace(FACTS, disposition="legal_review"),
    "offsets": replace(FACTS, spans=((100, 117), (120, 130))),
    "hands": replace(FACTS, hands=frozenset({99})),
    "a waiver": replace(FACTS, waived_because="No time.", waived_by_name="Pia", waived_by=9),
    "evidence that no verdict rests on": replace(FACTS, evidence=FACTS.evidence[:4]),
    "such evidence changed": with_piece(4, locator="page 9"),
    "who found": with_verdict(0, found_by=99, found_by_name="Zoe"),
    "id of a verdict": with_verdict(0, pk=99),
    "who brought": with_piece(0, added_by=99, changed_by=frozenset({98})),
    "id of an open source": with_source(0, pk=99),
    "day of a capture": with_piece(
        0, capture=CaptureFact(pk=9, taken_on=date(2026, 3, 2), sha256="a" * 64)
    ),
    "locator of confidential evidence": with_piece(3, locator="second meeting"),
    "name of a confidential source's kind": with_source(3, kind="interview"),
}


@pytest.mark.parametrize("changed", NOT_COVERED.values(), ids=NOT_COVERED)
def test_digest_stands_where_what_changed_is_not_covered(changed):
    assert digest_of(changed) == digest_of(FACTS)


def renumbered(facts, shift):
    """The same, in rows with other keys."""
    keys = {step.pk: step.pk + shift for step in facts.links} | {None: None}
    return replace(
        facts,
        links=tuple(
            replace(step, pk=keys[step.pk], speaker=step.speaker + shift) for step in facts.links
        ),
        evidence=tuple(replace(p, pk=p.pk + shift, link=keys[p.link]) for p in facts.evidence),
        verdicts=tuple(
            replace(
                v,
                pk=v.pk + shift,
                link=keys[v.link],
                evidence=frozenset(key + shift for key in v.evidence),
            )
            for v in facts.verdicts
        ),
    )


@given(st.randoms(use_true_random=False), st.integers(0, 1000))
def test_digest_does_not_depend_on_rows(chance, shift):
    facts = renumbered(FACTS, shift)
    shuffled = {
        name: tuple(chance.sample(rows, len(rows)))
        for name, rows in (
            ("links", facts.links), ("evidence", facts.evidence), ("verdicts", facts.verdicts),
        )
    }  # fmt: skip

    assert digest_of(replace(facts, **shuffled)) == digest_of(FACTS)


WORDS = st.text(min_size=1, max_size=20)


@given(WORDS, WORDS)
def test_digest_tells_any_two_rationales_apart(one, other):
    same = digest_of(with_verdict(0, rationale=one)) == digest_of(with_verdict(0, rationale=other))

    assert same == (one == other)


@given(st.sampled_from(["locator", "excerpt", "note"]), WORDS, WORDS)
def test_digest_tells_any_two_pieces_apart(name, one, other):
    left, right = with_piece(0, **{name: one}), with_piece(0, **{name: other})

    assert (digest_of(left) == digest_of(right)) == (one == other)


def test_every_public_field_of_a_source_is_covered_or_named_here():
    tested = {"shown", "kind", "publisher", "author", "url", "published_on", "origin", "interests"}
    others = {"pk", "kind_word", "confidential", "has_private_note", "note_digest"}
    derived = {"is_the_article"}
    who = {"hands"}

    assert {f.name for f in fields(FACTS.evidence[0].source)} == tested | others | derived | who


def test_nothing_of_a_confidential_source_stands_in_what_is_covered():
    secret = with_piece(3, locator="Hotel Post", excerpt="I saw it", note="Jane Doe")

    assert not any(word in str(covered(secret)) for word in ("Hotel", "I saw", "Jane"))


class TestContributors:
    def test_all_who_wrote_a_part_that_stands(self):
        assert contributors(FACTS) == {1, 3, 4, 5, 6, 7, 8, 9}

    def test_evidence_that_no_verdict_rests_on_makes_none(self):
        assert 10 not in contributors(FACTS)

    def test_whoever_changed_evidence_wrote_a_part_of_it(self):
        changed = with_piece(0, changed_by=frozenset({20, 21}))

        assert contributors(changed) == contributors(FACTS) | {20, 21}
