"""The words by which English attributes, written by hand: verbs, nouns and adjectives.

Each verb stands with what may follow it, its frames:

- `clause`: "said that it rained"
- `aside`: it may stand beside what it reports: "…, he said"
- `thing`: "denied the charge"
- `infinitive`: "vowed to go"
- `person`: somebody and an infinitive: "urged them to go"
- `doing`: "denied taking it"
- `description`: "described it as a mistake"
- `object`: a second object: "called it a mistake"
- any other word is a preposition: "called for calm"
"""

from collections.abc import Iterator

# verbs that report speech or writing
_SPEECH = """
doing: report
into: tear rip lay light
to: refer allude
to with: compare liken equate contrast
thing: rebuff spurn snub shun renounce disclaim resist publicize publicise relay uncover
    recapitulate vilify malign demonize demonise glorify idolize idolise revere
description: bill introduce herald greet welcome
infinitive: look
on: count bank
against with: side rally march
over: squabble clash bicker quarrel
clause aside to: point
thing: spotlight
thing: recap retell trumpet extol celebrate toast welcome bless deplore denigrate disparage flay pan
    lampoon scorn belittle discredit disavow disown repudiate refute rebut contest contradict debunk
    discount downplay minimize second back justify champion promote address broach spell delineate
    enumerate sum reference parrot invoke elucidate utter voice articulate air retweet broadcast
    chronicle pen moot prescribe proffer hazard deflect sidestep dodge preface ban plug pitch permit
aside: interject continue begin groan shriek holler bellow roar bark snap growl hiss sigh laugh
    chuckle giggle smile sob gasp sing tease deadpan crack philosophize rage bluster jeer interrupt
    intone fax scribble scrawl sign
clause aside thing: state announce note explain assert conclude concede confirm disclose reveal
    predict forecast indicate allege lament mutter murmur mumble whisper shout yell scream query
    stress emphasize emphasise reiterate repeat recount affirm clarify
thing for: praise laud applaud commend salute compliment criticize criticise condemn bash lambast
    lambaste assail attack castigate chastise chide berate rebuke reprimand reproach scold rip
    skewer pillory excoriate savage knock hammer censure fault
clause aside: add contend maintain observe reply respond answer retort counter rejoin prophesy
    reassure cry exclaim quip jest aver theorize theorise editorialize thunder email e-mail text
    message read rule find venture
clause thing: divulge insinuate intimate imply bemoan ponder question underline underscore highlight
    restate relate dispute avow corroborate posit debate detail outline specify express convey
    communicate publish document leak mandate
clause aside about: moan grumble gripe grouse whine joke wonder inquire enquire rant fume crow brag
    blog
clause: certify verify postulate hypothesize stipulate illustrate cable decree determine adjudge
aside thing: chant narrate preach taunt summarize summarise paraphrase echo correct recite
thing description: characterize characterise hail tout decry dismiss reject defend list caricature
clause aside thing infinitive: say claim demand signal promise pledge vow threaten
thing description for: denounce deride ridicule mock blast slam endorse
clause aside thing doing: mention acknowledge deny suggest recall
for: thank slap vouch agitate clamor
thing person: challenge encourage forbid prohibit authorize
aside about: rave gush enthuse gloat vent
person: invite dare goad nudge summon
aside person: implore entreat beseech exhort
description: portray depict cast paint
clause aside on: insist remark opine
clause aside about on: comment muse speculate
clause aside about of: inform complain boast
clause aside thing person: urge request order
clause person: command instruct direct
clause aside with: charge disagree concur
object: dub term deem
on: pontificate expand expound
person for: push press petition
clause aside thing object: declare proclaim
about on: lecture
aside on: reflect elaborate
aside thing description: describe quote
description object: label brand
thing doing: support
thing doing to: oppose
clause aside infinitive: swear volunteer
infinitive: decline undertake
aside for: apologize apologise
against: fulminate crusade
aside at: scoff sneer
about: gossip chat
clause aside thing about: tweet
clause aside about: post
clause person of: convince persuade
clause aside person about of: tell
clause aside about of: write
clause aside thing on: report
clause aside against for: argue
clause aside thing doing to: admit
clause aside thing infinitive to: confess
clause object: pronounce
clause aside thing person about against of: warn
clause aside person against: caution
clause aside person doing against: advise
clause person to: alert
clause of: notify
clause aside of: assure
clause aside person of: remind
clause aside thing infinitive doing: propose
clause aside thing person doing: recommend
clause aside infinitive person about for: ask
clause person: require
aside infinitive person for: beg
aside for with: plead
clause aside for: pray
aside object for on: call
clause aside at: hint
of: accuse
for on: congratulate
for with: credit
: lash
thing for on: blame
clause aside thing against: protest
clause aside to: object
clause aside infinitive on to with: agree
clause thing doing for: advocate
clause thing infinitive: guarantee
aside infinitive: offer
thing infinitive: refuse
clause infinitive: resolve
clause aside about to: testify
clause to: attest
aside about against: rail
about of on up: talk
about against of on: speak
clause thing doing: discuss
clause thing description: cite
infinitive against for: vote
clause infinitive against on: decide
person against for: lobby
against for on: campaign
against: fight
for to: appeal
"""
# verbs that report a thought, a wish, a feeling or a finding
_MIND = """
clause thing: realize realise recognize recognise doubt dread anticipate assume envision envisage
    foresee gauge assess analyze analyse explore notice detect sense appreciate accept prove
    illustrate establish
clause: reflect demonstrate examine investigate
thing: embrace
doing: enjoy
thing: probe crave despise respect value cherish distrust mistrust envy mourn tolerate condone rue
    evidence feign misrepresent exaggerate misstate distort overstate understate conceal hide
thing doing: contemplate weigh mull dislike loathe detest resent favor favour
infinitive: strive propose choose mean hesitate conspire scheme threaten arrange
clause aside thing: understand fear imagine calculate discover conclude confirm
clause: presume foretell wager infer deduce extrapolate
clause aside: feel suppose surmise guess reckon figure
on: deliberate focus concentrate dwell vacillate waver
thing description: view regard identify mischaracterize
infinitive for: opt yearn long
with: sympathize sympathise empathize
clause thing person: project trust show
clause aside thing doing: remember regret suggest
thing infinitive: desire seek plot
clause aside about: worry fret
of: conceive disapprove
clause aside thing about of: hear learn
clause thing description: perceive see
clause infinitive: forget pretend
thing infinitive person: want intend
thing infinitive doing: love hate
thing for: admire forgive
clause aside about of: think
clause aside thing in: believe
clause thing about of: know
clause aside thing of: suspect
clause aside infinitive for: hope
clause infinitive for: wish
clause of: dream
clause aside thing infinitive person: expect
clause thing doing object: consider
clause thing doing: ponder
clause aside thing person: estimate
clause thing object: judge
description: interpret
thing infinitive person doing: like
clause thing infinitive person doing: prefer
clause doing: mind
clause about: care
clause aside on: bet
thing infinitive for on: plan
infinitive at: aim
infinitive to: aspire
to: commit
thing of: approve
clause aside at: marvel
thing for on: blame
about: lie
"""
NOUNS_TEXT = """
accusation account acknowledgment acknowledgement admission advice advocacy affirmation agreement
aim allegation ambition analysis announcement answer anger anticipation anxiety apology appeal
appreciation approval argument aspiration assertion assessment assumption assurance attack attitude
awareness belief bet bid blame boast calculation call campaign case caution caveat certainty challenge
charge claim clarification comment commitment comparison complaint concern concession conclusion
condemnation confession confidence confirmation conjecture consensus contention contradiction
conviction criticism critique cry decision declaration defense defence demand denial denunciation
depiction description desire determination disappointment disbelief disclosure discontent discussion
dismay dissatisfaction doubt dream eagerness emphasis endorsement estimate estimation evidence
excitement expectation explanation expression faith favor favour fear feeling finding forecast frustration fury
goal gratitude grievance grumbling guarantee guess guidance hint hope hypothesis idea impression
indication inference insinuation insistence instruction intent intention interest interpretation
irritation joke judgment judgement justification knowledge lament language lie longing mantra memo
mention message misgiving mockery narrative notion objection observation offer opinion opposition
optimism order outrage perception perspective pessimism petition plan plea pledge point portrayal
position praise prediction preference premise presumption pretense principle pride prognosis
projection promise proof proposal proposition protest question quip quotation reaction realization
reasoning reassurance recognition recollection recommendation refusal regret rejection reluctance
remark reminder reply report request resolution resolve response revelation rhetoric rumor rumour
ruling satisfaction sentiment shock signal skepticism scepticism speculation stance statement story
suggestion support suspicion sympathy talk testimony theory thesis thought threat tweet
understanding unease uncertainty urging verdict version view vision vow wariness warning willingness
wish word worry ambivalence wisdom tribute embrace demagoguery resistance reversal furor furore
chant refrain carping rethinking backlash tirade broadside jibe slur disdain contempt scorn hostility
affection admiration reverence loathing hatred dislike distrust mistrust antipathy aversion fondness
impatience indignation bitterness jealousy envy despair alarm apprehension trepidation misunderstanding
"""
ADJECTIVES_TEXT = """
adamant afraid agnostic alarmed amazed amused angry annoyed anxious appalled apprehensive ashamed
astonished aware bitter bullish certain clear comfortable committed concerned confident confused
content convinced critical curious cynical delighted determined disappointed disgusted dismayed
dismissive displeased dissatisfied distressed disturbed doubtful eager ecstatic embarrassed
enthusiastic excited exasperated explicit fearful frustrated furious glad grateful happy hopeful
horrified hesitant hostile impatient impressed incensed incredulous indignant insistent intent
interested irate irritated jealous keen leery mad mindful mistaken nervous optimistic outraged
outspoken pessimistic pleased positive prepared proud puzzled ready receptive regretful relieved
reluctant resentful resigned sad sanguine satisfied saddened scared sceptical skeptical scornful
shocked sorry stunned supportive sure surprised suspicious sympathetic terrified thankful thrilled
troubled unaware uncertain unclear uncomfortable unconvinced uneasy unhappy unimpressed uninterested
unsure unwilling upbeat upset uneasy vague vocal wary willing worried appreciative bent conscious
distrustful enamored enamoured favorable favourable fond loyal mistrustful opposed partial sensitive
tired weary
"""


