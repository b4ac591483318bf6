"""The words by which claims and speakers are found."""

from django.db import models

from factcheck.claims.models.claims import Claim
from factcheck.claims.models.speakers import Speaker
from factcheck.core.search.words import Searched


class ClaimWords(Searched):
    """The words of a claim: its wording, and where it stands in the current text."""

    claim = models.OneToOneField(
        Claim, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-claim_id"]

    def __str__(self) -> str:
        return f"Words of claim {self.claim_id}"


class SpeakerWords(Searched):
    """The words of a speaker: the name, the note, and the names of those that were merged in."""

    speaker = models.OneToOneField(
        Speaker, primary_key=True, on_delete=models.PROTECT, related_name="+"
    )

    class Meta:
        ordering = ["-speaker_id"]

    def __str__(self) -> str:
        return f"Words of speaker {self.speaker_id}"
