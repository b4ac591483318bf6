"""The readers' pages as text, each made once and kept in memory.

The key names the words and the looks, so nothing is ever stale: an edition as it stands, the house
rules as they stand, and the release.
"""

import json
from functools import lru_cache

from django.template.loader import render_to_string
from django.urls import reverse

from factcheck.policy.house_rules import Rules
from factcheck.policy.queries import house_rules
from factcheck.publishing import queries as editions
from factcheck.publishing.demands import DEMANDS
from factcheck.publishing.queries import Standing
from factcheck.publishing.report import FORMAT, Report, encode


@lru_cache(maxsize=64)
def read(pk: int, digest: str) -> Report:
    """The report of an edition: the digest names the words."""
    del digest  # it is here for the key
    return editions.report(pk)


@lru_cache(maxsize=256)
def report_page(standing: Standing, release: str) -> bytes:
    """One edition's page: the newest, or an older one under its banner. As it is sent."""
    report = read(standing.pk, standing.digest)
    context = {
        "edition": standing,
        "report": report,
        "desk": Rules(desk_name=report.desk),
        "release": release,
    }
    return render_to_string("public/report.html", context).encode()


@lru_cache(maxsize=512)
def claim_page(standing: Standing, number: int, release: str) -> str | None:
    """One claim with its findings, or nothing where the report has no such claim."""
    report = read(standing.pk, standing.digest)
    claim = report.claim(number)
    if claim is None:
        return None
    context = {
        "edition": standing,
        "report": report,
        "claim": claim,
        "desk": Rules(desk_name=report.desk),
        "release": release,
    }
    return render_to_string("public/claim.html", context)


@lru_cache(maxsize=128)
def report_data(standing: Standing) -> str:
    """The report as data. `report` is the very JSON that the digest was taken of."""
    report = read(standing.pk, standing.digest)
    data = {
        "format": FORMAT,
        "edition": {
            "number": standing.number,
            "latest": standing.latest,
            "url": reverse("public:report", args=[standing.slug]),
            "published_at": standing.published_at.isoformat(),
            "published_by": standing.published_by,
            "digest": standing.digest,
            "article_changed": standing.changed,
        },
        "report": encode(report),
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


@lru_cache(maxsize=4)
def how_we_work(stand: str, release: str) -> str:
    """How the desk works, written from the house rules as they stand."""
    del stand  # it is here for the key
    rules = house_rules()
    context = {
        "rules": rules,
        "desk": rules,
        "scales": editions.scales(rules),
        "kept": [demand for code, demand in DEMANDS.items() if code not in rules.off],
        "off": [demand for code, demand in DEMANDS.items() if code in rules.off],
        "release": release,
    }
    return render_to_string("public/how_we_work.html", context)


@lru_cache(maxsize=4)
def report_error(stand: str, release: str) -> str:
    """Where to write when we are wrong."""
    del stand  # it is here for the key
    rules = house_rules()
    context = {"rules": rules, "desk": rules, "release": release}
    return render_to_string("public/report_error.html", context)
