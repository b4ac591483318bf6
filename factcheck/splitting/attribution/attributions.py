"""What the grammar finds in one sentence: somebody, some words that attribute, and what they hold."""

from dataclasses import dataclass, field

from factcheck.splitting.grammar.parsing import Token, Tree

TokenRange = tuple[int, int]  # tokens of one tree, the last one included


@dataclass(slots=True)
class Attribution:
    """One link as found: its content in stretches of tokens, its cue and its speaker."""

    tree: Tree
    verb: Token  # the word that attributes, whatever its part of speech
    cue: TokenRange
    parts: list[TokenRange]
    how: str  # which construction: names are explained in reasons.py
    speaker: TokenRange | None = None
    start: int = 0  # where it stands in the text, once settled
    end: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
