"""The parts of speech that several rules use, by the parser's tags."""

TENSED = frozenset({"VBD", "VBZ", "VBP"})  # a verb that carries the tense itself
FINITE = TENSED | {"MD"}  # a verb that makes a clause finite: "went", "goes", "will"
