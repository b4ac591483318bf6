"""Whom the splitter without the language model takes for the speaker, and what it says of a claim."""

import pytest

from factcheck.core.spans import Span
from factcheck.splitting.plain import propose
from tests.splitting.plain.plainly import said, whole

# the sentence, who says it innermost first, and the words that say so
CHAINS = [
    ("The farmers will insist that the dam be moved, according to the clerk.",
     ["The farmers", "the clerk"], ["will insist", "according to"]),
    ("In the letter, the farmers will insist that the dam be moved, according to the clerk.",
     ["the farmers", "the clerk"], ["will insist", "according to"]),
    ("The audit also highlights the leaks in the roof, according to the clerk.",
     ["The audit", "the clerk"], ["also highlights", "according to"]),
    ("The farmers will say that they are tired, the clerk said.",
     ["The farmers", "the clerk"], ["will say", "said"]),
    ("Ann Lie said the council believes that the bridge is safe.",
     ["the council", "Ann Lie"], ["believes", "said"]),
    ("The mayor called on the union to end the strike, the paper reported.",
     ["The mayor", "the paper"], ["called on", "reported"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "speakers", "cues"), CHAINS)
def test_one_who_reports_another_makes_a_chain_innermost_first(text, speakers, cues):
    (only,) = whole(text)

    assert only.governs == 1
    assert [text[link.speaker.start : link.speaker.end] for link in only.chain] == speakers
    assert [text[link.cue.start : link.cue.end] for link in only.chain] == cues


# the sentence and all that is said in it
SEVERAL = [
    ("Ann Lie said the bridge is old, and Per Moe said it is safe.",
     ["the bridge is old", "it is safe"]),
    ("Ann Lie said the bridge is old, while Per Moe said it is safe.",
     ["the bridge is old", "it is safe"]),
    ("Ann Lie said the bridge is old and added that it is safe.",
     ["the bridge is old", "that it is safe"]),
    ("“It is old,” Ann Lie said, adding that it is safe.",
     ["“It is old,”", "that it is safe"]),
    ("“It is old,” said Ann Lie. He left the hall.", ["“It is old,”", "He left the hall"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SEVERAL)
def test_a_sentence_with_two_reports_yields_both(text, expected):
    assert [" ".join(said(text, one)) for one in whole(text)] == expected


# a text, and the names of those who speak in it, in order
MEANT = [
    ("A diplomatic source said it is over. The source said it is done.",
     ["a diplomatic source", "a diplomatic source"]),
    ("A French source said it is over. A Dutch source said it is not. The source said no more came.",
     ["a French source", "a Dutch source", "the source"]),
    ("Mayor Ann Lie said it is over. Lie said it is done.", ["Ann Lie", "Ann Lie"]),
    ("Mayor Ann Lie said it is over. The mayor said it is done.", ["Ann Lie", "Ann Lie"]),
    ("Mayor Ann Lie said it is over. She said it is done.", ["Ann Lie", "Ann Lie"]),
    ("Ann Lie said it is over. Per Lie said it is not. Lie said it is done.",
     ["Ann Lie", "Per Lie", "Lie"]),
    ("Mr. Per Moe said it is over. Ms. Ann Lie said it is not. He said it is done.",
     ["Per Moe", "Ann Lie", "Per Moe"]),
    ("The Ministry of Trade said it is over. It said it is done.",
     ["Ministry of Trade", "Ministry of Trade"]),
    ("Ann Lie, the mayor of Oslo, said it is over. Sen. Ann Lie (D) said it is done.",
     ["Ann Lie", "Ann Lie"]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "names"), MEANT)
def test_all_mentions_of_one_speaker_get_one_name(text, names):
    assert [one.chain[-1].speaker.name for one in whole(text)] == names


KINDS = [
    ("Ann Lie said it is over.", "person"),
    ("NATO said it is over.", "organisation"),
    ("The Ministry of Trade said it is over.", "organisation"),
    ("The police said it is over.", "organisation"),
    ("The report said it is over.", "document"),
    ("A neighbour said it is over.", "unnamed"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS)
def test_a_speaker_is_a_person_a_body_a_document_or_unnamed(text, kind):
    assert whole(text)[0].chain[0].speaker.kind == kind


STATEMENTS = [
    ("The bridge stands in Oslo.", "fact"),
    ("The bridge cost 40 million kroner.", "number"),
    ("The bridge is longer than the ferry.", "comparison"),
    ("The bridge fell because of the flood.", "causal"),
    ("The bridge will open soon.", "prediction"),
    ("The bridge should never be built.", "opinion"),
]


@pytest.mark.parametrize(("text", "kind"), STATEMENTS)
def test_a_claim_is_sorted_by_what_it_states(text, kind):
    assert whole(text)[0].claim_kind == kind


def test_words_that_soften_and_places_to_cut_are_marked():
    text = "The alleged thief may have fled, while the police saw nothing."

    (only,) = whole(text)

    assert [text[hedge.start : hedge.end] for hedge in only.hedges] == ["alleged", "may"]
    assert [text[place:] for place in only.splits] == ["while the police saw nothing."]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("“The bridge is safe,” Ann Lie said.", "direct"),
        ("Ann Lie said the bridge is “a wreck” of a thing.", "mixed"),
        ("Ann Lie said the bridge is safe.", "indirect"),
    ],
)
def test_whose_words_they_are_is_told_by_the_quotation_marks(text, kind):
    assert whole(text)[0].kind == kind


def test_a_quotation_without_a_cue_takes_the_speaker_of_the_paragraph_before():
    text = "“It is old,” Ann Lie said.\n\n“It was tested in May, and it held.”"
    border = text.index("\n\n")

    first, second = propose(text, [Span(0, border), Span(border + 2, len(text))])

    assert second.chain == first.chain
    assert second.chain[0].speaker.name == "Ann Lie"


def test_a_quotation_that_runs_into_the_next_paragraph_has_its_speaker():
    text = "“It is old and it was never mended.\n\n“It was tested in May,” Ann Lie said."
    border = text.index("\n\n")

    first, second = propose(text, [Span(0, border), Span(border + 2, len(text))])

    assert first.chain[0].speaker == second.chain[0].speaker


def test_a_colon_leads_to_the_quotation_in_the_next_paragraph():
    text = "Ann Lie said in a letter:\n\n“It was tested in May, and it held.”"
    border = text.index("\n\n")

    (only,) = propose(text, [Span(0, border), Span(border + 2, len(text))])

    assert said(text, only) == ["“It was tested in May, and it held.”"]
    assert only.chain[0].speaker.name == "Ann Lie"


# texts without English verbs: the script's own quotation marks, and a name before a colon
FOREIGN = [
    ("Annika Berg: „Die Brücke ist sicher und bleibt offen.“",
     "„Die Brücke ist sicher und bleibt offen.“", "Annika Berg", "direct"),
    ("Le maire de Rouen : « Le pont est fermé depuis lundi matin. »",
     "« Le pont est fermé depuis lundi matin. »", "Le maire de Rouen", "direct"),
    ("Анна Ли: «Мост закрыт с понедельника, и это надолго».",
     "«Мост закрыт с понедельника, и это надолго»", "Анна Ли", "direct"),
    ("市長：「橋は月曜日から閉鎖されています。」",
     "「橋は月曜日から閉鎖されています。」", "市長", "direct"),
    ("Die Brücke ist seit Montag geschlossen und bleibt es auch.",
     "Die Brücke ist seit Montag geschlossen und bleibt es auch", None, "none"),
    ("橋は月曜日から閉鎖されています。", "橋は月曜日から閉鎖されています", None, "none"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "words", "speaker", "kind"), FOREIGN)
def test_other_languages_keep_quotations_and_names_before_a_colon(text, words, speaker, kind):
    (only,) = whole(text)

    assert (said(text, only), only.kind) == ([words], kind)
    assert (only.chain[0].speaker.name if only.chain else None) == speaker


def test_only_the_passages_are_read():
    text = "Ann Lie said it is over.\n\nRelated: Per Moe said it is not."

    (only,) = propose(text, [Span(0, text.index("\n\n"))])

    assert only.chain[0].speaker.name == "Ann Lie"
