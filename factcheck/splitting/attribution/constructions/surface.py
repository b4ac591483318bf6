"""Speakers named after a quotation, by word order alone: '…," said Smith', '…," the mayor said'.

Quotations mislead the parser more than anything else. Here word order suffices: a name and a verb
of saying follow the closing mark, in one order or the other.
"""

from collections.abc import Iterator

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.attribution.borders.openings import begin
from factcheck.splitting.attribution.borders.resumption import behind
from factcheck.splitting.attribution.constructions.asides import opened_by_a_verb, opens_anew
from factcheck.splitting.attribution.cues import cue_words
from factcheck.splitting.grammar.lemmas import lemma
from factcheck.splitting.grammar.marks import CLOSING, STOPS, closes, closing, opening_of, opens
from factcheck.splitting.grammar.parsing import Token, Tree
from factcheck.splitting.grammar.tags import TENSED
from factcheck.splitting.lexicon.words import ASIDE_VERBS, SPEECH

SHORT_NAME = 7  # words of a speaker where the parser found no verb
LONGEST_NAME = 40  # words of a speaker, with their description
_CLOSING = frozenset({'"', "”", "''", "’", "»"})
_BEFORE_CLOSING = frozenset({",", "?", "!", "…", "...", "—", "-", "–"})
_STARTS = frozenset({"NNP", "NNPS", "NN", "NNS", "PRP", "DT", "PRP$", "JJ", "CD", "WP"})
_BESIDE = frozenset({"RB", "MD", "VB", "VBZ", "VBD", "VBP", "RBR"})
_BEHIND = frozenset({"IN", "TO", "RB"})
_PRONOUNS = frozenset("i he she they we it you who".split())


def from_quotations(tree: Tree) -> Iterator[Attribution]:
    """Each quotation of a sentence that is followed by its speaker's name."""
    for token in () if tree.words.isdisjoint(CLOSING) else tree:
        start = _after(tree, token)
        if start is None:
            continue
        opening = opening_of(tree, token.i)
        if opening is not None and opened_by_a_verb(tree, opening):
            continue
        whole = opening is None or opening == begin(tree)
        named = _inverted(tree, start) or _straight(tree, start, whole=whole)
        if named is None and whole:
            named = _misread(tree, start) or _bare(tree, start)
        if named is None:
            continue
        verb, speaker, last = named
        first = begin(tree)
        parts: list[TokenRange] = [(first if first > 1 else 0, token.i)]
        right = behind(tree, verb, last)
        if not whole and _reports_further(tree, verb, parts[0], right):
            continue
        if right is not None:
            parts.append(right)
        yield Attribution(tree, verb, cue_words(tree, verb), parts, "aside", speaker)
        return


def _after(tree: Tree, closing: Token) -> int | None:
    """The first token that may name a speaker after a mark that closes a statement."""
    before, following = tree.at(closing.i - 1), tree.at(closing.i + 1)
    if not closes(tree, closing.i) or before is None or following is None:
        return None
    if following.text == "'":
        following = tree.at(following.i + 1) or following  # the mark closes an inner quotation
    elif closes(tree, following.i):
        return None
    if before.i and closes(tree, before.i):
        before = tree[before.i - 1]
    if following.text == "," and closing.tag != "``":
        return following.i + 1
    if before.text in _BEFORE_CLOSING:
        return following.i
    many = closing.text != "’" and following.tag == "NNP"
    if many and opening_of(tree, closing.i) is None:
        return following.i  # the last of several sentences, without a comma
    ends = before.text == "." and following.i + 5 > len(tree)  # '"He left." Smith said.'
    return following.i if ends else None


def _reports_further(tree: Tree, verb: Token, left: TokenRange, right: TokenRange | None) -> bool:
    """Whether a verb after half a sentence has its own content: 'Though "tired," he said he
    ran'.
    """
    clause = next((kid for kid in tree.kids(verb, "ccomp") if kid.i > verb.i), None)
    if clause is not None and clause.left <= verb.i + 2:
        return True
    return opens_anew(tree, left, right)


def _says(token: Token | None) -> bool:
    """Whether the token is a finite verb that can stand beside what it reports."""
    if token is None or token.tag not in TENSED:
        return False
    return token.lemma in ASIDE_VERBS


