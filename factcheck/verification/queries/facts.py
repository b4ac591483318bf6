"""Everything about claims that rules, gate and report look at, in a constant number of queries."""

from collections import defaultdict
from collections.abc import Iterable

from django.db.models import Q, QuerySet

from factcheck.claims.models import Anchor, Claim, Link
from factcheck.claims.queries.speaking import merged_by
from factcheck.core.digests import digest
from factcheck.intake.models import Article
from factcheck.verification.facts import (
    CaptureFact,
    ClaimFacts,
    ContactFact,
    EvidenceFact,
    LinkFact,
    SourceFact,
)
from factcheck.verification.independence import address, plain
from factcheck.verification.models import (
    Capture,
    ContactClaim,
    Evidence,
    EvidenceChange,
    Source,
    SourceChange,
    Verdict,
)
from factcheck.verification.queries.findings import current, still, verdict_facts

# columns that no fact needs: with hundreds of rows each column costs, and moments cost most
UNUSED_OF_LINKS = ("retired_by", "retired_at", "speaker__added_at", "speaker__renamed_at")
UNUSED_OF_EVIDENCE = (
    *("added_at", "withdrawn_by", "withdrawn_at", "source__aliases", "source__added_at"),
    *(f"capture__{name}" for name in ("file", "file_name", "media_type", "size", "taken_from")),
    "capture__added_at",
)


def facts(claims: Iterable[Claim]) -> dict[int, ClaimFacts]:
    """What is known about these claims now, by key. Eight queries at most, for one claim or 300."""
    rows = Claim.objects.filter(pk__in=[claim.pk for claim in claims])
    rows = rows.select_related("article__current_version", "waived_by")
    return facts_from(rows.defer("article__current_version__text"))


def facts_from(
    claims: Iterable[Claim],
    pieces: Iterable[Evidence] | None = None,
    contacts: Iterable[ContactClaim] | None = None,
    findings: Iterable[Verdict] | None = None,
) -> dict[int, ClaimFacts]:
    """The same, for rows that were just read with article, version and who waived them.

    `pieces` is what `cited` answers, `contacts` what `attempts` does, `findings` what `findings_on` does,
    for who has read that.
    """
    rows = {claim.pk: claim for claim in claims}
    keys = list(rows)
    spans = _anchors(keys, {claim.article.current_version_id for claim in rows.values()})
    links = _links(keys)
    evidence = _evidence(rows, cited(keys).defer(*UNUSED_OF_EVIDENCE) if pieces is None else pieces)
    standing = {link.pk for known in links.values() for link in known}
    verdicts = verdict_facts(current(keys) if findings is None else still(findings, standing))
    tried = _contacts(attempts(keys) if contacts is None else contacts)
    return {
        claim.pk: ClaimFacts(
            pk=claim.pk,
            number=claim.number,
            article=claim.article_id,
            wording=claim.wording,
            kind=claim.kind,
            stage=claim.stage,
            disposition=claim.disposition,
            quotes=tuple(quote for _, _, quote in spans[claim.pk]),
            spans=tuple((start, end) for start, end, _ in spans[claim.pk]),
            links=tuple(links[claim.pk]),
            verdicts=tuple(verdicts[claim.pk]),
            evidence=tuple(evidence[claim.pk]),
            contacts=tuple(tried[claim.pk]),
            hands=_hands(claim),
            waived_because=claim.waived_because,
            waived_by_name=str(claim.waived_by) if claim.waived_by else "",
            waived_by=claim.waived_by_id,
        )
        for claim in rows.values()
    }


def facts_of(claim: Claim) -> ClaimFacts:
    """What is known about one claim now."""
    return facts([claim])[claim.pk]


def _hands(claim: Claim) -> frozenset[int]:
    """Who last set the span, the wording, the kind or the chain."""
    last = (claim.spanned_by_id, claim.worded_by_id, claim.kinded_by_id, claim.chained_by_id)
    return frozenset(person for person in last if person is not None)


def _anchors(keys: list[int], versions: set[int | None]) -> dict[int, list[tuple[int, int, str]]]:
    """Where each claim stands in the current text of its article, and the words there.

    The versions are named, not joined: SQLite would read all anchors of a text for each claim.
    """
    found: dict[int, list[tuple[int, int, str]]] = defaultdict(list)
    rows = Anchor.objects.filter(claim__in=keys, version__in=versions)
    rows = rows.order_by("claim_id", "place", "part")
    for claim, start, end, quote in rows.values_list("claim_id", "start", "end", "quote"):
        found[claim].append((start, end, quote))
    return found


def _links(keys: list[int]) -> dict[int, list[LinkFact]]:
    found: dict[int, list[LinkFact]] = defaultdict(list)
    rows = Link.objects.filter(claim__in=keys, retired_at__isnull=True).select_related("speaker")
    links = list(rows.order_by("claim_id", "position").defer(*UNUSED_OF_LINKS))
    merged = merged_by(link.speaker for link in links)
    for link in links:
        found[link.claim_id].append(
            LinkFact(
                pk=link.pk,
                position=link.position,
                speaker=link.speaker_id,
                speaker_name=str(link.speaker),
                speaker_kind=link.speaker.kind,
                words=link.words,
                cue=link.cue,
                quote_kind=link.quote_kind,
                governs=link.governs,
                words_start=link.words_start,
                cue_start=link.cue_start,
                renamed_by=link.speaker.renamed_by_id,
                merged_by=frozenset(merged.get(link.speaker_id, ())),
            )
        )
    return found


