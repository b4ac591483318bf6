"""The whole report out of a dossier."""

from collections.abc import Iterable

from factcheck.claims.models import Claim
from factcheck.core.spans import join_quotes
from factcheck.core.verdicts import ContentCode
from factcheck.publishing.assemble.annotate import annotated, coverage_shares
from factcheck.publishing.assemble.dossier import Dossier
from factcheck.publishing.assemble.single import Presenter
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.report import AppliedRules, CheckedArticle, CheckedClaim, Report, Word
from factcheck.publishing.rights import Asking, Granted, allowance, grant, is_own_wording

SOFT = frozenset({ContentCode.ACCURATE, ContentCode.ATTRIBUTION_ONLY})


def report_for(dossier: Dossier, *, past: frozenset[str] = frozenset(), public: str = "") -> Report:
    """What readers would see now; `past` names the rules that are passed by break-glass."""
    claims, shown = _claims(dossier)
    return Report(
        article=_article(dossier),
        desk=dossier.rules.name,
        claims=claims,
        checked_by=_checkers(dossier),
        reviewed_by=_reviewers(dossier),
        coverage=coverage_shares(dossier),
        rules=_applied_rules(dossier, past),
        passages=annotated(dossier) if dossier.own else (),
        words_shown=shown,
        past_public=public,
    )


def _article(dossier: Dossier) -> CheckedArticle:
    """Whose text it is and which; of somebody else's: title, publisher, date and the link."""
    article, version = dossier.article, dossier.version
    return CheckedArticle(
        title=article.real_title,
        rights=article.rights,
        version=version.number,
        version_digest=version.text_digest,
        words=version.words,
        publisher=article.publisher,
        original_url=article.original_url,
        byline=version.byline if dossier.own else "",
        published=version.published,
        language=version.language,
    )


def _claims(dossier: Dossier) -> tuple[tuple[CheckedClaim, ...], int]:
    """The claims in the order of their numbers, and how many of the article's words they show."""
    presenter = Presenter(
        text=dossier.version.text,
        own=dossier.own,
        rules=dossier.rules,
        hidden=dossier.hidden_contacts,
    )
    quotes, words = _quotes(dossier)
    return (
        tuple(
            presenter.claim(
                claim,
                dossier.facts[claim.pk],
                number=dossier.number(claim),
                state=dossier.state(claim),
                quote=quotes[claim.pk],
            )
            for claim in dossier.in_order()
        ),
        words,
    )


def _quotes(dossier: Dossier) -> tuple[dict[int, str], int]:
    """What is shown of each claim's quote: all of our own article, else what the share allows."""
    if dossier.own:
        whole = {pk: join_quotes(facts.quotes) for pk, facts in dossier.facts.items()}
        return whole, dossier.version.words
    text = dossier.version.text
    allowed = allowance(min(dossier.version.words, len(text.split())), dossier.rules.share)
    askings = [_asking(dossier, claim, text) for claim in dossier.in_order()]
    granted: dict[int, Granted] = grant(text, askings, allowed)
    return (
        {key: part.quote for key, part in granted.items()},
        sum(part.words for part in granted.values()),
    )


def _asking(dossier: Dossier, claim: Claim, text: str) -> Asking:
    facts = dossier.facts[claim.pk]
    return Asking(
        number=claim.pk,
        spans=facts.spans,
        hard=dossier.state(claim) == "checked" and facts.content not in SOFT,
        worded=is_own_wording(facts.wording, text),
    )


def _checkers(dossier: Dossier) -> tuple[str, ...]:
    """Who found the verdicts that stand in the report, each once."""
    names = [
        verdict.found_by_name
        for claim in dossier.in_order()
        if dossier.state(claim) == "checked"
        for verdict in dossier.facts[claim.pk].verdicts
    ]
    return tuple(dict.fromkeys(names))


def _reviewers(dossier: Dossier) -> tuple[str, ...]:
    """Who signed what stands in the report, each once."""
    names = [
        str(dossier.approvals[claim.pk].decided_by)
        for claim in dossier.in_order()
        if dossier.state(claim) == "checked" and claim.pk in dossier.approvals
    ]
    return tuple(dict.fromkeys(names))


def _applied_rules(dossier: Dossier, past: frozenset[str]) -> AppliedRules:
    """The rules that the report was held to, in words."""
    off = dossier.rules.off
    return AppliedRules(
        kept=_words(code for code in DEMANDS if code not in off | past),
        off=_words(code for code in DEMANDS if code in off),
        past=_words(code for code in DEMANDS if code in past),
        share=0 if dossier.own else dossier.rules.share,
    )


def _words(codes: Iterable[str]) -> tuple[Word, ...]:
    return tuple(Word(code, DEMANDS[code].demand) for code in codes)
