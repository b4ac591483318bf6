"""The words that the plain splitter knows: verbs of saying and what may follow them. Pure.

Each verb has one or more frames, by letter:

p  may stand after or inside what is said: "…, she said"
c  a clause may follow without "that": "said the bridge is closed"
t  a clause may follow with "that" only
o  what is said may be a noun phrase: "denied the charge"
i  what is said may follow "to": "vowed to stay"
a  an addressee may stand between: "told reporters that"
n  the same form is a common noun, so more proof is asked for: "claims", "reports"
"""

_VERBS = """
say pc; tell pca; add pc; note pcton; explain pct; argue pct; claim pcton; insist pct; announce pco;
declare pct; report pcon; state pcn; write pct; tweet pcn; acknowledge pco; admit pco; concede pct;
confirm pco; contend pct; allege pco; assert pco; suggest pco; stress to; emphasize to; emphasise to;
reiterate to; testify pt; reply pct; respond pt; answer ptn; recall pton; remark ptn; observe pt;
comment ptn; joke ptn; quip pt; maintain pto; reveal pco; predict pco; warn pcoa; deny cto;
believe pc; think pc; feel c; hope pcin; fear pcn; conclude pct; agree pti; estimate pctn;
expect coi; demand toin; propose ton; recommend pto; decide ti; promise pctoina; pledge pctoin;
vow pction; threaten ti; urge oa; ask pan; accuse o; praise on; criticize o; criticise o;
condemn o; denounce o; blast on; slam on; reject o; welcome on; dismiss o; cite o; describe o;
underscore ton; underline to; highlight to; mention pto; indicate pto; imply pt; hint ptn;
complain pt; boast pt; lament pton; guess pcn; assume ct; doubt ctn; worry ptn; know c; find tcn;
show tn; learn t; disclose pto; caution ptn; counter ptn; cry pn; shout pn; muse pn;
continue p; opine pt; posit t; proclaim pto; affirm pto; clarify pto; call on; advise pta; remind ta;
inform ta; assure tca; convince ta; persuade ta; notify ta; oppose o; support on; back on; blame on;
question on; defend o; reaffirm o; renew o; reassert to; retort p; object ptn; protest ptn;
request on; order ton; swear ptci; attest t; certify t; quote on; list n; discuss on; dispute ton;
tout o; decry o; deplore o; refute o; rebut o; outline on; detail on; publish on; post pn; plead p;
begin p; read p; yell pn; chant pn; scream pn; exclaim pt; fire p; vent p; gush p; sing p; express o; signal ton; speculate pt; surmise pt; reason ptn; theorize pt; mock on;
realize ct; realise ct; recognize tco; recognise tco; understand t; consider o; want i; plan in;
seek i; refuse i; offer in; intend i; prefer i; wish cin; ponder o; wonder p
"""
# phrases of two words in which the second belongs to the cue
PARTICLES = {
    "point": ("out",),
    "call": ("for", "on", "upon", "out"),
    "spell": ("out",),
    "lay": ("out",),
    "speak": ("of",),
    "warn": ("of", "about", "against"),
    "complain": ("of", "about"),
    "hint": ("at",),
    "allude": ("to",),
    "refer": ("to",),
    "argue": ("for", "against"),
    "press": ("for",),
    "push": ("for",),
    "boast": ("of", "about"),
    "claim": ("on",),
    "insist": ("on",),
    "respond": ("with",),
    "object": ("to",),
    "confess": ("to",),
    "agree": ("with",),
}
# of these only the phrase says something
_PHRASES = "point pt; spell o; lay o; speak o; allude o; refer o; press o; push o; confess o"
# after a verb of asking and telling, what is said may begin with a question word
QUESTION_WORDS = frozenset("whether if how why what who which where when".split())

_IRREGULAR = {
    "say": ("says", "said", "saying"),
    "tell": ("tells", "told", "telling"),
    "write": ("writes", "wrote", "writing"),
    "think": ("thinks", "thought", "thinking"),
    "feel": ("feels", "felt", "feeling"),
    "know": ("knows", "knew", "knowing"),
    "find": ("finds", "found", "finding"),
    "show": ("shows", "showed", "showing"),
    "understand": ("understands", "understood", "understanding"),
    "swear": ("swears", "swore", "swearing"),
    "begin": ("begins", "began", "beginning"),
    "seek": ("seeks", "sought", "seeking"),
    "speak": ("speaks", "spoke", "speaking"),
    "lay": ("lays", "laid", "laying"),
    "spell": ("spells", "spelled", "spelling"),
    "refer": ("refers", "referred", "referring"),
    "quip": ("quips", "quipped", "quipping"),
    "admit": ("admits", "admitted", "admitting"),
    "slam": ("slams", "slammed", "slamming"),
    "rebut": ("rebuts", "rebutted", "rebutting"),
    "plan": ("plans", "planned", "planning"),
    "signal": ("signals", "signaled", "signaling"),
    "read": ("reads", "read", "reading"),
    "sing": ("sings", "sang", "singing"),
    "prefer": ("prefers", "preferred", "preferring"),
}


def _table(lines: str) -> dict[str, str]:
    """Verb and frames, from "say pc; tell pca"."""
    pairs = (entry.split() for entry in lines.split(";"))
    return {pair[0]: pair[1] for pair in pairs}


def _regular(verb: str) -> tuple[str, str, str]:
    """The three endings of a regular verb: denies, denied, denying."""
    if verb.endswith("y") and verb[-2] not in "aeou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    stem = verb[:-1] if verb.endswith("e") else verb
    third = verb + "es" if verb.endswith(("s", "sh", "ch", "x")) else verb + "s"
    return third, stem + "ed", stem + "ing"


