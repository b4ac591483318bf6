"""The sentences of a text as trees, mended where the parser typically errs."""
