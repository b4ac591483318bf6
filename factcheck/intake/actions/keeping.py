"""A piece is kept, and described."""

from collections.abc import Iterator
from datetime import datetime

from django.db import transaction

from factcheck.core.rulings import unchanged
from factcheck.core.spans import words
from factcheck.intake.models import Article, KeptText, Origin, Passage, Rights, Version
from factcheck.intake.queries import hold, same_text, text_digest
from factcheck.intake.readers import Reading
from factcheck.intake.rules import may_bring_in, may_describe
from factcheck.intake.search import index
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic
def keep(
    *,
    reading: Reading,
    by: User,
    rights: str = Rights.THIRD_PARTY,
    writer: User | None = None,
    origin: str = Origin.PASTE,
    file_name: str = "",
    publisher: str = "",
    original_url: str = "",
    due_at: datetime | None = None,
) -> tuple[Article, bool]:
    """Keep a piece as a new article; the same text again gives the article that is there, and True.

    Of two people who bring one text at the same moment, the second waits for the first.
    """
    may_bring_in(by).enforce()
    take_turns(reading)
    if existing := same_text(reading):
        return existing, True
    article = Article.objects.create(
        rights=rights,
        writer=writer,
        publisher=publisher,
        original_url=original_url,
        due_at=due_at,
        brought_by=by,
    )
    version = store(
        article=article, number=1, reading=reading, by=by, origin=origin, name=file_name
    )
    article.current_version = version
    article.save(update_fields=["current_version"])
    index(article)
    record(
        "article.brought_in", by=by, thread=article, on=article, title=version.title, origin=origin
    )
    return Article.objects.select_related("current_version", "writer").get(pk=article.pk), False


def take_turns(reading: Reading) -> None:
    """Of two who keep one text at the same moment, PostgreSQL lets the second on after the first.

    Asked once it is this one's turn, whether the text is there already is answered for good.
    """
    row = KeptText(digest=text_digest(reading.text))
    KeptText.objects.bulk_create([row], ignore_conflicts=True)


def store(
    *, article: Article, number: int, reading: Reading, by: User, origin: str, name: str
) -> Version:
    """Add one immutable version with its passages."""
    text = reading.text
    version = Version(
        article=article,
        number=number,
        title=(reading.title or "")[:200],
        byline=(reading.byline or "")[:200],
        dateline=(reading.dateline or "")[:120],
        published=reading.published,
        language=reading.language or "",
        origin=origin,
        file_name=name[:200],
        text=text,
        text_digest=text_digest(text),
        words=len(words(text)),
        brought_by=by,
    )
    version.save()
    Passage.objects.bulk_create(_passages(version, reading))
    return version


def _passages(version: Version, reading: Reading) -> Iterator[Passage]:
    for position, (passage, span) in enumerate(
        zip(reading.passages, reading.spans(), strict=True), start=1
    ):
        yield Passage(
            version=version, position=position, role=passage.role, start=span[0], end=span[1]
        )


@transaction.atomic
def describe(
    *,
    article: Article,
    by: User,
    seen: int | None = None,
    given_title: str,
    publisher: str,
    original_url: str,
    rights: str,
    writer: User | None,
    due_at: datetime | None,
) -> Article:
    """Say what an article is: its title for readers, whose it is, its writer, when it is due."""
    article = hold(article.pk)
    (may_describe(by, article) and unchanged(seen, article.revision)).enforce()
    wanted = {
        "given_title": given_title,
        "publisher": publisher,
        "original_url": original_url,
        "rights": rights,
        "writer_id": writer.pk if writer else None,
        "due_at": due_at,
    }
    changes = {
        name: [_plain(getattr(article, name)), _plain(value)]
        for name, value in wanted.items()
        if getattr(article, name) != value
    }
    if not changes:
        return article
    for name, value in wanted.items():
        setattr(article, name, value)
    article.revision += 1
    article.save(update_fields=[*wanted, "revision"])
    index(article)
    record("article.described", by=by, thread=article, on=article, changes=changes)
    return hold(article.pk)


def _plain(value: object) -> object:
    """A value as the trail keeps it."""
    return value.isoformat() if isinstance(value, datetime) else value
