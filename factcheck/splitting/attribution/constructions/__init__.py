"""The constructions by which English attributes, one module each."""