def _forms(verbs: dict[str, str]) -> dict[str, tuple[str, str]]:
    """Each written form with its verb and which form it is."""
    forms: dict[str, tuple[str, str]] = {}
    for verb in verbs:
        third, past, ing = _IRREGULAR.get(verb) or _regular(verb)
        forms[verb] = verb, "base"
        forms[third], forms[past], forms[ing] = (verb, "third"), (verb, "past"), (verb, "ing")
    return forms


FRAMES = _table(_VERBS) | _table(_PHRASES)
ONLY_PHRASES = frozenset(_table(_PHRASES))
FORMS = _forms(FRAMES) | {"written": ("write", "past"), "shown": ("show", "past")}
# these may stand before their subject: "…," said the mayor
INVERTED = frozenset(
    """
    say add write explain ask reply note argue answer continue recall tweet remark warn claim insist
    declare quip joke respond observe state conclude assert comment admit
    """.split()
)
# "…, she said" without quotation marks: only verbs that do nothing else
PARENTHETIC = frozenset(
    """
    say add note explain argue claim insist report write acknowledge admit concede contend allege
    assert suggest believe think maintain predict warn recall tell state announce declare hope fear
    conclude estimate confirm reveal observe remark
    """.split()
)

NOUNS = frozenset(
    """
    claim warning statement assertion argument suggestion allegation belief promise pledge view
    contention insistence announcement prediction admission accusation conclusion opinion fear hope
    remark declaration comment proposal vow report finding demand idea
    """.split()
)

BE = frozenset("is are was were be been being am 's ’s 're ’re 'm ’m".split())
MODALS = frozenset(
    "will would can could may might shall should must do does did 'll ’ll 'd ’d".split()
)
AUXILIARIES = BE | MODALS | frozenset("has have had not never having 've ’ve".split())
ADVERBS = frozenset(
    """
    also then later still even again already now just only often once always ever earlier too thus
    therefore further instead meanwhile reportedly simply soon first so recently
    """.split()
)
# "went on to say", "declined to say": the words before "to" belong to the cue
BEFORE_TO = frozenset(
    """
    going went on likely continued continues declined declines refused refuses sought seeks wants
    wanted began begins appeared appears seemed seems expected set due able took has have had failed
    tried tries ready prepared continue quick needs scheduled planning hopes plans
    """.split()
)

DETERMINERS = frozenset(
    """
    the a an this that these those his her its their our my your some many several most all few
    both another one two three four five six seven eight nine ten each every no any other others
    """.split()
)
PRONOUNS = frozenset("he she it they we i you who".split())
PLURALS = frozenset(
    """
    people police many some others few most both all lawmakers experts officials authorities sources
    critics supporters they we you i who
    """.split()
)
PREPOSITIONS = frozenset(
    """
    in on at by for from with during after before under over against among amid despite about into
    since through throughout without within between to of as like unlike until upon following
    """.split()
)
# a clause of its own begins here, so a subject never reaches further left
CLAUSE_WORDS = frozenset(
    """
    that but while because as when if although though since whether where than so what how why
    until unless however yet after before whereas or nor whom whose then
    """.split()
)
# a sentence that begins so begins with its circumstances, not with what is said
INTRODUCTIONS = (
    PREPOSITIONS
    | CLAUSE_WORDS
    | frozenset(
        """
        asked meanwhile earlier later last next this yesterday today still instead also additionally
        moreover furthermore finally first second third once speaking writing citing given
        monday tuesday wednesday thursday friday saturday sunday
        """.split()
    )
)
DAYS = frozenset(
    """
    monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight
    """.split()
)
MONTHS = frozenset(
    """
    january february march april may june july august september october november december
    jan feb mar apr jun jul aug sep sept oct nov dec
    """.split()
)
TIMES = DAYS | frozenset(
    """
    morning afternoon evening night week month year day weekend earlier later late last early this
    next ago recently
    """.split()
)
# where or how something was said: "in a statement", "at a rally", "to reporters"
OCCASIONS = frozenset(
    """
    statement interview speech email e-mail letter report post tweet conference rally news briefing
    call message memo hearing press release debate meeting video note town hall event address
    testimony filing twitter facebook phone telephone reporters response interviews television tv
    radio article blog column remarks comments forum summit
    """.split()
)
TITLES = frozenset(
    """
    mr mrs ms dr sir lord lady sen rep gov gen col lt sgt capt prof rev hon president minister
    mayor senator governor secretary chairman chairwoman chair director prime foreign chancellor
    king queen prince princess judge justice chief officer general colonel captain professor
    spokesman spokeswoman spokesperson former then-president ambassador commissioner congressman
    congresswoman representative speaker leader ceo head deputy vice attorney doctor bishop pope
    coach councillor councilor premier candidate finance defence defense interior state health
    education transport environment council acting interim sheriff sergeant detective inspector
    superintendent editor author economist analyst lawyer detained sister brother father mother
    """.split()
)
DOCUMENTS = frozenset(
    """
    report statement document communique communiqué study letter poll survey filing memo draft bill
    text law paper email e-mail complaint lawsuit indictment article book review audit analysis
    transcript declaration treaty agreement figures data records release ruling website
    """.split()
)
ORGANISATIONS = frozenset(
    """
    ministry department government bank party police council university company agency commission
    committee court office house senate congress parliament administration campaign group union
    association institute organization organisation army navy military times news post journal
    foundation board bureau authority authorities corporation inc ltd corp team club league center
    centre church school hospital network service nations fund federation embassy society press
    tribune guardian magazine coalition alliance firm
    """.split()
)
IMPERATIVES = frozenset(
    """
    read follow see click sign please watch subscribe listen share join contact send visit download
    let let's let’s don't don’t imagine consider remember note look stay check try tell call email
    register donate support
    """.split()
)
