"""Sources and their copies, as far as a person may see them."""

from django.db.models import Q, QuerySet

from factcheck.claims.models import Speaker
from factcheck.core.paging import Page, page_before
from factcheck.core.search.terms import search_words
from factcheck.intake.models import Article
from factcheck.people.models import User
from factcheck.verification.models import Capture, Evidence, Source

PAGE = 50


def source_page(user: User, q: str = "", before: int | None = None) -> Page[Source]:
    """The sources that a person may see, whose title, publisher or origin has these words."""
    rows = Source.objects.visible_to(user).select_related("added_by")
    for word in search_words(q):
        rows = rows.filter(
            Q(title__icontains=word)
            | Q(publisher__icontains=word)
            | Q(author__icontains=word)
            | Q(origin__icontains=word)
            | Q(public_description__icontains=word)
        )
    return page_before(rows, before, PAGE)


def sources_for(user: User) -> list[Source]:
    """The sources that a person may cite, the latest first."""
    return list(Source.objects.visible_to(user).order_by("-pk")[:500])


def unnamed_in(article: Article) -> list[Speaker]:
    """The speakers whom an article leaves unnamed, by what it calls them."""
    rows = Speaker.objects.filter(article=article, merged_into__isnull=True)
    return list(rows.order_by("name", "note", "pk"))


def could_stand_behind(source: Source) -> list[Speaker]:
    """The unnamed speakers that a source may be: of articles in which it is cited, and as it is."""
    cited_in = Evidence.objects.filter(source=source).values("claim__article")
    unmerged = Q(article__in=cited_in, merged_into__isnull=True)
    rows = Speaker.objects.filter(unmerged | Q(pk=source.stands_behind_id))
    return list(rows.filter(article__isnull=False).order_by("article_id", "name", "note", "pk"))


def origins_in_use() -> list[str]:
    """Whose stories the open sources of the library copy, by name."""
    rows = Source.objects.filter(confidential=False).exclude(origin="")
    return list(rows.order_by("origin").values_list("origin", flat=True).distinct())


def seen_of(user: User, sources: set[int]) -> set[int]:
    """Those of some sources that this person may see. One query, or none."""
    if not sources:
        return set()
    return set(Source.objects.visible_to(user).filter(pk__in=sources).values_list("pk", flat=True))


def sources_seen(user: User) -> QuerySet[Source]:
    """The sources that a person may see, with who added each and whom it stands behind."""
    behind = "stands_behind__merged_into"
    return Source.objects.visible_to(user).select_related("added_by", behind)


def captures_seen(user: User) -> QuerySet[Capture]:
    """The stored copies of the sources that a person may see."""
    return Capture.objects.filter(source__in=Source.objects.visible_to(user))


def captures_of(source: Source) -> list[Capture]:
    """The stored copies of a source, the latest first, without their text. One query."""
    return list(source.captures.select_related("added_by").defer("text").order_by("-pk"))
