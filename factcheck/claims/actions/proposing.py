"""Suggestions are written as rows, in a number of queries that does not grow with them.

Their span, wording, kind and chain are set by nobody until a person accepts them.
"""

from collections.abc import Collection, Iterator, Sequence

from django.db.models import Max, Q

from factcheck.claims.actions.chaining import lock_kept_speakers
from factcheck.claims.actions.placing import default_wording
from factcheck.claims.models import (
    Anchor,
    Claim,
    Link,
    Placed,
    Speaker,
    SpeakerKind,
    Stage,
)
from factcheck.claims.models import Suggestion as Why
from factcheck.claims.search import index_made
from factcheck.core.spans import Span, context, cut
from factcheck.intake.models import Article, Version
from factcheck.people.models import User
from factcheck.splitting import Mention, SuggestedClaim, SuggestedLink

LONGEST_NAME = 160
LONGEST_WORDS = 200
LONGEST_CUE = 80
LONGEST_REASON = 300
AT_A_TIME = 900  # values that one question may name

NOBODY = (SpeakerKind.UNNAMED.value, "somebody the text does not name")
SpeakerKey = tuple[str, str]  # what sort of speaker, and the name


def add_suggestions(
    *, article: Article, version: Version, by: User, offered: Sequence[SuggestedClaim]
) -> list[Claim]:
    """Write suggested claims with where they stand, their chains and why they were proposed."""
    if not offered:
        return []
    speakers, made = _find_or_create_speakers(
        {_speaker_key(link) for one in offered for link in one.chain}, article, by
    )
    last = Claim.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    claims = Claim.objects.bulk_create(
        Claim(
            article=article,
            number=last + number,
            wording=default_wording(cut(version.text, part) for part in one.parts),
            kind=one.claim_kind,
            stage=Stage.SUGGESTED,
        )
        for number, one in enumerate(offered, start=1)
    )
    pairs = list(zip(claims, offered, strict=True))
    Anchor.objects.bulk_create(row for pair in pairs for row in _anchors(version, *pair))
    Link.objects.bulk_create(row for pair in pairs for row in _links(version, speakers, *pair))
    Why.objects.bulk_create(_why(version, *pair) for pair in pairs)
    index_made(
        ((claim, [cut(version.text, part) for part in one.parts]) for claim, one in pairs), made
    )
    return claims


def _anchors(version: Version, claim: Claim, one: SuggestedClaim) -> Iterator[Anchor]:
    """One place; a part for each stretch of a statement that is broken up."""
    for part, span in enumerate(one.parts, start=1):
        prefix, suffix = context(version.text, span)
        yield Anchor(
            version=version,
            claim=claim,
            part=part,
            start=span.start,
            end=span.end,
            quote=cut(version.text, span),
            prefix=prefix,
            suffix=suffix,
            placed=Placed.SUGGESTED,
        )


def _links(
    version: Version, speakers: dict[SpeakerKey, Speaker], claim: Claim, one: SuggestedClaim
) -> Iterator[Link]:
    """The chain, innermost link first, with the position of each speaker and cue."""
    for position, link in enumerate(one.chain):
        who = _first(link.speaker, LONGEST_WORDS)
        cue = _first(link.cue, LONGEST_CUE)
        yield Link(
            claim=claim,
            position=position,
            speaker=speakers[_speaker_key(link)],
            words=cut(version.text, who) if who else "",
            words_start=who.start if who else None,
            cue=cut(version.text, cue) if cue else "",
            cue_start=cue.start if cue else None,
            quote_kind=link.kind,
            governs=position == one.governs,
        )


def _first(span: Span | Mention | None, longest: int) -> Span | None:
    """The span, cut to what its column can hold."""
    return Span(span.start, min(span.end, span.start + longest)) if span else None


def _why(version: Version, claim: Claim, one: SuggestedClaim) -> Why:
    return Why(
        claim=claim,
        version=version,
        reason=one.reason[:LONGEST_REASON],
        worth=min(max(one.worth, 0.0), 1.0),
        weighed=list(one.weighed),
        hedges=[[span.start, span.end] for span in one.hedges],
        splits=list(one.splits),
    )


def _speaker_key(link: SuggestedLink) -> SpeakerKey:
    """What tells one speaker from another. Where the text names nobody, that is said."""
    name = link.speaker.name.strip()[:LONGEST_NAME].strip() if link.speaker else ""
    return (link.speaker.kind, name) if link.speaker and name else NOBODY


def _find_or_create_speakers(
    called: Collection[SpeakerKey], article: Article, by: User
) -> tuple[dict[SpeakerKey, Speaker], list[Speaker]]:
    """The speakers of these names, and which of them had to be made: unnamed ones are the article's.

    The name of a merged speaker stands for the one who was kept. All are locked, so that none is
    merged before its links are written.
    """
    wanted = sorted(called)
    known = _known(wanted, article)
    missing = [name for name in wanted if name not in known]
    if missing:
        Speaker.objects.bulk_create(
            (
                Speaker(
                    kind=kind,
                    name=name,
                    article=article if kind == SpeakerKind.UNNAMED else None,
                    added_by=by,
                )
                for kind, name in missing
            ),
            ignore_conflicts=True,  # somebody else may have made one a moment ago
        )
        known |= _known(missing, article)
    meant = lock_kept_speakers({row.pk for row in known.values()})
    speakers = {name: meant[row.pk] for name, row in known.items()}
    return speakers, [known[name] for name in missing]


def _known(wanted: Sequence[SpeakerKey], article: Article) -> dict[SpeakerKey, Speaker]:
    """The speakers that exist already; of several with one name, the one without a note."""
    names = sorted({name for _, name in wanted})
    found: dict[SpeakerKey, list[Speaker]] = {key: [] for key in wanted}
    for first in range(0, len(names), AT_A_TIME):
        rows = Speaker.objects.filter(Q(article=article) | Q(article__isnull=True))
        for row in rows.filter(name__in=names[first : first + AT_A_TIME]).order_by("pk"):
            found.get((row.kind, row.name), []).append(row)
    return {key: one for key, rows in found.items() if (one := _meant(rows))}


def _meant(namesakes: Sequence[Speaker]) -> Speaker | None:
    """The speaker without a note, or the only one; None where several have a note."""
    plain = next((row for row in namesakes if not row.note), None)
    return plain or (namesakes[0] if len(namesakes) == 1 else None)