def _misread(tree: Tree, i: int) -> tuple[Token, TokenRange, int] | None:
    """ "the two write", where the parser found no verb."""
    first = tree.at(i)
    if first is None or first.tag not in _STARTS:
        return None
    for token in tree.tokens[i + 1 : i + SHORT_NAME]:
        if token.text in STOPS or token.tag in TENSED | {"MD", "IN"}:
            return None
        following = tree.at(token.i + 1)
        ends = following is not None and (following.text in STOPS or following.tag in _BEHIND)
        if ends and token.i > i + (first.tag == "DT") and _verb_form(token):
            return token, (i, token.i - 1), _aside_end(tree, token.i)
    return None


def _bare(tree: Tree, i: int) -> tuple[Token, TokenRange, int] | None:
    """ "Smith pressed.": after a whole quotation any verb may report it."""
    last = i
    while last < len(tree) and tree[last].tag in {"NNP", "PRP"}:
        last += 1
    verb, following = tree.at(last), tree.at(last + 1)
    if last == i or verb is None or following is None or following.text not in {".", ","}:
        return None
    if verb.tag != "VBD" or verb.lemma in {"be", "have", "do"}:
        return None
    return verb, (i, last - 1), last


def _verb_form(token: Token) -> bool:
    base = lemma(token.low, "VBP")
    return base in ASIDE_VERBS


def _inverted(tree: Tree, i: int) -> tuple[Token, TokenRange, int] | None:
    """ "said Smith, the mayor of X"."""
    verb, first = tree.at(i), tree.at(i + 1)
    if verb is None or first is None or first.tag not in _STARTS:
        return None
    if not _says(verb) and not (verb.tag == "VBN" and verb.lemma in SPEECH):
        return None  # the parser may have taken "added" for a participle
    after = tree.at(i + 2)
    if first.low in _PRONOUNS and after is not None and after.tag in _BESIDE:
        return None  # 'Lie, who calls him "a liar," said he would go'
    head = first
    while head.head > head.i and head.head != verb.i and tree[head.head].is_noun:
        head = tree[head.head]
    last = head.right if head.left == first.i else first.i
    last = min(last, len(tree) - 1)
    while last > first.i and tree[last].text in STOPS | _CLOSING:
        last -= 1
    return verb, (first.i, last), _aside_end(tree, last)


def _straight(tree: Tree, i: int, *, whole: bool) -> tuple[Token, TokenRange, int] | None:
    """ "the mayor, who was there, said on Monday"."""
    first = tree.at(i)
    if first is None or first.tag not in _STARTS:
        return None
    commas, loose = 0, None
    for token in _unquoted(tree, i + 1):
        if token.text in {".", ";", ":"}:
            break
        if token.text == ",":
            commas += 1
        elif _says(token) and commas == 1:
            loose = loose or (token if whole and _one_comma(tree, token) else None)
        elif _says(token) and commas != 1:
            return _named(tree, i, token)
        elif token.tag in TENSED and commas == 0:
            return None
    return _named(tree, i, loose) if loose is not None else None


def _one_comma(tree: Tree, verb: Token) -> bool:
    """Whether a speaker may end at this verb although the second comma is missing."""
    return verb.dep != "relcl" and tree[verb.i + 1].text not in STOPS


def _named(tree: Tree, first: int, verb: Token) -> tuple[Token, TokenRange, int]:
    return verb, (first, _end_before(tree, first, verb.i)), _aside_end(tree, verb.i)


def _unquoted(tree: Tree, start: int) -> Iterator[Token]:
    """The words from `start` up to a quotation; a nickname in quotation marks is skipped."""
    skip = -1
    for token in tree.tokens[start : start + LONGEST_NAME]:
        if opens(tree, token.i):
            close = closing(tree, token.i)
            if close is None or close - token.i >= SHORT_NAME:
                return
            skip = close
        elif token.i > skip:
            if token.text in _CLOSING:
                return
            yield token


def _end_before(tree: Tree, first: int, verb: int) -> int:
    """The last word of a name, without the adverbs and auxiliaries before the verb."""
    last = verb - 1
    while last > first and (tree[last].text == "," or tree[last].tag in _BESIDE):
        last -= 1
    return last


def _aside_end(tree: Tree, last: int) -> int:
    """The last token before the next border."""
    while last + 1 < len(tree) and tree[last + 1].text not in STOPS | _CLOSING | {"“", "``"}:
        last += 1
    return last
