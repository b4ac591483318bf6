"""The rows of an article at work: five queries for any number of claims."""

from collections.abc import Iterable
from typing import Any

from django.db.models import F, OuterRef, Subquery

from factcheck.claims.models import Anchor, Claim, Exemption, Link
from factcheck.core.verdicts import Aspect
from factcheck.desk.workspace.rows import (
    AnchorRow,
    ArticleRows,
    ClaimRow,
    ExemptionRow,
    LinkRow,
    PassageRow,
)
from factcheck.intake.models import Article, Passage, Version
from factcheck.review.queries import is_sent_back
from factcheck.verification.models import Verdict


def rows_of(article: Article, version: Version) -> ArticleRows:
    """Everything that is marked in a version of an article."""
    anchors = Anchor.objects.filter(version=version).order_by("start", "-end", "pk")
    exemptions = Exemption.objects.filter(version=version, lifted_at__isnull=True)
    passages = Passage.objects.filter(version=version).order_by("position")
    return ArticleRows(
        claims={row[0]: ClaimRow(*row) for row in _claims(article)},
        anchors=[AnchorRow(*row) for row in anchors.values_list("claim_id", "start", "end")],
        exemptions=[
            ExemptionRow(*row)
            for row in exemptions.order_by("start", "pk").values_list(
                "pk", "start", "end", "quote", "reason", "repeats_id",
                "exempted_by__name", "exempted_at",
            )
        ],
        passages=[PassageRow(*row) for row in passages.values_list("start", "end", "role")],
        links=[LinkRow(*row) for row in _links(article)],
    )  # fmt: skip


def _claims(article: Article) -> Iterable[tuple[Any, ...]]:
    content = Verdict.objects.filter(claim=OuterRef("pk"), aspect=Aspect.CONTENT).order_by("-pk")
    return (
        Claim.objects.filter(article=article)
        .order_by("number", "pk")
        .values_list(
            "pk", "number", "stage", "wording", "set_aside_because", "suggestion__worth",
            is_sent_back(),
            Subquery(content.values("code")[:1]),
        )
    )  # fmt: skip


def _links(article: Article) -> Iterable[tuple[Any, ...]]:
    code = Verdict.objects.filter(link=OuterRef("pk")).order_by("-pk")
    return (
        Link.objects.filter(claim__article=article, retired_at__isnull=True)
        .order_by("claim_id", "position")
        .values_list(
            F("claim_id"), "words", "words_start", "cue", "cue_start",
            Subquery(code.values("code")[:1]),
        )
    )  # fmt: skip
