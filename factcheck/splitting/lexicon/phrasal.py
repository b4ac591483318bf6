"""Verbs that attribute together with a particle: "laid out", "ruled out", "hit back at".

With the particle a verb means something that it does not mean alone. The frames are those of the
lexicon.
"""

_TABLE = """
clause thing: lay-out spell-out set-out set-forth figure-out sort-out
clause: find-out work-out make-out
clause aside: point-out chime-in cut-in blurt-out cry-out call-out shout-out shoot-back fire-back
thing: bring-up play-down play-up talk-up talk-down put-forward put-forth sum-up walk-back wave-off
    wave-away wave-aside brush-off brush-aside shrug-off laugh-off turn-down shoot-down read-out
    sound-out trot-out vote-down reel-off rattle-off
thing doing: rule-out swear-off
thing for: single-out call-out dress-down
thing description: write-off single-out
on: weigh-in zero-in double-down sign-off expand-on harp-on
on about against: sound-off
at: lash-out hit-back fire-back strike-back hit-out
against: hit-out lash-out speak-out come-out push-back hit-back fire-back
for: come-out speak-up stand-up speak-out call-out
about: speak-out speak-up open-up
on for: speak-out
to: look-forward
on: push-back look-down
thing: back-up
"""


def _frames() -> dict[tuple[str, str], frozenset[str]]:
    found: dict[tuple[str, str], set[str]] = {}
    for entry in _TABLE.replace("\n    ", " ").strip().splitlines():
        frames, words = entry.split(":")
        for word in words.split():
            verb, small = word.split("-")
            found.setdefault((verb, small), set()).update(frames.split())
    return {pair: frozenset(frames) for pair, frames in found.items()}


PHRASAL: dict[tuple[str, str], frozenset[str]] = _frames()
PHRASAL_VERBS: frozenset[str] = frozenset(verb for verb, _ in PHRASAL)
