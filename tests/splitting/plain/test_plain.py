"""What the splitter without the language model finds, sentence by sentence, by construction."""

import pytest

from tests.splitting.plain.plainly import said, whole

# what the sentence is, what is said in it (in parts), who says it, by which words
REPORTED = [
    ("The bridge will close in May, the mayor said.",
     ["The bridge will close in May"], "the mayor", "said"),
    ("The bridge will close in May, the mayor said Tuesday.",
     ["The bridge will close in May"], "the mayor", "said"),
    ("The bridge will close in May, the mayor told reporters on Friday.",
     ["The bridge will close in May"], "the mayor", "told"),
    ("The bridge will close in May, the mayor said in a statement.",
     ["The bridge will close in May"], "the mayor", "said"),
    ("The ferry was late, said Ann Lie, the harbour master.",
     ["The ferry was late"], "Ann Lie, the harbour master", "said"),
    ("The ferry was late, said a spokesman for the port.",
     ["The ferry was late"], "a spokesman for the port", "said"),
    ("The ferry was late, Ann Lie, the harbour master, said.",
     ["The ferry was late"], "Ann Lie, the harbour master", "said"),
    ("The deal, Smith said, was bad for the town.",
     ["The deal", "was bad for the town"], "Smith", "said"),
    ("But the bridge is safe, engineers insisted.",
     ["the bridge is safe"], "engineers", "insisted"),
    ("The school is full, she added.", ["The school is full"], "she", "added"),
    ("Ann Lie said the bridge is safe.", ["the bridge is safe"], "Ann Lie", "said"),
    ("Ann Lie said that the bridge is safe.", ["that the bridge is safe"], "Ann Lie", "said"),
    ("Ann Lie said on Monday that the bridge is safe.",
     ["that the bridge is safe"], "Ann Lie", "said"),
    ("Ann Lie said Monday the bridge is safe.", ["the bridge is safe"], "Ann Lie", "said"),
    ("Ann Lie said in a statement that the bridge is safe.",
     ["that the bridge is safe"], "Ann Lie", "said"),
    ("On Monday, Ann Lie said the bridge is safe.", ["the bridge is safe"], "Ann Lie", "said"),
    ("The police say the bridge is safe.", ["the bridge is safe"], "The police", "say"),
    ("Officials say the bridge is safe.", ["the bridge is safe"], "Officials", "say"),
    ("He says he is innocent.", ["he is innocent"], "He", "says"),
    ("The ministry has denied that it sold the land.",
     ["that it sold the land"], "The ministry", "has denied"),
    ("The ministry denied the charge.", ["the charge"], "The ministry", "denied"),
    ("Ann Lie, the mayor of Oslo, said the bridge is safe.",
     ["the bridge is safe"], "Ann Lie, the mayor of Oslo", "said"),
    ("Ann Lie, who runs the port, said the bridge is safe.",
     ["the bridge is safe"], "Ann Lie, who runs the port", "said"),
    ("A spokesman for the ministry in Oslo said the bridge is safe.",
     ["the bridge is safe"], "A spokesman for the ministry in Oslo", "said"),
    ("The man who built the bridge said it was safe.",
     ["it was safe"], "The man who built the bridge", "said"),
    ("Ann Lie and Per Moe said the bridge is safe.",
     ["the bridge is safe"], "Ann Lie and Per Moe", "said"),
    ("Asked about the bridge, Ann Lie said it was safe.", ["it was safe"], "Ann Lie", "said"),
    ("Ann Lie told the council that the bridge is safe.",
     ["that the bridge is safe"], "Ann Lie", "told"),
    ("Ann Lie told reporters the bridge is safe.", ["the bridge is safe"], "Ann Lie", "told"),
    ("Ann Lie told him he was wrong.", ["he was wrong"], "Ann Lie", "told"),
    ("Ann Lie told the Harbour Times she’s never owned a boat.",
     ["she’s never owned a boat"], "Ann Lie", "told"),
    ("The bank warned that prices will rise.", ["that prices will rise"], "The bank", "warned"),
    ("The bank predicts prices will rise.", ["prices will rise"], "The bank", "predicts"),
    ("The report claims that prices rose.", ["that prices rose"], "The report", "claims"),
    ("The council vowed to rebuild the bridge.",
     ["to rebuild the bridge"], "The council", "vowed"),
    ("The union demanded that wages rise.", ["that wages rise"], "The union", "demanded"),
    ("The mayor accused the council of hiding the costs.",
     ["the council of hiding the costs"], "The mayor", "accused"),
    ("The mayor called for an inquiry into the fire.",
     ["an inquiry into the fire"], "The mayor", "called for"),
    ("The mayor pointed out that the bridge is old.",
     ["that the bridge is old"], "The mayor", "pointed out"),
    ("The mayor asked whether the bridge was safe.",
     ["whether the bridge was safe"], "The mayor", "asked"),
    ("The mayor explained why the bridge was closed.",
     ["why the bridge was closed"], "The mayor", "explained"),
    ("The mayor did not say whether the bridge was safe.",
     ["whether the bridge was safe"], "The mayor", "did not say"),
    ("The mayor went on to say that the bridge was old.",
     ["that the bridge was old"], "The mayor", "went on to say"),
    ("The mayor has repeatedly said the bridge is safe.",
     ["the bridge is safe"], "The mayor", "has repeatedly said"),
    ("According to the mayor, the bridge is safe.",
     ["the bridge is safe"], "the mayor", "According to"),
    ("The bridge is safe, according to the mayor.",
     ["The bridge is safe"], "the mayor", "according to"),
    ("The bridge is safe according to the mayor.",
     ["The bridge is safe"], "the mayor", "according to"),
    ("The bridge is safe, according to a report released Monday.",
     ["The bridge is safe"], "a report released Monday", "according to"),
    ("“The bridge is safe,” Ann Lie said.", ["“The bridge is safe,”"], "Ann Lie", "said"),
    ('"The bridge is safe," Ann Lie said.', ['"The bridge is safe,"'], "Ann Lie", "said"),
    ("‘The bridge is safe,’ Ann Lie said.", ["‘The bridge is safe,’"], "Ann Lie", "said"),
    ("“The bridge is safe,” said Ann Lie.", ["“The bridge is safe,”"], "Ann Lie", "said"),
    ("“Is the bridge safe?” Ann Lie asked.", ["“Is the bridge safe?”"], "Ann Lie", "asked"),
    ("“The bridge is safe!” Ann Lie said.", ["“The bridge is safe!”"], "Ann Lie", "said"),
    ("“The bridge is safe,” Ann Lie told the Daily Ferry.",
     ["“The bridge is safe,”"], "Ann Lie", "told"),
    ("“The bridge is safe. It was tested. We know,” she said.",
     ["“The bridge is safe. It was tested. We know,”"], "she", "said"),
    ("“The bridge,” Ann Lie said, “is safe.”",
     ["“The bridge,”", "“is safe.”"], "Ann Lie", "said"),
    ("“The bridge is safe,” Ann Lie said. “It was tested in May.”",
     ["“The bridge is safe,”", "“It was tested in May.”"], "Ann Lie", "said"),
    ("“The bridge is safe,” said Ann Lie. “It was tested in May.”",
     ["“The bridge is safe,”", "“It was tested in May.”"], "Ann Lie", "said"),
    ("Ann Lie said: “The bridge is safe.”", ["“The bridge is safe.”"], "Ann Lie", "said"),
    ("Ann Lie said, “The bridge is safe.”", ["“The bridge is safe.”"], "Ann Lie", "said"),
    ("Ann Lie: “The bridge is safe.”", ["“The bridge is safe.”"], "Ann Lie", ":"),
    ("Ann Lie said the bridge was “a wreck” and a danger.",
     ["the bridge was “a wreck” and a danger"], "Ann Lie", "said"),
    ("It was “a wreck,” said the mayor.", ["It was “a wreck,”"], "the mayor", "said"),
    ("The bridge is safe, Ann Lie said, adding that it was old.",
     ["The bridge is safe"], "Ann Lie", "said"),
    ("The bridge is safe, the mayor said, in an apparent dig at the press.",
     ["The bridge is safe"], "the mayor", "said"),
    ("OSLO, March 3 (Wire) — Ann Lie said the bridge is safe.",
     ["the bridge is safe"], "Ann Lie", "said"),
    ("OSLO — The bridge is safe, the mayor said.",
     ["The bridge is safe"], "the mayor", "said"),
    ("The U.N. envoy said the truce holds.", ["the truce holds"], "The U.N. envoy", "said"),
    ("Sen. Ann Lie (D-Oslo) said the truce holds.",
     ["the truce holds"], "Sen. Ann Lie (D-Oslo)", "said"),
    ("Mr. Moe’s lawyer said he is innocent.", ["he is innocent"], "Mr. Moe’s lawyer", "said"),
    ("Half of the voters said they were worried.",
     ["they were worried"], "Half of the voters", "said"),
    ("More than four in ten said they were worried.",
     ["they were worried"], "More than four in ten", "said"),
    ("A new study found that tea is good for cats.",
     ["that tea is good for cats"], "A new study", "found"),
    ("Critics argue the plan is too dear.", ["the plan is too dear"], "Critics", "argue"),
    ("The company announced it will close the mine.",
     ["it will close the mine"], "The company", "announced"),
    ("The firm, which owns the mine, said it will close.",
     ["it will close"], "The firm, which owns the mine", "said"),
    ("When the mine closed, the union said it was a scandal.",
     ["it was a scandal"], "the union", "said"),
    ("The mayor described the plan as a farce.",
     ["the plan as a farce"], "The mayor", "described"),
    ("In an interview, Ann Lie said the mine is closed.",
     ["the mine is closed"], "Ann Lie", "said"),
]  # fmt: skip

