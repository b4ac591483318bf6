"""Plain facts about a claim, for tests that need no database."""

from datetime import UTC, date, datetime

from factcheck.verification.facts import (
    CaptureFact,
    ClaimFacts,
    ContactFact,
    EvidenceFact,
    LinkFact,
    SourceFact,
    VerdictFact,
)

NOON = datetime(2026, 3, 4, 12, tzinfo=UTC)
COPY = CaptureFact(pk=1, taken_on=date(2026, 3, 1), sha256="a" * 64)


def source(pk=1, **fields):
    """An open web page that copies nobody, on a site of its own, published by nobody named."""
    return SourceFact(
        **{
            "pk": pk,
            "kind": "web_page",
            "kind_word": "Web page",
            "shown": f"Page {pk}",
            "publisher": "",
            "author": "",
            "url": f"https://page-{pk}.example/",
            "published_on": None,
            "origin": "",
            "interests": "",
            "confidential": False,
            "has_private_note": False,
            "note_digest": "",
            "is_the_article": False,
            **fields,
        }
    )


def piece(pk=1, **fields):
    """Primary evidence that the content is right and that can be found again."""
    return EvidenceFact(
        **{
            "pk": pk,
            "aspect": "content",
            "link": None,
            "stance": "supports",
            "primary": True,
            "locator": "page 2",
            "excerpt": "forty days",
            "note": "",
            "source": source(pk),
            "capture": COPY,
            "added_by": 1,
            **fields,
        }
    )


def secondary(pk, **fields):
    """The same at second hand; `origin`, `publisher` and the like are the source's."""
    own = {key: fields.pop(key) for key in ("stance",) if key in fields}
    return piece(pk, primary=False, source=source(pk, **fields), **own)


def verdict(code="accurate", pk=1, *, link=None, rests=(), **fields):
    """A current finding: on the content, or on a link where one is named."""
    return VerdictFact(
        **{
            "pk": pk,
            "aspect": "content" if link is None else "attribution",
            "link": link,
            "code": code,
            "rationale": "The log says so.",
            "searched": "",
            "as_of": None,
            "look_again": None,
            "found_by": 1,
            "found_by_name": "Cleo",
            "found_at": NOON,
            "evidence": frozenset(rests),
            **fields,
        }
    )


def link(pk=1, position=0, **fields):
    """One step of a chain; the innermost governs unless told otherwise."""
    return LinkFact(
        **{
            "pk": pk,
            "position": position,
            "speaker": pk * 10,
            "speaker_name": f"Speaker {pk}",
            "speaker_kind": "organisation",
            "words": "",
            "cue": "said",
            "quote_kind": "indirect",
            "governs": position == 0,
            **fields,
        }
    )


def contact(speaker, **fields):
    """An attempt to reach a speaker."""
    return ContactFact(
        **{
            "pk": 1,
            "speaker": speaker,
            "speaker_name": "Somebody",
            "named": True,
            "reached_on": NOON,
            "means": "",
            "answer": "",
            "none_by": None,
            "not_tried_because": "",
            **fields,
        }
    )


def claim(*, verdicts=(), evidence=(), links=(), contacts=(), **fields):
    """A claim in the article's own voice, unless it is given a chain."""
    return ClaimFacts(
        **{
            "pk": 1,
            "number": 1,
            "article": 1,
            "wording": "Ferries were late on 40 days.",
            "kind": "fact",
            "stage": "in_review",
            "disposition": "stands",
            "quotes": ("Ferries were late on 40 days",),
            "spans": ((0, 28),),
            "links": tuple(links),
            "verdicts": tuple(verdicts),
            "evidence": tuple(evidence),
            "contacts": tuple(contacts),
            "hands": frozenset({1}),
            **fields,
        }
    )
