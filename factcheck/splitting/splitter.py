"""The pipeline: sentences, quotations, cues, attributions, chains, coreference, kind, worth."""

from collections.abc import Callable, Iterator, Mapping, Sequence

from factcheck.core.spans import Span
from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.borders.settling import settle
from factcheck.splitting.attribution.chain import outermost
from factcheck.splitting.attribution.constructions.register import in_sentence
from factcheck.splitting.attribution.continuations import gather
from factcheck.splitting.grammar.parsing import MODELS, Tree, installed, parsed
from factcheck.splitting.grammar.repairs import mend
from factcheck.splitting.plain import propose
from factcheck.splitting.plain.languages import is_english
from factcheck.splitting.proposals.building import Builder
from factcheck.splitting.proposals.suggestions import Split, SuggestedClaim
from factcheck.splitting.proposals.worth import WEIGHTS
from factcheck.splitting.text import layout, sentences
from factcheck.splitting.text.quotes import Quoted, quotes

PARSED = (
    "Proposed by the parser for English: it sees who is quoted, in whose words, inside whom, "
    "but may take too much or too little of a long sentence."
)
WITHOUT_MODEL = (
    "Proposed by rules alone, because the English model is not installed: quotations, “said” and "
    "“according to” are found, longer constructions are not."
)
OTHER_LANGUAGE = (
    "Proposed by rules alone: quotations and speakers before a colon are found in any language, "
    "reported speech without quotation marks in English only."
)
ASKED = "Proposed by rules alone, as asked: quotations, “said” and “according to” are found."
LOOKED_AT = 2_000  # characters by which a script is recognised
LONGEST_INNER = 20  # a cue within a quotation of this many characters can only be an inner link


def split(
    text: str,
    passages: Sequence[Span] | None = None,
    *,
    language: str | None = "en",
    models: Sequence[str] = MODELS,
    plain: bool = False,
    weights: Mapping[str, float] = WEIGHTS,
    progress: Callable[[int, int], None] | None = None,
) -> Split:
    """The claims that a text makes, and their speakers. `passages` are the spans under check.

    Without passages the blocks of the text are found here, leaving out what surrounds an article
    (teasers, bylines, notices). `weights` decide how much each claim is worth checking. The text is
    not changed: offsets count its code points.
    """
    under_check = layout.passages(text) if passages is None else list(passages)
    english = _english(text, language)
    model = installed(models) if english and not plain else None
    if model is None:
        note = ASKED if plain else WITHOUT_MODEL if english else OTHER_LANGUAGE
        return Split("plain", note, tuple(propose(text, under_check, weights, language)))
    return Split("parser", PARSED, tuple(_parsed(text, under_check, model, weights, progress)))


def _english(text: str, language: str | None) -> bool:
    """Whether to use the English parser; without a language, whether it could be used."""
    if language:
        return is_english(language)
    letters = [sign for sign in text[:LOOKED_AT] if sign.isalpha()]
    return 2 * sum(sign.isascii() for sign in letters) >= len(letters)


def _parsed(
    text: str,
    passages: Sequence[Span],
    model: str,
    weights: Mapping[str, float],
    progress: Callable[[int, int], None] | None,
) -> list[SuggestedClaim]:
    lines = list(sentences.split(text, passages))
    flat = [sentence for line in lines for sentence in line]
    quoted = Quoted(text, quotes(text, passages), [sentence.start for sentence in flat])
    trees = list(parsed(text, flat, model, progress))
    found = list(attributions(text, trees, quoted))
    inner = [one for one in found if spoken(one, quoted)]
    outer = [one for one in found if not spoken(one, quoted)]
    gather(text, lines, trees, outer, quoted)
    return Builder(text, trees, quoted, weights).claims(outermost(outer, inner))


def attributions(text: str, trees: Sequence[Tree | None], quoted: Quoted) -> Iterator[Attribution]:
    """Each attribution of each sentence, with its place in the text."""
    for tree in trees:
        if tree is None:
            continue
        mend(tree)
        for one in in_sentence(tree):
            settle(text, one, quoted)
            if one.spans:
                yield one


def spoken(one: Attribution, quoted: Quoted) -> bool:
    """Whether the cue lies in a longer quotation, so that it can only be an inner link."""
    quote = quoted.at(one.tree[one.cue[0]].start)
    return quote is not None and quote.double and quote.end - quote.start > LONGEST_INNER