def cited(keys: Iterable[int]) -> QuerySet[Evidence]:
    """The standing evidence on these claims and on the links that stand, in order."""
    return (
        Evidence.objects.standing()
        .filter(claim__in=keys)
        .filter(Q(link__isnull=True) | Q(link__retired_at__isnull=True))
        .select_related("source", "capture")
        .defer("capture__text")
        .order_by("claim_id", "pk")
    )


def _evidence(claims: dict[int, Claim], rows: Iterable[Evidence]) -> dict[int, list[EvidenceFact]]:
    found: dict[int, list[EvidenceFact]] = defaultdict(list)
    pieces = list(rows)
    changed = _changed_by(pieces)
    edited = _edited_by([piece.source for piece in pieces])
    sources: dict[tuple[int, int], SourceFact] = {}  # one is cited many times
    for piece in pieces:
        article = claims[piece.claim_id].article
        key = (piece.source_id, article.pk)
        if key not in sources:
            hands = edited[piece.source_id] | {piece.source.added_by_id}
            sources[key] = _source(piece.source, article, frozenset(hands))
        found[piece.claim_id].append(
            EvidenceFact(
                pk=piece.pk,
                aspect=piece.aspect,
                link=piece.link_id,
                stance=piece.stance,
                primary=piece.primary,
                locator=piece.locator,
                excerpt=piece.excerpt,
                note=piece.note,
                source=sources[key],
                capture=_capture(piece.capture),
                added_by=piece.added_by_id,
                changed_by=frozenset(changed[piece.pk]),
            )
        )
    return found


def _changed_by(pieces: list[Evidence]) -> dict[int, set[int]]:
    """Who wrote a part of evidence after it was added. No query where nobody did."""
    found: dict[int, set[int]] = defaultdict(set)
    changed = [piece.pk for piece in pieces if piece.revision > 1]
    if changed:
        rows = EvidenceChange.objects.filter(evidence__in=changed)
        for evidence, person in rows.values_list("evidence_id", "changed_by_id"):
            found[evidence].add(person)
    return found


def _edited_by(sources: list[Source]) -> dict[int, set[int]]:
    """Who changed what readers see of sources. No query where nobody did."""
    found: dict[int, set[int]] = defaultdict(set)
    changed = {source.pk for source in sources if source.revision > 1}
    if changed:
        rows = SourceChange.objects.filter(source__in=changed)
        for source, person in rows.values_list("source_id", "changed_by_id"):
            found[source].add(person)
    return found


def _capture(capture: Capture | None) -> CaptureFact | None:
    if capture is None:
        return None
    return CaptureFact(capture.pk, capture.taken_on, capture.sha256, capture.added_by_id)


def _source(source: Source, article: Article, hands: frozenset[int]) -> SourceFact:
    return SourceFact(
        pk=source.pk,
        kind=source.kind,
        kind_word=source.get_kind_display(),
        shown=source.shown,
        publisher=source.publisher,
        author=source.author,
        url=source.url,
        published_on=source.published_on,
        origin=source.origin,
        interests=source.interests,
        confidential=source.confidential,
        has_private_note=bool(source.private_note.strip()),
        note_digest=digest(source.private_note),
        is_the_article=is_the_article(source, article),
        hands=hands,
    )


def is_the_article(source: Source, article: Article) -> bool:
    """Whether a source is the article under check, or a copy of it.

    It stands at the article's address; or it has the article's title and comes from the article's
    publisher, as its own page or as a copy of its story.
    """
    if article.original_url and address(source.url) == address(article.original_url):
        return True
    title, publisher = plain(article.real_title), plain(article.publisher)
    return bool(title and publisher) and (
        plain(source.title) == title
        and publisher in {plain(source.publisher), plain(source.origin)}
    )


def attempts(keys: Iterable[int]) -> QuerySet[ContactClaim]:
    """The attempts to reach speakers of these claims, in order."""
    rows = ContactClaim.objects.filter(claim__in=keys)
    rows = rows.select_related("contact__speaker__merged_into")
    return rows.order_by("claim_id", "contact_id")


def _contacts(rows: Iterable[ContactClaim]) -> dict[int, list[ContactFact]]:
    found: dict[int, list[ContactFact]] = defaultdict(list)
    for row in rows:
        contact, speaker = row.contact, row.contact.speaker.kept
        found[row.claim_id].append(
            ContactFact(
                pk=contact.pk,
                speaker=speaker.pk,
                speaker_name=str(speaker),
                named=speaker.is_named,
                reached_on=contact.reached_on,
                means=contact.means,
                answer=contact.answer,
                none_by=contact.none_by,
                not_tried_because=contact.not_tried_because,
            )
        )
    return found
