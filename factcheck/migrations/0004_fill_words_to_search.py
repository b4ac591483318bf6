"""What was brought to the desk before it could be searched is found as well.

The words are put together as the rooms' `search.py` does it; written out here, since a migration
works on tables as they were. `manage.py reindex` writes the same again at any time.
"""

from django.db import migrations

from factcheck.core.search.terms import folded

BATCH = 500


def fill(apps, schema_editor):
    """Safe to run twice: rows that are there are written again."""
    for name, row, words in (
        ("ArticleWords", "Article", _article),
        ("ClaimWords", "Claim", _claim),
        ("SpeakerWords", "Speaker", _speaker),
        ("SourceWords", "Source", _source),
        ("HiddenWords", "Source", _hidden),
    ):
        _fill(apps.get_model("factcheck", name), apps.get_model("factcheck", row), words)


def _fill(model, rows, words):
    batch = []
    for row in rows.objects.order_by("pk").iterator(chunk_size=BATCH):
        head, *more = words(row)
        kept = folded(head, *more)
        batch.append(model(pk=row.pk, head=folded(head)[:300], words=f" {kept} " if kept else ""))
        if len(batch) == BATCH:
            _write(model, batch)
            batch = []
    _write(model, batch)


def _write(model, batch):
    model.objects.bulk_create(
        batch,
        update_conflicts=True,
        unique_fields=[model._meta.pk.name],
        update_fields=["head", "words"],
    )


def _article(article):
    version = article.current_version
    if version is None:
        return [article.given_title or "Untitled", article.publisher]
    first = version.text.split(maxsplit=12)
    working = " ".join(first[:12]) + (" …" if len(first) > 12 else "")
    title = article.given_title or version.title or working
    about = [article.given_title, article.publisher, version.title, version.byline]
    kept = version.passages.exclude(role="boilerplate").order_by("position")
    return [
        title, *about, version.dateline, *(version.text[row.start : row.end] for row in kept)
    ]


def _claim(claim):
    here = claim.article.current_version_id
    rows = list(claim.anchors.order_by("version_id", "place", "part"))
    quotes = [row.quote for row in rows if row.version_id == here] or [row.quote for row in rows]
    return [claim.wording or " ".join(quotes), *quotes]


def _speaker(speaker):
    if speaker.merged_into_id:
        return [""]
    also = [word for other in speaker.aliases.order_by("pk") for word in (other.name, other.note)]
    return [speaker.name, speaker.note, *also]


def _described(source):
    return [source.title, source.publisher, source.author, source.origin, source.url]


def _source(source):
    return [source.public_description] if source.confidential else _described(source)


def _hidden(source):
    return [*_described(source), source.aliases] if source.confidential else [""]


class Migration(migrations.Migration):
    dependencies = [("factcheck", "0003_words_to_search")]

    operations = [migrations.RunPython(fill, migrations.RunPython.noop)]
