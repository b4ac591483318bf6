"""The sentences of a text as trees, with the parser's typical errors repaired."""
