"""The words by which English attributes, written by hand: verbs, nouns and adjectives with what
may follow each.

`c` a clause ("said that"), `q` stands beside what it reports ("…, he said"), `n` a thing ("denied
the charge"), `i` an infinitive ("vowed to"), `o` somebody and an infinitive ("urged them to"), `g`
doing ("denied taking"), `a` as ("described it as"), `k` a second object ("called it a
mistake"). Whatever else stands there is a preposition ("called for").
"""

from collections.abc import Iterator

# what reports speech or writing
_SPEECH = """
g: report
into: tear rip lay light
to: refer allude
to with: compare liken equate contrast
n: rebuff spurn snub shun renounce disclaim resist publicize publicise relay uncover recapitulate
    vilify malign demonize demonise glorify idolize idolise revere
a: bill introduce herald greet welcome
i: look
on: count bank
against with: side rally march
over: squabble clash bicker quarrel
c q to: point
n: spotlight
n: recap retell trumpet extol celebrate toast welcome bless deplore denigrate disparage flay pan
    lampoon scorn belittle discredit disavow disown repudiate refute rebut contest contradict
    debunk discount downplay minimize second back justify champion promote address broach
    spell delineate enumerate sum reference parrot invoke elucidate utter voice articulate air
    retweet broadcast chronicle pen moot prescribe proffer hazard deflect sidestep dodge
    preface ban plug pitch permit
q: interject continue begin groan shriek holler bellow roar bark snap growl hiss sigh laugh
    chuckle giggle smile sob gasp sing tease deadpan crack philosophize rage bluster jeer
    interrupt intone fax scribble scrawl sign
c q n: state announce note explain assert conclude concede confirm disclose reveal predict
    forecast indicate allege lament mutter murmur mumble whisper shout yell scream query stress
    emphasize emphasise reiterate repeat recount affirm clarify
n for: praise laud applaud commend salute compliment criticize criticise condemn bash lambast
    lambaste assail attack castigate chastise chide berate rebuke reprimand reproach scold rip
    skewer pillory excoriate savage knock hammer censure fault
c q: add contend maintain observe reply respond answer retort counter rejoin prophesy reassure
    cry exclaim quip jest aver theorize theorise editorialize thunder email e-mail text message
    read rule find venture
c n: divulge insinuate intimate imply bemoan ponder question underline underscore highlight
    restate relate dispute avow corroborate posit debate detail outline specify express convey
    communicate publish document leak mandate
c q about: moan grumble gripe grouse whine joke wonder inquire enquire rant fume crow brag blog
c: certify verify postulate hypothesize stipulate illustrate cable decree determine adjudge
q n: chant narrate preach taunt summarize summarise paraphrase echo correct recite
n a: characterize characterise hail tout decry dismiss reject defend list caricature
c q n i: say claim demand signal promise pledge vow threaten
n a for: denounce deride ridicule mock blast slam endorse
c q n g: mention acknowledge deny suggest recall
for: thank slap vouch agitate clamor
n o: challenge encourage forbid prohibit authorize
q about: rave gush enthuse gloat vent
o: invite dare goad nudge summon
q o: implore entreat beseech exhort
a: portray depict cast paint
c q on: insist remark opine
c q about on: comment muse speculate
c q about of: inform complain boast
c q n o: urge request order
c o: command instruct direct
c q with: charge disagree concur
k: dub term deem
on: pontificate expand expound
o for: push press petition
c q n k: declare proclaim
about on: lecture
q on: reflect elaborate
q n a: describe quote
a k: label brand
n g: support
n g to: oppose
c q i: swear volunteer
i: decline undertake
q for: apologize apologise
against: fulminate crusade
q at: scoff sneer
about: gossip chat
c q n about: tweet
c q about: post
c o of: convince persuade
c q o about of: tell
c q about of: write
c q n on: report
c q against for: argue
c q n g to: admit
c q n i to: confess
c k: pronounce
c q n o about against of: warn
c q o against: caution
c q o g against: advise
c o to: alert
c of: notify
c q of: assure
c q o of: remind
c q n i g: propose
c q n o g: recommend
c q i o about for: ask
c o: require
q i o for: beg
q for with: plead
c q for: pray
q k for on: call
c q at: hint
of: accuse
for on: congratulate
for with: credit
: lash
n for on: blame
c q n against: protest
c q to: object
c q i on to with: agree
c n g for: advocate
c n i: guarantee
q i: offer
n i: refuse
c i: resolve
c q about to: testify
c to: attest
q about against: rail
about of on up: talk
about against of on: speak
c n g: discuss
c n a: cite
i against for: vote
c i against on: decide
o against for: lobby
against for on: campaign
against: fight
for to: appeal
"""
# what reports a thought, a wish, a feeling or a finding
_MIND = """
c n: realize realise recognize recognise doubt dread anticipate assume envision envisage foresee
    gauge assess analyze analyse explore notice detect sense appreciate
    accept prove illustrate establish
c: reflect demonstrate examine investigate
n: embrace
g: enjoy
n: probe crave despise respect value cherish distrust mistrust envy mourn
    tolerate condone rue evidence feign misrepresent exaggerate misstate distort overstate
    understate conceal hide
n g: contemplate weigh mull dislike loathe detest resent favor favour
i: strive propose choose mean hesitate conspire scheme threaten arrange
c q n: understand fear imagine calculate discover conclude confirm
c: presume foretell wager infer deduce extrapolate
c q: feel suppose surmise guess reckon figure
on: deliberate focus concentrate dwell vacillate waver
n a: view regard identify mischaracterize
i for: opt yearn long
with: sympathize sympathise empathize
c n o: project trust show
c q n g: remember regret suggest
n i: desire seek plot
c q about: worry fret
of: conceive disapprove
c q n about of: hear learn
c n a: perceive see
c i: forget pretend
n i o: want intend
n i g: love hate
n for: admire forgive
c q about of: think
c q n in: believe
c n about of: know
c q n of: suspect
c q i for: hope
c i for: wish
c of: dream
c q n i o: expect
c n g k: consider
c n g: ponder
c q n o: estimate
c n k: judge
a: interpret
n i o g: like
c n i o g: prefer
c g: mind
c about: care
c q on: bet
n i for on: plan
i at: aim
i to: aspire
to: commit
n of: approve
c q at: marvel
n for on: blame
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
NOUNS: frozenset[str] = frozenset(NOUNS_TEXT.split())
ADJECTIVES: frozenset[str] = frozenset(ADJECTIVES_TEXT.split())
# a "that" clause after these reports nobody's words
NOT_REPORTING: frozenset[str] = frozenset(
    """
    be have do make ensure mean cause let happen seem appear turn come help keep get give become
    require assure go take put leave see wait stop matter see
    """.split()
)
# the verbs by which somebody has, makes or voices a claim: "raised the fear that"
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
