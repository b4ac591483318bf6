"""Findings with what they rest on: all of a claim's, or those that nothing supersedes."""

from collections import defaultdict
from collections.abc import Iterable
from typing import Any

from django.db.models import F, QuerySet

from factcheck.people.queries import called
from factcheck.verification.facts import VerdictFact
from factcheck.verification.models import Verdict


def findings_on(keys: Iterable[int]) -> QuerySet[Verdict]:
    """All findings on these claims, each once for each piece that it rests on, in order."""
    return _resting(Verdict.objects.filter(claim__in=keys)).select_related("found_by")


def _resting(rows: QuerySet[Verdict]) -> QuerySet[Verdict]:
    """Each with `piece`, and when that was taken back, and what who found it is called."""
    resting = rows.annotate(
        piece=F("rests_on__evidence"),
        taken_back=F("rests_on__evidence__withdrawn_at"),
        finder=called("found_by"),
    )
    return resting.order_by("claim_id", "pk", "rests_on__evidence")


def current(keys: list[int]) -> QuerySet[Verdict, Any]:
    """The findings that nothing supersedes, in the same way. One query, for many claims.

    As plain rows: hundreds of them are made into facts, and nothing else.
    """
    found = _resting(Verdict.objects.current().filter(claim__in=keys))
    return found.values_list(
        *("pk", "claim_id", "aspect", "link_id", "code", "rationale", "searched", "as_of"),
        *("look_again", "found_by_id", "found_at", "finder", "piece", "taken_back"),
        named=True,
    )


def still(rows: Iterable[Verdict], links: set[int]) -> list[Verdict]:
    """Those of all findings that nothing supersedes, on the content and on links that stand."""
    known = list(rows)
    last = {(row.claim_id, row.aspect, row.link_id): row.pk for row in known}
    return [
        row
        for row in known
        if last[row.claim_id, row.aspect, row.link_id] == row.pk
        and (row.link_id is None or row.link_id in links)
    ]


def verdict_facts(rows: Iterable[Any]) -> dict[int, list[VerdictFact]]:
    """Findings as rules and reports look at them, by claim."""
    found: dict[int, list[VerdictFact]] = defaultdict(list)
    each = {}
    rests: dict[int, set[int]] = defaultdict(set)
    for row in rows:
        each[row.pk] = row
        if row.piece is not None and row.taken_back is None:
            rests[row.pk].add(row.piece)
    for row in each.values():
        found[row.claim_id].append(
            VerdictFact(
                pk=row.pk,
                aspect=row.aspect,
                link=row.link_id,
                code=row.code,
                rationale=row.rationale,
                searched=row.searched,
                as_of=row.as_of,
                look_again=row.look_again,
                found_by=row.found_by_id,
                found_by_name=row.finder,
                found_at=row.found_at,
                evidence=frozenset(rests[row.pk]),
            )
        )
    return found