def _frames(*tables: str) -> Iterator[tuple[str, set[str]]]:
    for table in tables:
        for entry in table.replace("\n    ", " ").strip().splitlines():
            frames, words = entry.split(":")
            for word in words.split():
                yield word, set(frames.split())


def _merged(*tables: str) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for word, frames in _frames(*tables):
        found.setdefault(word, set()).update(frames)
    return {word: frozenset(frames) for word, frames in found.items()}


VERBS: dict[str, frozenset[str]] = _merged(_SPEECH, _MIND)
SPEECH: frozenset[str] = frozenset(word for word, _ in _frames(_SPEECH))
ASIDE_VERBS: frozenset[str] = frozenset(word for word in SPEECH if "aside" in VERBS[word])
# verbs that a clause may follow, or that stand beside what they report
CLAUSE_VERBS: frozenset[str] = ASIDE_VERBS | {word for word in SPEECH if "clause" in VERBS[word]}
NOUNS: frozenset[str] = frozenset(NOUNS_TEXT.split())
ADJECTIVES: frozenset[str] = frozenset(ADJECTIVES_TEXT.split())
# verbs by which somebody has, makes or voices a claim: "raised the fear that"
LIGHT: frozenset[str] = frozenset(
    """
    make have express voice raise issue give offer deliver repeat hold hear share state announce
    reiterate release send put level face draw reject dismiss dispute deny echo defend outline take
    show present bring publish provide declare retain maintain lodge file renew
    pose launch heap mount press pursue harbor harbour nurse entertain sow cast pen post reach utter
    register submit withdraw reject accept add air feel nourish cherish cling develop unveil detail
    explain elaborate hone pitch float table second abandon drop reverse
    """.split()
)
