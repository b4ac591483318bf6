"""Both marks of many claims at once: two queries for any number."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from factcheck.claims.models import Claim, Link
from factcheck.desk.queries.words import Mark, content_mark, said_mark
from factcheck.intake.models import Article
from factcheck.policy.queries import Rules
from factcheck.verification.models import Verdict
from factcheck.verification.scale import OWN_VOICE, UNCHECKED, Aspect, weakest

Marks = tuple[Mark, Mark]


def marks_of(article: Article, links: Iterable[Link], rules: Rules) -> Mapping[int, Marks]:
    """Both marks of every claim of an article, by the claim's key. `links` are those that stand."""
    return _both(Claim.objects.filter(article=article), links, rules)


def marks_for(claims: QuerySet[Claim], rules: Rules) -> Mapping[int, Marks]:
    """Both marks of these claims: the weakest link's, and the content's."""
    links = Link.objects.filter(claim__in=claims, retired_at__isnull=True)
    return _both(claims, links.only("claim_id"), rules)


def _both(claims: QuerySet[Claim], links: Iterable[Link], rules: Rules) -> Mapping[int, Marks]:
    """Both marks of each claim, its chain being what these links say."""
    chains: dict[int, list[int]] = defaultdict(list)
    for link in links:
        chains[link.claim_id].append(link.pk)
    on_link: dict[int, str] = {}
    content: dict[int, str] = {}
    found = Verdict.objects.current().filter(claim__in=claims)
    for claim, aspect, key, code in found.values_list("claim_id", "aspect", "link_id", "code"):
        if aspect == Aspect.CONTENT:
            content[claim] = code
        else:
            on_link[key] = code
    marks = _Marks(rules)
    for claim in chains.keys() | content.keys():
        codes = [on_link.get(pk, UNCHECKED) for pk in chains[claim]]
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
