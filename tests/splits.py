"""What a splitter might answer, written down by hand: words of a text, and who says them."""

from factcheck.claims.models import Claim
from factcheck.core.spans import Span
from factcheck.splitting import Mention, Split, SuggestedClaim, SuggestedLink

# of the text about the bridge in tests/claims
CLOSE = "The old mill bridge will close in May"
CARS = "It carries 4,100 cars a day"
ASKED = "“We were never asked,”"
LAMPS = "Olsvik sells lamps"


def where(text, words):
    start = text.index(words)
    return Span(start, start + len(words))


def link(text, speaker=None, cue=None, *, name="", kind="organisation", quote="indirect"):
    """link(text, "the roads office", "said", name="Roads office"): one step of a chain."""
    mention = None
    if speaker:
        span = where(text, speaker)
        mention = Mention(span.start, span.end, name or speaker, kind)
    return SuggestedLink(mention, where(text, cue) if cue else None, quote)


def suggestion(text, *parts, chain=(), governs=None, **rest):
    """suggestion(text, "these words", chain=[link(…)]): the outermost link governs."""
    if chain and governs is None:
        governs = len(chain) - 1
    fields = {"kind": "indirect" if chain else "none", "claim_kind": "fact", "worth": 0.5}
    fields |= {"reason": "Somebody says so.", **rest}
    return SuggestedClaim(
        parts=tuple(where(text, part) for part in parts),
        chain=tuple(chain),
        governs=governs,
        **fields,
    )


def split(*suggestions, engine="parser", note=""):
    return Split(engine, note, tuple(suggestions))


def many(count):
    """A text of as many sentences, and a suggestion on each: said by ten speakers in turn."""
    lines = [f"Ship {n} sank on day {n}, captain {n % 10} said." for n in range(1000, 1000 + count)]
    text = "\n\n".join(lines)
    offered = [
        suggestion(
            text,
            f"Ship {n} sank on day {n}",
            chain=[
                SuggestedLink(
                    Mention(end - 15, end - 6, f"Captain {n % 10}", "person"),
                    Span(end - 5, end - 1),
                    "indirect",
                )
            ],
        )
        for n in range(1000, 1000 + count)
        for end in [text.index(f"Ship {n} sank on day {n},") + len(lines[0])]
    ]
    return text, split(*offered)


def suggested(article):
    """The suggestions of an article, by number."""
    return list(Claim.objects.filter(article=article, stage="suggested").order_by("number"))
