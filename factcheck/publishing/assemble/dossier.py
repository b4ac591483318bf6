"""Everything that the gate and the report look at, read once."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.db.models import F, Max

from factcheck.claims.coverage import Coverage, Exempt, cover, seeds
from factcheck.claims.models import Claim, Exemption, Question, Stage
from factcheck.claims.queries import open_blocking
from factcheck.core.spans import Span
from factcheck.intake.models import Article, Passage, PassageRole, Rights, Version
from factcheck.intake.queries import passages
from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.publishing.leaks import Secret
from factcheck.publishing.models import Clearance
from factcheck.review.models import Decision
from factcheck.review.queries import approvals
from factcheck.review.queries.left_out import Unconfirmed, left_out
from factcheck.verification.facts import ClaimFacts
from factcheck.verification.models import Contact, Source
from factcheck.verification.queries import facts_from

_cover = lru_cache(maxsize=4)(cover)  # the gate and the report ask the same of one dossier


@dataclass(frozen=True, slots=True)
class Dossier:
    """One article with all that is known of its live claims, as of this moment."""

    article: Article
    version: Version
    passages: list[Passage]
    claims: list[Claim]
    facts: dict[int, ClaimFacts]
    approvals: dict[int, Decision]
    exemptions: list[Exemption]
    unconfirmed: list[Unconfirmed]
    self_confirmed: list[Unconfirmed]  # agreed to by their own maker alone
    seeds: dict[int, list[Span]]  # where speakers and cues of a claim's links stand
    questions: list[Question]
    secrets: list[Secret]
    cleared: frozenset[str]
    hidden_contacts: frozenset[int]  # attempts through a confidential source
    rules: Rules
    numbers: dict[int, int]
    editions: int  # how many there are
    slug: str
    public: str = ""  # the sentence for readers, while it is being typed

    @property
    def own(self) -> bool:
        """Whether the article is ours, so that readers may see all of it."""
        return self.article.rights == Rights.OWN

    def number(self, claim: Claim) -> int:
        """The number a claim will have in the edition: it follows the text until there is one."""
        return self.numbers.get(claim.pk, claim.number)

    def in_order(self) -> list[Claim]:
        """The live claims by the number they will have."""
        return sorted(self.claims, key=self.number)

    def state(self, claim: Claim) -> str:
        """How a claim appears to readers: checked, waived or not checked."""
        states = {Stage.APPROVED.value: "checked", Stage.WAIVED.value: "waived"}
        return states.get(claim.stage, "not_checked")

    def covered(self, claims: Iterable[Claim], exemptions: Iterable[Exemption]) -> Coverage:
        """What of the text lies in these claims and these exemptions."""
        rows = list(claims)
        return _cover(
            self.version.text,
            tuple(Span(p.start, p.end) for p in self.passages if p.role != PassageRole.BOILERPLATE),
            tuple(Span(*span) for row in rows for span in self.facts[row.pk].spans),
            tuple(seed for row in rows for seed in self.seeds.get(row.pk, [])),
            tuple(Exempt(Span(item.start, item.end), item.reason) for item in exemptions),
        )

    def counting(self) -> list[Exemption]:
        """The exemptions that a second person agreed to."""
        waiting = {item.row.pk for item in self.unconfirmed if isinstance(item.row, Exemption)}
        return [exemption for exemption in self.exemptions if exemption.pk not in waiting]


def dossier(article: Article) -> Dossier:
    """Read everything, in the same number of queries for three claims or three hundred."""
    article = _fresh(article.pk)
    version = article.current_version
    if version is None:
        raise ValueError("An article that was kept has a version.")
    rows = article.claims.select_related("waived_by", "set_aside_by").in_text_order()
    rows = rows.defer(*(f"{part}_at" for part in ("spanned", "worded", "kinded", "chained")))
    counted = list(rows.exclude(stage=Stage.SUGGESTED))
    claims = [claim for claim in counted if claim.is_live]
    facts = facts_from(claims)
    outside = left_out(article, [claim for claim in counted if not claim.is_live])
    behind = _behind(facts.values())
    secrets = _secrets(facts.values(), behind)
    editions = article.latest or 0  # type: ignore[attr-defined]
    return Dossier(
        article=article,
        version=version,
        passages=passages(version),
        claims=claims,
        facts=facts,
        approvals=approvals(claims),
        exemptions=[
            item.row for item, _ in outside if isinstance(item.row, Exemption) and item.row.accounts
        ],
        unconfirmed=[item for item, agreed in outside if not agreed - {item.by.pk}],
        self_confirmed=[item for item, agreed in outside if agreed == {item.by.pk}],
        seeds={pk: list(seeds(claim.links)) for pk, claim in facts.items()},
        questions=open_blocking(article),
        secrets=secrets,
        cleared=_cleared(article) if secrets else frozenset(),
        hidden_contacts=frozenset(contact.pk for contact in behind),
        rules=house_rules(),
        numbers={} if editions else _numbers(claims, facts),
        editions=editions,
        slug=getattr(getattr(article, "address", None), "slug", ""),
    )


def _fresh(pk: int) -> Article:
    """The article with its text, its address and the number of its latest edition. One query."""
    return (
        Article.objects.select_related("current_version", "address")
        .annotate(latest=Max("editions__number"))
        .get(pk=pk)
    )


def _numbers(claims: list[Claim], facts: dict[int, ClaimFacts]) -> dict[int, int]:
    """The numbers that live claims get when they are made to follow the text, by key."""

    def place(claim: Claim) -> tuple[bool, int, int, int]:
        starts = [start for start, _ in facts[claim.pk].spans]
        return not starts, min(starts, default=0), claim.number, claim.pk

    return {claim.pk: number for number, claim in enumerate(sorted(claims, key=place), start=1)}


def _cleared(article: Article) -> frozenset[str]:
    """The hits of G13 that somebody who may see the source lets stand. One query."""
    return frozenset(Clearance.objects.filter(article=article).values_list("digest", flat=True))


def _behind(facts: Iterable[ClaimFacts]) -> list[Contact]:
    """The attempts that went through a confidential source. One query, or none."""
    keys = {contact.pk for claim in facts for contact in claim.contacts}
    if not keys:
        return []
    return list(Contact.objects.filter(pk__in=keys, source__confidential=True))


def _secrets(facts: Iterable[ClaimFacts], behind: Iterable[Contact]) -> list[Secret]:
    """What is confidential about every confidential source of the desk, whoever asks.

    One query: a source comes once for each of its copies.
    """
    used = _used(facts, behind)
    rows = Source.objects.filter(confidential=True).order_by("pk")
    copies: dict[int, list[tuple[str, str]]] = {}
    found: dict[int, Secret] = {}
    each = rows.annotate(file=F("captures__file_name"), taken=F("captures__taken_from"))
    for source in each:
        kept = copies.setdefault(source.pk, [])
        file, taken = source.file, source.taken  # type: ignore[attr-defined]
        kept.append((file or "", taken or ""))
        found[source.pk] = Secret(
            source=source.pk,
            titles=(source.title,),
            names=_filled([source.author, *_listed(source.aliases)]),
            addresses=_filled([source.url, *(taken for _, taken in kept if "://" in taken)]),
            files=_filled(file for file, _ in kept),
            notes=_filled([source.private_note, source.interests, *used.get(source.pk, [])]),
            phrases=_filled([source.publisher, source.origin, *(taken for _, taken in kept)]),
            near=source.pk in used,
        )
    return list(found.values())


def _used(facts: Iterable[ClaimFacts], behind: Iterable[Contact]) -> dict[int, list[str]]:
    """What was written here about each confidential source: on evidence, and on contacts."""
    used: dict[int, list[str]] = {}
    for claim in facts:
        for piece in claim.evidence:
            if piece.source.confidential:
                cited = (piece.note, piece.excerpt, piece.locator)
                used.setdefault(piece.source.pk, []).extend(cited)
    for contact in behind:
        if contact.source_id is not None:
            words = (contact.asked, contact.answer, contact.means, contact.not_tried_because)
            used.setdefault(contact.source_id, []).extend(words)
    return used


def _filled(words: Iterable[str]) -> tuple[str, ...]:
    return tuple(filter(None, words))


def _listed(aliases: str) -> list[str]:
    """Aliases stand between commas, semicolons or on lines of their own."""
    return [name.strip() for name in re.split(r"[,;\n]", aliases) if name.strip()]
