import json
from dataclasses import fields, replace
from datetime import UTC, date, datetime
from pathlib import Path

import msgspec
import pytest

from factcheck.core.digests import digest
from factcheck.publishing.report import (
    AnnotatedPassage,
    AnnotatedSegment,
    AppliedRules,
    ChainLink,
    CheckedArticle,
    CheckedClaim,
    CoverageShares,
    Finding,
    PublishedEvidence,
    Report,
    Share,
    UnknownFormatError,
    Word,
    decode,
    digest_of,
    encode,
    part_digests,
    without_public_sentence,
)

STORED = Path(__file__).parent / "report-format-1.json"


def finding(code="accurate"):
    return Finding(
        verdict=Word(code, "Accurate"),
        found_on=date(2026, 3, 4),
        rationale="The log has it.",
        evidence=(
            PublishedEvidence(
                stance=Word("supports", "Supports"),
                shown="Berth log",
                primary=True,
                kind=Word("dataset", "Dataset"),
                published_on=date(2026, 1, 2),
                locator="row 7",
                captured_on=date(2026, 3, 3),
                sha256="ab" * 32,
            ),
        ),
    )


def sample():
    claim = CheckedClaim(
        number=1,
        state="checked",
        kind=Word("number", "Number"),
        wording="The harbour handled 3,412 calls.",
        quote="The harbour handled 3,412 calls",
        chain=(
            ChainLink(
                speaker="Harbour office",
                kind=Word("organisation", "Organisation"),
                quote=Word("indirect", "In other words"),
                governs=True,
                words="the office",
                cue="said",
                finding=finding("confirmed_paraphrase"),
            ),
        ),
        attribution=Word("confirmed_paraphrase", "Said, in other words"),
        content=Word("accurate", "Accurate"),
        content_finding=finding(),
        attempts=("We asked Harbour office on 3 March 2026.",),
    )
    return Report(
        article=CheckedArticle(
            title="Harbour is busy",
            rights="own",
            version=1,
            version_digest="cd" * 32,
            words=9,
            published=datetime(2026, 3, 1, 9, tzinfo=UTC),
            language="en",
        ),
        desk="Harbour desk",
        claims=(
            claim,
            CheckedClaim(
                number=2, state="not_checked", kind=Word("fact", "Fact"), wording="It is late."
            ),
            CheckedClaim(
                number=3,
                state="waived",
                kind=Word("fact", "Fact"),
                wording="It is dear.",
                responsible="Pia",
            ),
        ),
        checked_by=("Cora",),
        reviewed_by=("Rolf",),
        coverage=CoverageShares(
            words=9,
            checked=5,
            waived=1,
            exempt=(Share(Word("opinion", "Opinion of the article"), 2),),
            unchecked=1,
        ),
        rules=AppliedRules(kept=(Word("G3", "Every attribution rests on evidence."),)),
        passages=(
            AnnotatedPassage(
                role="body",
                segments=(
                    AnnotatedSegment("The harbour handled 3,412 calls", claims=(1,), ends=(1,)),
                    AnnotatedSegment(", the office said."),
                ),
            ),
        ),
        words_shown=9,
        past_public="We could not wait.",
    )


def test_report_comes_back_from_its_json_as_it_was():
    report = sample()

    back = decode(json.loads(json.dumps(encode(report))))

    assert back == report


def test_stored_report_of_format_1_is_still_read():
    stored = json.loads(STORED.read_text(encoding="utf-8"))

    report = decode(stored)

    assert report.claims[0].chain[0].finding.evidence[0].locator == "row 7"
    assert digest(stored) == digest_of(report)


def test_stored_report_without_a_field_that_came_later_is_still_read():
    stored = encode(sample())
    del stored["note"]

    assert decode(stored) == sample()


def test_report_of_an_unknown_format_is_refused():
    with pytest.raises(UnknownFormatError):
        decode({**encode(sample()), "format": 2})


def test_stored_value_of_another_type_is_refused():
    stored = encode(sample())
    stored["article"]["words"] = "9"

    with pytest.raises(msgspec.ValidationError, match=r"\$\.article\.words"):
        decode(stored)


def test_key_that_is_not_known_is_passed_over():
    assert decode({**encode(sample()), "weather": "fine"}) == sample()


def test_digest_is_taken_of_the_json():
    report = sample()

    assert digest_of(report) == digest(encode(report))
    assert digest_of(replace(report, desk="Other")) != digest_of(report)


def test_digest_of_what_was_seen_leaves_out_the_sentence_that_is_typed_later():
    report = sample()

    other = replace(report, past_public="Another sentence.")

    assert digest_of(without_public_sentence(report)) == digest_of(without_public_sentence(other))


def test_parts_name_the_claim_that_moved():
    report = sample()
    moved = replace(
        report, claims=(replace(report.claims[0], wording="Other words."), *report.claims[1:])
    )

    before, after = part_digests(report), part_digests(moved)

    assert [name for name in after if after[name] != before[name]] == ["claim 1"]


def test_only_a_checked_claim_counts_in_the_tally():
    report = sample()

    assert report.tally == [(Word("accurate", "Accurate"), 1)]
    assert (report.checked, report.waived, report.not_checked) == (1, 1, 1)


def test_rows_put_a_claim_beside_the_passage_in_which_it_begins():
    (row,) = sample().rows

    assert [claim.number for claim in row.claims] == [1]
    assert row.parts[0].claim.number == 1
    assert row.parts[1].claim is None


def test_something_is_never_shown_as_nothing_per_cent():
    coverage = CoverageShares(words=5000, checked=1, waived=0, exempt=(), unchecked=4999)

    assert coverage.checked_share == 1
    assert coverage.waived_share == 0


def test_schema_in_the_docs_names_every_field():
    schema = json.loads((Path(__file__).parents[2] / "docs/report.schema.json").read_text("utf-8"))

    kinds = [
        Report,
        CheckedArticle,
        CheckedClaim,
        ChainLink,
        Finding,
        PublishedEvidence,
        Word,
        AppliedRules,
    ]
    kinds += [CoverageShares, Share, AnnotatedPassage, AnnotatedSegment]

    assert set(schema["$defs"]) == {kind.__name__ for kind in kinds}
    for kind in kinds:
        assert list(schema["$defs"][kind.__name__]["properties"]) == [f.name for f in fields(kind)]