OWN_VOICE = [
    "The bridge was built in 1911.",
    "Ann Lie will lead the talks in Oslo.",
    "The town has three schools and a port.",
    "Prices rose by 3 percent last year.",
    "Council halves the night fare",
    "Look, the mayor was wrong.",
]
NOTHING = [
    "Is the bridge safe?",
    "Read the whole story here.",
    "Please send us your letters.",
    "Do not miss our next issue.",
    "By Ann Lie",
    "* * *",
    "“”",
]


def governing(text, suggestion):
    link = suggestion.chain[suggestion.governs]
    speaker = link.speaker and text[link.speaker.start : link.speaker.end]
    return speaker, link.cue and text[link.cue.start : link.cue.end]


@pytest.mark.parametrize(("text", "parts", "speaker", "cue"), REPORTED, ids=lambda value: None)
def test_reported_speech_is_found_with_who_says_it(text, parts, speaker, cue):
    first = whole(text)[0]

    assert (said(text, first), *governing(text, first)) == (parts, speaker, cue)


@pytest.mark.parametrize("text", OWN_VOICE)
def test_a_sentence_that_nobody_says_stands_in_the_articles_own_voice(text):
    (only,) = whole(text)

    assert said(text, only) == [text.rstrip(".")]
    assert (only.chain, only.governs, only.kind) == ((), None, "none")


@pytest.mark.parametrize("text", NOTHING)
def test_what_states_nothing_yields_nothing(text):
    assert whole(text) == []
