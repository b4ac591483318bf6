"""Finding editions, for the desk and for readers."""

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from slugify import slugify

from factcheck.core.paging import Page, page_before
from factcheck.core.search.terms import search_words
from factcheck.core.verdicts import SCALES, UNCHECKED
from factcheck.intake.models import Article
from factcheck.policy.house_rules import Rules
from factcheck.publishing.models import Address, Edition
from factcheck.publishing.report import Report, Word, decode

SLUG_LENGTH = 60
PAGE = 50


@dataclass(frozen=True, slots=True)
class Standing:
    """What a reader's page asks about one edition before it looks at the report."""

    pk: int
    slug: str
    number: int
    latest: int
    title: str
    digest: str
    tier: str
    published_at: datetime
    published_by: str
    changed_at: datetime | None  # when it got its text of now, if that is not the one checked

    @property
    def changed(self) -> bool:
        """Whether the article has changed since it was checked."""
        return self.changed_at is not None

    @property
    def is_latest(self) -> bool:
        """Whether no later edition corrects it."""
        return self.number == self.latest


def current(slug: str) -> Standing | None:
    """The edition that stands at an address now. One query, without the report."""
    found = _standing(Edition.objects.filter(article__address__slug=slug))
    return found[0] if found else None


def numbered(slug: str, number: int) -> Standing | None:
    """One edition of the report at an address, with the number of the latest. One query."""
    every = _standing(Edition.objects.filter(article__address__slug=slug))
    return next((edition for edition in every if edition.number == number), None)


def report(pk: int) -> Report:
    """The report of an edition, as it was frozen."""
    return decode(Edition.objects.values_list("report", flat=True).get(pk=pk))


def latest_editions() -> QuerySet[Edition]:
    """The latest edition of every article, newest first."""
    later = Edition.objects.filter(article=OuterRef("article"), number__gt=OuterRef("number"))
    return Edition.objects.filter(~Exists(later)).order_by("-published_at", "-pk")


def titled(words: str) -> QuerySet[Edition]:
    """The latest editions whose title has all of these words."""
    match = Q()
    for word in search_words(words):
        match &= Q(title__icontains=word)
    return latest_editions().filter(match, article__address__isnull=False)


def edition_page(before: int | None = None) -> Page[Edition]:
    """Editions, newest first. One query."""
    rows = Edition.objects.select_related("published_by", "article__address").defer("report")
    return page_before(rows, before, PAGE)


def edition(pk: int) -> Edition | None:
    """One edition with who published it and where it stands."""
    rows = Edition.objects.select_related("published_by", "article__address", "version")
    return rows.filter(pk=pk).first()


def is_published(article: Article) -> bool:
    """Whether there is an edition of it."""
    return Edition.objects.filter(article=article).exists()


def slug_for(article: Article) -> str:
    """The address that was chosen, else a free one made of the title."""
    chosen = Address.objects.filter(article=article).values_list("slug", flat=True).first()
    return chosen or free_slug(article)


def free_slug(article: Article) -> str:
    """An address made of the title, for an article without one. One query."""
    return _free(slug_of(article.real_title, article.pk))


def slug_of(title: str, pk: int) -> str:
    """An address made of a title in any script: small letters and digits, cut at a word."""
    slug = slugify(
        title,
        max_length=SLUG_LENGTH,
        word_boundary=True,
        save_order=True,
        replacements=[("'", "")],  # "don't" is one word
    )
    return slug if len(slug) > 2 else f"article-{pk}"


def scales(rules: Rules) -> list[tuple[str, list[tuple[Word, str]]]]:
    """The two scales of verdicts, in the desk's words, with what each means."""
    return [
        (
            aspect.value,
            [
                (Word(code, rules.label(aspect, code, meant.word)), meant.meaning)
                for code, meant in scale.items()
                if code != UNCHECKED
            ],
        )
        for aspect, scale in SCALES.items()
    ]


def _free(slug: str) -> str:
    """The slug, or with the first number behind it that nobody has taken."""
    stem = slug[: SLUG_LENGTH - 5].rstrip("-")
    taken = set(Address.objects.filter(slug__startswith=stem).values_list("slug", flat=True))
    candidates = [slug, *(f"{stem}-{number}" for number in range(2, len(taken) + 3))]
    return next(candidate for candidate in candidates if candidate not in taken)


def _standing(editions: QuerySet[Edition]) -> list[Standing]:
    """All editions at one address, latest first."""
    found = editions.order_by("-number").values(
        "pk",
        "number",
        "title",
        "digest",
        "tier",
        "published_at",
        "signed",
        text=F("version__text_digest"),
        slug=F("article__address__slug"),
        now=F("article__current_version__text_digest"),
        since=F("article__current_version__brought_at"),
    )
    rows: list[Any] = list(found)  # typed loosely: mypy knows no joined names
    return [
        Standing(
            pk=row["pk"],
            slug=row["slug"],
            number=row["number"],
            latest=rows[0]["number"],
            title=row["title"],
            digest=row["digest"],
            tier=row["tier"],
            published_at=row["published_at"],
            published_by=row["signed"],
            changed_at=row["since"] if row["text"] != row["now"] else None,
        )
        for row in rows
    ]
