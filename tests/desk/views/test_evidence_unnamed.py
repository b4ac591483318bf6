"""A source that is described while it is brought may be somebody whom the article leaves unnamed."""

from factcheck.claims.models import LinkDraft
from factcheck.verification.models import Source
from tests.desk.views.test_evidence import evidence_url, sent


class TestStandsBehind:
    def test_a_confidential_source_can_be_the_unnamed_speaker(self, marked, checker, signed_in):
        claim = marked("The seven members meet today", LinkDraft("unnamed", "a clerk", cue="said"))
        clerk = claim.links.get().speaker
        hidden = {
            "new-confidential": "on",
            "new-public_description": "Somebody in the hall",
            "new-stands_behind": clerk.pk,
        }

        answer = signed_in(checker).post(evidence_url(claim), sent(**hidden, **{"copy-text": ""}))

        assert answer.status_code == 302
        assert Source.objects.get().stands_behind == clerk

    def test_an_open_source_is_no_unnamed_speaker(self, marked, checker, signed_in):
        claim = marked("The seven members meet today", LinkDraft("unnamed", "a clerk", cue="said"))
        clerk = claim.links.get().speaker

        answer = signed_in(checker).post(
            evidence_url(claim), sent(**{"new-stands_behind": clerk.pk})
        )

        assert answer.status_code == 422
        assert "Tick “Confidential”" in answer.content.decode()
        assert not Source.objects.exists()

    def test_where_nobody_is_unnamed_it_is_not_asked(self, claim, link, checker, signed_in):
        page = signed_in(checker).get(evidence_url(claim)).content.decode()

        assert "stands_behind" not in page
