"""A new text of an article: the next immutable version, which is then the current one."""

from django.db import transaction
from django.db.models import Max

from factcheck.core.rulings import unchanged
from factcheck.intake import rules
from factcheck.intake.actions.keeping import store, take_turns
from factcheck.intake.models import Article, Origin, Version
from factcheck.intake.queries import as_before, hold
from factcheck.intake.readers import Reading
from factcheck.intake.search import index
from factcheck.people.models import User
from factcheck.trail.record import record


@transaction.atomic
def bring_new_text(
    *,
    article: Article,
    reading: Reading,
    by: User,
    seen: int | None = None,
    origin: str = Origin.PASTE,
    file_name: str = "",
) -> Version:
    """Keep a new text of an article as its next version; it is the current one from now on.

    `seen` is the key of the version from which the text was written: where another one came
    meanwhile, nothing is kept. What the text no longer says of itself, and the roles that its
    passages were given, stay as they were. What is claimed of the text is the rooms above's.
    """
    article = hold(article.pk)
    (
        rules.may_bring_new_text(by, article) and unchanged(seen, article.current_version_id or 0)
    ).enforce()
    if article.current_version is not None:
        reading = as_before(reading, article.current_version)
    take_turns(reading)
    rules.is_new_text(article, reading).enforce()
    last = Version.objects.filter(article=article).aggregate(last=Max("number"))["last"] or 0
    version = store(
        article=article, number=last + 1, reading=reading, by=by, origin=origin, name=file_name
    )
    article.current_version = version
    article.revision += 1
    article.save(update_fields=["current_version", "revision"])
    index(article)
    record(
        "article.new_text",
        by=by,
        thread=article,
        on=article,
        number=version.number,
        title=version.title,
        words=version.words,
        origin=origin,
    )
    return version
