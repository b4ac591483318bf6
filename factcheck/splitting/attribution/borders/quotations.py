"""Where a content begins and ends when a quotation stands at its border."""

from factcheck.splitting.attribution.attributions import Attribution, TokenRange
from factcheck.splitting.grammar.marks import CLOSING, MARKS, closes, closing, opens
from factcheck.splitting.grammar.parsing import Tree
from factcheck.splitting.grammar.tags import FINITE
from factcheck.splitting.lexicon.words import SPEECH

_APART = frozenset({",", "–", "—", "-", "--", "("})
_BEFORE_ALONE = frozenset({":", "–", "—", "-", "--", "("})
# words after an exclamation that begin its circumstances
_BESIDE = frozenset("after before during while when as at on in amid upon following".split())
_CRIES = frozenset("chant shout yell scream cry holler bark sing roar".split())
# constructions that include a quotation after a colon or a comma
_GO_ON = frozenset({"clause", "thing", "as", "infinitive", "urging", "wish", "preposition", "noun"})


def at_quotations(found: Attribution, first: int, last: int) -> TokenRange:
    """The content's range, extended over the quotation it continues in, or cut to the one it is."""
    last = _before_next_saying(found.tree, max(first, found.verb.i), last)
    if found.how == "aside":
        return (_alone(found.tree, first, last) if first < found.verb.i else first), last
    if found.how == "clause" and first > 0 and opens(found.tree, first - 1):
        first -= 1
    last = _end_of_quotation(found, first, last)
    while True:
        further = _further(found, last)
        if further <= last:
            return first, last
        last = further


def _before_next_saying(tree: Tree, first: int, last: int) -> int:
    """The token before a participle that reports anew: "said it was safe, adding that …"."""
    for i in range(first + 3, last):
        if tree[i].tag != "VBG" or tree[i].lemma not in SPEECH or not _reports(tree, i):
            continue
        end = i - 1
        if tree[end].low in {"before", "after", "while"}:
            return end - 1
        if tree[end].text == "," or (closes(tree, end) and tree[end - 1].text == ","):
            return end
    return last


def _reports(tree: Tree, i: int) -> bool:
    """Whether a clause or a quotation follows a participle that stands outside any quotation."""
    following = tree[i + 1] if i + 2 < len(tree) else tree[i]
    if following.low not in {"that", "how", "why", ",", ":"} and not opens(tree, following.i):
        return False
    return sum(opens(tree, n) - closes(tree, n) for n in range(i)) <= 0


def _alone(tree: Tree, first: int, last: int) -> int:
    """The first token of the quotation before an aside, after a colon, a dash or a bracket."""
    if not closes(tree, last):
        return first
    opening = next((i for i in range(last - 1, first, -1) if opens(tree, i)), None)
    if opening is None or closing(tree, opening) != last:
        return first
    return opening if tree[opening - 1].text in _BEFORE_ALONE else first


def _end_of_quotation(found: Attribution, first: int, last: int) -> int:
    """The last token of a content that opens with a quotation. What follows a complete quotation is
    the reporter's: 'shouted "Help!" at the passers-by'.
    """
    tree = found.tree
    if found.how == "as":
        return _end_of_name(tree, first, last)
    if found.how not in {"clause", "quotation", "preposition"} or not opens(tree, first):
        return last
    close = next((i for i in range(first + 2, last) if tree[i].text in CLOSING), None)
    if close is None or opens(tree, close):
        return last
    rest, finite = tree[close + 1], any(tree[i].tag in FINITE for i in range(first, close))
    if tree[close - 1].text in {",", ".", "!", "?", "…"} or rest.text == ",":
        goes_on = rest.dep == "cc" or rest.tag in FINITE or opens(tree, rest.i)
        return last if goes_on else close
    if rest.dep == "cc" and tree[close + 2].tag == "VBG":
        return close
    return close if (finite or found.verb.lemma in _CRIES) and rest.low in _BESIDE else last


def _end_of_name(tree: Tree, first: int, last: int) -> int:
    """The last token of a description: 'called him "a liar," an insult that …'."""
    close = next((i for i in range(first + 2, last) if closes(tree, i)), None)
    if close is None or any(opens(tree, i) for i in range(close, last + 1)):
        return last
    rest = tree[close + 1]
    apart = tree[close - 1].text == "," or rest.text in _APART
    return close if apart or (rest.dep == "cc" and tree[close + 2].is_verb) else last


def _further(found: Attribution, last: int) -> int:
    """The last token of the quotation that continues a content; `last` if none does."""
    tree = found.tree
    following = tree.at(last + 1)
    if following is None or last + 3 >= len(tree):
        return last
    if opens(tree, last + 1):
        listed = tree[last - 1].text == "," and found.how == "quotation"
        return _end(tree, last + 1) if listed or tree[last].text not in MARKS else last
    if opens(tree, last + 2):
        joined = following.low in {"and", "but", "or"} and closes(tree, last)
        goes_on = following.text in {":", ","} and found.how in _GO_ON and last > found.verb.i
        end = _end(tree, last + 2)
        return end if joined or (goes_on and end >= len(tree) - 2) else last
    if opens(tree, last + 3) and tree[last + 2].low in {"and", "but", "because", ","}:
        joined = following.text == "," or following.low in {"and", "but"}
        return _end(tree, last + 3) if joined and found.how in {"clause", "quotation"} else last
    return last


def _end(tree: Tree, opening: int) -> int:
    close = closing(tree, opening)
    return len(tree) - 1 if close is None else close
