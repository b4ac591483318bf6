"""What the grammar finds in one sentence: a speaker, a cue and the content they attribute."""

from dataclasses import dataclass, field

from factcheck.splitting.grammar.parsing import Token, Tree

TokenRange = tuple[int, int]  # tokens of one tree, both ends included


@dataclass(slots=True)
class Attribution:
    """One attribution: its content as ranges of tokens, its cue and its speaker."""

    tree: Tree
    verb: Token  # the word that attributes, whatever its part of speech
    cue: TokenRange
    parts: list[TokenRange]
    how: str  # the construction that found it; reasons.py explains each name
    speaker: TokenRange | None = None
    start: int = 0  # the content's start in the text, set by `settle`
    end: int = 0
    spans: list[tuple[int, int]] = field(default_factory=list)
