"""A source is found or described, copied and cited in one go: all of it, or nothing."""

from typing import Any

from django.db import transaction

from factcheck.claims.models import Claim
from factcheck.claims.queries import hold_claim
from factcheck.people.models import User
from factcheck.verification.actions.findings import cite
from factcheck.verification.actions.sources import add_source, capture
from factcheck.verification.models import Evidence, Source
from factcheck.verification.rules import may_cite


@transaction.atomic
def bring_evidence(
    *,
    claim: Claim,
    by: User,
    source: Source | None,
    described: dict[str, Any],
    copied: dict[str, Any],
    **cited: Any,
) -> Evidence:
    """Cite a source of the library, or the one `described`; store a copy where one was `copied`.

    `described` is what `add_source` takes, `copied` what `capture` takes, `cited` what `cite` does.
    """
    claim = hold_claim(claim)
    # asked before a copy is stored that could then not be cited
    may_cite(by, claim).enforce()
    if source is None:
        source = add_source(by=by, **described)
    if copied:
        cited["capture"] = capture(source=source, by=by, **copied)
    return cite(claim=claim, by=by, source=source, **cited)
