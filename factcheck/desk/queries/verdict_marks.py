"""Both marks of many claims at once: one query for any number."""

from collections import defaultdict
from collections.abc import Collection, Mapping
from operator import itemgetter

from django.db.models import Value

from factcheck.claims.models import Link
from factcheck.core.verdicts import OWN_VOICE, UNCHECKED, weakest
from factcheck.desk.workspace.verdict_marks import VerdictPair, attribution_mark, content_mark
from factcheck.policy.house_rules import Rules
from factcheck.verification.models import Verdict


def marks_of_claims(claims: Collection[int], rules: Rules) -> Mapping[int, VerdictPair]:
    """Both marks of these claims, by key: the weakest link's, and the content's."""
    if not claims:
        return _VerdictPairs(rules)
    chain = Link.objects.filter(claim__in=claims, retired_at__isnull=True)
    found = Verdict.objects.filter(claim__in=claims)
    rows = (
        chain.order_by()
        .values_list(Value(0), "claim_id", "pk", Value(UNCHECKED))
        .union(found.order_by().values_list("pk", "claim_id", "link_id", "code"), all=True)
    )
    on_link: dict[int, dict[int, str]] = defaultdict(dict)
    content: dict[int, str] = {}
    for verdict, claim, link, code in sorted(rows, key=itemgetter(0)):  # the last one counts
        if link is None:
            content[claim] = code
        elif not verdict or link in on_link[claim]:  # not where the link no longer stands
            on_link[claim][link] = code
    marks = _VerdictPairs(rules)
    for claim in {*on_link, *content}:
        marks[claim] = (
            attribution_mark(rules, weakest(list(on_link[claim].values()))),
            content_mark(rules, content.get(claim, UNCHECKED)),
        )
    return marks


class _VerdictPairs(dict[int, VerdictPair]):
    """A claim of which nothing is known speaks in the article's own voice, unchecked."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rest = (attribution_mark(rules, OWN_VOICE), content_mark(rules, UNCHECKED))

    def __missing__(self, key: int) -> VerdictPair:
        return self._rest
