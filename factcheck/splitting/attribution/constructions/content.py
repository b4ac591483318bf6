"""Content after its cue: clauses, things, infinitives, quotations."""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.constructions.quoting import close_of, from_quotation
from factcheck.splitting.attribution.constructions.things import from_thing
from factcheck.splitting.attribution.cues import Cue, cue_words
from factcheck.splitting.attribution.speakers import phrase, subject
from factcheck.splitting.grammar.clauses import parted
from factcheck.splitting.grammar.marks import MARKS, OPENING, STOPS, closing, opens, titled
from factcheck.splitting.grammar.occasions import DAYS, is_occasion
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.subjects import passive
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import CLAUSE_VERBS, NOUNS, VERBS

LONGEST_NAMED = 26  # words between "called" and the name
_POSSESSIVE = frozenset({"'s", "’s", "'", "’"})
_GOES_ON = frozenset(
    {"xcomp", "prep", "npadvmod", "advmod", "advcl", "acl", "relcl", "dep", "oprd", "tmod"}
)


def from_verb(tree: Tree, cue: Cue) -> Attribution | None:
    """The content after a verb, by the first of its frames that fits the sentence."""
    verb, frames = cue.word, cue.frames
    for build in (
        _named,
        _clause,
        from_quotation,
        _infinitive,
        _as,
        _preposition,
        _doing,
        from_thing,
    ):
        found = build(tree, verb, frames)
        if found is not None:
            return _with_speaker(tree, verb, found)
    return None


def _with_speaker(tree: Tree, verb: Token, found: Attribution) -> Attribution:
    head = subject(tree, verb)
    if head is not None and not any(a <= head.i <= b for a, b in found.parts):
        found.speaker = phrase(tree, head, verb)
        if found.speaker and any(a <= found.speaker[1] <= b for a, b in found.parts):
            found.speaker = None
    return found


def _made(
    tree: Tree, verb: Token, part: TokenRange, how: str, last: int | None = None
) -> Attribution:
    return Attribution(tree, verb, cue_words(tree, verb, last), [part], how)


