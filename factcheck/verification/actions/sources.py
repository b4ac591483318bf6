"""Sources and stored copies of them. Each source has a thread of its own in the trail.

Of a confidential source the trail keeps that something changed, never what.
"""

import hashlib
from datetime import date
from pathlib import PurePath
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from django.core.files.uploadedfile import UploadedFile
from django.db import transaction

from factcheck.claims.actions import reopen
from factcheck.claims.models import Claim, Speaker
from factcheck.core.rulings import unchanged
from factcheck.intake.queries import hold
from factcheck.people.models import User
from factcheck.trail.record import record
from factcheck.verification.media import LARGEST, media_type
from factcheck.verification.models import Capture, Source, SourceChange, Verdict
from factcheck.verification.rules import (
    may_add_source,
    may_change_source,
    may_open_source,
    may_store_capture,
)
from factcheck.verification.search import index

HIDDEN_ONLY = ("public_description", "aliases", "private_note", "stands_behind")
# what an approval covers of a confidential source; of an open one it is everything
COVERED_IF_HIDDEN = frozenset({"public_description", "private_note"})


@transaction.atomic
def add_source(
    *,
    by: User,
    kind: str,
    title: str,
    publisher: str = "",
    author: str = "",
    url: str = "",
    published_on: date | None = None,
    origin: str = "",
    interests: str = "",
    confidential: bool = False,
    public_description: str = "",
    aliases: str = "",
    private_note: str = "",
    stands_behind: Speaker | None = None,
) -> Source:
    """Add a source to the library. Of a confidential one, all but its description is hidden."""
    may_add_source(by).enforce()
    source = Source.objects.create(
        kind=kind,
        title=title,
        publisher=publisher,
        author=author,
        url=url,
        published_on=published_on,
        origin=origin,
        interests=interests,
        confidential=confidential,
        public_description=public_description if confidential else "",
        aliases=aliases if confidential else "",
        private_note=private_note if confidential else "",
        stands_behind=stands_behind if confidential else None,
        added_by=by,
    )
    index(source)
    words = {"confidential": True} if confidential else {"title": title, "kind": kind}
    record("source.added", by=by, thread=source, on=source, **words)
    return source


@transaction.atomic
def change_source(*, source: Source, by: User, seen: int | None = None, **fields: Any) -> Source:
    """Change what is said of a source. Claims that rest on it and were signed off are reopened.

    Whether it is confidential is not changed here: `open_source` does, with a reason.
    """
    _hold_where_it_bears(source)
    source = Source.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.pk)
    (may_change_source(by, source) and unchanged(seen, source.revision)).enforce()
    fields.pop("confidential", None)
    if not source.confidential:
        fields = {name: value for name, value in fields.items() if name not in HIDDEN_ONLY}
    changes = {
        name: [getattr(source, name), value]
        for name, value in fields.items()
        if getattr(source, name) != value
    }
    if not changes:
        return source
    for name, (_, value) in changes.items():
        setattr(source, name, value)
    source.revision += 1
    source.save(update_fields=[*changes, "revision"])
    index(source)
    words = {} if source.confidential else {"changes": _plain(changes)}
    record("source.changed", by=by, thread=source, on=source, **words)
    if not source.confidential or COVERED_IF_HIDDEN & changes.keys():
        SourceChange(source=source, changed_by=by).save()
        _reopen_where_it_bears(source, by)
    return source


@transaction.atomic
def open_source(*, source: Source, by: User, because: str) -> Source:
    """Make a confidential source open, with a reason. What was hidden about it is taken away."""
    _hold_where_it_bears(source)
    source = Source.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.pk)
    may_open_source(by, source).enforce()
    source.confidential = False
    source.public_description = source.aliases = source.private_note = ""
    source.stands_behind = None
    source.revision += 1
    source.save()
    index(source)
    record("source.opened", by=by, thread=source, on=source, because=because)
    _reopen_where_it_bears(source, by)
    return source


@transaction.atomic
def store_capture(
    *,
    source: Source,
    by: User,
    file: "UploadedFile[bytes] | None" = None,
    text: str = "",
    taken_from: str = "",
    taken_on: date,
) -> Capture:
    """Store a copy of a source: a file under a random name, or text, with its SHA-256.

    The type is told by the content. Raises ValueError where there is neither, or both.
    """
    source = Source.objects.select_for_update(no_key=True, of=("self",)).get(pk=source.pk)
    may_store_capture(by, source).enforce()
    if bool(file) == bool(text):
        raise ValueError("A copy is either a file or a text.")
    content = file.read() if file else text.encode()
    if len(content) > LARGEST:
        raise ValueError("A copy is no larger than 20 MB.")
    name = PurePath(file.name or "").name[:200] if file else ""
    kept = Capture(
        source=source,
        text=text,
        file_name=name,
        media_type=media_type(content) if file else "text/plain",
        size=len(content),
        sha256=hashlib.sha256(content).hexdigest(),
        taken_from=taken_from,
        taken_on=taken_on,
        added_by=by,
    )
    if file:
        kept.file.save(uuid4().hex, ContentFile(content), save=False)
    kept.save()
    words = {} if source.confidential else {"sha256": kept.sha256, "from": taken_from}
    record("source.captured", by=by, thread=source, on=kept, **words)
    return kept


def _resting(source: Source) -> list[Claim]:
    """Claims with a current verdict that rests on this source, in the order of their articles."""
    keys = (
        Verdict.objects.current()
        .filter(rests_on__evidence__source=source, rests_on__evidence__withdrawn_at__isnull=True)
        .values_list("claim_id", flat=True)
    )
    return list(Claim.objects.filter(pk__in=list(keys)).order_by("article_id", "pk"))


def _hold_where_it_bears(source: Source) -> None:
    """Lock the articles whose claims rest on the source, in order, before the source itself.

    What came to rest on it while waiting for the locks is locked as well.
    """
    held: set[int] = set()
    while more := {claim.article_id for claim in _resting(source)} - held:
        for article in sorted(more):
            hold(article)
        held |= more


def _reopen_where_it_bears(source: Source, by: User) -> None:
    """Claims that were signed off on the source as it was are to be looked at again.

    They are read anew: none that came to rest on it in the meantime is left signed.
    """
    for claim in _resting(source):
        reopen(claim=claim, by=by, because="A source that it rests on was changed.")


def _plain(changes: dict[str, list[Any]]) -> dict[str, list[Any]]:
    """Old and new values as the trail keeps them."""
    return {
        name: [value.isoformat() if isinstance(value, date) else value for value in pair]
        for name, pair in changes.items()
    }
