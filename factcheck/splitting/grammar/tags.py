"""The parts of speech that several rules ask for, by the tags of the parser."""

TENSED = frozenset({"VBD", "VBZ", "VBP"})  # a verb that carries the tense itself
FINITE = TENSED | {"MD"}  # whatever makes a clause finite: "went", "goes", "will"
