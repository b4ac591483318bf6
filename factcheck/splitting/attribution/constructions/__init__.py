"""The ways in which English attributes, one module each."""
