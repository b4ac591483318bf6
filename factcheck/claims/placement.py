"""What of an article has a place in a text: in the current version, or in a new text."""

from collections import defaultdict
from collections.abc import Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass

from django.db.models import QuerySet

from factcheck.claims.models import Anchor, Claim, Exemption, Link, Stage
from factcheck.core.spans import Span, join_quotes
from factcheck.intake import reanchoring
from factcheck.intake.models import Article, Passage, PassageRole, Version


@dataclass(frozen=True, slots=True)
class UnplacedClaim:
    """A claim without a place in a text, with its last words and the version that had them."""

    claim: Claim
    words: str
    version: int | None


@dataclass(frozen=True, slots=True)
class Placement:
    """Where claims, exemptions, speakers and cues of an article stand in a new text.

    `lost` and `exemptions_lost` have no place there. `seeds` are by link and field.
    """

    anchors: Mapping[int, Sequence[tuple[Anchor, Span]]]  # by claim, in order of place and part
    exemptions: Sequence[tuple[Exemption, Span]]
    seeds: Mapping[tuple[int, str], Span]
    links: Sequence[Link]
    lost: Sequence[UnplacedClaim]  # suggested and live claims
    exemptions_lost: Sequence[Exemption]

    @property
    def lost_live(self) -> list[UnplacedClaim]:
        """The live claims that have no place."""
        return [row for row in self.lost if row.claim.is_live]

    @property
    def kept(self) -> int:
        """How many live claims keep their place."""
        rows = (pairs[0][0].claim for pairs in self.anchors.values())
        return sum(claim.is_live for claim in rows)


def unplaced_claims(article: Article) -> list[UnplacedClaim]:
    """The live claims that have no place in the current version, by number. Two queries."""
    here = Anchor.objects.filter(version=article.current_version_id).values("claim")
    rows = Claim.objects.live().filter(article=article).exclude(pk__in=here)
    claims = list(rows.select_related("assignee").in_text_order())
    return _with_words(claims, _last_anchors(Anchor.objects.filter(claim__in=claims)))


def unplaced_exemptions(article: Article) -> list[Exemption]:
    """Exemptions of earlier versions that have no place in the current one. One query."""
    rows = _last_exemptions(article)
    return [row for row in rows if row.version_id != article.current_version_id]


def last_anchors(claim: Claim) -> list[Anchor]:
    """Where a claim stood last, in order of place and part. One query."""
    return _last_anchors(Anchor.objects.filter(claim=claim)).get(claim.pk, [])


def placement_in(article: Article, old: Version, new: reanchoring.Text) -> Placement:
    """What of the article has a place in this text, coming from this version. Six queries.

    What had lost its place before is looked for with its last words, so that a text that returns
    brings it back.
    """
    claims = list(Claim.objects.filter(article=article).in_text_order())
    by_key = {claim.pk: claim for claim in claims}
    anchors = _last_anchors(Anchor.objects.filter(claim__article=article))
    exemptions = {row.pk: row for row in _last_exemptions(article)}
    links = list(Link.objects.filter(claim__article=article).select_related("speaker"))
    groups: dict[int, dict[Hashable, Sequence[Span]]] = defaultdict(dict)
    for pk, rows in anchors.items():
        groups[rows[0].version_id]["claim", pk] = [Span(row.start, row.end) for row in rows]
    for row in exemptions.values():
        groups[row.version_id]["exemption", row.pk] = [Span(row.start, row.end)]
    groups[old.pk].update(_seeds(old.text, links))
    placed: dict[Hashable, list[Span]] = {}
    for text, stretches in zip(_texts(groups), groups.values(), strict=True):
        placed |= reanchoring.reanchored(text, new, stretches)
    for rows in anchors.values():
        for anchor in rows:
            anchor.claim = by_key[anchor.claim_id]
    standing = {pk: placed["claim", pk] for pk in anchors if ("claim", pk) in placed}
    return Placement(
        anchors={pk: list(zip(anchors[pk], spans, strict=True)) for pk, spans in standing.items()},
        exemptions=[
            (row, placed["exemption", pk][0])
            for pk, row in exemptions.items()
            if ("exemption", pk) in placed
        ],
        seeds={
            (link.pk, name): placed[link.pk, name][0]
            for link in links
            for name in ("words", "cue")
            if (link.pk, name) in placed
        },
        links=[link for link in links if link.retired_at is None],
        lost=_with_words(
            [c for c in claims if c.pk not in standing and c.stage != Stage.SET_ASIDE], anchors
        ),
        exemptions_lost=[row for pk, row in exemptions.items() if ("exemption", pk) not in placed],
    )


def text_of(version: Version, passages: Iterable[Passage]) -> reanchoring.Text:
    """A version as the re-anchoring module takes it."""
    rows = list(passages)
    return reanchoring.Text(
        version.text,
        [Span(row.start, row.end) for row in rows],
        [Span(row.start, row.end) for row in rows if row.role == PassageRole.BOILERPLATE],
    )


def _texts(keys: Iterable[int]) -> list[reanchoring.Text]:
    """Versions by key, in the order of the keys. Two queries."""
    wanted = list(keys)
    versions = Version.objects.in_bulk(wanted)
    passages: dict[int, list[Passage]] = defaultdict(list)
    for row in Passage.objects.filter(version__in=wanted).order_by("version_id", "position"):
        passages[row.version_id].append(row)
    return [text_of(versions[pk], passages[pk]) for pk in wanted]


def _seeds(text: str, links: Iterable[Link]) -> dict[Hashable, list[Span]]:
    """Where speakers and cues of the standing links are in a text, by link and field."""
    found: dict[Hashable, list[Span]] = {}
    for link in links:
        for name, start in (("words", link.words_start), ("cue", link.cue_start)):
            words: str = getattr(link, name)
            if words and start is not None and text.startswith(words, start):
                found[link.pk, name] = [Span(start, start + len(words))]
    return found


def _last_anchors(rows: QuerySet[Anchor]) -> dict[int, list[Anchor]]:
    """The anchors of each claim in the last version in which it stood. One query."""
    found: dict[int, list[Anchor]] = {}
    ordered = rows.select_related("version").defer("version__text")
    for anchor in ordered.order_by("claim_id", "-version__number", "place", "part"):
        of_claim = found.setdefault(anchor.claim_id, [])
        if not of_claim or of_claim[0].version_id == anchor.version_id:
            of_claim.append(anchor)
    return found


def _last_exemptions(article: Article) -> list[Exemption]:
    """The last row of each exemption, unless it was lifted. One query."""
    rows = Exemption.objects.filter(version__article=article).select_related(
        "version", "repeats", "exempted_by"
    )
    last = {
        row.carried_from_id or row.pk: row
        for row in rows.defer("version__text").order_by("version__number", "start", "pk")
    }
    return [row for row in last.values() if row.lifted_at is None]


def _with_words(
    claims: Iterable[Claim], anchors: Mapping[int, Sequence[Anchor]]
) -> list[UnplacedClaim]:
    """Claims with the words in which they stood last."""
    return [
        UnplacedClaim(
            claim,
            words=join_quotes(row.quote for row in anchors.get(claim.pk, ())) or claim.wording,
            version=anchors[claim.pk][0].version.number if claim.pk in anchors else None,
        )
        for claim in claims
    ]
