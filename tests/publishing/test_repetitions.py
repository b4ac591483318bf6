"""Words that repeat a claim are accounted for as long as the claim counts."""

import pytest

from factcheck.claims.actions import exempt, lift, set_aside
from factcheck.publishing.assemble import dossier
from factcheck.publishing.gate import ask
from tests import story


@pytest.mark.django_db
def test_what_repeats_a_claim_that_counts_no_more_is_not_accounted_for(checker, reviewer):
    article = story.ready(checker, reviewer)
    claim = article.claims.order_by("number").last()
    exemption = article.current_version.exemptions.get(reason="opinion")
    lift(exemption=exemption, by=checker)
    exempt(
        article=article, by=checker, start=exemption.start, end=exemption.end,
        reason="repeats", repeats=claim,
    )  # fmt: skip
    assert "G1" not in {blocker.rule for blocker in ask(article).blockers}

    set_aside(claim=claim, by=checker, because="No claim.")

    messages = [blocker.message for blocker in ask(article).blockers if blocker.rule == "G1"]
    assert any("We like the sea" in message for message in messages)
    assert [row.reason for row in dossier(article).counting()] == ["no_statement"]