def _named(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """'called the plan that he had seen "a mistake"': a thing and the name it is given."""
    if (
        "object" not in frames
        or "clause" in frames
        or tree[min(verb.i + 1, len(tree) - 1)].text in MARKS
    ):
        return None
    commas = 0
    for i in range(verb.i + 2, min(verb.i + LONGEST_NAMED, len(tree) - 1)):
        token = tree[i]
        commas += token.text == ","
        if opens(tree, i) and commas % 2 == 0:
            return _with_name(tree, verb, i)
        if token.text in ".;:—–" or (token.dep == "conj" and token.head == verb.i):
            return None
    return None


def _with_name(tree: Tree, verb: Token, opening: int) -> Attribution | None:
    first, close = tree[verb.i + 1], closing(tree, opening)
    if close is None or not (first.is_noun or first.tag in {"JJ", "PRP$", "VBG", "WDT"}):
        return None
    while close + 2 < len(tree) and tree[close + 1].dep == "cc" and opens(tree, close + 2):
        close = closing(tree, close + 2) or close + 1
    if close + 1 < len(tree) and tree[close + 1].tag[:2] == "NN":
        return None  # the words quoted only describe a thing
    old = _as(tree, verb, VERBS[verb.lemma])
    last = max(close, old.parts[0][1]) if old is not None else close
    return _made(tree, verb, (first.i, last), "as")


def _clause(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "said that he would go", "wondered whether", "told reporters he would"."""
    if not frames & {"clause", "aside"}:
        return None
    for clause in tree.kids(verb, "ccomp"):
        if clause.left > verb.i and _may_follow(tree, verb, clause):
            first = _between(tree, verb, clause.left)
            return _made(tree, verb, (first, to_the_end(tree, verb, clause.right)), "clause")
    clause_or_none = _marked(tree, verb)
    if clause_or_none is not None:
        clause = clause_or_none
        return _made(tree, verb, (clause.left, to_the_end(tree, verb, clause.right)), "clause")
    return None


def _may_follow(tree: Tree, verb: Token, clause: Token) -> bool:
    """Whether the clause is what is said, not something that happens at the same time."""
    if any(kid.low == "to" and kid.dep == "aux" for kid in tree.kids(clause)):
        return tree.kid(clause, "advmod", "dobj", "attr") is not None and _asks(tree, clause)
    return clause.tag != "VBG" or tree.kid(clause, "nsubj", "nsubjpass", "aux") is not None


def _asks(tree: Tree, clause: Token) -> bool:
    """Whether the clause is a shortened question: "how to", "what to"."""
    return tree[clause.left].tag in {"WRB", "WP", "WDT"} or tree[clause.left].low == "whether"


def _between(tree: Tree, verb: Token, first: int) -> int:
    """The first token of a clause that opens with an aside: "said no matter what, he would"."""
    if tree[first].low in DAYS and first == verb.i + 1:
        return first if tree[first + 1].low in _POSSESSIVE else first + 1  # "Monday's vote"
    if first == verb.i + 1 and tree[first].dep == "prep" and _when(tree, tree[first]):
        return tree[first].right + 1
    if tree[first - 1].text != "," or tree[first].text in OPENING:
        return first
    opens = tree.at(verb.i + 1)
    while opens is not None and opens.dep in {"dative", "npadvmod", "dobj"}:
        opens = tree.at(opens.right + 1)
    if opens is None or opens.i >= first - 1:
        return first
    head = next((kid for kid in tree.kids(verb) if kid.left == opens.i), None)
    if head is not None and head.dep in {"advcl", "advmod", "mark", "dep"}:
        return head.left
    return first


def _when(tree: Tree, prep: Token) -> bool:
    """ "said on Friday he had", "said in a statement he had": parsed as the content."""
    after = tree.at(prep.right + 1)
    near = is_occasion(tree, prep) and prep.right - prep.i < 4
    return near and after is not None and after.tag in {"PRP", "DT", "NNP", "EX", "PRP$"}


def _marked(tree: Tree, verb: Token) -> Token | None:
    """A clause with "that" or "whether" that the parser attached to a noun after the verb."""
    for i in range(verb.i + 1, min(verb.i + 16, len(tree) - 1)):
        token = tree[i]
        if token.low in {"that", "whether", "if"} and token.dep == "mark":
            clause = tree[token.head]
            inside = clause.left >= token.i and _hangs(tree, clause, verb)
            wanted = token.low != "if" or verb.lemma in {"ask", "wonder", "inquire", "question"}
            if inside and wanted and tree[i - 1].text not in {",", ";", ":"}:
                return clause
            return None
        if token.text in {";", ":"} or token.text in MARKS or token.tag in {"VBD", "VBZ"}:
            return None
    return None


# "suggests a lack of confidence that …": the thing is what is said, with its clause
_GIVEN = (NOUNS - {"statement", "interview", "speech", "message"}) | {"fact", "idea", "lack"}


def _hangs(tree: Tree, clause: Token, verb: Token) -> bool:
    """Whether a clause depends on a verb, directly or through nouns only."""
    for above in tree.above(clause):
        if above is verb:
            return True
        if above.is_verb or (above.dep == "dobj" and above.lemma in _GIVEN):
            return False
    return False


def to_the_end(tree: Tree, verb: Token, end: int) -> int:
    """The last token of a clause: the end of the sentence, unless something else begins before it.

    Words that the parser attached to the verb after the clause belong to the clause, if no comma
    stands between.
    """
    end = reach(tree, verb, end)
    last = len(tree) - 1
    while last > end and tree[last].text in {".", "?", "!"}:
        last -= 1
    rest = [tree[i] for i in range(end + 1, last + 1)]
    if len(rest) > 1 and rest[0].text == ":":
        return last  # "said it fails for one reason: the price"
    if not rest or rest[0].dep == "cc" or rest[0].text in STOPS or parted(tree, end):
        return end
    if any(token.text in STOPS for token in rest):
        return end
    return last


def reach(tree: Tree, verb: Token, end: int) -> int:
    """The last token of the content, with words after it that the parser attached to the verb."""
    while end > verb.i + 1 and _loose(tree[end]):
        end -= 1
    for kid in tree.kids(verb):
        if kid.left != end + 1 or kid.i <= verb.i:
            continue
        if kid.dep in _GOES_ON and tree[kid.left].text not in STOPS and not parted(tree, end):
            end = kid.right
    return end


def _loose(token: Token) -> bool:
    """Whether a token at the end of a clause belongs to the words after it."""
    return token.dep == "cc" or (token.text in STOPS and token.text != ".")


def _infinitive(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "vowed to fight", "urged Congress to act"."""
    for clause in tree.kids(verb, "xcomp", "ccomp", "advcl"):
        to = clause.i > verb.i and clause.tag == "VB" and tree.kid(clause, "aux")
        if not to or to.low != "to":
            continue
        thing = tree.kid(verb, "dobj", "dative")
        if thing is not None and thing.i < clause.i:
            if "person" in frames:
                first = thing.right + 1 if thing.tag == "PRP" else thing.left
                return _made(tree, verb, (first, reach(tree, verb, clause.right)), "urging")
            return None
        last = reach(tree, verb, clause.right)
        to = tree[to.i - 1] if tree[to.i - 1].dep == "neg" else to  # "vowed not to go"
        own = tree.kid(clause, "nsubj")
        if own is not None and own.i < clause.i and frames & {"infinitive", "person"}:
            return _made(tree, verb, (own.left, last), "wish")
        if "infinitive" in frames and clause.dep != "advcl" and not _reports(tree, clause):
            return _made(tree, verb, (to.i, last), "infinitive")
        if "person" in frames and passive(tree, verb):
            return _made(tree, verb, (to.i, last), "urging")
    return None


def _reports(tree: Tree, verb: Token) -> bool:
    """ "declined to say who": the infinitive attributes, and governs the content."""
    if verb.lemma not in CLAUSE_VERBS:
        return False
    return any(kid.i > verb.i and kid.is_verb for kid in tree.kids(verb, "ccomp"))


def _as(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "described it as a mistake", "called it a mistake"."""
    found = _described(tree, verb) if "description" in frames else None
    if found is not None or "object" not in frames:
        return found
    clause = tree.kid(verb, "ccomp", "oprd")
    thing = tree.kid(verb, "dobj", "dative")
    if clause is not None and clause.i > verb.i and tree[clause.left - 1].low != "and":
        first = thing.left if thing is not None and thing.i > verb.i else clause.left
        last = reach(tree, verb, clause.right)
        return _made(tree, verb, (min(first, clause.left), last), "as")
    return _called(tree, verb, thing)


def _described(tree: Tree, verb: Token) -> Attribution | None:
    """ "described it as a mistake", "described it as covered in mud"."""
    thing = tree.kid(verb, "dobj")
    for prep in tree.kids(verb, "prep"):
        if prep.low == "as" and prep.i > verb.i and thing is None and passive(tree, verb):
            last = reach(tree, verb, prep.right)
            return _made(tree, verb, (prep.i + 1, last), "as", prep.i)
        saying = tree.kid(prep, "pcomp")
        if saying is not None and saying.low == "saying" and opens(tree, saying.i + 1):
            return _made(tree, verb, (saying.i + 1, close_of(tree, saying.i + 1)), "quotation")
        if prep.low == "as" and prep.i > verb.i and thing is not None and thing.i > verb.i:
            return _made(tree, verb, (thing.left, reach(tree, verb, prep.right)), "as")
    clause = _as_clause(tree, verb)
    if clause is not None and thing is not None and verb.i < thing.i < clause.left:
        return _made(tree, verb, (thing.left, reach(tree, verb, clause.right)), "as")
    return None


def _as_clause(tree: Tree, verb: Token) -> Token | None:
    """ "described the harbour as covered in mud": the parser takes it for a clause of time."""
    for clause in tree.kids(verb, "advcl"):
        opening = tree[clause.left]
        if opening.low == "as" and clause.tag in {"VBN", "VBG", "JJ"} and clause.i > verb.i:
            finite = any(kid.tag in FINITE for kid in tree.kids(clause, "aux", "auxpass"))
            if not finite and tree[clause.left - 1].text not in STOPS:
                return clause
    return None


def _called(tree: Tree, verb: Token, thing: Token | None) -> Attribution | None:
    """'called the plan "a mistake"', where the parser did not find two objects."""
    if thing is None or thing.i < verb.i:
        return None
    for i in range(verb.i + 2, min(max(verb.i + 12, thing.right + 4), len(tree) - 1)):
        if tree[i].text in OPENING:
            return _made(tree, verb, (thing.left, max(close_of(tree, i), thing.right)), "as")
        if tree[i].text in STOPS or (tree[i].is_verb and i > thing.right):
            return None
    return None


def _preposition(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "called for calm", "complained about the noise"."""
    if "for" in frames:
        for clause in tree.kids(verb, "advcl", "ccomp", "xcomp"):
            mark = tree.kid(clause, "mark")
            if mark is not None and mark.low == "for" and mark.i == clause.left > verb.i:
                return _made(tree, verb, (mark.i + 1, clause.right), "preposition", mark.i)
    return _whom(tree, verb, frames) or _about(tree, verb, frames)


def _whom(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "accused the minister of lying": the preposition follows a person."""
    whom = tree.kid(verb, "dobj")
    if whom is not None and whom.i > verb.i:
        for prep in tree.kids(whom, "prep"):
            if prep.low in frames and prep.low != "on" and prep.right > prep.i:
                return _made(tree, verb, (whom.left, reach(tree, verb, whom.right)), "preposition")
    return None


def _about(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "called for calm", "praised them for coming"."""
    whom = tree.kid(verb, "dobj")
    for prep in tree.kids(verb, "prep"):
        low = "on" if prep.low == "upon" else prep.low
        if prep.i < verb.i or low not in frames or tree.kid(prep, "pobj", "pcomp") is None:
            continue
        last = tree[prep.right]
        bare = last.tag == "IN" or (last.tag == "PRP" and last.i == prep.i + 1)
        if tree[prep.i - 1].text in STOPS or bare:
            continue
        if tree[prep.i + 1].low in DAYS or (prep.low == "on" and titled(tree, prep.i, prep.right)):
            continue
        if whom is not None and verb.i < whom.i < prep.i and whom.tag != "PRP":
            return _made(tree, verb, (whom.left, reach(tree, verb, prep.right)), "preposition")
        return _made(tree, verb, (prep.i + 1, reach(tree, verb, prep.right)), "preposition", prep.i)
    return None


def _doing(tree: Tree, verb: Token, frames: frozenset[str]) -> Attribution | None:
    """ "denied taking it"."""
    if "doing" in frames:
        for clause in tree.kids(verb, "xcomp", "ccomp"):
            if clause.tag == "VBG" and clause.i > verb.i:
                return _made(tree, verb, (clause.left, reach(tree, verb, clause.right)), "doing")
    return None
