"""A small article and the way of its claims, each step by the real action."""

from datetime import date

from factcheck.claims.actions import exempt, mark
from factcheck.claims.models import Claim, LinkDraft
from factcheck.intake.actions import keep
from factcheck.intake.models import Article
from factcheck.intake.readers import read_text
from factcheck.review.actions import approve, confirm, submit
from factcheck.review.queries.left_out import to_confirm
from factcheck.verification.actions import add_source, cite, conclude, record_verdict, store_capture

TITLE = "Ferries are late"
LATE = "The ferries were late on 40 days in 2025"
RAIN = "It rained on 112 days"
TEXT = f"{LATE}, the harbour office said on Monday.\n\n{RAIN}.\n\nWe like the sea.\n"
OFFICE = LinkDraft("organisation", "Harbour office", words="the harbour office", cue="said")


def bring_in(by, *, text=TEXT, title=TITLE, rights="own", **fields):
    """The article, as somebody pasted it."""
    article, _ = keep(reading=read_text(text, title=title), by=by, rights=rights, **fields)
    return article


def marked(article, by, words=LATE, links=(OFFICE,), **fields):
    """A claim on these words."""
    article = Article.objects.get(pk=article.pk)
    start = article.current_version.text.index(words)
    return mark(
        article=article, by=by, start=start, end=start + len(words), links=list(links), **fields
    )


def left_out(article, by, words, reason="opinion"):
    """Words that are no claim."""
    text = Article.objects.get(pk=article.pk).current_version.text
    start = text.index(words)
    return exempt(article=article, by=by, start=start, end=start + len(words), reason=reason)


def log(by, title="Berth log", **fields):
    """A source and a stored copy of it."""
    source = add_source(by=by, kind="dataset", title=title, publisher="Harbour", **fields)
    return source, store_capture(
        source=source, by=by, text="day;late\n1;1\n", taken_on=date(2026, 3, 1)
    )


def verified(claim, by, *, code="accurate", attribution="confirmed_paraphrase", **fields):
    """The claim with evidence and a verdict on every link and on its content."""
    source, copy = log(by)
    traced = {"stance": "supports", "primary": True, "locator": "row 7", "excerpt": "40"}
    for link in claim.links.filter(retired_at__isnull=True):
        piece = cite(
            claim=claim,
            by=by,
            source=source,
            aspect="attribution",
            link=link,
            capture=copy,
            **traced,
        )
        record_verdict(
            claim=claim, by=by, aspect="attribution", link=link, code=attribution,
            rationale="The office says so in its log.", evidence=[piece],
        )  # fmt: skip
    if code in {"inaccurate"}:
        traced["stance"] = "refutes"
    piece = cite(claim=claim, by=by, source=source, aspect="content", capture=copy, **traced)
    record_verdict(
        claim=claim, by=by, aspect="content", code=code, rationale="The log counts 40 days.",
        evidence=[piece], **fields,
    )  # fmt: skip
    return Claim.objects.get(pk=claim.pk)


def in_review(claim, by, **fields):
    """The claim, checked and before a reviewer."""
    conclude(claim=verified(claim, by, **fields), by=by)
    submit(claim=Claim.objects.get(pk=claim.pk), by=by)
    return Claim.objects.get(pk=claim.pk)


def approved(claim, by, reviewer, **fields):
    """The claim, signed off by somebody else."""
    approve(claim=in_review(claim, by, **fields), by=reviewer)
    return Claim.objects.get(pk=claim.pk)


def confirmed(article, by):
    """Everything that was left out has a second person's word."""
    waiting = to_confirm(Article.objects.get(pk=article.pk))
    confirm(
        article=article,
        by=by,
        exemptions=[item.row for item in waiting if item.kind == "exemption"],
        claims=[item.row for item in waiting if item.kind == "claim"],
    )


def ready(checker, reviewer, **fields):
    """An article with two approved claims that the gate lets through."""
    article = bring_in(checker, **fields)
    approved(marked(article, checker), checker, reviewer)
    approved(marked(article, checker, RAIN, links=()), checker, reviewer)
    left_out(article, checker, "We like the sea.")
    if article.current_version.title:
        left_out(article, checker, article.current_version.title, "no_statement")
    confirmed(article, reviewer)
    return Article.objects.get(pk=article.pk)
