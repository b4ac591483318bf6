"""Who may cite, find and conclude, and with which sentence not."""

import pytest

from factcheck.claims.models import Claim, Stage
from factcheck.core.rulings import NotNow
from factcheck.verification.rules import workable_evidence

REFUSED = {
    Stage.SUGGESTED: "This claim is only suggested. Accept it first.",
    Stage.IN_REVIEW: "This claim is in review. Withdraw it from review first.",
    Stage.SET_ASIDE: "This claim is set aside. Take it back first.",
    Stage.WAIVED: "This claim is waived. Take it back first.",
}


@pytest.mark.parametrize("stage", Stage)
def test_evidence_is_for_claims_that_are_worked_on(stage):
    ruling = workable_evidence(Claim(stage=stage))

    assert ruling.reason == REFUSED.get(stage, "")
    assert ruling.refusal is (NotNow if stage in REFUSED else None)
