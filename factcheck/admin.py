"""The register: every room's admin pages, so that Django finds them. Nothing else."""

from factcheck.claims import admin as claims
from factcheck.intake import admin as intake
from factcheck.people import admin as people
from factcheck.policy import admin as policy
from factcheck.publishing import admin as publishing
from factcheck.review import admin as review
from factcheck.trail import admin as trail
from factcheck.verification import admin as verification

__all__ = [
    "claims",
    "intake",
    "people",
    "policy",
    "publishing",
    "review",
    "trail",
    "verification",
]
