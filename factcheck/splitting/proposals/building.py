"""Turn attributions into suggested claims, in order, each with its reasons."""

from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence

from factcheck.core.spans import Span
from factcheck.splitting.attribution.attributions import Attribution
from factcheck.splitting.attribution.chain import Attributed
from factcheck.splitting.attribution.coreference import PRONOUNS, Speakers
from factcheck.splitting.grammar.parsing import Tree
from factcheck.splitting.proposals import kinds, own, reasons
from factcheck.splitting.proposals.beside import beside
from factcheck.splitting.proposals.suggestions import NONE, Mention, SuggestedClaim, SuggestedLink
from factcheck.splitting.proposals.worth import WEIGHTS, Facts, weigh
from factcheck.splitting.text.quotes import Quoted


class Builder:
    """Builds the suggestions of one text."""

    def __init__(
        self,
        text: str,
        trees: Sequence[Tree | None],
        quoted: Quoted,
        weights: Mapping[str, float] = WEIGHTS,
    ) -> None:
        self.text = text
        self.weights = weights
        self.trees = [tree for tree in trees if tree is not None]
        self.quoted = quoted
        self.speakers = Speakers(trees)
        self._starts = [tree.span.start for tree in self.trees]

    def claims(self, found: Sequence[Attributed]) -> list[SuggestedClaim]:
        """The attributed claims and the article's own, in order."""
        attributed = [self._attributed(one) for one in found]
        taken = sorted(
            [(part.start, part.end) for one in attributed for part in one.parts]
            + [_cue(one.outer) for one in found]
        )
        said = [*attributed, *self._own(taken), *self._beside(found, attributed)]
        return sorted(said, key=lambda one: one.parts[0].start)

    def _attributed(self, claim: Attributed) -> SuggestedClaim:
        one = claim.outer
        parts = tuple(Span(*span) for span in one.spans)
        # the outer speaker is met first: "he" inside somebody's words most often means that speaker
        outer = self._link(one)
        inner = [self._link(link) for link in claim.inner]
        links = (*(link for link in inner if not _same(link, outer)), outer)
        self.speakers.turn_to(outer.speaker.name if outer.speaker else "")
        speaker = links[-1].speaker
        said_by = speaker.kind if speaker else "unnamed"
        if speaker and speaker.name.lower() in PRONOUNS:
            said_by = "unknown"  # to us: the text may have named whom "she" means
        hedges = kinds.hedges(self.text, parts)
        facts = self._facts(parts, links[-1].kind, said_by, hedged=bool(hedges))
        weighed = weigh(facts, self.weights)
        cue = self.text[slice(*_cue(one))]
        named = self.text[speaker.start : speaker.end] if speaker else ""
        named = named if len(named) <= 60 else speaker.name if speaker else ""
        return SuggestedClaim(
            parts=parts,
            kind=facts.quote_kind,
            claim_kind=facts.claim_kind,
            chain=links,
            governs=len(links) - 1,
            reason=weighed.told(
                reasons.reason(one, " ".join(cue.split()), " ".join(named.split()))
            ),
            worth=weighed.worth,
            weighed=weighed.reasons,
            hedges=hedges,
            splits=self._splits(one.tree, parts),
        )

    def _facts(
        self, parts: Sequence[Span], quote_kind: str, speaker_kind: str, *, hedged: bool
    ) -> Facts:
        words = " ".join(self.text[part.start : part.end] for part in parts)
        return Facts(words, kinds.kind(words), quote_kind, speaker_kind, hedged)

    def _link(self, one: Attribution) -> SuggestedLink:
        kind = self.quoted.kind([Span(*span) for span in one.spans])
        speaker = None
        entity = self.speakers.meet(one)
        if one.speaker is not None and entity is not None:
            place = one.tree.place(*one.speaker)
            speaker = Mention(place.start, place.end, " ".join(entity.name.split()), entity.kind)
        return SuggestedLink(speaker, Span(*_cue(one)), kind)

    def _splits(self, tree: Tree, parts: Sequence[Span]) -> tuple[int, ...]:
        return tuple(at for part in parts for at in own.splits(tree, part))

    def _own(self, taken: Sequence[tuple[int, int]]) -> Iterator[SuggestedClaim]:
        """Claims from sentences in which nothing is attributed."""
        starts = [start for start, _ in taken]
        ends: list[int] = []
        for _, end in taken:
            ends.append(max(end, ends[-1] if ends else 0))
        for tree in self.trees:
            n = bisect_right(starts, tree.span.end - 1) - 1
            if n >= 0 and ends[n] > tree.span.start:
                continue
            span = own.statement(self.text, tree)
            if span is not None:
                yield self._said_itself(tree, span)

    def _beside(
        self, found: Sequence[Attributed], attributed: Sequence[SuggestedClaim]
    ) -> Iterator[SuggestedClaim]:
        """The statements of sentences beside what they attribute."""
        cues: dict[int, list[Attribution]] = {}
        for claim in found:
            cues.setdefault(id(claim.outer.tree), []).append(claim.outer)
        taken = [part for one in attributed for part in one.parts]
        for ones in cues.values():
            tree = ones[0].tree
            near = [part for part in taken if part.overlaps(tree.span)]
            near += [Span(*_cue(one)) for one in ones]
            span = beside(tree, [one.verb for one in ones], near)
            if span is not None:
                yield self._said_itself(tree, span)

    def _said_itself(self, tree: Tree, span: Span) -> SuggestedClaim:
        hedges = kinds.hedges(self.text, [span])
        facts = self._facts([span], NONE, "", hedged=bool(hedges))
        weighed = weigh(facts, self.weights)
        return SuggestedClaim(
            parts=(span,),
            kind=NONE,
            claim_kind=facts.claim_kind,
            chain=(),
            governs=None,
            reason=weighed.told(reasons.OWN),
            worth=weighed.worth,
            weighed=weighed.reasons,
            hedges=hedges,
            splits=own.splits(tree, span),
        )


def _same(link: SuggestedLink, outer: SuggestedLink) -> bool:
    """ "He said he hoped": one speaker needs one link."""
    return (
        link.speaker is not None
        and outer.speaker is not None
        and link.speaker.name == outer.speaker.name
    )


def _cue(one: Attribution) -> tuple[int, int]:
    return one.tree[one.cue[0]].start, one.tree[one.cue[1]].end
