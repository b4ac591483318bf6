"""The splitter on the command line: one line in, one line out, whatever the line."""

import io
import json
import sys

import pytest
from django.core.management import CommandError, call_command

TEXT = "“The bridge,” the mayor said, “is safe.” It was built in 1932."
KEYS = {
    "start", "end", "text", "kind", "claim_kind", "group", "speaker", "cue", "chain", "governs",
    "reason", "checkworthy", "hedges", "splits",
}  # fmt: skip


@pytest.fixture
def lines(monkeypatch):
    def run(*requests, **options):
        data = b"\n".join(
            request if isinstance(request, bytes) else json.dumps(request).encode()
            for request in requests
        )
        monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(data)))
        out = io.StringIO()
        try:
            call_command("split_claims", jsonl=True, stdout=out, **options)
        except SystemExit as left:
            return left.code, [json.loads(line) for line in out.getvalue().splitlines()]
        return 0, [json.loads(line) for line in out.getvalue().splitlines()]

    return run


def test_claims_have_every_key_and_right_offsets(lines):
    code, [answer] = lines({"doc": "a", "text": TEXT})

    assert code == 0
    assert answer["doc"] == "a"
    for claim in answer["claims"]:
        assert set(claim) == KEYS
        assert claim["text"] == TEXT[claim["start"] : claim["end"]]


def test_a_broken_quotation_is_two_entries_of_one_group(lines):
    _, [answer] = lines({"doc": "a", "text": TEXT})

    first, second, own = answer["claims"]
    assert first["group"] == second["group"] != own["group"]
    assert first["chain"] == second["chain"]
    assert first["speaker"]["text"] == first["speaker"]["name"] == "the mayor"
    assert first["cue"]["text"] == "said"


def test_the_articles_own_voice_has_no_chain(lines):
    _, [answer] = lines({"doc": 7, "text": "The bridge was built in 1932."})

    [own] = answer["claims"]
    assert (own["chain"], own["governs"], own["kind"]) == ([], None, "none")
    assert own["speaker"] is own["cue"] is None


def test_a_bad_line_is_answered_and_the_next_goes_on(lines):
    code, answers = lines(
        b"{", {"doc": "b"}, {"doc": "c", "text": 5}, b"[]", {"doc": "d", "text": TEXT}
    )

    assert code == 1
    assert [answer["doc"] for answer in answers] == [None, "b", "c", None, "d"]
    assert ["error" in answer for answer in answers] == [True, True, True, True, False]


def test_half_a_character_is_answered(lines):
    code, [answer] = lines(b'{"doc": "a", "text": "The bridge \\ud83d is safe, the mayor said."}')

    assert code == 0
    assert answer["claims"][0]["text"] == "The bridge \ud83d is safe"


def test_the_rules_alone_can_be_asked(lines):
    code, [answer] = lines({"doc": "a", "text": "The bridge is safe, the mayor said."}, plain=True)

    assert code == 0
    assert answer["claims"][0]["speaker"]["name"] == "the mayor"


def test_a_file_is_shown_as_a_table(tmp_path):
    (tmp_path / "a.txt").write_text(TEXT)
    out = io.StringIO()

    call_command("split_claims", str(tmp_path / "a.txt"), stdout=out)

    assert "the mayor — said" in out.getvalue()
    assert "It was built in 1932" in out.getvalue()


def test_a_file_that_is_not_there_is_refused_in_a_sentence(tmp_path):
    with pytest.raises(CommandError, match="cannot be read"):
        call_command("split_claims", str(tmp_path / "none.txt"))


def test_a_file_that_is_no_text_is_refused_in_a_sentence(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"\xff\xfe\xff")

    with pytest.raises(CommandError, match="UTF-8"):
        call_command("split_claims", str(tmp_path / "a.txt"))
