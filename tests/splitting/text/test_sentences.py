"""Where sentences end, where articles begin, and what stands around them."""

import pytest

from factcheck.core.spans import Span
from factcheck.splitting.text import layout, quotes, sentences


def cut(text):
    whole = Span(0, len(text))
    return [text[s.start : s.end] for line in sentences.split(text, [whole]) for s in line]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It rained. It snowed.", ["It rained.", "It snowed."]),
        ("“Never!” Ann Lie said. She left.", ["“Never!” Ann Lie said.", "She left."]),
        ("“Who?” he asked. “Me?”", ["“Who?” he asked.", "“Me?”"]),
        ("“It is so.” Ann Lie said no more.", ["“It is so.”", "Ann Lie said no more."]),
        ("Bridge closed\nIt was old.", ["Bridge closed", "It was old."]),
        ("The bridge was\nclosed on Monday.", ["The bridge was\nclosed on Monday."]),
        ("OSLO (AP) — It rained.", ["It rained."]),
        ("OSLO, Nov. 3 (Reuters) - It rained.", ["It rained."]),
        ("BERGEN — It rained.", ["It rained."]),
        ("Rain — at last.", ["Rain — at last."]),
        ("Spring Lake, NJ – It rained.", ["It rained."]),
        ("The Sens. Ann Lie and Bo Berg left.", ["The Sens. Ann Lie and Bo Berg left."]),
        ("“I walk. I ride,” she said.", ["“I walk.", "I ride,” she said."]),
    ],
)
def test_sentences_of_newspapers(text, expected):
    assert cut(text) == expected


def test_what_stands_around_an_article_is_no_passage():
    text = (
        "By Ann Lie\n\nThe bridge is safe.\n\nRelated coverage:\n\nOld bridges fall\n\n"
        "Ferries late again\n\n© 2024 The Paper"
    )

    found = layout.passages(text)

    assert [text[span.start : span.end] for span in found] == ["The bridge is safe."]


def test_text_after_a_list_of_headlines_is_a_passage_again():
    text = "See also:\n\nOld bridges fall\n\nThe bridge is safe, the mayor said on Monday."

    found = layout.passages(text)

    assert [text[span.start : span.end] for span in found] == [
        "The bridge is safe, the mayor said on Monday."
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ('He said "so" and "no".', ['"so"', '"no"']),
        ("He said “so” and “no”.", ["“so”", "“no”"]),
        ("He said ''so'' and left.", ["''so''"]),
        ("Il a dit « oui » hier.", ["« oui »"]),
        ("Er sagte „ja“ und ging.", ["„ja“"]),
        ("彼は「はい」と言った。", ["「はい」"]),
        ("She said ‘so’ and didn’t stay.", ["‘so’"]),
        ("It doesn’t and won’t.", []),
        ("“An open paragraph of words", ["“An open paragraph of words"]),
        ('A 6" pipe.', []),
    ],
)
def test_quotation_marks_of_any_script(text, expected):
    found = quotes.quotes(text, [Span(0, len(text))])

    assert [text[quote.start : quote.end] for quote in found] == expected


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe”", "direct"),
        ("the bridge is “perfectly safe”", "mixed"),
        ("the bridge is safe", "indirect"),
    ],
)
def test_the_kind_of_a_quotation_is_told_by_its_marks(text, kind):
    whole = [Span(0, len(text))]
    quoted = quotes.Quoted(text, quotes.quotes(text, whole))

    assert quoted.kind(whole) == kind
