"""Sentences, quotations and colons in other languages."""

import pytest

from factcheck.core.spans import Span
from factcheck.splitting import split
from factcheck.splitting.plain.languages import sentences_in

SENTENCES = [
    ("de", "Die Brücke ist z. B. alt. | Am 3. Mai kam Dr. Lie."),
    ("de", "„Es regnet“, sagte er. | Die Fähre lag still."),
    ("fr", "M. Lie est arrivé hier. | « Il pleut », a dit le maire."),
    ("es", "El Sr. Lie llegó. | ¿Por qué? | Nadie lo sabe."),
    ("pt-BR", "O Dr. Lie veio. | A ponte é segura."),
    ("ru", "Г-н Ли приехал. | «Идёт дождь», — сказал он."),
    ("hi", "बारिश हुई। | पुल सुरक्षित है।"),
    ("ar", "هطل المطر. | هل الجسر آمن؟ | نعم."),
    ("hy", "Կամուրջը հին է։ | Անձրև է։"),
    ("ja", "雨が降った。|橋は古い。"),
    ("en", "Mr. Lie left. | It rained."),
    (None, "Mr. Lie left. | It rained."),
    ("xx", "Mr. Lie left. | It rained."),
]


@pytest.mark.parametrize(("language", "marked"), SENTENCES)
def test_where_sentences_end(language, marked):
    wanted = [part.strip() for part in marked.split("|")]
    text = marked.replace(" | ", " ").replace("|", "")

    found = sentences_in(text, Span(0, len(text)), language)

    assert [text[span.start : span.end] for span in found] == wanted


def test_a_stretch_is_read_in_its_place():
    text = "Vorher. Am 3. Mai kam er. Es war spät. Nachher."

    found = sentences_in(text, Span(8, 38), "de")

    assert [text[span.start : span.end] for span in found] == ["Am 3. Mai kam er.", "Es war spät."]


def test_half_a_character_does_no_harm():
    text = "Es \ud800 regnet. Die Brücke ist alt."

    found = sentences_in(text, Span(0, len(text)), "de")

    assert [span.end for span in found] == [12, len(text)]


FOUND = [
    ("de", "„Die Brücke ist sicher“, sagte Anne Lie.", "„Die Brücke ist sicher“", None),
    ("de", "Anne Lie: „Die Brücke ist sicher.“", "„Die Brücke ist sicher.“", "Anne Lie"),
    ("de", "„Es regnet“, sagte er.", "„Es regnet“", None),
    (
        "fr",
        "« Le pont est tout à fait sûr », a dit la maire.",
        "« Le pont est tout à fait sûr »",
        None,
    ),
    ("es", "El alcalde: «El puente es seguro.»", "«El puente es seguro.»", "El alcalde"),
    ("sv", "”Bron är helt säker nu”, sade borgmästaren.", "”Bron är helt säker nu”", None),
    ("pl", "„Most jest całkowicie bezpieczny” – dodał.", "„Most jest całkowicie bezpieczny”", None),
    ("ja", "市長は「この橋はとても安全です」と述べた。", "「この橋はとても安全です」", None),
    ("zh", "市长说：“这座桥非常安全可靠。”", "“这座桥非常安全可靠。”", "市长说"),
    ("hi", "महापौर: “पुल पूरी तरह सुरक्षित है।”", "“पुल पूरी तरह सुरक्षित है।”", "महापौर"),
]


@pytest.mark.parametrize(("language", "text", "content", "speaker"), FOUND)
def test_quotations_and_colons_of_other_languages(language, text, content, speaker):
    found = split(text, language=language)

    said = found.suggestions[0]
    named = said.chain[-1].speaker
    assert [text[part.start : part.end] for part in said.parts] == [content]
    assert (named and named.name) == speaker
    assert "English only" in found.note


def test_a_date_does_not_cut_a_german_sentence_in_two():
    text = "Die Brücke wurde am 3. Mai von Dr. Lie geschlossen. Sie ist z. B. zu alt für Busse."

    found = split(text, language="de")

    assert [text[one.parts[0].start : one.parts[0].end] for one in found.suggestions] == [
        "Die Brücke wurde am 3. Mai von Dr. Lie geschlossen",
        "Sie ist z. B. zu alt für Busse",
    ]
