"""Who says it, where the phrase that names them is long or stands apart from the verb."""

import pytest

from factcheck.splitting import split

CASES = [
    (
        (
            "While other orchards sell in autumn, Eva Lund, the farm's 34-year-old owner and "
            "chief picker, suggested that the apples might keep until spring."
        ),
        "Eva Lund, the farm's 34-year-old owner and chief picker",
    ),
    (
        (
            "For shopkeepers, many of them deeply sceptical about the toll, the campaign chief, "
            "Paul Lie, bluntly suggested that the plan was an act."
        ),
        "the campaign chief, Paul Lie",
    ),
    (
        "The effort was led by Ann Lie, who's argued for years that the tower leans.",
        "who",
    ),
    (
        "When asked by a reporter whether the tower leans, the mayor left the room.",
        "a reporter",
    ),
    (
        "In May, after the vote, said to be close, the mayor warned that the tower leans.",
        "the mayor",
    ),
]


@pytest.mark.parametrize(("text", "speaker"), CASES)
def test_the_speaker_is_whoever_the_whole_phrase_names(text, speaker):
    suggestions = split(text).suggestions

    named = [link.speaker for one in suggestions for link in one.chain if link.speaker]

    assert speaker in [text[one.start : one.end] for one in named]
