"""Both marks of many claims at once: one query for any number."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from operator import itemgetter

from django.db.models import Value

from factcheck.claims.models import Claim, Link
from factcheck.desk.queries.words import Mark, content_mark, said_mark
from factcheck.intake.models import Article
from factcheck.policy.queries import Rules
from factcheck.verification.models import Verdict
from factcheck.verification.scale import OWN_VOICE, UNCHECKED, Aspect, weakest

Marks = tuple[Mark, Mark]


def marks_of(article: Article, links: Iterable[Link], rules: Rules) -> Mapping[int, Marks]:
    """Both marks of every claim of an article, by the claim's key. `links` are those that stand."""
    found = Verdict.objects.current().filter(claim__in=Claim.objects.filter(article=article))
    content: dict[int, str] = {}
    on_link: dict[int, str] = {}
    for claim, aspect, link, code in found.values_list("claim_id", "aspect", "link_id", "code"):
        if aspect == Aspect.CONTENT:
            content[claim] = code
        else:
            on_link[link] = code
    said: dict[int, list[str]] = defaultdict(list)
    for link in links:
        said[link.claim_id].append(on_link.get(link.pk, UNCHECKED))
    return _both(said, content, rules)


def marks_for(claims: Collection[int], rules: Rules) -> Mapping[int, Marks]:
    """Both marks of these claims, by key: the weakest link's, and the content's."""
    if not claims:
        return _Marks(rules)
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
    said = {claim: list(codes.values()) for claim, codes in on_link.items()}
    return _both(said, content, rules)


def _both(
    said: Mapping[int, list[str]], content: Mapping[int, str], rules: Rules
) -> Mapping[int, Marks]:
    """Both marks of each claim: what was found on the links of its chain, and on its content."""
    marks = _Marks(rules)
    for claim in said.keys() | content.keys():
        codes = said.get(claim)
        marks[claim] = (
            said_mark(rules, weakest(codes) if codes else OWN_VOICE),
            content_mark(rules, content.get(claim, UNCHECKED)),
        )
    return marks


class _Marks(dict[int, Marks]):
    """A claim of which nothing is known speaks in the article's own voice, unchecked."""

    def __init__(self, rules: Rules) -> None:
        super().__init__()
        self._rest = (said_mark(rules, OWN_VOICE), content_mark(rules, UNCHECKED))

    def __missing__(self, key: int) -> Marks:
        return self._rest
