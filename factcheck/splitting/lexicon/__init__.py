"""The words by which English attributes, and what may follow each."""
