"""What must belong together for evidence and verdicts."""

from factcheck.claims.models import Claim, Link
from factcheck.core.rulings import not_now
from factcheck.core.verdicts import Aspect
from factcheck.verification.models import Capture, Source


def require_fit(
    claim: Claim,
    aspect: str,
    link: Link | None,
    source: Source | None = None,
    capture: Capture | None = None,
) -> None:
    """Raise ValueError where link, capture and claim do not belong together."""
    if (aspect == Aspect.ATTRIBUTION) != (link is not None):
        raise ValueError("What concerns the attribution names its link, and nothing else does.")
    if link is not None:
        link = Link.objects.get(pk=link.pk)  # the form's may have been taken out in the meantime
        if link.claim_id != claim.pk:
            raise ValueError("This link is not part of the claim's chain.")
        if link.retired_at is not None:
            not_now("The chain was changed; this link is no longer part of it.").enforce()
    if capture is not None and source is not None and capture.source_id != source.pk:
        raise ValueError("This copy is of another source.")
