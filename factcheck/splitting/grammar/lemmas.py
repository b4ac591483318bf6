"""Base forms of English words, from our own table: the model's takes a third of its time."""

from factcheck.splitting.lexicon.phrasal import PHRASAL_VERBS
from factcheck.splitting.lexicon.words import LIGHT, NOUNS, VERBS

# base: past, participle (where it differs)
_IRREGULAR = """
say said|tell told|think thought|feel felt|know knew known|write wrote written|find found
hold held|see saw seen|hear heard|read read|swear swore sworn|understand understood|
foresee foresaw foreseen|mean meant|bet bet|forecast forecast|broadcast broadcast|
speak spoke spoken|quote quoted|let let|keep kept|make made|give gave given|take took taken|
put put|set set|have had|be was been|go went gone|get got gotten|come came come|sing sang sung|
forget forgot forgotten|forbid forbade forbidden|teach taught|choose chose chosen|seek sought|
fight fought|leave left|lay laid|dream dreamt|learn learnt|send sent|show showed shown|
withdraw withdrew withdrawn|bring brought|retell retold|uphold upheld|rewrite rewrote rewritten|
lead led|run ran run|win won|stand stood|tweet tweeted|spell spelled|break broke broken|
draw drew drawn|fall fell fallen|rise rose risen|begin began begun|become became become|
do did done|pay paid|meet met|throw threw thrown|overhear overheard|mistake mistook mistaken|
misspeak misspoke misspoken|plead pled|strike struck|raise raised|cast cast|shoot shot|
undersell undersold|sell sold|bemoan bemoaned|weep wept|drive drove driven|grow grew grown
"""
_DOUBLED = frozenset(
    """
    admit quip regret refer plan rap permit commit slam pan tap dub beg brag rebut submit nod blog
    star confer defer concur infer prefer rebel control compel expel chat stop drop pin plot pan
    bar allot omit format program label signal model counsel travel
    """.split()
)
_OTHER = {
    "'s": "be", "’s": "be", "is": "be", "are": "be", "am": "be", "was": "be", "were": "be",
    "been": "be", "being": "be", "'re": "be", "’re": "be", "'m": "be", "’m": "be",
    "has": "have", "had": "have", "having": "have", "'ve": "have", "’ve": "have",
    "does": "do", "did": "do", "done": "do", "doing": "do", "saith": "say", "sez": "say",
    "dying": "die", "lying": "lie", "goes": "go",
}  # fmt: skip


def _forms(base: str) -> set[str]:
    """The regular forms of a verb."""
    stem = base[:-1] if base.endswith("e") and not base.endswith(("ee", "oe")) else base
    ing = base if base.endswith(("ee", "oe")) else stem
    third = base + ("es" if base.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    past = base + "d" if base.endswith("e") else base + "ed"
    if base.endswith("y") and base[-2:-1] not in "aeiou":
        third, past = base[:-1] + "ies", base[:-1] + "ied"
    found = {base, third, past, ing + "ing"}
    if base in _DOUBLED:
        found |= {base + base[-1] + "ed", base + base[-1] + "ing"}
    if base.endswith("c"):
        found |= {base + "ked", base + "king"}
    return found


def _verbs() -> dict[str, str]:
    """Each form of each verb that any rule asks for."""
    table = _known()
    for base in {*LIGHT, *PHRASAL_VERBS}:
        for form in _forms(base):
            table.setdefault(form, base)
    return table


def _known() -> dict[str, str]:
    """Each form of each verb of the lexicon, and of the irregular verbs."""
    table: dict[str, str] = {}
    irregular = [entry.split() for entry in _IRREGULAR.replace("\n", "|").split("|")]
    bases = {entry[0]: entry[1:] for entry in irregular if entry}
    for base in {*VERBS, *bases}:
        for form in _forms(base):
            if form == base or form not in VERBS:
                table.setdefault(form, base)
    for base, forms in bases.items():
        for form in forms:
            table[form] = base
    table.update(_OTHER)
    return table


def _nouns() -> dict[str, str]:
    """Each form of each noun of the lexicon."""
    table: dict[str, str] = {}
    for base in NOUNS:
        plural = base[:-1] + "ies" if base.endswith("y") and base[-2] not in "aeiou" else base + "s"
        if base.endswith(("s", "sh", "ch", "x")):
            plural = base + "es"
        if base.endswith("sis"):
            plural = base[:-2] + "es"
        table[base] = table[plural] = base
    return table


_VERB_FORMS = _verbs()
_REPORTING = frozenset(_known())
_NOUN_FORMS = _nouns()


def is_verb(low: str) -> bool:
    """Whether the word is a form of a verb of the lexicon, or of an irregular verb."""
    return low in _REPORTING


def lemma(low: str, tag: str) -> str:
    """The base form of a word in small letters; the word itself if it is not known."""
    part = tag[:2]
    if part in {"VB", "MD"}:
        return _VERB_FORMS.get(low, low)
    return _NOUN_FORMS.get(low, low) if part == "NN" else low
